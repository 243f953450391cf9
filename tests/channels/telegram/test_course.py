"""A whole course on Telegram, with the real words, films and pictures, by polling and by webhook, as `run` joins it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import uvicorn

from bot.channels.telegram.keyboard import CHOSEN
from bot.channels.web.server import Server
from bot.commands.serve import listen
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.settings import Settings
from bot.storage.unit import Unit
from tests.channels.telegram.home import SECRET, Mode, eventually
from tests.channels.telegram.hurry import FastHouse
from tests.channels.telegram.walker import Walker
from tests.fakes.telegram.entities import length
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import TOKEN, FakeTelegram


class Running:
    """The house with its web server, in this process."""

    def __init__(self, data: Path, fake: FakeTelegram, mode: Mode) -> None:
        self.fake = fake
        plain = Settings(data=data, listen="127.0.0.1:0")
        self.socket = listen(plain)
        port = self.socket.getsockname()[1]
        self.house = FastHouse(
            Settings(
                data=data,
                listen=f"127.0.0.1:{port}",
                telegram_token=TOKEN,
                telegram_api=fake.url,
                telegram_mode=mode,
                telegram_webhook_url=f"http://127.0.0.1:{port}/telegram",
                telegram_webhook_secret=SECRET,
            )
        )
        self.server = Server(
            uvicorn.Config(self.house.app(), log_level="critical", lifespan="off"), self.house.hub
        )  # fmt: skip
        self.serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        await self.house.start()
        self.serving = asyncio.create_task(self.server.serve(sockets=[self.socket]))

    async def stop(self) -> None:
        self.server.should_exit = True
        if self.serving is not None:
            await self.serving
        await self.house.stop()

    async def quiet(self) -> None:
        """Until everything that came in is answered."""
        await eventually(lambda: not self.fake.bot.updates.waiting())
        await self.house.delivery.drained()

    async def invite(self, name: str) -> str:
        now = self.house.clock()

        def add(unit: Unit) -> str:
            where = add_organisation(unit, "De Werkplaats", now)
            facts = {"organisation": "De Werkplaats", "coach": "Anja"}
            person, _ = add_person(unit, Newcomer(organisation_id=where, name=name, facts=facts), now)
            return make_invite(unit, person, now)

        return await self.house.database.write(add)


@pytest.fixture
async def platform() -> AsyncIterator[FakeTelegram]:
    """The platform, by the clock on the wall."""
    async with FakeTelegram() as one:
        yield one


@pytest.fixture
async def running(tmp_path: Path, platform: FakeTelegram, mode: Mode) -> AsyncIterator[Running]:
    """The house on it."""
    one = Running(tmp_path / "data", platform, mode)
    await one.start()
    yield one
    await one.stop()


async def test_a_whole_course_from_the_letter_to_the_menu(running: Running) -> None:
    code = await running.invite("Fatima")
    walker = Walker(Phone(running.fake, 5001, "Fatima"))
    await walker.come_in(code)
    await walker.walk()
    assert walker.done, f"never came to the menu; the screen says {walker.phone.texts[-3:]}"
    said = walker.phone.said
    assert {one.method for one in said} >= {"sendMessage", "sendPhoto", "sendVideo"}
    assert all(length(one.text) <= 4096 for one in said)
    await running.quiet()
    assert running.fake.refused.total() == 0, "the platform refused nothing"
    assert [one.labels for one in said[:-1] if any(not label.startswith(CHOSEN) for label in one.labels)] == []
