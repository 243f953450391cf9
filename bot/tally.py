"""The tally of sending: what is claimed before it goes out, and what arrived, many of both in one transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta

import structlog

from bot.storage.database import Database
from bot.storage.unit import Unit

log = structlog.get_logger(__name__)

FIRST_WAIT = 1.0
LONGEST_WAIT = 300.0
"""Seconds between tries to write down what was sent, doubling from the first to the longest."""


INSTANT = timedelta(seconds=1)


class Tally:
    """While one transaction is written, what comes meanwhile gathers for the next. `noted` hears what arrived."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        *,
        rest: Callable[[float], Awaitable[None]],
        noted: Callable[[Iterable[int]], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._rest = rest
        self._noted = noted
        self._sent: list[int] = []
        self._claims: dict[int, asyncio.Future[bool]] = {}
        self._writer: asyncio.Task[None] | None = None
        self._last: datetime | None = None

    async def claim(self, id: int) -> bool:
        """Notes that a bubble goes out now; False when it may not any more. Raises when the database is away."""
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._claims[id] = answer
        self._wake()
        return await answer

    def sent(self, id: int) -> None:
        """Notes, soon, that this one arrived."""
        self._sent.append(id)
        self._wake()

    async def written(self) -> None:
        """Until everything is written down."""
        while self._writer is not None and not self._writer.done():
            await asyncio.gather(self._writer, return_exceptions=True)

    async def stop(self) -> None:
        """Ends; what was sent and not noted is settled after the next start."""
        if self._writer is not None:
            self._writer.cancel()
            await asyncio.gather(self._writer, return_exceptions=True)

    def _wake(self) -> None:
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write(), name="tally")

    async def _write(self) -> None:
        wait = FIRST_WAIT
        while self._sent or self._claims:
            sent, self._sent = self._sent, []
            claims, self._claims = self._claims, {}
            try:
                taken = await self._database.write(_noting(sent, list(claims), self._moment()))
            except Exception as error:  # the boundary of the loop: what was sent must never be forgotten
                log.warning("delivery.not_noted", error=type(error).__name__)
                self._sent = [*sent, *self._sent]
                for answer in claims.values():
                    if not answer.done():
                        answer.set_exception(error)
                if self._sent:
                    await self._rest(wait)
                    wait = min(wait * 2, LONGEST_WAIT)
                continue
            wait = FIRST_WAIT
            self._noted(sent)
            for id, answer in claims.items():
                if not answer.done():
                    answer.set_result(id in taken)

    def _moment(self) -> datetime:
        """A time of its own for each group: by it the rows that this group claimed are known."""
        now = self._clock()
        if self._last is not None and now <= self._last < now + INSTANT:
            now = self._last + timedelta(microseconds=1)
        self._last = now
        return now


def _noting(sent: list[int], claims: list[int], at: datetime) -> Callable[[Unit], set[int]]:
    def work(unit: Unit) -> set[int]:
        unit.outbox.mark_sent(sent, at)
        return unit.outbox.claim_these(claims, at)

    return work
