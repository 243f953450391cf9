"""What every channel offers to delivery."""

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
