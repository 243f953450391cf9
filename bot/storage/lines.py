"""Lines: a conversation as it was, both sides, in order."""

import sys
from collections.abc import Sequence
from datetime import datetime
from heapq import merge
from typing import Literal

from msgspec import Struct
from sqlalchemy import Connection

from bot.storage.inbox import Inbox, ReceivedRow
from bot.storage.outbox import Outbox, SaidRow
from bot.storage.repository import KeyRing, Repository

Side = Literal["in", "out"]
_LAST = min(sys.maxsize, 2**31 - 1)


class Line(Struct, frozen=True, kw_only=True):
    """One bubble of a conversation. `kind` and `external_id` belong to side "in", `state` and `duty` to "out"."""

    n: int
    side: Side
    channel: str
    body: bytes
    at: datetime
    kind: str = ""
    external_id: str = ""
    state: str = ""
    duty: str = ""


class Lines(Repository):
    """What was said by both sides. What the purge or an erasure took away is not in it."""

    __slots__ = ("_inbox", "_outbox")

    def __init__(self, connection: Connection, keys: KeyRing, inbox: Inbox, outbox: Outbox) -> None:
        super().__init__(connection, keys)
        self._inbox = inbox
        self._outbox = outbox

    def after(self, person_id: str, n: int, limit: int) -> list[Line]:
        """At most `limit` lines after place `n`, in order."""
        received = self._inbox.history(person_id, n, limit)
        return _merged(received, self._outbox.history(person_id, n, limit))[:limit]

    def before(self, person_id: str, limit: int, *, n: int = _LAST) -> list[Line]:
        """The last `limit` lines (before place `n`), in order."""
        received = self._inbox.history_before(person_id, n, limit)
        return _merged(received, self._outbox.history_before(person_id, n, limit))[-limit:]


def _merged(received: Sequence[ReceivedRow], said: Sequence[SaidRow]) -> list[Line]:
    return list(merge(map(_from_person, received), map(_to_person, said), key=lambda line: line.n))


def _from_person(row: ReceivedRow) -> Line:
    return Line(
        n=row.n,
        side="in",
        channel=row.channel,
        body=row.body,
        at=row.at,
        kind=row.kind,
        external_id=row.external_id,
    )


def _to_person(row: SaidRow) -> Line:
    return Line(
        n=row.n,
        side="out",
        channel=row.channel,
        body=row.body,
        at=row.at,
        state=row.state,
        duty=row.duty,
    )
