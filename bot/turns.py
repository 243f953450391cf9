"""The mailbox: takes everything that waits into one transaction, in order per person, and answers who sent it."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Literal

import msgspec
import structlog
from msgspec import Struct

from bot import spoken
from bot.channels.base import Parcel
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.errors import DatabaseUnreachableError
from bot.flows.engine import Turned
from bot.flows.session import Session, parse
from bot.keeping import Keeping, Moved
from bot.messages import Inbound
from bot.spoken import Spoken
from bot.storage.database import Database
from bot.storage.eraser import Eraser
from bot.storage.erasures import Unfinished
from bot.storage.inbox import Settled
from bot.storage.people import PersonRow
from bot.storage.unit import Unit

log = structlog.get_logger(__name__)

MOST = 64
"""Messages in one transaction: more gains nothing, and makes the first of them wait."""

Clock = Callable[[], datetime]
Outcome = Literal["done", "repeat", "stranger", "failed", "gone"]


class OwnLine(Struct, frozen=True):
    """The person's own line as it was kept."""

    n: int
    inbound: Inbound
    spoken: Spoken


class Result(Struct, frozen=True, kw_only=True):
    """What became of one message: the own line, and what was said to it (already on its way).

    `standing` is the flow/step at which the person now stands.
    """

    outcome: Outcome
    at: datetime
    person: str = ""
    standing: str = ""
    own: OwnLine | None = None
    parcels: tuple[Parcel, ...] = ()


class _Waiting(Struct):
    inbound: Inbound
    answer: "asyncio.Future[Result]"


