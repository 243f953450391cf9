"""A whole house in a test: real database, real timers, a clock that the test moves, and guests with a phone."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import LargeBinary, select

from bot.bootstrap import House
from bot.channels.web.desk import Line, Taken, Visit
from bot.messages import Ask, Inbound, InboundKind, Outbound
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.player import act_on
from bot.settings import Settings
from bot.storage.tables import metadata
from bot.storage.unit import Unit

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""Ten in the morning in the Netherlands."""
FAR = 400


class Home:
    """The house, its clock, and everything that lies on its disk."""

    def __init__(self, data: Path) -> None:
        self.now = MONDAY
        self.data = data
        settings = Settings(data=data, database_url="", master_key="", public_url="")
        self.house = House(settings, clock=lambda: self.now)

    async def guest(self, name: str) -> "Guest":
        """Someone who was invited, came in with the code and has the chat open."""

        def add(unit: Unit) -> str:
            where = add_organisation(unit, "De Werkplaats", self.now)
            facts = {"organisation": "De Werkplaats", "coach": "Anja"}
            person, _ = add_person(unit, Newcomer(organisation_id=where, name=name, facts=facts), self.now)
            return make_invite(unit, person, self.now)

        code = await self.house.database.write(add)
        entered = await self.house.desk.enter(code, "127.0.0.1", self.now)
        assert not isinstance(entered, str), entered
        guest = Guest(self, *entered, code)
        await guest.lines()
        return guest

    async def later(self, **length: float) -> int:
        """Time passes, and the tick comes; gives how many timers it handled."""
        self.now += timedelta(**length)
        return await self.tick()

    async def tick(self) -> int:
        """Fires what is due."""
        fired = await self.house.alarm.tick()
        await self.house.delivery.drained()
        return fired

    async def clear_values(self) -> list[str]:
        """Every value in the database that is not sealed, as text."""

        def read(unit: Unit) -> list[str]:
            found = []
            for table in metadata.sorted_tables:
                clear = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
                found += [str(value) for row in unit.connection.execute(select(*clear)) for value in row]
            return found

        return await self.house.database.read(read)

    def on_disk(self) -> bytes:
        """All files of the house in one: the database with its log, the media, the ledger."""
        files = sorted(path for path in self.data.rglob("*") if path.is_file() and path.name != "master.key")
        return b"\n".join(path.read_bytes() for path in files)


class Guest:
    """One person with a phone."""

    def __init__(self, home: Home, visit: Visit, token: str, code: str) -> None:
        self.home = home
        self.visit = visit
        self.token = token
        self.code = code
        self.count = 0

    def at(self, home: Home) -> "Guest":
        """The same person, after the house was closed and opened again."""
        other = Guest(home, self.visit, self.token, self.code)
        other.count = self.count
        return other

    async def take(self, kind: InboundKind, **fields: str) -> Taken:
        """One message, as the web chat gives it to the house."""
        self.count += 1
        inbound = Inbound(
            channel="web", address=self.visit.handle, external_id=f"message-{self.count}", kind=kind, at=self.home.now,
            **fields,
        )  # fmt: skip
        self.home.now += timedelta(seconds=5)
        return await self.home.house.desk.take(self.visit, inbound)

    async def says(self, text: str) -> list[str]:
        """Types, and gives what was said to that."""
        return _heard((await self.take("text", text=text)).lines)

    async def uses(self, command: str) -> list[str]:
        """Uses a tool."""
        return _heard((await self.take("command", data=command)).lines)

    async def presses(self, at: int) -> Taken:
        """Presses button `at` (from 0) of the open question."""
        return await self.take("press", data=(await self.question())[0].buttons[at].data)

    async def lines(self) -> list[Line]:
        """The conversation as the phone shows it."""
        return await self.home.house.desk.lines(self.visit, 0, 2000)

    async def heard(self) -> list[Outbound]:
        """All bubbles so far."""
        return [line.out for line in await self.lines() if line.out]

    async def question(self) -> tuple[Ask, str]:
        """The last question, and its step."""
        return next((out.ask, out.step) for out in reversed(await self.heard()) if out.ask)

    async def answers(self, given: Mapping[str, str] | None = None) -> Taken:
        """Answers the open question, with what was given for its step or else the first that fits."""
        act = act_on(*await self.question(), given or {})
        return await self.take(act.kind, **{"data" if act.kind == "press" else "text": act.value})

    async def until(self, step: str, given: Mapping[str, str] | None = None) -> None:
        """Answers until this step asks something."""
        for _ in range(FAR):
            if (await self.question())[1] == step:
                return
            await self.answers(given)
        raise AssertionError(f"never came at {step}; stands at {(await self.question())[1]}")


def _heard(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines if line.out]


@asynccontextmanager
async def home_in(data: Path) -> AsyncIterator[Home]:
    """A house that runs, and closes when the test is over."""
    home = Home(data)
    await home.house.start()
    try:
        yield home
    finally:
        await home.house.stop()
