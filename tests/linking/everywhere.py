"""A house that is on all its channels at once, and people with more than one phone."""

import itertools
from datetime import datetime
from pathlib import Path
from typing import Literal, Self

from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.settings import Settings
from bot.storage.unit import Unit
from bot.storage.ways import Way
from tests.agreed import agree
from tests.channels.telegram.home import eventually
from tests.contract.phone import Phone, Seen, same
from tests.contract.slack import SlackPhone
from tests.contract.stage import WORKS, Stage
from tests.contract.telegram import TelegramPhone
from tests.contract.web import WebPhone
from tests.fakes.slack.server import APP_TOKEN, BOT_TOKEN, FakeSlack
from tests.fakes.telegram.server import TOKEN

Channel = Literal["web", "telegram", "slack"]
PLACES: dict[Channel, str] = {"web": "Op een ander apparaat", "telegram": "In Telegram", "slack": "In Slack"}
WHERE: dict[Channel, str] = {"web": "op de website", "telegram": "in Telegram", "slack": "in Slack"}
HERE: dict[Channel, str] = {"telegram": "Hier, in Telegram", "slack": "Hier, in Slack"}
NOT_ME = "Dat was ik niet"
MORE = "Een plek erbij"


def settle(
    unit: Unit, name: str, now: datetime, *, role: str = "employee", coach: str | None = None
) -> tuple[str, str]:
    """Somebody who agreed long ago; gives the person and a code to come in with."""
    newcomer = Newcomer(
        organisation_id=add_organisation(unit, WORKS, now), name=name, facts={"organisation": WORKS},
        role=role, coach=coach,
    )  # fmt: skip
    id, handle = add_person(unit, newcomer, now)
    agree(unit, id, ("web", handle), now)
    return id, make_invite(unit, id, now)


class Screen:
    """What one person sees on one phone."""

    def __init__(self, house: "Everywhere", channel: Channel, phone: Phone) -> None:
        self.house = house
        self.channel = channel
        self.phone = phone
        self._read = 0

    async def enters(self, code: str) -> list[str]:
        """Uses a code there."""
        await self.phone.enters(code)
        return await self.news()

    async def says(self, text: str) -> list[str]:
        """Types, and gives what was said since."""
        await self.house.passes(seconds=20)
        await self.phone.types(text)
        return await self.news()

    async def presses(self, *labels: str) -> list[str]:
        """Presses these, one after the other; gives what was said since the last press."""
        news: list[str] = []
        for label in labels:
            await self.house.passes(seconds=20)
            await self.phone.shown()
            await self.phone.taps(self.phone.finds(label))
            news = await self.news()
        return news

    async def news(self) -> list[str]:
        """What was said here since this was last asked."""
        await self.house.quiet()
        shown = await self.phone.shown()
        fresh, self._read = shown[self._read :], len(shown)
        return [same(one.text) for one in fresh]

    async def seen(self) -> list[Seen]:
        """Everything that stands there."""
        return await self.phone.shown()

    def told(self, word: str) -> str:
        """Words that this platform says outside a conversation."""
        words = self.house.house.library.words
        return same((words.telegram if self.channel == "telegram" else words.slack)[word])

    async def asks(self) -> str:
        """The newest thing that can be answered there, but for the button under the news of a new way in."""
        found = [one for one in await self.seen() if one.labels and one.labels != (NOT_ME,)]
        return same(found[-1].text)


class Person:
    """Someone with several phones; `first` is where they came in."""

    def __init__(self, house: "Everywhere", name: str, id: str, first: Screen) -> None:
        self.house = house
        self.name = name
        self.id = id
        self.first = first

    async def gets_code(self, to: Channel, *, by: tuple[str, ...] = ("koppelen",)) -> str:
        """Asks on the first phone for a code for this channel: by these words, or words and then buttons."""
        await self.first.says(by[0])
        said = await self.first.presses(*by[1:], MORE, PLACES[to])
        return next(text.rpartition(" ")[2] for text in said if text.startswith("De code: "))

    async def links(self, to: Channel, *, by: tuple[str, ...] = ("koppelen",)) -> Screen:
        """Uses that code there, and stays there where that is asked."""
        screen = self.house.screen(self.name, to)
        said = await screen.enters(await self.gets_code(to, by=by))
        assert said, "nothing was said on the new channel"
        return screen

    async def ways(self) -> list[Way]:
        """By which ways they come in now."""
        return await self.house.house.database.read(lambda unit: unit.ways.of(self.id, self.house.clock()))


class Everywhere(Stage):
    """One house on the web, on Telegram and on Slack. `async with` opens it."""

    def __init__(self, data: Path) -> None:
        super().__init__("telegram-polling", data)
        self.workspace = self.slack = FakeSlack(clock=self._seconds)
        self._numbers = itertools.count(7001)

    async def __aenter__(self) -> Self:
        await self._open.enter_async_context(self.workspace)
        await super().__aenter__()
        await eventually(lambda: self.workspace.post.connected)
        return self

    def _settings(self, listens: str) -> Settings:
        assert self.telegram is not None, "this house is on Telegram"
        on = {
            "telegram_token": TOKEN, "telegram_api": self.telegram.url, "telegram_mode": "polling",
            "slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN, "slack_api": self.workspace.url,
        }  # fmt: skip
        return Settings.model_validate({"data": self._data, "listen": listens, **on})

    def screen(self, name: str, channel: Channel) -> Screen:
        """A phone on this channel, of which the account is nobody's yet."""
        assert self.telegram is not None, "this house is on Telegram"
        if channel == "web":
            return Screen(self, channel, self.browser())
        if channel == "telegram":
            return Screen(self, channel, TelegramPhone(self.telegram, next(self._numbers), name, self.quiet))
        return Screen(self, channel, SlackPhone(self.workspace, name, browser=self.browser, quiet=self.quiet))

    def phone_of_a_stranger(self) -> WebPhone:
        """A browser that nobody logged in with."""
        phone = self.screen("Stranger", "web").phone
        assert isinstance(phone, WebPhone)
        return phone

    async def lives(
        self, name: str, channel: Channel, *, role: str = "employee", coach: "Person | None" = None
    ) -> Person:
        """Someone who agreed long ago, and came in on this channel; the menu is open there."""

        now, own = self.clock(), coach.id if coach else None
        id, code = await self.house.database.write(lambda unit: settle(unit, name, now, role=role, coach=own))
        screen = self.screen(name, channel)
        await screen.enters(code)
        if channel in HERE and role == "employee":
            await screen.presses(HERE[channel])
        await screen.says("menu")
        return Person(self, name, id, screen)
