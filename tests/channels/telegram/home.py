"""The house with a bot on Telegram, over a real database and real HTTP to a server that speaks the wire format."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import msgspec
import uvicorn

from bot.cardroom import CardRoom
from bot.channels.telegram.client import PATIENCE, AioRequest
from bot.channels.telegram.pacing import Rates
from bot.channels.telegram.telegram import Place, Telegram
from bot.content.models.library import Library
from bot.delivery import Delivery
from bot.flows.session import Session
from bot.front import Front
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.silence import CHANNEL
from bot.sounds import Sounds
from bot.storage.database import Database
from bot.storage.lines import Line
from bot.storage.unit import Unit
from bot.telegramdesk import TelegramDesk
from bot.turns import Turns
from tests.channels.telegram.talks import talks
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.household import Clock, Household

FAST = Rates(all_each_second=1e6, all_at_once=10**6, chat_each_second=1e6, chat_at_once=10**6)
SECRET = "what-telegram-says"
Mode = Literal["polling", "webhook"]
_numbers = itertools.count(5001)


class Shelf:
    """Two files, as the studio leaves them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "sun.webp").write_bytes(b"RIFF sun WEBP")
        (folder / "film.mp4").write_bytes(b"ftyp film")

    def picture(self, id: str) -> tuple[Path, str] | None:
        return (self.folder / "sun.webp", "A sun") if id == "sun" else None

    def film(self, id: str) -> tuple[Path, Path, str] | None:
        film = self.folder / "film.mp4"
        return (film, film, "What is told.") if id == "film" else None


class Silence:
    """A channel that nobody uses: the household asks for one."""

    name = "nowhere"

    async def send(self, parcel: Any) -> None:
        raise AssertionError("nothing is sent here")


class TelegramHome(Household):
    """A household whose people are on Telegram. `async with` starts it; `again` is the same house after a restart."""

    def __init__(
        self,
        database: Database,
        folder: Path,
        fake: FakeTelegram,
        *,
        mode: Mode = "polling",
        rates: Rates = FAST,
        clock: Clock | None = None,
        library: Library | None = None,
        real_sleep: bool = True,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        patience: float = PATIENCE,
    ) -> None:
        self.library = library or talks()
        super().__init__(database, folder, self.library, channel=Silence(), clock=clock)
        if real_sleep:
            self.delivery = Delivery(database, {}, self.clock, sleep=sleep)
        self.turns = Turns(database, self.eraser, self.conversation, self.delivery, clock=self.clock)
        self.fake = fake
        self.mode: Mode = mode
        self.rates = rates
        self.url = "http://127.0.0.1:1"
        self.shelf = Shelf(folder / "shelf")
        self.desk = TelegramDesk(
            database, self.turns, self.conversation, self.delivery,
            library=self.library, shelf=self.shelf, sounds=Sounds(database, self.media),
            cards=CardRoom(database, self.library, folder), url=lambda: self.url, clock=self.clock,
        )  # fmt: skip
        self._web: uvicorn.Server | None = None
        self._serving: asyncio.Task[None] | None = None
        self.telegram: Telegram | None = None
        self._sleep = sleep
        self._patience = patience

    async def __aenter__(self) -> Self:
        await self._listen()
        place = Place(token=TOKEN, api=self.fake.url, mode=self.mode, url=f"{self.url}/telegram", secret=SECRET)
        self.telegram = Telegram(
            place, self.desk, self.desk, clock=self.clock, rates=self.rates, look=0.2, sleep=self._sleep
        )
        self.telegram.api._request = (AioRequest(), AioRequest(self._patience))
        self.delivery.add(self.telegram.channel)
        self.turns.start()
        if self.telegram.hook is not None:
            self._front._own["/telegram"] = self.telegram.hook
        await self.telegram.start()
        self._recovering = asyncio.create_task(self.delivery.recover())
        # While the platform is away it does not come to an end.
        await asyncio.wait({self._recovering}, timeout=1)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self.telegram is not None, "it was not started"
        await self.telegram.deafen()
        self._recovering.cancel()
        await asyncio.gather(self._recovering, return_exceptions=True)
        if self._web is not None:
            self._web.should_exit = True
        if self._serving is not None:
            await self._serving
        await super().__aexit__(kind, error, trace)
        await self.telegram.stop()

    async def _listen(self) -> None:
        """A web server of our own, to which the platform brings messages."""

        async def nothing(scope: Any, receive: Any, send: Any) -> None:
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})

        self._front = Front({}, nothing)
        self._web = uvicorn.Server(uvicorn.Config(self._front, port=0, log_level="critical", lifespan="off"))
        self._serving = asyncio.create_task(self._web.serve())
        while not self._web.started:  # noqa: ASYNC110  # the server offers no event to wait for
            await asyncio.sleep(0.01)
        self.url = f"http://127.0.0.1:{self._web.servers[0].sockets[0].getsockname()[1]}"

    # People

    async def invite(self, name: str = "Fatima") -> tuple[str, str]:
        """Someone with a code who was never here; gives the person and the code."""
        now = self.clock()

        def add(unit: Unit) -> tuple[str, str]:
            where = add_organisation(unit, "De Werkplaats", now)
            facts = {"organisation": "De Werkplaats", "coach": "Anja"}
            person, _ = add_person(unit, Newcomer(organisation_id=where, name=name, facts=facts), now)
            return person, make_invite(unit, person, now)

        return await self.database.write(add)

    def phone(self, name: str = "Fatima") -> Phone:
        """A new phone with Telegram on it."""
        return Phone(self.fake, next(_numbers), name)

    async def come_in(self, name: str = "Fatima") -> tuple[Phone, str]:
        """Someone who followed their link and read what this platform is; the first question is on the screen."""
        person, code = await self.invite(name)
        phone = self.phone(name)
        phone.says(f"/start {code}")
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
        """Until the bot has nothing left to do."""
        assert self.telegram is not None, "it was not started"
        for _ in range(3):
            await asyncio.sleep(0.02)
            await self.delivery.drained()
            await self.telegram.settler.drained()

    async def where(self, person: str) -> Session:
        """Where someone stands."""
        found = await self.session(person)
        assert found is not None, "nobody was here"
        return found

    async def person_at(self, phone: Phone) -> str | None:
        """Whose chat it is."""
        address = (CHANNEL, str(phone.chat.id))
        found = await self.database.read(lambda unit: unit.people.by_addresses([address]))
        return found[address].id if found else None

    async def heard(self, person: str) -> list[str]:
        """The person's own lines, as they are kept."""
        lines: list[Line] = [line for line in await self.lines(person) if line.side == "in"]
        return [msgspec.json.decode(line.body).get("text", "") for line in lines]


async def eventually(holds: Callable[[], bool], seconds: float = 15) -> None:
    """Until this holds."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110  # what is waited for has no event
            await asyncio.sleep(0.01)
