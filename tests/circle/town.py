"""Several people in one house with the real words: each has a chat, in which they press and read."""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from bot.circle.yes import PROGRESS
from bot.content.models.library import Library
from bot.flows.hearing import OPENED
from bot.messages import Button, Inbound, Outbound
from bot.newcomers import Newcomer, add_organisation, add_person
from bot.storage.database import Database
from bot.storage.progress import Finished
from bot.storage.shares import NewShare
from bot.storage.unit import Unit
from tests.agreed import agree
from tests.household import Clock, Household

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""Ten in the morning in the Netherlands."""
WORKS = "De Werkplaats"
URL = "https://chat.test"


class Town:
    """The house and who lives in it. A minute passes with each thing that somebody does."""

    def __init__(self, database: Database, folder: Path, library: Library) -> None:
        self.clock = Clock(MONDAY)
        self.library = library
        self.database = database
        self.home = Household(database, folder, library, clock=self.clock)
        self.home.conversation.url = URL
        self.count = itertools.count()

    async def settle(
        self, name: str, role: str = "employee", *, coach: "Neighbour | None" = None, works: str = WORKS
    ) -> "Neighbour":
        """Someone who agreed (an employee also to the coach seeing how far they are) and whose chat is quiet."""
        someone = await self.invite(name, role, coach=coach, works=works)

        def settle(unit: Unit) -> None:
            agree(unit, someone.id, ("web", someone.handle), self.clock())
            if role == "employee":
                unit.circle.allow(someone.id, PROGRESS, self.clock())

        await self.database.write(settle)
        return someone

    async def invite(
        self, name: str, role: str = "employee", *, coach: "Neighbour | None" = None, works: str = WORKS
    ) -> "Neighbour":
        """Someone who was invited and did nothing yet."""

        def add(unit: Unit) -> tuple[str, str]:
            newcomer = Newcomer(
                organisation_id=add_organisation(unit, works, self.clock()),
                name=name,
                facts={"organisation": works},
                role=role,
                coach=coach.id if coach else None,
            )
            return add_person(unit, newcomer, self.clock())

        return Neighbour(self, name, *await self.database.write(add))

    async def share(self, who: "Neighbour", text: str, flow: str = "uitgangspunten") -> None:
        """Someone lets their coach read this."""
        shared = NewShare(person_id=who.id, whom="coach", flow=flow, text=text, shared_at=self.clock())
        await self.database.write(lambda unit: unit.shares.add([shared]))

    async def finish(self, who: "Neighbour", course: str, lesson: str = "") -> None:
        """Someone finished a lesson, or the whole course."""
        done = Finished(person_id=who.id, course=course, lesson=lesson, at=self.clock())
        await self.database.write(lambda unit: unit.progress.add([done]))

    async def later(self, **length: float) -> None:
        """Time passes, and what is due comes."""
        self.clock.move(**length)
        while await self.home.alarm.tick():
            pass


class Neighbour:
    """One person with a phone. `taps` counts what was pressed."""

    def __init__(self, town: Town, name: str, id: str, handle: str) -> None:
        self.town = town
        self.name = name
        self.id = id
        self.handle = handle
        self.taps = 0
        self._read = 0

    async def opens(self) -> list[str]:
        """Opens the chat for the first time."""
        return await self._take(kind="command", data=OPENED)

    async def says(self, text: str) -> list[str]:
        """Types, and gives what was said since."""
        return await self._take(kind="text", text=text)

    async def presses(self, label: str) -> list[str]:
        """Presses the newest button with these words, and gives what was said since."""
        found = [button for bubble in await self.bubbles() for button in _buttons(bubble) if button.label == label]
        assert found, f"{self.name} sees no {label!r}, only {await self.labels()}"
        return await self.sends(found[-1].data)

    async def ticks(self, *places: int) -> list[str]:
        """Ticks these lines of the newest checklist, and presses that it is done."""
        asks = [bubble.ask for bubble in await self.bubbles() if bubble.ask and bubble.ask.shape == "checklist"]
        return await self.sends(f"{asks[-1].seq}:={','.join(map(str, places))}")

    async def sends(self, data: str) -> list[str]:
        """Sends what a button carries, also one that was never shown."""
        self.taps += 1
        return await self._take(kind="press", data=data)

    async def labels(self) -> list[str]:
        """What can be pressed in the newest bubble with buttons."""
        found = [_buttons(bubble) for bubble in await self.bubbles() if _buttons(bubble)]
        return [button.label for button in found[-1]] if found else []

    async def bubbles(self) -> list[Outbound]:
        """All that was said to this person."""
        lines = await self.town.database.read(lambda unit: unit.lines.after(self.id, -1, 1000))
        return [msgspec.json.decode(line.body, type=Outbound) for line in lines if line.side == "out"]

    async def news(self) -> list[str]:
        """What was said since this was last asked."""
        bubbles = await self.bubbles()
        fresh, self._read = bubbles[self._read :], len(bubbles)
        return [bubble.text for bubble in fresh]

    async def _take(self, **fields: Any) -> list[str]:
        await self.news()
        self.town.clock.move(minutes=1)
        inbound = Inbound(
            channel="web", address=self.handle, external_id=f"{self.handle}:{next(self.town.count)}",
            at=self.town.clock(), **fields,
        )  # fmt: skip
        result = await self.town.home.turns.submit(inbound)
        assert result.outcome in ("done", "stranger", "gone"), result.outcome
        return await self.news()


def _buttons(bubble: Outbound) -> tuple[Button, ...]:
    return bubble.ask.buttons if bubble.ask else ()


@asynccontextmanager
async def town_in(database: Database, folder: Path, library: Library) -> AsyncIterator[Town]:
    """A town that lives as long as the test."""
    town = Town(database, folder, library)
    async with town.home:
        yield town
