"""The middle of the house over a real database, with a moved clock and a wire that writes down what it was given."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.alarm import Alarm
from bot.batch import Result
from bot.channels.base import Channel, Parcel
from bot.content.models.flow import Course, Flow
from bot.content.models.library import Library
from bot.content.models.signals import Signal
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.flows.session import Session, parse
from bot.messages import Inbound, InboundKind
from bot.storage.database import Database
from bot.storage.eraser import Eraser
from bot.storage.ledger import Ledger
from bot.storage.lines import Line
from bot.storage.media import MediaFolder
from bot.turns import Turns
from tests.flows import small
from tests.flows.small import choice, flow, say
from tests.storage.cast import FATIMA, JAN, NOW, settle_in

WIRE = "telegram"
"""The channel under which `settle_in` gives people an address."""

__all__ = [
    "FATIMA",
    "JAN",
    "NOW",
    "WIRE",
    "Clock",
    "Household",
    "Naps",
    "Wire",
    "chatter",
    "library_of",
    "planner",
    "typed",
]


class Clock:
    """A clock that stands still until it is moved; with `step` each look moves it on."""

    def __init__(self, at: datetime = NOW, step: timedelta = timedelta(0)) -> None:
        self.at = at
        self.step = step

    def __call__(self) -> datetime:
        self.at += self.step
        return self.at

    def move(self, **length: float) -> datetime:
        """Time passes."""
        self.at += timedelta(**length)
        return self.at


class Wire:
    """A channel to nowhere. `faults` are raised, one a try, for a person; `blocked` people wait until set free."""

    name = WIRE

    def __init__(self, news: asyncio.Event) -> None:
        self.news = news
        self.sent: list[Parcel] = []
        self.tries: list[tuple[str, int]] = []
        self.faults: dict[str, deque[Exception]] = defaultdict(deque)
        self.gates: dict[str, asyncio.Event] = {}

    async def send(self, parcel: Parcel) -> None:
        self.tries.append((parcel.person, parcel.n))
        gate = self.gates.get(parcel.person)
        if gate is not None:
            await gate.wait()
        if self.faults[parcel.person]:
            raise self.faults[parcel.person].popleft()
        self.sent.append(parcel)
        self.news.set()

    def places(self, person: str = JAN) -> list[int]:
        """The places in the conversation of what this person got, in order."""
        return [parcel.n for parcel in self.sent if parcel.person == person]


class Naps:
    """Sleeps without sleeping: notes how long, moves the clock, and gives way once."""

    def __init__(self, clock: Clock, news: asyncio.Event) -> None:
        self.clock = clock
        self.news = news
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)
        self.clock.move(seconds=seconds)
        self.news.set()
        await asyncio.sleep(0)


class Household:
    """Turns, delivery and alarm, joined as `bot.bootstrap` joins them. The people come with `settle`."""

    def __init__(
        self,
        database: Database,
        folder: Path,
        library: Library,
        *,
        clock: Clock | None = None,
        channel: Channel | None = None,
    ) -> None:
        self.database = database
        self.folder = folder
        self.clock = clock or Clock()
        self.news = asyncio.Event()
        self.naps = Naps(self.clock, self.news)
        self.wire = Wire(self.news)
        self.conversation = Conversation(library)
        self.ledger = Ledger(folder / "erasures.txt")
        self.media = MediaFolder(folder / "media")
        self.eraser = Eraser(database, self.ledger, self.media)
        used = channel or self.wire
        self.delivery = Delivery(database, {used.name: used}, self.clock, sleep=self.naps)
        self.turns = Turns(database, self.eraser, self.conversation, self.delivery, clock=self.clock)
        self.alarm = Alarm(database, self.conversation, self.delivery, clock=self.clock)
        self._count = 0

    async def __aenter__(self) -> Self:
        self.turns.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.turns.stop()
        await self.delivery.stop()

    async def settle(self, *people: str) -> Self:
        """People who were never here before."""
        await self.database.write(lambda unit: settle_in(unit, *people))
        return self

    async def says(self, text: str, person: str = JAN, **fields: Any) -> Result:
        """A person types, and what follows is sent."""
        result = await self.turns.submit(self.inbound(text, person, **fields))
        await self.delivery.drained()
        return result

    async def says_all(self, texts: Iterable[str], person: str = JAN) -> Result:
        """A person types several things, each after the answer."""
        result = None
        for text in texts:
            result = await self.says(text, person)
        assert result is not None, "nothing was said"
        return result

    async def until(self, holds: Callable[[], bool], seconds: float = 20) -> None:
        """Until this holds; it is looked at again after each bubble and each nap."""
        async with asyncio.timeout(seconds):
            while not holds():
                self.news.clear()
                await self.news.wait()

    def inbound(self, text: str = "", person: str = JAN, **fields: Any) -> Inbound:
        """A message with an id of its own, unless one is given."""
        self._count += 1
        kind: InboundKind = fields.pop("kind", "text")
        base = {"channel": WIRE, "address": person, "external_id": f"{person}-{self._count}", "at": self.clock()}
        return Inbound(**{**base, **fields}, kind=kind, text=text)

    async def session(self, person: str = JAN) -> Session | None:
        """Where a person stands, as it is stored."""
        stored = await self.database.read(lambda unit: unit.sessions.load([person], lock=False))
        return parse(stored[person][0]) if person in stored else None

    async def version(self, person: str = JAN) -> int:
        """How many transactions changed a person's session."""
        stored = await self.database.read(lambda unit: unit.sessions.load([person], lock=False))
        return stored[person][1] if person in stored else 0

    async def lines(self, person: str = JAN) -> list[Line]:
        """The stored conversation."""
        return await self.database.read(lambda unit: unit.lines.after(person, 0, 10_000))

    async def states(self, person: str = JAN) -> dict[int, str]:
        """How the sending of each bubble went."""
        return {line.n: line.state for line in await self.lines(person) if line.side == "out"}


