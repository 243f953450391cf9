"""The order of the outbox: which bubbles may go out now, so that nobody ever gets the second before the first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    text,
    union,
    update,
)

from bot.storage.repository import AnyRow
from bot.storage.tables import outbox

_CLAIMS_LOCK = 0x6F707374
"""One claim at a time on PostgreSQL, so that two senders never take two bubbles of one person."""

_now: BindParameter[datetime] = bindparam("b_now")
_duty: BindParameter[str] = bindparam("b_duty")

# What a person gets through one channel is one line of people at a counter. Whoever stands further on is blocked by
# someone before them who is being served, or who may not be served yet; and anything ordinary by any help in a crisis.
_earlier = outbox.alias("earlier")
_before = and_(
    _earlier.c.person_id == outbox.c.person_id,
    _earlier.c.channel == outbox.c.channel,
    _earlier.c.n < outbox.c.n,
    # Spelled out, not bound: only so does a database see that its index on unsent bubbles fits.
    text("earlier.state IN ('waiting', 'sending')"),
)
_held = and_(_earlier.c.duty == _duty, or_(_earlier.c.state == "sending", _earlier.c.due_at > _now))
_blocked = exists().where(_before, or_(_held, and_(_duty == literal_column("'course'"), _earlier.c.duty == "crisis")))
_due = (
    select(outbox.c.id, outbox.c.person_id, outbox.c.channel, outbox.c.n)
    .where(
        outbox.c.state == "waiting",
        outbox.c.due_at <= _now,
        outbox.c.duty == _duty,
        outbox.c.channel.in_(bindparam("b_channels", expanding=True)),
        ~_blocked,
    )
    .order_by(outbox.c.due_at, outbox.c.id)
    .limit(bindparam("b_most"))
    .cte("due")
)
# The limit may cut between two bubbles of a person of which the second was due first: the first comes along.
_first = outbox.alias("first")
_along = select(_first.c.id).join(
    _due,
    and_(
        _first.c.person_id == _due.c.person_id,
        _first.c.channel == _due.c.channel,
        _first.c.n < _due.c.n,
        text("first.state IN ('waiting', 'sending')"),
        _first.c.duty == _duty,
    ),
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(union(select(_due.c.id), _along)))
    .values(state="sending", claimed_at=_now, tries=outbox.c.tries + 1)
    .returning(*outbox.c)
)


def claim(connection: Connection, now: datetime, limit: int, channels: Sequence[str]) -> list[AnyRow]:
    """Claim what is due, help in a crisis first; a few more than `limit` when order asks for it."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _CLAIMS_LOCK})
    taken: list[Any] = []
    for duty in ("crisis", "course"):
        if len(taken) < limit:
            asked = {"b_now": now, "b_duty": duty, "b_channels": list(channels), "b_most": limit - len(taken)}
            taken += _in_order(connection.execute(_CLAIM, asked).all())
    return taken


def _in_order(rows: Sequence[Any]) -> list[Any]:
    """By when they are due, but of each person by their place: a bubble is not due before what precedes it."""
    latest: dict[tuple[str, str], datetime] = {}
    timed = []
    for row in sorted(rows, key=lambda row: row.n):
        line = (row.person_id, row.channel)
        latest[line] = max(row.due_at, latest.get(line, row.due_at))
        timed.append((latest[line], row))
    return [row for _, row in sorted(timed, key=lambda pair: pair[0])]
