"""The house as `opstap run` joins it, on one way in, with a clock that can be moved, and the people around it."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, Self

import uvicorn

from bot.bootstrap import House
from bot.channels.web.server import Server
from bot.circle.yes import PROGRESS
from bot.commands.serve import listen
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.settings import Settings
from bot.storage.unit import Unit
from scheduler.jobs import tick
from tests.agreed import agree
from tests.channels.telegram.home import FAST, SECRET, eventually
from tests.contract.apart import aside
from tests.contract.phone import Phone
from tests.contract.slack import SlackPhone
from tests.contract.someone import Someone
from tests.contract.telegram import TelegramPhone
from tests.contract.web import WebPhone
from tests.fakes.slack.server import APP_TOKEN, BOT_TOKEN, FakeSlack
from tests.fakes.slack.server import SECRET as SIGNING
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.household import Clock

Way = Literal["web", "telegram-polling", "telegram-webhook", "slack-http", "slack-socket"]
WEB: Way = "web"
WAYS: tuple[Way, ...] = ("web", "telegram-polling", "telegram-webhook", "slack-http", "slack-socket")
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""Ten in the morning in the Netherlands."""
WORKS = "De Werkplaats"
AT_EACH_TURN = 20.0
"""Seconds that pass with each thing that somebody does."""


class FastHouse(House):
    """The house, on a platform that takes any pace."""

    rates = FAST


class Stage:
    """One house on one way in. `async with` opens it."""

    def __init__(self, way: Way, data: Path) -> None:
        self.way = way
        self.clock = Clock(MONDAY)
        self.telegram = FakeTelegram(clock=self._seconds) if way.startswith("telegram") else None
        self.slack = FakeSlack(clock=self._seconds) if way.startswith("slack") else None
        self.people: list[Someone] = []
        self._data = data
        self._count = itertools.count(5001)
        self._open = AsyncExitStack()

    def _seconds(self) -> float:
        return self.clock().timestamp()

    async def __aenter__(self) -> Self:
        try:
            await self._begin()
        except BaseException:
            await self._open.aclose()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()

    async def _begin(self) -> None:
        platform = self.telegram or self.slack
        if platform is not None:
            await self._open.enter_async_context(platform)
        socket = self._open.enter_context(listen(Settings(data=self._data, listen="127.0.0.1:0")))
        self._port: int = socket.getsockname()[1]
        self.house = FastHouse(self._settings(f"127.0.0.1:{self._port}"), clock=self.clock)
        server = Server(uvicorn.Config(self.house.app(), log_level="critical", lifespan="off"), self.house.hub)
        self.aside = aside(self.house.library, self.way.partition("-")[0])
        await self.house.start()
        self._open.push_async_callback(self.house.stop)
        serving = asyncio.create_task(server.serve(sockets=[socket]))

        async def close() -> None:
            server.should_exit = True
            await serving

        self._open.push_async_callback(close)
        await self._heard(server)

    def _settings(self, listens: str) -> Settings:
        """As they stand in the environment of a house on this way."""
        on: dict[str, str] = {}
        if self.telegram is not None:
            on = {
                "telegram_token": TOKEN,
                "telegram_api": self.telegram.url,
                "telegram_mode": self.way.partition("-")[2],
                "telegram_webhook_url": f"http://{listens}/telegram",
                "telegram_webhook_secret": SECRET,
            }
        if self.slack is not None:
            on = {"slack_bot_token": BOT_TOKEN, "slack_api": self.slack.url}
            on |= {"slack_signing_secret": SIGNING} if self.way == "slack-http" else {"slack_app_token": APP_TOKEN}
        return Settings.model_validate({"data": self._data, "listen": listens, **on})

    async def _heard(self, server: uvicorn.Server) -> None:
        """Until people can come in."""
        slack = self.slack
        if slack is not None and self.way == "slack-http":
            slack.post.url = f"http://127.0.0.1:{self._port}/slack"
        bot = self.telegram.bot if self.telegram is not None else None
        await eventually(lambda: server.started)
        if self.way == "slack-socket" and slack is not None:
            await eventually(lambda: slack.post.connected)
        if bot is not None:
            await eventually(lambda: bot.hook is not None or bot.poll is not None)

    # Time

    async def quiet(self) -> None:
        """Until everything that people did is answered, and everything that was said has arrived."""
        house, updates = self.house, self.telegram.bot.updates if self.telegram is not None else None
        for _ in range(2):
            if updates is not None:
                await eventually(lambda: not updates.waiting())
            if self.slack is not None:
                await asyncio.gather(*(one.join() for one in self.slack.post._queues.values()))
            for platform in house.platforms:
                await platform.settler.drained()
            await house.delivery.drained()

    async def passes(self, **length: float) -> None:
        """Time goes by, in which the platform was there."""
        then, heard = self.clock.at + timedelta(**length), f"{self.way.partition('-')[0]}-heard"
        if self.way != WEB:
            await self.house.database.write(lambda unit: unit.telegram.note(heard, then))
        self.clock.move(**length)

    async def later(self, **length: float) -> None:
        """Time goes by, and what is due comes."""
        await self.passes(**length)
        while await tick.run(self.house):
            pass
        await self.quiet()

    # People

    def browser(self) -> WebPhone:
        """A phone with nothing but a browser."""
        phone = WebPhone("127.0.0.1", self._port)
        self._open.push_async_callback(phone.closes)
        return phone

    def phone(self, name: str, way: Way | None = None) -> Phone:
        """A phone for this way in."""
        if (way or self.way) == WEB:
            return self.browser()
        if self.telegram is not None:
            return TelegramPhone(self.telegram, next(self._count), name, self.quiet)
        assert self.slack is not None, "this stage has no such way"
        return SlackPhone(self.slack, name, browser=self.browser, quiet=self.quiet)

    async def invites(
        self, name: str, role: str = "employee", *, coach: Someone | None = None, way: Way | None = None
    ) -> tuple[Someone, str]:
        """Someone who was never here, and the code in the letter."""

        def add(unit: Unit) -> tuple[str, str, str]:
            now = self.clock()
            newcomer = Newcomer(
                organisation_id=add_organisation(unit, WORKS, now), name=name, facts={"organisation": WORKS},
                role=role, coach=coach.id if coach else None,
            )  # fmt: skip
            id, handle = add_person(unit, newcomer, now)
            return id, handle, make_invite(unit, id, now)

        id, handle, code = await self.house.database.write(add)
        someone = Someone(self, self.phone(name, way), name=name, id=id, handle=handle)
        self.people.append(someone)
        return someone, code

    async def settles(
        self, name: str, role: str = "employee", *, coach: Someone | None = None, way: Way | None = None
    ) -> Someone:
        """Someone who agreed long ago, came in on this way, and stands at the menu."""
        someone, code = await self.invites(name, role, coach=coach, way=way)

        def settle(unit: Unit) -> None:
            agree(unit, someone.id, ("web", someone.handle), self.clock())
            if role == "employee":
                unit.circle.allow(someone.id, PROGRESS, self.clock())

        await self.house.database.write(settle)
        await someone.enters(code)
        await someone.says("menu")
        someone.read.clear()
        return someone


Scene = Callable[[Stage], Awaitable[None]]
