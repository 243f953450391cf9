"""The demo: fictional people, brought to where the content says by really playing the conversation."""

import asyncio
import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import structlog
import yaml

from bot.channels.web.desk import Phone
from bot.content.models.demo import Demo, DemoPhone
from bot.flows.hearing import OPENED
from bot.messages import Inbound, InboundKind
from bot.newcomers import Newcomer, add_organisation, add_person
from bot.player import act_on, open_ask
from bot.storage.database import Database
from bot.storage.eraser import Eraser
from bot.storage.people import PersonRow
from bot.storage.unit import Unit
from bot.turns import Result, Turns
from bot.webdesk import LASTS

log = structlog.get_logger(__name__)

FAR = 300
"""Acts after which a fictional person who did not arrive stays where they are."""


def read_demo(folder: Path) -> Demo:
    """The demo's people, from the content folder."""
    return Demo.model_validate(yaml.safe_load((folder / "demo.yaml").read_text("utf-8")))


class DemoHouse:
    """Implements the demo desk of the web chat."""

    def __init__(
        self, demo: Demo, database: Database, eraser: Eraser, turns: Turns, *, clock: Callable[[], datetime]
    ) -> None:
        self._demo = demo
        self._database = database
        self._eraser = eraser
        self._turns = turns
        self._clock = clock
        self._phones: list[Phone] | None = None
        self._busy = asyncio.Lock()

    async def prepare(self) -> None:
        """Makes the people when they are not there yet."""
        async with self._busy:
            if not await self._database.read(self._people):
                await self._make()

    async def demo_phones(self) -> list[Phone]:
        """The phones, each with a login of its own."""
        async with self._busy:
            if self._phones is None:
                self._phones = await self._database.write(self._log_in)
            return self._phones

    async def demo_reset(self) -> None:
        """Erases everybody and begins again."""
        async with self._busy:
            self._phones = None
            for person in await self._database.read(self._people):
                await self._eraser.erase(person.id, self._clock())
            await self._make()

    def _people(self, unit: Unit) -> list[PersonRow]:
        own = [one for one in unit.organisations.all() if one.demo]
        return [person for one in own for person in unit.people.of(one.id)]

    async def _make(self) -> None:
        now = self._clock()

        def add(unit: Unit) -> list[tuple[str, str]]:
            organisation = add_organisation(unit, self._demo.organisation, now, demo=True)
            facts = {"organisation": self._demo.organisation, "coach": self._demo.coach}
            return [
                add_person(unit, Newcomer(organisation_id=organisation, name=one.name, facts=facts), now)
                for one in self._demo.phones
            ]

        made = await self._database.write(add)
        for phone, (_, handle) in zip(self._demo.phones, made, strict=True):
            if phone.until:
                await self._play(phone, handle)

    def _log_in(self, unit: Unit) -> list[Phone]:
        now = self._clock()
        names = unit.people.names([person.id for person in self._people(unit)])
        by_name = {names[person.id]: person for person in self._people(unit)}
        phones = []
        for one in self._demo.phones:
            person = by_name[one.name]
            token = secrets.token_urlsafe(32)
            unit.web_sessions.open(token, person.id, now=now, lasts=LASTS)
            phones.append(Phone(handle=person.handle, token=token, title=one.title, note=one.note))
        return phones

    async def _play(self, phone: DemoPhone, handle: str) -> None:
        """Opens the chat and answers until the wanted step asks something."""
        result = await self._say(handle, OPENED, kind="command", data=OPENED)
        for count in range(1, FAR):
            asked = open_ask([parcel.outbound for parcel in result.parcels])
            if asked is None or result.standing == phone.until:
                return
            act = act_on(asked[0], asked[1], phone.answers)
            field = "data" if act.kind == "press" else "text"
            result = await self._say(handle, f"demo-{count}", kind=act.kind, **{field: act.value})
        log.warning("demo.not_reached", until=phone.until)

    async def _say(self, handle: str, id: str, *, kind: InboundKind, text: str = "", data: str = "") -> Result:
        inbound = Inbound(
            channel="web",
            address=handle,
            external_id=f"{handle}:{id}",
            kind=kind,
            at=self._clock(),
            text=text,
            data=data,
        )
        return await self._turns.submit(inbound)
