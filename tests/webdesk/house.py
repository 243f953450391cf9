"""A desk over a real database, and people who were invited."""

from pathlib import Path

from bot.channels.web.desk import Line, Visit
from bot.channels.web.hub import Hub
from bot.messages import Inbound, InboundKind
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.webdesk import WebChannel, WebDesk
from tests.household import Clock, Household, chatter


class Desk:
    """A desk over a real database, and people who were invited."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.clock = Clock()
        self.hub = Hub()
        self.home = Household(database, folder, chatter(), clock=self.clock, channel=WebChannel(self.hub, self.clock))
        self.media = self.home.media
        self.desk = WebDesk(
            database, self.home.turns, chatter(), hub=self.hub, media=folder / "studio", folder=self.media
        )
        self.home.turns.announce = self.desk.announce
        self._count = 0

    async def invite(self, name: str) -> str:
        """A new person; gives the code."""

        def add(unit: Unit) -> str:
            where = add_organisation(unit, "Works", self.clock())
            person, _ = add_person(unit, Newcomer(organisation_id=where, name=name, facts={}), self.clock())
            return make_invite(unit, person, self.clock())

        return await self.home.database.write(add)

    async def come_in(self, name: str) -> tuple[Visit, str]:
        """A new person who came in; gives the visit and the token."""
        entered = await self.desk.enter(await self.invite(name), f"phone of {name}", self.clock())
        assert not isinstance(entered, str)
        return entered

    async def say(self, visit: Visit, text: str = "", kind: InboundKind = "text", data: str = "") -> list[Line]:
        """What comes back on what a person does."""
        self._count += 1
        one = Inbound(
            channel="web", address=visit.handle, external_id=f"page-{self._count:012}", kind=kind, at=self.clock(),
            text=text, data=data,
        )  # fmt: skip
        return list((await self.desk.take(visit, one)).lines)
