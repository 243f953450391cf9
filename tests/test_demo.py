"""The demo: each phone stands where the content says, by having been played there, and can begin again."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.bootstrap import CONTENT
from bot.channels.web.hub import Hub
from bot.circle.card_rights import CARDS
from bot.content.models.demo import Demo
from bot.content.models.library import Library
from bot.demo import DemoHouse, read_demo
from bot.newcomers import Newcomer, add_organisation, add_person
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from bot.webdesk import LASTS, WebChannel, WebDesk
from tests.household import Clock, Household, chatter

PHONES: list[dict[str, Any]] = [
    {"name": "New", "title": "New", "note": "Begins."},
    {"name": "Far", "title": "Far", "note": "Further on.", "until": "welkom/deur", "answers": {"woord": "Doors"}},
]


def demo_of(*phones: dict[str, Any]) -> Demo:
    """The fictional organisation with these phones."""
    return Demo.model_validate({"organisation": "Works", "coach": "Anja", "phones": phones or PHONES})


class Show:
    """A demo over a real database."""

    def __init__(self, database: Database, folder: Path, library: Library, demo: Demo) -> None:
        self.clock = Clock()
        hub = Hub()
        self.home = Household(database, folder, library, clock=self.clock, channel=WebChannel(hub, self.clock))
        self.desk = WebDesk(
            database, self.home.turns, library, hub=hub, media=folder / "studio", folder=self.home.media
        )
        self.demo = self.with_demo(demo)

    def with_demo(self, demo: Demo) -> DemoHouse:
        """The same house with other people in its content."""
        return DemoHouse(demo, self.home.database, self.home.eraser, self.home.turns, clock=self.clock)

    async def people(self) -> dict[str, str]:
        """Name and id of everybody."""

        def read(unit: Unit) -> dict[str, str]:
            everybody = [person.id for one in unit.organisations.all() for person in unit.people.of(one.id)]
            return {name: id for id, name in unit.people.names(everybody).items()}

        return await self.home.database.read(read)

    async def standing(self) -> dict[str, str]:
        """Where everybody stands, as flow/step."""
        found = {}
        for name, person in (await self.people()).items():
            session = await self.home.session(person)
            found[name] = f"{session.top.flow}/{session.top.step}" if session and session.top else ""
        return found


@pytest.fixture
async def show(sqlite_url: str, vault: Vault, tmp_path: Path) -> AsyncIterator[Show]:
    database = Database(sqlite_url, vault)
    one = Show(database, tmp_path, chatter(), demo_of())
    async with one.home:
        await one.demo.prepare()
        yield one
    database.close()


async def test_the_real_phones_stand_where_the_content_says(
    sqlite_url: str, vault: Vault, tmp_path: Path, library: Library
) -> None:
    database = Database(sqlite_url, vault)
    demo = read_demo(CONTENT)
    show = Show(database, tmp_path, library, demo)
    async with show.home:
        with structlog.testing.capture_logs() as log:
            await show.demo.prepare()
        assert await show.standing() == {phone.name: phone.until for phone in demo.phones}
        assert log == []
        for phone in await show.demo.demo_phones():
            visit = await show.desk.visit(phone.handle, phone.token, show.clock())
            assert visit is not None
            lines = await show.desk.lines(visit, 0, 500)
            assert lines[-1].out is not None
            assert lines[-1].out.ask is not None, f"{phone.title} is asked nothing"
    database.close()


async def test_a_colleague_of_the_real_phones_finds_somebody_for_a_card_at_once(
    sqlite_url: str, vault: Vault, tmp_path: Path, library: Library
) -> None:
    database = Database(sqlite_url, vault)
    show = Show(database, tmp_path, library, read_demo(CONTENT))
    async with show.home:
        await show.demo.prepare()
        people = await show.people()
        open_to = await database.read(lambda unit: unit.circle.who_allow(CARDS, list(people.values())))
    assert people["Els"] in open_to
    assert people["Rachid"] not in open_to, "the story lets him say yes himself"
    database.close()


async def test_everybody_is_made_once_however_often_the_demo_starts(show: Show) -> None:
    before = await show.people()
    assert await show.standing() == {"New": "", "Far": "welkom/deur"}
    await show.with_demo(demo_of()).prepare()
    assert await show.people() == before


async def test_each_phone_has_a_login_of_its_own(show: Show) -> None:
    phones = await show.demo.demo_phones()
    assert [(phone.title, phone.note) for phone in phones] == [("New", "Begins."), ("Far", "Further on.")]
    assert len({phone.token for phone in phones}) == 2
    for phone, other in zip(phones, reversed(phones), strict=True):
        visit = await show.desk.visit(phone.handle, phone.token, show.clock())
        assert visit is not None
        assert visit.name == phone.title
        assert await show.desk.visit(phone.handle, other.token, show.clock()) is None
    assert await show.demo.demo_phones() == phones


async def test_a_demo_that_runs_for_weeks_still_lets_people_in(show: Show) -> None:
    await show.demo.demo_phones()
    show.clock.at += LASTS + timedelta(days=1)
    for phone in await show.demo.demo_phones():
        assert await show.desk.visit(phone.handle, phone.token, show.clock()) is not None


async def test_a_reset_erases_everybody_and_begins_again(show: Show) -> None:
    before, old = await show.people(), await show.demo.demo_phones()
    await show.demo.demo_reset()
    after = await show.people()
    assert after.keys() == before.keys()
    assert not set(after.values()) & set(before.values())
    assert await show.standing() == {"New": "", "Far": "welkom/deur"}
    assert {entry.person_id for entry in show.home.ledger.entries()} == set(before.values())
    fresh = await show.demo.demo_phones()
    assert not {phone.handle for phone in fresh} & {phone.handle for phone in old}
    for phone in old:
        assert await show.desk.visit(phone.handle, phone.token, show.clock()) is None


async def test_a_reset_leaves_real_people_alone(show: Show) -> None:
    def add(unit: Unit) -> str:
        where = add_organisation(unit, "Works", show.clock())
        return add_person(unit, Newcomer(organisation_id=where, name="Real", facts={}), show.clock())[0]

    real = await show.home.database.write(add)
    await show.demo.demo_reset()
    assert (await show.people())["Real"] == real


async def test_when_the_content_tells_of_others_the_demo_begins_again(show: Show) -> None:
    other = {"name": "Other", "title": "Other", "note": "Instead.", "until": "welkom/woord"}
    changed = show.with_demo(demo_of(PHONES[0], other))
    await changed.prepare()
    assert await show.standing() == {"New": "", "Other": "welkom/woord"}
    assert [phone.title for phone in await changed.demo_phones()] == ["New", "Other"]


async def test_who_cannot_be_brought_where_the_content_says_stays_and_it_is_logged(
    sqlite_url: str, vault: Vault, tmp_path: Path
) -> None:
    database = Database(sqlite_url, vault)
    lost: dict[str, Any] = {
        "name": "Lost",
        "title": "Lost",
        "note": "Nowhere.",
        "until": "welkom/mag",
        "answers": {"mag": "No"},
    }
    never = {**lost, "name": "Never", "until": "welkom/nergens"}
    show = Show(database, tmp_path, chatter(), demo_of(lost, never))
    async with show.home:
        with structlog.testing.capture_logs() as log:
            await show.demo.prepare()
    assert [(event["event"], event["until"]) for event in log] == [("demo.not_reached", "welkom/nergens")]
    database.close()
