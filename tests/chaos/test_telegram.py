"""A hundred people on Telegram at once: they all come to the end, also when the house falls and gets up again."""

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.flows.session import parse
from bot.storage.unit import Unit
from tests.channels.telegram.home import SECRET, Mode
from tests.channels.telegram.walker import Walker
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.serving import Server

MANY = 100
MOST_MEMORY = 150
FREE_PORT = 0


pytestmark = pytest.mark.long


class TelegramServer(Server):
    """The house in a process of its own, with a bot on this platform."""

    program = "tests.channels.telegram.hurry"

    def __init__(self, data: Path, fake: FakeTelegram, mode: Mode) -> None:
        super().__init__(data)
        self.fake = fake
        self.mode = mode

    def own_settings(self) -> dict[str, str]:
        return {
            "OPSTAP_TELEGRAM_TOKEN": TOKEN,
            "OPSTAP_TELEGRAM_API": self.fake.url,
            "OPSTAP_TELEGRAM_MODE": self.mode,
            "OPSTAP_TELEGRAM_WEBHOOK_URL": f"{self.url}/telegram",
            "OPSTAP_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "MALLOC_ARENA_MAX": "2",  # As in deploy/opstap.service and deploy/Dockerfile.
        }

    def own_memory_mb(self) -> float:
        """Memory that it holds now; of what it shares with other processes (libraries) only its share."""
        told = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        return int(told.partition("Pss:")[2].split()[0]) / 1024


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as one:
        yield one


def taken_port() -> int:
    """A port that is free now: a webhook must know its address before the house starts."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", FREE_PORT))
        return int(one.getsockname()[1])


async def crowd(server: TelegramServer, count: int = MANY) -> list[Walker]:
    """People who came in, each with the first question on the screen."""
    names = [f"Mens {at}" for at in range(count)]
    invited = await asyncio.to_thread(server.invite, names)
    walkers = [Walker(Phone(server.fake, 6000 + at, one.name)) for at, one in enumerate(invited)]
    await asyncio.gather(*(walker.come_in(one.code) for walker, one in zip(walkers, invited, strict=True)))
    return walkers


def stand(unit: Unit) -> dict[str, str]:
    """Where everybody stands, by address."""
    found = {}
    for one in unit.organisations.all():
        for person in unit.people.of(one.id):
            stored = unit.sessions.load([person.id], lock=False).get(person.id)
            if stored:
                session = parse(stored[0])
                found[session.reached[1]] = session.top.flow if session.top else ""
    return found


def assert_all_there(server: TelegramServer, walkers: Sequence[Walker]) -> None:
    """Everybody stands at the menu, and nobody saw the same line twice in a row or an excuse."""
    assert [one.phone.texts[-2:] for one in walkers if not one.done] == []
    where = server.within(stand)
    assert {where[str(one.phone.chat.id)] for one in walkers} == {"menu"}
    assert " level='error'" not in server.log(), server.log()[-3000:]


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_hundred_people_walk_a_course_at_once_in_little_memory(
    tmp_path: Path, fake: FakeTelegram, mode: Mode
) -> None:
    server = TelegramServer(tmp_path / "server", fake, mode)
    server.port = taken_port()
    with server:
        # The first start makes the database, with a library that is not needed on any other day.
        await asyncio.to_thread(server.start)
        await asyncio.to_thread(server.stop)
        await asyncio.to_thread(server.start)
        walkers = await crowd(server)
        await asyncio.gather(*(one.walk() for one in walkers))
        await asyncio.sleep(0.5)
        memory = server.own_memory_mb()
        assert_all_there(server, walkers)
        assert await asyncio.to_thread(server.stop) == 0
    assert memory < MOST_MEMORY
    del fake.refused["getUpdates"]  # The poll of before the restart may still hang there.
    del fake.refused["editMessageReplyMarkup"]  # Tapped twice: what is wanted stands there.
    assert fake.refused.total() == 0
    uploads = {str(one.get("photo") or one.get("video")) for one in fake.sent("sendPhoto") + fake.sent("sendVideo")}
    assert fake.bot.desk.uploads <= len(uploads) + 1, "a file goes up once"


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_house_that_is_killed_in_the_middle_loses_nobody_and_says_nothing_twice(
    tmp_path: Path, fake: FakeTelegram, mode: Mode
) -> None:
    """kill -9 three times while forty people talk; a silence of a second is no reason to ask anything again."""
    server = TelegramServer(tmp_path / "server", fake, mode)
    server.port = taken_port()
    with server:
        await asyncio.to_thread(server.start)
        walkers = await crowd(server, 40)
        walking = asyncio.gather(*(one.walk() for one in walkers))
        for _ in range(3):
            await asyncio.sleep(1.5)
            server.kill()
            await asyncio.sleep(0.3)
            await asyncio.to_thread(server.start)
        await walking
        await asyncio.sleep(0.5)
        assert_all_there(server, walkers)
        for one in walkers:
            seen = [bubble.text for bubble in one.phone.said]
            twice = [text for text, after in itertools.pairwise(seen) if text == after]
            assert twice == [], one.phone.chat.name
