"""The house with an app on Slack, over a real database and real HTTP to a server that speaks the wire format."""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import msgspec
import uvicorn
from PIL import Image

from bot.cardroom import CardRoom
from bot.channels.pacing import Rates
from bot.channels.slack.slack import Place, Slack
from bot.content.models.library import Library
from bot.delivery import Delivery
from bot.flows.session import Session
from bot.front import Front
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.slackarrival import CHANNEL
from bot.slackdesk import Shelf as ShelfProtocol
from bot.slackdesk import SlackDesk
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.turns import Turns
from tests.channels.slack.talks import talks
from tests.channels.telegram.home import Silence, eventually
from tests.channels.telegram.hours import Hours
from tests.fakes.slack.phone import Phone
from tests.fakes.slack.server import APP_TOKEN, BOT_TOKEN, SECRET, FakeSlack
from tests.household import Clock, Household

__all__ = ["FAST", "Mode", "SlackHome", "eventually"]

FAST = Rates(all_each_second=1e6, all_at_once=10**6, chat_each_second=1e6, chat_at_once=10**6)
Mode = Literal["http", "socket"]


class Shelf:
    """A picture and a film, as the studio leaves them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("sun.webp", "film.webp"):
            Image.new("RGBA", (8, 8), (200, 120, 0, 128)).save(folder / name)

    def picture(self, id: str) -> tuple[Path, str] | None:
        return (self.folder / "sun.webp", "A sun") if id in ("sun", "pad-0000000") else None

    def film(self, id: str) -> tuple[Path, Path, str] | None:
        film = self.folder / "film.webp"
        return (film, film, "What is told.") if id == "film" else None


class Dozes:
    """Sleeps without sleeping; unlike a nap it moves no clock."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0)


class SlackHome(Household):
    """A household whose people are on Slack. `async with` starts it."""

    def __init__(
        self,
        database: Database,
        folder: Path,
        fake: FakeSlack,
        *,
        mode: Mode = "http",
        rates: Rates = FAST,
        clock: Clock | None = None,
        library: Library | None = None,
        shelf: ShelfProtocol | None = None,
        media: Path | None = None,
        beat: float = 3600,
    ) -> None:
        self.library = library or talks()
        super().__init__(database, folder, self.library, channel=Silence(), clock=clock)
        self.delivery = Delivery(database, {}, self.clock)
        self.turns = Turns(database, self.eraser, self.conversation, self.delivery, clock=self.clock)
        self.fake = fake
        self.mode: Mode = mode
        self.shelf: ShelfProtocol = shelf or Shelf(folder / "shelf")
        self.url = "http://127.0.0.1:1"
        self.dozes, self.hours = Dozes(), Hours(self.clock)
        self.desk = SlackDesk(
            database, self.turns, self.conversation, self.delivery,
            library=self.library, shelf=self.shelf, cards=CardRoom(database, self.library, media or folder),
            url=lambda: self.url, clock=self.clock,
        )  # fmt: skip
        app_token = APP_TOKEN if mode == "socket" else ""
        place = Place(bot_token=BOT_TOKEN, signing_secret=SECRET, app_token=app_token, api=fake.url)
        self.slack = Slack(place, self.desk, clock=self.clock, rates=rates, ping=0.3, look=0.3, beat=beat)
        self._web: uvicorn.Server | None = None
        self._serving: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self._listen()
        self.delivery.add(self.slack.channel)
        self.turns.start()
        await self.slack.start()
        await self.delivery.recover()
        if self.mode == "http":
            self.fake.post.url = f"{self.url}/slack"
        else:
            await eventually(lambda: self.fake.post.connected)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.slack.deafen()
        if self._web is not None:
            self._web.should_exit = True
        if self._serving is not None:
            await self._serving
        await super().__aexit__(kind, error, trace)
        await self.slack.stop()

    async def _listen(self) -> None:
        """A web server of our own, to which the platform brings messages."""

        async def nothing(scope: Any, receive: Any, send: Any) -> None:
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})

        front = Front({"/slack": self.slack.hook} if self.slack.hook else {}, nothing)
        self._web = uvicorn.Server(uvicorn.Config(front, port=0, log_level="critical", lifespan="off"))
        self._serving = asyncio.create_task(self._web.serve())
        while not self._web.started:  # noqa: ASYNC110  # the server offers no event to wait for
            await asyncio.sleep(0.01)
        self.url = f"http://127.0.0.1:{self._web.servers[0].sockets[0].getsockname()[1]}"

    # People

    async def invite(self, name: str = "Fatima", role: str = "employee") -> tuple[str, str]:
        """Someone with a code who was never here; gives the person and the code."""
        now = self.clock()

        def add(unit: Unit) -> tuple[str, str]:
            where = add_organisation(unit, "De Werkplaats", now)
            facts = {"organisation": "De Werkplaats", "coach": "Anja"}
            newcomer = Newcomer(organisation_id=where, name=name, facts=facts)
            person, _ = add_person(unit, newcomer, now)
            if role != "employee":
                unit.people.set_facts(person, msgspec.json.encode({**facts, "role": role}))
            return person, make_invite(unit, person, now)

        return await self.database.write(add)

    def phone(self, name: str = "Fatima") -> Phone:
        """A member of the workspace who opened the app."""
        return Phone(self.fake, name)

    async def come_in(self, name: str = "Fatima") -> tuple[Phone, str]:
        """An employee who came in and read whose platform this is; the first question is on the screen."""
        person, code = await self.invite(name)
        phone = self.phone(name)
        phone.commands("/opstap", f"koppel {code}")
        await phone.until(lambda one: "Here" in one.labels)
        phone.presses("Here")
        await phone.until(lambda one: "Yes" in one.labels)
        return phone, person

    async def agreed(self, name: str = "Fatima") -> tuple[Phone, str]:
        """Someone who also agreed; the doors of `talks` are on the screen."""
        phone, person = await self.come_in(name)
        phone.presses("Yes")
        await phone.reads("Which door?")
        return phone, person

    async def quiet(self) -> None:
        """Until the app has nothing left to do."""
        for _ in range(3):
            await asyncio.sleep(0.03)
            await self.delivery.drained()
            await self.slack.settler.drained()
            await self.slack.errands.drained()

    async def where(self, person: str) -> Session:
        """Where someone stands."""
        found = await self.session(person)
        assert found is not None, "nobody was here"
        return found

    async def person_at(self, phone: Phone) -> str | None:
        """Who is behind this member."""
        address = (CHANNEL, phone.member.id)
        found = await self.database.read(lambda unit: unit.people.by_addresses([address]))
        return found[address].id if found else None

    async def heard(self, person: str) -> list[str]:
        """The person's own lines, as they are kept."""
        return [
            msgspec.json.decode(line.body).get("text", "") for line in await self.lines(person) if line.side == "in"
        ]
