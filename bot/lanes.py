"""The lanes of delivery: what waits for one person in one channel, and what goes first."""

import asyncio
from collections import deque
from collections.abc import Mapping

import msgspec
from msgspec import Struct, field

from bot.channels.base import Parcel
from bot.messages import Outbound
from bot.storage.outbox import BubbleToSend

Line = tuple[str, str]
"""A person and a channel: what stands in one line goes out in order."""

_outbound = msgspec.json.Decoder(Outbound)


class Lane(Struct):
    """What waits in one line.

    `holds` are the seconds that a bubble must still wait, `claimed` was noted as going out, `unknown` may have
    arrived once already, `trying` is on its way now. `urgent` is set while help in a crisis may wait here.
    """

    waiting: deque[Parcel] = field(default_factory=deque)
    holds: dict[int, float] = field(default_factory=dict)
    claimed: set[int] = field(default_factory=set)
    unknown: set[int] = field(default_factory=set)
    trying: int = 0
    urgent: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, parcel: Parcel, *, claimed: bool) -> None:
        """One more, at the end."""
        self.waiting.append(parcel)
        if claimed:
            self.claimed.add(parcel.id)
        if is_urgent(parcel):
            self.urgent.set()

    def next(self, *, passing: bool) -> Parcel:
        """The first; where help in a crisis may pass what waits, the first that helps."""
        first = self.waiting[0]
        if not passing or not self.urgent.is_set():
            return first
        for parcel in self.waiting:
            if is_urgent(parcel):
                return parcel
        self.urgent.clear()
        return first

    def over(self, parcel: Parcel) -> None:
        """This one is sent, or given up."""
        self.waiting.remove(parcel)
        self._forget(parcel.id)

    def later(self, parcel: Parcel) -> None:
        """This one keeps its place, with one more try behind it."""
        self.waiting[self.waiting.index(parcel)] = msgspec.structs.replace(parcel, tries=parcel.tries + 1)

    def lets_go(self, id: int) -> bool | None:
        """Takes out one that goes another way; whether it was claimed. None: it is not here, or left already."""
        found = next((parcel for parcel in self.waiting if parcel.id == id and id != self.trying), None)
        if found is None:
            return None
        claimed = id in self.claimed
        self.over(found)
        return claimed

    def clear(self) -> list[int]:
        """Nothing of it goes out any more; gives what it was."""
        ids = [parcel.id for parcel in self.waiting]
        self.waiting.clear()
        for id in ids:
            self._forget(id)
        return ids

    def _forget(self, id: int) -> None:
        self.holds.pop(id, None)
        self.claimed.discard(id)
        self.unknown.discard(id)


def line_of(parcel: Parcel) -> Line:
    """The line in which a bubble stands."""
    return parcel.person, parcel.channel


def is_urgent(parcel: Parcel) -> bool:
    """Whether it helps in a crisis."""
    return parcel.outbound.duty == "crisis"


def let_go(lanes: Mapping[Line, Lane], parcel: Parcel) -> bool | None:
    """Takes a bubble out of the lane of this person in which it stood until now, if it did not leave: see `lets_go`."""
    taken = (lane.lets_go(parcel.id) for line, lane in lanes.items() if line[0] == parcel.person)
    return next((claimed for claimed in taken if claimed is not None), None)


def along(bubble: BubbleToSend) -> Parcel:
    """A bubble from the outbox that is to go another way, where it was never tried."""
    return msgspec.structs.replace(parcel_of(bubble), tries=0)


def parcel_of(bubble: BubbleToSend) -> Parcel:
    """A bubble from the outbox, claimed for a try of which `tries` does not count yet."""
    return Parcel(
        id=bubble.id,
        person=bubble.person_id,
        channel=bubble.channel,
        address=bubble.address,
        n=bubble.n,
        outbound=_outbound.decode(bubble.body),
        tries=bubble.tries - 1,
    )
