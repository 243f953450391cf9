"""The demo's story: fictional people press and type on the real system, and a story that cannot go on says so."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap import CONTENT
from bot.circle.terms import Terms
from bot.content.models.demo import Demo
from bot.content.models.library import Library
from bot.demo import DemoHouse, read_demo
from bot.storage.database import Database
from bot.storage.vault import Vault
from bot.story import Story
from tests.household import chatter
from tests.test_demo import PHONES, Show

TOLD: list[dict[str, Any]] = [
    {"note": "She comes in.", "acts": [{"who": "New", "say": "Hello"}, {"who": "New", "press": "Yes", "wait": 3}]},
    {"note": "He says a word.", "acts": [{"who": "Far", "press": "Back"}, {"who": "Far", "say": "Sun"}]},
]


class Telling:
    """A demo with a story; waiting takes no time, and is noted."""

    def __init__(self, show: Show, scenes: list[dict[str, Any]]) -> None:
        self.show = show
        self.waits: list[float] = []
        self.hurried: list[str] = []
        home = show.home
        story = {"organisation": "Works", "coach": "Anja", "phones": PHONES, "story": scenes}
        demo = Demo.model_validate(story)
        self.story = Story(
            demo.story, home.database, home.turns, clock=show.clock, hurry=self._hurry, sleep=self._sleep
        )
        self.demo = DemoHouse(demo, home.database, home.eraser, home.turns, clock=show.clock, story=self.story)

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def _hurry(self, person: str) -> None:
        self.hurried.append(person)

    async def told(self) -> None:
        """The whole story."""
        await self.demo.demo_tell()
        await self.story.ended()


@pytest.fixture
async def show(sqlite_url: str, vault: Vault, tmp_path: Path) -> AsyncIterator[Show]:
    database = Database(sqlite_url, vault)
    one = Show(
        database, tmp_path, chatter(), Demo.model_validate({"organisation": "W", "coach": "A", "phones": PHONES})
    )
    async with one.home:
        yield one
    database.close()


async def test_the_story_is_played_on_the_real_system(show: Show) -> None:
    telling = Telling(show, TOLD)
    await telling.told()
    assert await show.standing() == {"New": "welkom/woord", "Far": "welkom/woord"}
    assert telling.waits == [2, 3, 2, 2]


async def test_the_page_can_see_where_the_story_is(show: Show) -> None:
    telling = Telling(show, TOLD)
    before = telling.demo.demo_scene()
    assert (before.at, before.of, before.running) == (0, 2, False)
    await telling.told()
    after = telling.demo.demo_scene()
    assert (after.at, after.of, after.note, after.who) == (2, 2, "He says a word.", "Far")
    assert (after.running, after.stuck) == (False, False)


async def test_each_telling_begins_with_new_people(show: Show) -> None:
    telling = Telling(show, TOLD)
    await telling.told()
    before = await show.people()
    await telling.told()
    after = await show.people()
    assert after.keys() == before.keys()
    assert not set(after.values()) & set(before.values())


async def test_a_story_that_finds_no_button_says_that_it_is_stuck(show: Show) -> None:
    telling = Telling(show, [{"note": "Hm.", "acts": [{"who": "New", "press": "Nowhere"}]}])
    await telling.told()
    scene = telling.demo.demo_scene()
    assert (scene.running, scene.stuck) == (False, True)


async def test_time_can_go_by_for_somebody(show: Show) -> None:
    telling = Telling(show, [{"note": "Next day.", "acts": [{"who": "Far", "later": True}]}])
    await telling.told()
    assert telling.hurried == [(await show.people())["Far"]]


async def test_starting_over_breaks_the_story_off(show: Show) -> None:
    telling = Telling(show, TOLD)
    await telling.demo.demo_tell()
    await telling.demo.demo_reset()
    assert telling.demo.demo_scene().running is False
    assert (await show.standing())["Far"] == "welkom/deur"


@pytest.mark.parametrize(
    "at",
    [datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 11, 22, 22, 30, tzinfo=UTC)],
    ids=["monday", "sunday-night"],
)
async def test_the_story_of_the_content_runs_to_its_end(
    sqlite_url: str, vault: Vault, tmp_path: Path, library: Library, at: datetime
) -> None:
    database = Database(sqlite_url, vault)
    show = Show(database, tmp_path, library, read_demo(CONTENT))
    show.clock.at = at
    show.home.conversation.terms = Terms(always=True)

    async def no_time(seconds: float) -> None:
        show.clock.move(seconds=seconds)

    home = show.home
    demo = read_demo(CONTENT)
    story = Story(demo.story, database, home.turns, clock=show.clock, hurry=home.alarm.hurry, sleep=no_time)
    told = DemoHouse(demo, database, home.eraser, home.turns, clock=show.clock, story=story)
    async with home:
        await told.demo_tell()
        await story.ended()
        scene = told.demo_scene()
        assert (scene.at, scene.running, scene.stuck) == (len(demo.story), False, False), scene
        standing = await show.standing()
        assert standing["Rachid"].startswith("uitgangspunten/"), "his course went on where it was"
    database.close()
