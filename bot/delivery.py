"""Outbox to channel: in order per person, people side by side, with back-off, and what happened written down."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta

import msgspec
import structlog

from bot.channels.base import Channel, Parcel
from bot.errors import ChannelError, UnreachableError
from bot.logs import where
from bot.messages import Outbound
from bot.storage.database import Database
from bot.storage.outbox import BubbleToSend
from bot.storage.unit import Unit

log = structlog.get_logger(__name__)

FIRST_WAIT = 1.0
LONGEST_WAIT = 300.0
"""Seconds between tries, doubling from the first to the longest."""
MOST_TRIES = 12
"""With doubling waits this takes over 18 minutes; after that a bubble is given up, and stays in the history."""
AT_START = 500
"""Bubbles that are picked up in one go after a restart."""
AT_STOP = 5.0
"""Seconds that what is being sent gets when the house closes."""

_outbound = msgspec.json.Decoder(Outbound)


class Delivery:
    """Sends what turns have committed. A channel that can be shown a bubble twice without harm needs no claim.

    `sleep` is how a lane waits between two tries.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Callable[[], datetime],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._database = database
        self._channels = dict(channels)
        self._clock = clock
        self._sleep = sleep
        self._lanes: dict[str, deque[Parcel]] = {}
        self._walks: dict[str, asyncio.Task[None]] = {}
        self._resting: set[asyncio.Future[None]] = set()
        self._taken: set[int] = set()
        self._sent: list[int] = []
        self._marker: asyncio.Task[None] | None = None

    async def recover(self) -> int:
        """After a restart: what was committed and not sent goes out now; gives how many bubbles."""
        now = self._clock()
        names = sorted(self._channels)
        found = 0
        walks: set[asyncio.Task[None]] = set()
        await self._database.write(lambda unit: unit.outbox.recover(now, now))
        while True:
            bubbles = await self._database.write(lambda unit: unit.outbox.claim(now, AT_START, channels=names))
            fresh = [_parcel(bubble) for bubble in bubbles if bubble.id not in self._taken]
            found += len(fresh)
            self.offer(fresh)
            walks |= {self._walks[one.person] for one in fresh}
            if not bubbles and not walks:
                return found
            if not bubbles:
                # Of these people the database gives no more until this much is sent and written down.
                _, walks = await asyncio.wait(walks, return_when=asyncio.FIRST_COMPLETED)
                await self._marked()

    def offer(self, parcels: Iterable[Parcel]) -> None:
        """Takes bubbles that are on disk, in the order in which each person must get them."""
        for parcel in parcels:
            self._taken.add(parcel.id)
            lane = self._lanes.get(parcel.person)
            if lane is not None:
                lane.append(parcel)
                continue
            self._lanes[parcel.person] = deque([parcel])
            self._walks[parcel.person] = asyncio.create_task(self._walk_lane(parcel.person), name="lane")

    def forget(self, person: str) -> None:
        """Sends nothing more of what waits for this person: they were erased."""
        lane = self._lanes.get(person)
        if lane is not None:
            self._drop(lane, left=0)

    async def drained(self) -> None:
        """Until all lanes are empty and what was sent is written down."""
        while self._walks:
            await asyncio.gather(*self._walks.values(), return_exceptions=True)
        await self._marked()

    async def stop(self) -> None:
        """Ends; what could not be sent yet stays in the outbox for the next start."""
        for task in list(self._resting):
            task.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.drained(), timeout=AT_STOP)
        left = [*self._walks.values(), *([self._marker] if self._marker else [])]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _walk_lane(self, person: str) -> None:
        lane = self._lanes[person]
        try:
            while lane:
                parcel = lane[0]
                over = await self._try(parcel)
                if not lane or lane[0] is not parcel:
                    continue  # It was taken away meanwhile.
                if over:
                    lane.popleft()
                else:
                    lane[0] = msgspec.structs.replace(parcel, tries=parcel.tries + 1)
        finally:
            self._drop(lane, left=0)
            del self._lanes[person], self._walks[person]

    async def _try(self, parcel: Parcel) -> bool:
        """Sends one bubble; False when it must be tried again (the wait is over by then)."""
        channel = self._channels.get(parcel.channel)
        if channel is None:
            self._taken.discard(parcel.id)
            return True
        try:
            await channel.send(parcel)
        except UnreachableError as error:
            await self._unreachable(parcel, error)
            return True
        except ChannelError as error:
            return await self._again(parcel, error)
        except Exception as error:  # the boundary of the lane: a fault of ours must not silence a person for good
            log.error("delivery.fault", channel=parcel.channel, error=type(error).__name__, where=where(error))
            return await self._again(parcel, error)
        self._mark(parcel.id)
        return True

    async def _again(self, parcel: Parcel, error: Exception) -> bool:
        name = type(error).__name__
        retryable, retry_after = True, None
        if isinstance(error, ChannelError):
            retryable, retry_after = error.retryable, error.retry_after
        if not retryable or parcel.tries + 1 >= MOST_TRIES:
            await self._note(lambda unit: unit.outbox.mark_failed(parcel.id, name, None))
            self._taken.discard(parcel.id)
            log.warning("delivery.given_up", channel=parcel.channel, outbox=parcel.id, error=name)
            return True
        wait = retry_after or min(FIRST_WAIT * 2**parcel.tries, LONGEST_WAIT)
        retry_at = self._clock() + timedelta(seconds=wait)
        await self._note(lambda unit: unit.outbox.mark_failed(parcel.id, name, retry_at))
        await self._rest(wait)
        return False

    async def _unreachable(self, parcel: Parcel, error: UnreachableError) -> None:
        now, name = self._clock(), type(error).__name__

        def note(unit: Unit) -> None:
            unit.people.set_unreachable(parcel.person, now)
            unit.outbox.mark_failed(parcel.id, name, None)
            unit.outbox.drop_waiting(parcel.person, name)

        # First: what comes while this is written is an answer to someone who wrote again.
        self._drop(self._lanes[parcel.person], left=1)
        await self._note(note)
        self._taken.discard(parcel.id)
        log.info("delivery.unreachable", channel=parcel.channel, person=parcel.person)

    def _drop(self, lane: deque[Parcel], *, left: int) -> None:
        while len(lane) > left:
            self._taken.discard(lane.pop().id)

    async def _rest(self, seconds: float) -> None:
        """Waits, unless the house closes."""
        rest = asyncio.ensure_future(self._sleep(seconds))
        self._resting.add(rest)
        try:
            await rest
        finally:
            self._resting.discard(rest)

    async def _note(self, work: Callable[[Unit], object]) -> None:
        """Writes down how it went. Without a database the sending goes on: the row stays for the next start."""
        try:
            await self._database.write(work)
        except Exception as error:  # the boundary of the lane
            log.warning("delivery.not_noted", error=type(error).__name__)

    def _mark(self, id: int) -> None:
        """Collects what was sent; one write notes all that came together meanwhile."""
        self._sent.append(id)
        if self._marker is None or self._marker.done():
            self._marker = asyncio.create_task(self._write_marks(), name="marks")

    async def _marked(self) -> None:
        """Until what was sent is written down."""
        while self._marker is not None and not self._marker.done():
            await asyncio.gather(self._marker, return_exceptions=True)

    async def _write_marks(self) -> None:
        wait = FIRST_WAIT
        while self._sent:
            ids, self._sent = self._sent, []
            try:
                await self._note_sent(ids, self._clock())
            except Exception as error:  # the boundary of the loop: what was sent must never be forgotten
                log.warning("delivery.not_noted", error=type(error).__name__)
                self._sent = [*ids, *self._sent]
                await self._rest(wait)
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                self._taken.difference_update(ids)
                wait = FIRST_WAIT

    async def _note_sent(self, ids: list[int], at: datetime) -> None:
        await self._database.write(lambda unit: unit.outbox.mark_sent(ids, at))


def _parcel(bubble: BubbleToSend) -> Parcel:
    return Parcel(
        id=bubble.id,
        person=bubble.person_id,
        channel=bubble.channel,
        address=bubble.address,
        n=bubble.n,
        outbound=_outbound.decode(bubble.body),
        tries=bubble.tries - 1,
    )
