"""Outbox to channel: in order per person, people side by side, with back-off, and what happened written down."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog

from bot.channels.base import Channel, Parcel
from bot.errors import ChannelError, UnreachableError
from bot.messages import Outbound
from bot.storage.database import Database
from bot.storage.outbox import BubbleToSend
from bot.storage.unit import Unit

log = structlog.get_logger(__name__)

FIRST_WAIT = 1.0
LONGEST_WAIT = 300.0
"""Seconds between tries, doubling from the first to the longest."""
MOST_TRIES = 12
"""With doubling waits this is over half an hour; after that a bubble is given up, and stays in the history."""
AT_START = 500
"""Bubbles that are picked up in one go after a restart."""

_outbound = msgspec.json.Decoder(Outbound)


class Delivery:
    """Sends what turns have committed. A channel that can be shown a bubble twice without harm needs no claim."""

    def __init__(self, database: Database, channels: Mapping[str, Channel], clock: Callable[[], datetime]) -> None:
        self._database = database
        self._channels = dict(channels)
        self._clock = clock
        self._lanes: dict[str, deque[Parcel]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._sent: list[int] = []
        self._marker: asyncio.Task[None] | None = None

    async def recover(self) -> int:
        """After a restart: what was committed and not sent goes out now; gives how many bubbles."""
        now = self._clock()
        names = sorted(self._channels)
        found = 0
        await self._database.write(lambda unit: unit.outbox.recover(now, now))
        while True:
            bubbles = await self._database.write(lambda unit: unit.outbox.claim(now, AT_START, channels=names))
            if not bubbles:
                return found
            found += len(bubbles)
            self.offer([_parcel(bubble) for bubble in bubbles])
            await self.drained()

    def offer(self, parcels: Iterable[Parcel]) -> None:
        """Takes bubbles that are on disk, in the order in which each person must get them."""
        for parcel in parcels:
            lane = self._lanes.get(parcel.person)
            if lane is not None:
                lane.append(parcel)
                continue
            self._lanes[parcel.person] = deque([parcel])
            self._start(self._walk_lane(parcel.person))

    async def drained(self) -> None:
        """Until all lanes are empty and what was sent is written down."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def stop(self) -> None:
        """Ends; what could not be sent yet stays in the outbox for the next start."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.drained(), timeout=5)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _walk_lane(self, person: str) -> None:
        lane = self._lanes[person]
        while lane:
            parcel = lane[0]
            if await self._try(parcel):
                lane.popleft()
            else:
                lane[0] = msgspec.structs.replace(parcel, tries=parcel.tries + 1)
        del self._lanes[person]

    async def _try(self, parcel: Parcel) -> bool:
        """Sends one bubble; False when it must be tried again (the wait is over by then)."""
        channel = self._channels.get(parcel.channel)
        if channel is None:
            return True
        try:
            await channel.send(parcel)
        except UnreachableError as error:
            await self._unreachable(parcel, error)
            return True
        except ChannelError as error:
            return await self._again(parcel, error)
        self._mark(parcel.id)
        return True

    async def _again(self, parcel: Parcel, error: ChannelError) -> bool:
        name = type(error).__name__
        if not error.retryable or parcel.tries + 1 >= MOST_TRIES:
            await self._database.write(lambda unit: unit.outbox.mark_failed(parcel.id, name, None))
            log.warning("delivery.given_up", channel=parcel.channel, outbox=parcel.id, error=name)
            return True
        wait = error.retry_after or min(FIRST_WAIT * 2**parcel.tries, LONGEST_WAIT)
        retry_at = self._clock() + timedelta(seconds=wait)
        await self._database.write(lambda unit: unit.outbox.mark_failed(parcel.id, name, retry_at))
        await asyncio.sleep(wait)
        return False

    async def _unreachable(self, parcel: Parcel, error: UnreachableError) -> None:
        now, name = self._clock(), type(error).__name__

        def note(unit: Unit) -> None:
            unit.people.set_unreachable(parcel.person, now)
            unit.outbox.mark_failed(parcel.id, name, None)
            unit.outbox.drop_waiting(parcel.person, name)

        await self._database.write(note)
        lane = self._lanes[parcel.person]
        while len(lane) > 1:
            lane.pop()

    def _mark(self, id: int) -> None:
        """Collects what was sent; one write notes all that came together meanwhile."""
        self._sent.append(id)
        if self._marker is None or self._marker.done():
            self._marker = self._start(self._write_marks())

    async def _write_marks(self) -> None:
        while self._sent:
            ids, self._sent = self._sent, []
            await self._note_sent(ids, self._clock())

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
