"""Silences on the clock: what was typed meanwhile is read once, and a question whose press was lost is shown again."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.slack.home import Mode, SlackHome, eventually
from tests.channels.slack.talks import SLACK
from tests.fakes.slack.phone import Phone
from tests.fakes.slack.server import FakeSlack
from tests.fakes.telegram.faults import Fault
from tests.household import Clock

LENGTHS = {"3 minutes": {"minutes": 3}, "an hour": {"hours": 1}, "23 hours": {"hours": 23}}
AT_ONCE = 0.05
SECRET = "kanarie-in-de-stilte"


class Away:
    """A house and a platform that cannot reach each other for a while; both go on."""

    def __init__(self, home: SlackHome) -> None:
        self.home = home

    @asynccontextmanager
    async def silence(self, **length: float) -> AsyncIterator[None]:
        """What people do in it is in vain, but for what stands in the talk afterwards."""
        home, fake = self.home, self.home.fake
        await home.quiet()
        await self.noted()
        url, fake.post.url = fake.post.url, ""
        await fake.fall()
        yield
        await fake.post.tried()
        home.clock.move(**length)
        await fake.rise()
        fake.post.url = url
        if home.mode == "socket":
            await eventually(lambda: fake.post.connected)

    async def noted(self) -> None:
        """It is known that all was well just now."""
        now = self.home.clock()
        await eventually_true(lambda: self._heard_at(now))

    async def _heard_at(self, now: datetime) -> bool:
        return await self.home.database.read(lambda unit: unit.telegram.noted("slack-heard")) == now


async def eventually_true(holds: Callable[[], Awaitable[bool]]) -> None:
    """The same as `eventually`, for what must be asked of the database."""
    async with asyncio.timeout(15):
        while not await holds():  # noqa: ASYNC110  # what is waited for has no event
            await asyncio.sleep(0.02)


@pytest.fixture
async def town(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeSlack, clock: Clock, mode: Mode
) -> AsyncIterator[SlackHome]:
    """A house that looks all the time whether the platform is there, in both ways of hearing."""
    database = Database(sqlite_url, vault)
    async with SlackHome(database, tmp_path, fake, clock=clock, mode=mode, beat=AT_ONCE) as home:
        home.slack._recovery._sleep = home.dozes
        yield home
    database.close()


async def coach(home: SlackHome) -> tuple[Phone, str]:
    """Someone whose typed words count; their first question is open."""
    person, code = await home.invite("Anja", "coach")
    phone = home.phone("Anja")
    phone.commands("/opstap", f"koppel {code}")
    await phone.until(lambda one: bool(one.said))
    await home.quiet()
    return phone, person


def questions(phone: Phone, words: str = "Which door?") -> int:
    """How often this was asked."""
    return len([text for text in phone.texts if text.startswith(words)])


@pytest.mark.parametrize("length", LENGTHS.values(), ids=LENGTHS.keys())
async def test_a_question_whose_press_was_lost_is_shown_again_once(town: SlackHome, length: dict[str, float]) -> None:
    phone, person = await town.agreed()
    async with Away(town).silence(**length):
        phone.presses("Words")
    await phone.until(lambda one: questions(one) == 2)
    await town.quiet()
    assert questions(phone) == 2
    phone.presses("Words")
    await phone.reads("A word?")
    await town.quiet()
    assert questions(phone) == 2
    assert await town.heard(person) != []


@pytest.mark.parametrize("length", LENGTHS.values(), ids=LENGTHS.keys())
async def test_what_was_typed_in_a_silence_is_taken_once(town: SlackHome, length: dict[str, float]) -> None:
    phone, person = await coach(town)
    async with Away(town).silence(**length):
        phone.says("Yes")
    await eventually_true(lambda: _has_heard(town, person, ["Yes"]))
    await Away(town).noted()
    await town.quiet()
    assert await town.heard(person) == ["Yes"]


async def _has_heard(home: SlackHome, person: str, texts: list[str]) -> bool:
    return await home.heard(person) == texts


async def test_words_of_danger_typed_in_a_silence_are_answered_when_it_is_over(town: SlackHome) -> None:
    phone, person = await town.agreed()
    async with Away(town).silence(hours=1):
        phone.says("i will end my life")
    await phone.reads("Call 112.")
    await phone.reads("Is someone there?")
    await town.quiet()
    assert phone.texts.count("Call 112.") == 1
    assert "i will end my life" not in await town.heard(person)


async def test_an_employee_who_typed_much_hears_once_where_to_type_and_nothing_of_it_is_kept(
    town: SlackHome, sqlite_url: str
) -> None:
    phone, _ = await town.agreed()
    async with Away(town).silence(hours=1):
        for at in range(3):
            phone.says(f"{SECRET} {at}")
    told = await phone.reads(SLACK["type_elsewhere"])
    await town.quiet()
    assert phone.texts.count(SLACK["type_elsewhere"]) == 1
    assert not told.only, "a whisper is gone when nobody looks"
    assert not [one for one in told.elements if "url" in one]
    for path in Path(sqlite_url.removeprefix("sqlite:///")).parent.glob("opstap*"):
        assert SECRET.encode() not in path.read_bytes()


async def test_who_was_not_talking_is_not_disturbed(town: SlackHome) -> None:
    phone, _ = await town.agreed()
    before = len(phone.said)
    town.clock.move(minutes=1)
    for _ in range(30):
        await Away(town).noted()
        town.clock.move(minutes=1)
    async with Away(town).silence(hours=1):
        pass
    await Away(town).noted()
    await town.quiet()
    assert len(phone.said) == before


async def test_at_night_the_question_waits_until_the_morning(town: SlackHome) -> None:
    phone, _ = await town.agreed()
    async with Away(town).silence(hours=12):
        phone.presses("Words")
    await Away(town).noted()
    await town.quiet()
    assert questions(phone) == 1
    assert await town.desk.memory.silence() is not None
    town.clock.move(hours=11)
    await phone.until(lambda one: questions(one) == 2)
    await town.quiet()
    assert questions(phone) == 2


async def test_many_pages_of_a_talk_are_read_and_a_platform_that_is_busy_is_waited_for(town: SlackHome) -> None:
    phone, person = await coach(town)
    async with Away(town).silence(minutes=5):
        for at in range(120):
            phone.says(f"words {at}")
    town.fake.faults.add(Fault(kind="busy", method="conversations.history", seconds=600))
    await eventually_true(lambda: _has_heard(town, person, [f"words {at}" for at in range(120)]))
    assert 600.0 in town.dozes.taken


async def test_after_a_restart_what_was_missed_comes_too(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeSlack, clock: Clock, mode: Mode
) -> None:
    database = Database(sqlite_url, vault)
    async with SlackHome(database, tmp_path, fake, clock=clock, mode=mode, beat=AT_ONCE) as home:
        phone, person = await home.agreed()
        other, anja = await coach(home)
        await Away(home).noted()
        await home.quiet()
    fake.post.url = ""
    phone.presses("Words")
    other.says("Yes")
    await fake.post.tried()
    assert fake.post.failed == {"event": 1, "interactive": 1}
    clock.move(hours=1)
    async with SlackHome(database, tmp_path, fake, clock=clock, mode=mode, beat=AT_ONCE) as home:
        await phone.until(lambda one: questions(one) == 2)
        await eventually_true(lambda: _has_heard(home, anja, ["Yes"]))
        assert await home.heard(person) != []
    database.close()
