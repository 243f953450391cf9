"""Outbox to channel: in order per person and channel, with back-off, and what happened written down."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta

import structlog

from bot.channels.base import CarefulChannel, Channel, Parcel
from bot.doubts import Doubts
from bot.errors import AwayError, ChannelError, OutcomeUnknownError, UnreachableError
from bot.lanes import Lane, Line, is_urgent, let_go, line_of, parcel_of
from bot.logs import where
from bot.slate import Slate
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.tally import FIRST_WAIT, LONGEST_WAIT, Tally

log = structlog.get_logger(__name__)

MOST_TRIES = 12
"""With doubling waits this takes over 18 minutes; after that a bubble is given up, and stays in the history.
Only a platform that is away altogether is waited for without end."""
AT_START = 500
"""Bubbles that are picked up in one go after a restart."""
AT_STOP = 5.0
"""Seconds that what is being sent gets when the house closes."""


class Delivery:
    """Sends what turns have committed.

    What goes through a careful channel is claimed first: after a crash it is then known what may have arrived, and
    that is not shown twice. Help in a crisis passes what waits there. A channel that can be shown a bubble twice
    without harm needs no claim.

    `doubts` are where the last bubble may not have arrived. `sleep` is how a lane waits between two tries.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Callable[[], datetime],
        *,
        slate: Slate | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._database = database
        self._channels = dict(channels)
        self._careful: dict[str, CarefulChannel] = {}
        self._clock = clock
        self._sleep = sleep
        self._lanes: dict[Line, Lane] = {}
        self._walks: dict[Line, asyncio.Task[None]] = {}
        self._resting: set[asyncio.Future[None]] = set()
        self._taken: set[int] = set()
        self._claiming = asyncio.Lock()
        self.doubts = Doubts()
        self._slate = slate
        self._tally = Tally(database, clock, rest=self._rest, noted=self._over)

    def add(self, channel: CarefulChannel) -> None:
        """One more way to reach people; before anything is offered."""
        self._channels[channel.name] = self._careful[channel.name] = channel
        if self._slate is not None:
            channel.begun = self._slate.begun

    async def recover(self) -> int:
        """After a restart: what was committed and not sent goes out now; gives how many bubbles."""
        now = self._clock()
        names = sorted(self._channels)
        found = 0
        walks: set[asyncio.Task[None]] = set()
        begun = self._slate.open() if self._slate is not None else None
        await self._database.write(lambda unit: unit.outbox.recover(now, now, begun=begun))
        if self._slate is not None:
            self._slate.over(begun or ())
        lost = await self._database.read(lambda unit: unit.outbox.unsure(names))
        self.doubts.after_a_fall(lost, told=begun is not None)
        while True:
            async with self._claiming:
                bubbles = await self._database.write(lambda unit: unit.outbox.claim(now, AT_START, channels=names))
                self._ours(bubble.id for bubble in bubbles if bubble.id in self._taken)
            fresh = [parcel_of(bubble) for bubble in bubbles if bubble.id not in self._taken]
            found += len(fresh)
            self.offer(fresh, claimed=True)
            walks |= {self._walks[line_of(one)] for one in fresh}
            if not bubbles and not walks:
                return found
            if not bubbles:
                # Of these people the database gives no more until this much is sent and written down.
                _, walks = await asyncio.wait(walks, return_when=asyncio.FIRST_COMPLETED)
                await self._tally.written()

    def _over(self, ids: Iterable[int]) -> None:
        """The database knows how these went."""
        done = list(ids)
        self._taken.difference_update(done)
        if self._slate is not None:
            self._slate.over(done)

    def _ours(self, ids: Iterable[int]) -> None:
        """These were claimed for a lane in which they stand already: a turn was quicker than the recovery."""
        quicker = set(ids)
        for lane in self._lanes.values() if quicker else ():
            lane.claimed |= {parcel.id for parcel in lane.waiting if parcel.id in quicker}

    def offer(self, parcels: Iterable[Parcel], *, claimed: bool = False) -> None:
        """Takes bubbles that are on disk, in order; one that is known goes another way now, unless it just left."""
        for parcel in parcels:
            held = let_go(self._lanes, parcel) if parcel.id in self._taken else claimed
            if held is None:
                continue
            self._taken.add(parcel.id)
            lane = self._lanes.get(line := line_of(parcel))
            if lane is None:
                lane = self._lanes[line] = Lane()
                self._walks[line] = asyncio.create_task(self._walk_lane(line, lane), name="lane")
            lane.add(parcel, claimed=held)

    def forget(self, person: str) -> None:
        """Sends nothing more of what waits for this person: they were erased, or went away."""
        for line, lane in self._lanes.items():
            if line[0] == person:
                self._drop(lane)

    async def drained(self) -> None:
        """Until all lanes are empty and what was sent is written down."""
        while self._walks:
            await asyncio.gather(*self._walks.values(), return_exceptions=True)
        await self._tally.written()

    async def stop(self) -> None:
        """Ends; what could not be sent yet stays in the outbox for the next start."""
        for task in list(self._resting):
            task.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.drained(), timeout=AT_STOP)
        left = list(self._walks.values())
        for walk in left:
            walk.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await self._tally.stop()
        if self._slate is not None:
            self._slate.close()

    async def _walk_lane(self, line: Line, lane: Lane) -> None:
        try:
            while lane.waiting:
                parcel = lane.next(passing=line[1] in self._careful)
                if await self._held(lane, parcel):
                    continue  # Meanwhile something more urgent may have come, or this one was taken away.
                lane.trying = parcel.id
                over = await self._try(lane, parcel)
                lane.trying = 0
                if parcel not in lane.waiting:
                    continue  # It was taken away meanwhile.
                if over:
                    lane.over(parcel)
                else:
                    lane.later(parcel)
        finally:
            self._drop(lane)
            del self._lanes[line], self._walks[line]

    async def _held(self, lane: Lane, parcel: Parcel) -> bool:
        """Waits as long as this bubble must; False when it may go out at once."""
        careful = self._careful.get(parcel.channel)
        if careful is not None and parcel.id not in lane.holds:
            lane.holds[parcel.id] = careful.pause(parcel)
        wait = lane.holds.get(parcel.id, 0.0)
        if wait <= 0:
            return False
        stays, began = careful is None or is_urgent(parcel), self._clock()
        await self._rest(wait, unless=None if stays else lane.urgent)
        cut_short = lane.urgent.is_set() and not stays
        lane.holds[parcel.id] = max(0.0, wait - (self._clock() - began).total_seconds()) if cut_short else 0.0
        return True

    async def _try(self, lane: Lane, parcel: Parcel) -> bool:
        """Sends one bubble; False when it must be tried again after the wait that is noted in the lane."""
        channel = self._channels.get(parcel.channel)
        if channel is None:
            self._over([parcel.id])
            return True
        try:
            if parcel.channel in self._careful and not await self._claimed(lane, parcel):
                self._over([parcel.id])
                return True
            await channel.send(parcel)
        except UnreachableError as error:
            await self._unreachable(lane, parcel, error)
            return True
        except OutcomeUnknownError as error:
            return await self._unsure(lane, parcel, error)
        except ChannelError as error:
            return await self._again(lane, parcel, error)
        except Exception as error:  # the boundary of the lane: a fault of ours must not silence a person for good
            log.error("delivery.fault", channel=parcel.channel, error=type(error).__name__, where=where(error))
            return await self._again(lane, parcel, error)
        self._tally.sent(parcel.id)
        self.doubts.arrived((parcel.channel, parcel.address))
        return True

    async def _claimed(self, lane: Lane, parcel: Parcel) -> bool:
        """Claims it, unless that was done; help in a crisis does not wait for a database that is away."""
        if parcel.id in lane.claimed:
            return True
        try:
            mine = await self._tally.claim(parcel.id)
        except Exception as error:  # whatever the database says, it cannot be noted now
            if not is_urgent(parcel):
                raise
            log.warning("delivery.not_claimed", error=type(error).__name__)
            return True
        if mine:
            lane.claimed.add(parcel.id)
            return True
        async with self._claiming:  # A recovery may just have claimed it for us.
            return parcel.id in lane.claimed

    async def _unsure(self, lane: Lane, parcel: Parcel, error: OutcomeUnknownError) -> bool:
        """It may have arrived: help in a crisis goes out once more, anything else does not."""
        if is_urgent(parcel) and parcel.id not in lane.unknown:
            lane.unknown.add(parcel.id)
            return await self._again(lane, parcel, error)
        name, now = type(error).__name__, self._clock()
        self.doubts.unsure.add((parcel.channel, parcel.address))
        await self._note(lambda unit: unit.outbox.mark_unknown([parcel.id], name, now))
        self._over([parcel.id])
        log.warning("delivery.unknown", channel=parcel.channel, outbox=parcel.id)
        return True

    async def _again(self, lane: Lane, parcel: Parcel, error: Exception) -> bool:
        name = type(error).__name__
        retryable, retry_after = True, None
        if isinstance(error, ChannelError):
            retryable, retry_after = error.retryable, error.retry_after
        # A platform that is away says nothing about this bubble: it waits until there is one again.
        tired = parcel.tries + 1 >= MOST_TRIES and not isinstance(error, AwayError)
        if tired or not retryable:
            await self._note(lambda unit: unit.outbox.mark_failed(parcel.id, name, None))
            self._over([parcel.id])
            log.warning("delivery.given_up", channel=parcel.channel, outbox=parcel.id, error=name)
            return True
        wait = retry_after or min(FIRST_WAIT * 2**parcel.tries, LONGEST_WAIT)
        retry_at = self._clock() + timedelta(seconds=wait)
        await self._note(lambda unit: unit.outbox.mark_failed(parcel.id, name, retry_at))
        lane.claimed.discard(parcel.id)
        if self._slate is not None and not isinstance(error, OutcomeUnknownError):
            self._slate.undone(parcel.id)
        lane.holds[parcel.id] = wait
        return False

    async def _unreachable(self, lane: Lane, parcel: Parcel, error: UnreachableError) -> None:
        now, name = self._clock(), type(error).__name__

        def note(unit: Unit) -> None:
            unit.people.set_unreachable(parcel.person, now)
            unit.outbox.mark_failed(parcel.id, name, None)
            unit.outbox.drop_waiting(parcel.person, name)

        # First: what comes while this is written is an answer to someone who wrote again.
        lane.waiting.remove(parcel)
        self._drop(lane)
        await self._note(note)
        self._over([parcel.id])
        log.info("delivery.unreachable", channel=parcel.channel, person=parcel.person)

    def _drop(self, lane: Lane) -> None:
        self._taken.difference_update(lane.clear())

    async def _rest(self, seconds: float, unless: asyncio.Event | None = None) -> None:
        """Waits, unless the house closes, or this happens."""
        rest = asyncio.ensure_future(self._sleep(seconds))
        self._resting.add(rest)
        woken = asyncio.ensure_future(unless.wait()) if unless is not None else None
        try:
            if woken is None:
                await rest
                return
            await asyncio.wait({rest, woken}, return_when=asyncio.FIRST_COMPLETED)
            if rest.cancelled():
                raise asyncio.CancelledError
        finally:
            self._resting.discard(rest)
            rest.cancel()
            if woken is not None:
                woken.cancel()

    async def _note(self, work: Callable[[Unit], object]) -> None:
        """Writes down how it went. Without a database the sending goes on: the row stays for the next start."""
        try:
            await self._database.write(work)
        except Exception as error:  # the boundary of the lane
            log.warning("delivery.not_noted", error=type(error).__name__)
