"""What every channel offers to delivery."""

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from bot.messages import Outbound


class Parcel(Struct, frozen=True, kw_only=True):
    """One bubble on its way. `id` is its outbox row, `n` its place in the person's conversation."""

    id: int
    person: str
    channel: str
    address: str
    n: int
    outbound: Outbound
    tries: int = 0


class Channel(Protocol):
    """A way to reach people."""

    name: str

    async def send(self, parcel: Parcel) -> None:
        """Brings one bubble to the person; raises ChannelError."""
        ...


class CarefulChannel(Channel, Protocol):
    """A way to reach people in which a bubble must not be shown twice, and that may not be hurried."""

    begun: Callable[[int], None]
    """Called with the id of a bubble in the moment before it leaves."""

    def pause(self, parcel: Parcel) -> float:
        """Seconds after which this bubble may go out; it is counted as going out then. Asked once for each bubble."""
        ...
