"""The mailbox: takes everything that waits into one transaction, in order per person, and answers who sent it."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

import structlog
from msgspec import Struct

from bot.batch import Batch, Result
from bot.channels.base import Parcel
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.errors import ClosingError, DatabaseUnreachableError, DataFolderError
from bot.logs import where
from bot.messages import Inbound
from bot.storage.database import Database
from bot.storage.eraser import Eraser
from bot.storage.erasures import Unfinished
from bot.storage.unit import Unit

log = structlog.get_logger(__name__)

MOST = 64
"""Messages in one transaction: more gains nothing, and makes the first of them wait."""

AWAY = (DatabaseUnreachableError, DataFolderError)
"""What passes: nothing was stored, nothing is wrong with the message, and the sender must try again."""

Clock = Callable[[], datetime]
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class _Waiting(Struct):
    inbound: Inbound
    answer: "asyncio.Future[Result]"


class Errand(Protocol[T_co]):
    """Work of a unit that may run again after a clash, and what must be sent once it is stored."""

    @property
    def parcels(self) -> Sequence[Parcel]: ...

    def run(self, unit: Unit) -> T_co: ...


class Turns:
    """One mailbox for a process. `submit` returns after the commit.

    `announce` is called with each result after the commit and before anything is sent, so that a person's other
    open pages see their own line before the answer to it. `shut_out` hears of whom a login has ended.
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
        self.shut_out: Callable[[str], None] = _nothing
        self._database = database
        self._eraser = eraser
        self._conversation = conversation
        self._delivery = delivery
        self._clock = clock
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._loop: asyncio.Task[None] | None = None
        self._leaving: dict[str, asyncio.Task[None]] = {}
        self._closing = False

    def start(self) -> None:
        """Begins to take messages."""
        self._loop = asyncio.create_task(self._run(), name="turns")

    async def stop(self) -> None:
        """Finishes what waits, and then ends; what comes later is refused."""
        self._closing = True
        if self._loop is not None:
            await self._waiting.join()
            self._loop.cancel()
            await asyncio.gather(self._loop, *self._leaving.values(), return_exceptions=True)

    async def submit(self, inbound: Inbound) -> Result:
        """Takes a message; returns when its effects are on disk.

        Raises DatabaseUnreachableError or DataFolderError when they cannot be stored now, ClosingError after `stop`.
        """
        if self._closing:
            raise ClosingError
        answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait(_Waiting(inbound, answer))
        return await answer

    async def run(self, errand: Errand[T]) -> T:
        """Does something beside the mailbox in a transaction of its own, and sends what it says."""
        result = await self._database.write(errand.run)
        self._delivery.offer(errand.parcels)
        return result

    @property
    def conversation(self) -> Conversation:
        """What turns are made with."""
        return self._conversation

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
        except AWAY as error:
            for one in group:
                _fail(one, error)
        except Exception as error:  # the boundary of the loop: whatever went wrong, the others must go on
            log.warning("turns.group_failed", size=len(group), error=type(error).__name__)
            for one in group:
                await self._alone(one)
        else:
            for one, result in zip(group, results, strict=True):
                self._answer(one, result)

    async def _alone(self, one: _Waiting) -> None:
        try:
            self._answer(one, (await self._together([one.inbound]))[0])
        except AWAY as error:
            _fail(one, error)
        except Exception as error:  # the boundary of the loop: set this one apart, with an apology
            name = type(error).__name__
            log.error(
                "turns.failed", channel=one.inbound.channel, kind=one.inbound.kind, error=name, where=where(error)
            )
            try:
                _tell(one, await self._apart(one.inbound, name))
            except Exception as worse:  # not even that: the sender must try again later
                log.error("turns.quarantine_failed", error=type(worse).__name__, where=where(worse))
                _fail(one, worse)

    async def _together(self, group: Sequence[Inbound]) -> list[Result]:
        now = self._clock()
        desk = Batch(self._conversation, now)
        results = await self._database.write(lambda unit: desk.run(unit, group))
        self._afterwards(desk, results, now)
        return results

    async def _apart(self, inbound: Inbound, error: str) -> Result:
        now = self._clock()
        desk = Batch(self._conversation, now)
        result = await self._database.write(lambda unit: desk.quarantine(unit, inbound, error))
        self._afterwards(desk, [result], now)
        return result

    def _afterwards(self, desk: Batch, results: Sequence[Result], now: datetime) -> None:
        """What follows from a commit. Nothing here can undo it, so no fault here may make the sender try again."""
        for result in results:
            try:
                self.announce(result)
            except Exception as error:  # the page reads its lines again by itself
                log.error("turns.announce_failed", error=type(error).__name__, where=where(error))
        self._delivery.offer(desk.parcels)
        for person in desk.shut_out:
            self.shut_out(person)
        for gone in desk.unfinished:
            self._delivery.forget(gone.person_id)
            self._leaving[gone.person_id] = asyncio.create_task(self._erase(gone, now), name="erase")

    async def _erase(self, gone: Unfinished, now: datetime) -> None:
        """Beside the mailbox: cleaning a large database takes longer than others may wait."""
        try:
            await self._eraser.complete(gone, now)
        except Exception as error:  # the key and the rows are gone; the nightly purge removes the files
            log.error("turns.erasure_unfinished", error=type(error).__name__, where=where(error))
        finally:
            del self._leaving[gone.person_id]

    def _answer(self, one: _Waiting, result: Result) -> None:
        """Tells the sender; who asked to be erased hears it when that is done."""
        leaving = self._leaving.get(result.person) if result.outcome == "gone" else None
        if leaving is None:
            _tell(one, result)
        else:
            leaving.add_done_callback(lambda _: _tell(one, result))


def _nobody(result: Result) -> None:
    """No page to tell."""


def _nothing(person: str) -> None:
    """Nobody reads along."""


def _tell(one: _Waiting, result: Result) -> None:
    if not one.answer.done():
        one.answer.set_result(result)


def _fail(one: _Waiting, error: BaseException) -> None:
    if not one.answer.done():
        one.answer.set_exception(error)
