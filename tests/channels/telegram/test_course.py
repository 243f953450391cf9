"""A whole course on Telegram, with the real words, films and pictures, by polling and by webhook, as `run` joins it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import uvicorn

from bot.bootstrap import House
from bot.channels.telegram.keyboard import OPEN, TICKED
from bot.channels.web.server import Server
from bot.commands.serve import listen
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.settings import Settings
from bot.storage.unit import Unit
from tests.channels.telegram.home import FAST, SECRET, Mode
from tests.fakes.telegram.entities import length
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import TOKEN, FakeTelegram

FAR = 400
FIRST = ("Hier, in Telegram", "Alleen ik", "Ja, ik doe mee", "Ja, dat mag", "Start de eerste les")
"""What is pressed where it can be: all other questions are answered in turn with each of their buttons."""
MENU = "Dit is het menu"


class FastHouse(House):
    """The house, on a platform that is in a hurry."""

    rates = FAST


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


async def answer(phone: Phone, at: int) -> None:
    """Answers the newest question, the `at`th of this walk, and waits for the next."""
    asked, before = phone.said[-1], len(phone.said)
    ticks = [label for label in asked.labels if label.startswith(OPEN)]
    wanted = next((label for label in FIRST if label in asked.labels), "")
    if ticks:
        phone.presses(ticks[at % len(ticks)], asked)
        await phone.until(lambda _: any(label.startswith(TICKED) for label in asked.labels))
        phone.presses(asked.labels[len(ticks)], asked)
    elif wanted or asked.labels:
        phone.presses(wanted or asked.labels[at % len(asked.labels)], asked)
    else:
        phone.says("Fatima" if "noemen" in asked.text else "Het ging goed met mijn buurman in de tuin")
    await phone.until(lambda one: len(one.said) > before and settled(one))


def settled(phone: Phone) -> bool:
    """Whether a question stands last on the screen, or words that ask for words."""
    last = phone.said[-1]
    return bool(last.labels) or last.text.endswith("?")


async def test_a_whole_course_from_the_letter_to_the_menu(running: Running) -> None:
    code = await running.invite("Fatima")
    phone = Phone(running.fake, 5001, "Fatima")
    phone.says(f"/start {code}")
    await phone.until(lambda one: bool(one.said) and settled(one))
    for at in range(FAR):
        if MENU in phone.texts[-1]:
            break
        await answer(phone, at)
    else:
        pytest.fail(f"never came to the menu; the screen says {phone.texts[-3:]}")
    methods = {one.method for one in phone.said}
    assert methods >= {"sendMessage", "sendPhoto", "sendVideo"}
    assert all(length(one.text) <= 4096 for one in phone.said)
    assert running.fake.refused.total() == 0, "the platform refused nothing"