def typed(result: Result) -> str:
    """What the person's own line says."""
    assert result.own is not None, "the message left no line"
    return result.own.spoken.text


def library_of(*flows: Flow | Course) -> Library:
    """The small library with these flows, words of crisis, and what belongs after it."""
    found = small.library(
        flow("crisis-vraag", choice("echt", "Are you safe?", "Yes", "No", skip="Skip"), duty="crisis"),
        flow("crisis-daarna", choice("nu", "How is it now?", "Better", skip="Skip"), duty="crisis"),
        *flows,
    )
    signals = (
        Signal(id="end-it", kind="crisis-certain", phrases=("end my life",), yes=("i will end my life",)),
        Signal(id="dark", kind="crisis-doubtful", phrases=("all is dark",), yes=("all is dark",)),
        Signal(id="pill", kind="medical", phrases=("my pills",), yes=("my pills",)),
    )
    return Library(
        flows=found.flows,
        words=found.words,
        signals=signals,
        pictures=found.pictures,
        films=found.films,
        revision=found.revision,
    )


def planner() -> Library:
    """A library whose welcome makes a plan with two tasks for one day, and then takes any words."""
    lines = [{"text": "{one}"}, {"text": "{two}"}]
    return library_of(
        flow(
            "welkom",
            choice("mag", "May I?", {"label": "Yes"}, {"label": "No", "next": "weg"}, required=True),
            {"id": "ja", "kind": "do", "action": "agree"},
            {"id": "een", "kind": "text", "text": "One?", "save": "one", "skip": "Skip"},
            {"id": "twee", "kind": "text", "text": "Two?", "save": "two", "skip": "Skip"},
            {"id": "dag", "kind": "date", "text": "When?", "save": "day", "skip": "Skip"},
            {
                "id": "plan",
                "kind": "keep",
                "paper": "plan",
                "title": "Plan",
                "lines": lines,
                "tasks": [{"what": "one", "day": "day"}, {"what": "two", "day": "day"}],
            },
            {"id": "woord", "kind": "text", "text": "A word?", "skip": "Skip", "next": "woord", "skip_to": "woord"},
            {"id": "weg", "kind": "do", "action": "decline"},
        ),
        flow(
            "plan-vraag",
            choice(
                "vraag",
                "Did you {task}?",
                {"label": "Done", "next": "vink"},
                {"label": "Not yet", "next": "weer"},
                skip="Not now",
                skip_to="weer",
                when={"key": "task"},
            ),
            {"id": "vink", "kind": "do", "action": "tick", "next": "end"},
            {"id": "weer", "kind": "do", "action": "untick", "next": "end"},
        ),
    )


def chatter() -> Library:
    """A library whose welcome takes any words, again and again, and has doors to everything that a turn can do.

    The word `Doors` opens them; `Round` leads into steps that never ask: a turn that fails in the real engine.
    """
    doors = choice(
        "deur",
        "Which door?",
        {"label": "Talk", "next": "praat"},
        {"label": "Round", "next": "rond"},
        {"label": "Erase", "next": "wis"},
        {"label": "Later", "next": "later"},
        skip="Back",
        next="woord",
        when={"key": "word", "is": ["Doors"]},
    )
    return library_of(
        flow(
            "welkom",
            choice("mag", "May I?", {"label": "Yes"}, {"label": "No", "next": "nee"}, required=True),
            {"id": "ja", "kind": "do", "action": "agree"},
            {"id": "woord", "kind": "text", "text": "A word?", "save": "word", "skip": "Skip", "skip_to": "woord"},
            doors,
            {"id": "praat", "kind": "do", "action": "want_talk", "next": "woord"},
            {"id": "rond", "kind": "do", "action": "want_help", "next": "rond-2"},
            {"id": "rond-2", "kind": "do", "action": "want_help", "next": "rond"},
            {"id": "later", "kind": "do", "action": "check_in", "next": "woord"},
            {"id": "wis", "kind": "do", "action": "erase", "next": "end"},
            say("nee", "Fine."),
            {"id": "weg", "kind": "do", "action": "decline"},
        ),
    )