class Turns:
    """One mailbox for a process. `submit` returns after the commit.

    `announce` is called with each result after the commit and before anything is sent, so that a person's other
    open pages see their own line before the answer to it.
    """

    def __init__(
        self,
        database: Database,
        eraser: Eraser,
        conversation: Conversation,
        delivery: Delivery,
        *,
        clock: Clock,
    ) -> None:
        self.announce: Callable[[Result], None] = _nobody
        self._database = database
        self._eraser = eraser
        self._conversation = conversation
        self._delivery = delivery
        self._clock = clock
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._loop: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to take messages."""
        self._loop = asyncio.create_task(self._run(), name="turns")

    async def stop(self) -> None:
        """Finishes what waits, and then ends."""
        await self._waiting.join()
        if self._loop is not None:
            self._loop.cancel()
            with suppress(asyncio.CancelledError):
                await self._loop

    async def submit(self, inbound: Inbound) -> Result:
        """Takes a message; returns when its effects are on disk. Raises when the database is away."""
        answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait(_Waiting(inbound, answer))
        return await answer

    def now(self) -> datetime:
        """The time by which turns are taken."""
        return self._clock()

    async def _run(self) -> None:
        while True:
            group = [await self._waiting.get()]
            while len(group) < MOST and not self._waiting.empty():
                group.append(self._waiting.get_nowait())
            try:
                await self._take(group)
            finally:
                for _ in group:
                    self._waiting.task_done()

    async def _take(self, group: Sequence[_Waiting]) -> None:
        """The whole group at once; when that fails each alone, so that one bad message holds up nobody."""
        try:
            results = await self._together([one.inbound for one in group])
        except DatabaseUnreachableError as error:
            for one in group:
                _fail(one, error)
        except Exception as error:  # the boundary of the loop: whatever went wrong, the others must go on
            log.warning("turns.group_failed", size=len(group), error=type(error).__name__)
            for one in group:
                await self._alone(one)
        else:
            for one, result in zip(group, results, strict=True):
                _tell(one, result)

    async def _alone(self, one: _Waiting) -> None:
        try:
            _tell(one, (await self._together([one.inbound]))[0])
        except DatabaseUnreachableError as error:
            _fail(one, error)
        except Exception as error:  # the boundary of the loop: set this one apart, with an apology
            log.exception("turns.failed", channel=one.inbound.channel, kind=one.inbound.kind)
            try:
                _tell(one, await self._apart(one.inbound, type(error).__name__))
            except Exception as worse:  # not even that: the sender must try again later
                log.exception("turns.quarantine_failed", channel=one.inbound.channel)
                _fail(one, worse)

    async def _together(self, group: Sequence[Inbound]) -> list[Result]:
        now = self._clock()
        desk = _Group(self._conversation, now)
        results = await self._database.write(lambda unit: desk.run(unit, group))
        for result in results:
            self.announce(result)
        self._delivery.offer(desk.parcels)
        for gone in desk.unfinished:
            await self._eraser.complete(gone, now)
        return results

    async def _apart(self, inbound: Inbound, error: str) -> Result:
        now = self._clock()
        desk = _Group(self._conversation, now)
        result = await self._database.write(lambda unit: desk.quarantine(unit, inbound, error))
        self.announce(result)
        self._delivery.offer(desk.parcels)
        return result


class _Group:
    """The work of one transaction."""

    def __init__(self, conversation: Conversation, now: datetime) -> None:
        self._conversation = conversation
        self._now = now
        self._keeping: Keeping | None = None

    @property
    def parcels(self) -> list[Parcel]:
        """What must be sent, after the commit."""
        return self._keeping.parcels if self._keeping else []

    @property
    def unfinished(self) -> list[Unfinished]:
        """Erasures whose files must still go."""
        return self._keeping.unfinished if self._keeping else []

    def run(self, unit: Unit, group: Sequence[Inbound]) -> list[Result]:
        """Claims, loads, runs each turn, writes once."""
        keeping = self._keeping = Keeping(unit, self._now)
        fresh = unit.inbox.claim(group)
        people = unit.people.by_addresses([(one.channel, one.address) for one in group])
        self._load(unit, keeping, people.values())
        results = []
        for one in group:
            key = (one.channel, one.external_id)
            person = people.get((one.channel, one.address))
            if key not in fresh:
                results.append(Result(outcome="repeat", at=self._now, person=person.id if person else ""))
            elif person is None:
                results.append(Result(outcome="stranger", at=self._now))
            else:
                fresh.discard(key)
                results.append(self._turn(keeping, person, one))
        keeping.write()
        return [self._addressed(keeping, result) for result in results]

    def quarantine(self, unit: Unit, inbound: Inbound, error: str) -> Result:
        """Sets a message apart that could not be handled, and says sorry; the open question stays open."""
        keeping = self._keeping = Keeping(unit, self._now)
        person = unit.people.by_addresses([(inbound.channel, inbound.address)]).get((inbound.channel, inbound.address))
        body = msgspec.json.encode(inbound)
        unit.quarantine.put(inbound, person_id=person.id if person else None, error=error, body=body, at=self._now)
        if person is None:
            return Result(outcome="failed", at=self._now)
        self._load(unit, keeping, [person])
        session = keeping.moved[person.id].session
        turned = self._conversation.engine.apologise(session, self._now)
        result = self._keep(keeping, person, inbound, turned)
        keeping.write()
        return msgspec.structs.replace(self._addressed(keeping, result), outcome="failed")

    def _load(self, unit: Unit, keeping: Keeping, people: Iterable[PersonRow]) -> None:
        rows = {row.id: row for row in people}
        stored = unit.sessions.load(rows)
        for person, row in rows.items():
            blob, version = stored.get(person, (b"", 0))
            session = parse(blob) if blob else Session(person=person)
            session.facts = {**_facts(row), **{key: session.facts[key] for key in ("name",) if key in session.facts}}
            keeping.moved[person] = Moved(session=session, version=version)

    def _turn(self, keeping: Keeping, person: PersonRow, inbound: Inbound) -> Result:
        if person.id in keeping.erased:
            return Result(outcome="gone", at=self._now, person=person.id)
        session = keeping.moved[person.id].session
        session.reached = (inbound.channel, inbound.address)
        session.seen = self._now
        return self._keep(keeping, person, inbound, self._conversation.turn(session, inbound, self._now))

    def _keep(self, keeping: Keeping, person: PersonRow, inbound: Inbound, turned: Turned) -> Result:
        keeping.moved[person.id].session = turned.session
        body = spoken.dump(inbound, turned.shown)
        own = None
        if turned.shown or inbound.media:
            own = OwnLine(turned.n, inbound, spoken.parse(body))
            keeping.settle(
                Settled(
                    channel=inbound.channel,
                    external_id=inbound.external_id,
                    person_id=person.id,
                    n=turned.n,
                    body=body,
                )
            )
        said = keeping.effects(turned.session, turned.effects)
        outcome: Outcome = "gone" if person.id in keeping.erased else "done"
        top = turned.session.top
        standing = f"{top.flow}/{top.step}" if top else ""
        return Result(outcome=outcome, at=self._now, standing=standing, person=person.id, own=own, parcels=tuple(said))

    def _addressed(self, keeping: Keeping, result: Result) -> Result:
        """The same result with the ids that the bubbles got in the outbox."""
        known = {(parcel.person, parcel.n): parcel for parcel in keeping.parcels}
        parcels = tuple(known.get((parcel.person, parcel.n), parcel) for parcel in result.parcels)
        return msgspec.structs.replace(result, parcels=parcels)


def _nobody(result: Result) -> None:
    """No page to tell."""


def _facts(row: PersonRow) -> dict[str, str]:
    return msgspec.json.decode(row.facts, type=dict[str, str]) if row.facts else {}


def _tell(one: _Waiting, result: Result) -> None:
    if not one.answer.done():
        one.answer.set_result(result)


def _fail(one: _Waiting, error: BaseException) -> None:
    if not one.answer.done():
        one.answer.set_exception(error)
