"""Timers: what must happen later, one for each person and purpose."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct
from sqlalchemy import bindparam, literal_column, or_, select, update

from bot.storage.bulk import BulkInsert, BulkUpdate, replacing
from bot.storage.repository import Repository
from bot.storage.tables import people, timers

Outcome = Literal["fired", "skipped", "dead"]
TimerKey = tuple[str, str]


class NewTimer(Struct, frozen=True, kw_only=True):
    """Something for later. `payload` holds names and numbers only, never what a person typed: it is not sealed.

    `planned_at` is when it should be, `due_at` when it may be (quiet hours move it); both aware.
    """

    person_id: str
    purpose: str
    due_at: datetime
    planned_at: datetime
    payload: str = ""


class TimerRow(Struct, frozen=True, kw_only=True):
    """A timer that waits. `tries` counts the times that it failed."""

    person_id: str
    purpose: str
    due_at: datetime
    planned_at: datetime
    payload: str
    tries: int


class TimerMark(Struct, frozen=True, kw_only=True):
    """How a timer ended, when, and why."""

    person_id: str
    purpose: str
    state: Outcome
    at: datetime
    why: str = ""


_FRESH = ("due_at", "payload", "state", "planned_at", "fired_at", "why", "tries")
_SET = BulkInsert(timers, "person_id", "purpose", *_FRESH, finish=replacing(timers, *_FRESH))
_FIELDS = (
    timers.c.person_id,
    timers.c.purpose,
    timers.c.due_at,
    timers.c.planned_at,
    timers.c.payload,
    timers.c.tries,
)
_DUE = (
    select(*_FIELDS)
    .join(people, people.c.id == timers.c.person_id)
    .where(timers.c.state == "waiting", timers.c.due_at <= bindparam("now"))
    .order_by(timers.c.due_at, timers.c.person_id, timers.c.purpose)
    .limit(bindparam("most"))
    # Both: whoever is in a turn now is passed over until the next tick, and nobody waits in a circle.
    .with_for_update(of=[people, timers], skip_locked=True)
)
_MARK = BulkUpdate(
    update(timers)
    .where(
        timers.c.person_id == bindparam("b_person"),
        timers.c.purpose == bindparam("b_purpose"),
        timers.c.state == literal_column("'waiting'"),
    )
    .values(state=bindparam("b_state"), fired_at=bindparam("b_at"), why=bindparam("b_why")),
    "b_person",
    "b_purpose",
    "b_state",
    "b_at",
    "b_why",
)


class Timers(Repository):
    """What must happen later."""

    def set(self, fresh: Sequence[NewTimer]) -> None:
        """Set timers; one with the same person and purpose starts anew."""
        rows = [
            (one.person_id, one.purpose, one.due_at, one.payload, "waiting", one.planned_at, None, None, 0)
            for one in fresh
        ]
        _SET.run(self._connection, rows)

    def cancel(self, keys: Iterable[TimerKey], *, at: datetime, why: str) -> int:
        """Stop these (person, purpose) from firing; how many still waited."""
        return self.mark(
            [TimerMark(person_id=person, purpose=purpose, state="skipped", at=at, why=why) for person, purpose in keys]
        )

    def claim_due(self, now: datetime, limit: int) -> list[TimerRow]:
        """What is due, the longest overdue first. The people are locked until the transaction ends."""
        rows = self._connection.execute(_DUE, {"now": now, "most": limit}).mappings()
        return [TimerRow(**row) for row in rows]

    def mark(self, marks: Sequence[TimerMark]) -> int:
        """Note how timers ended; how many of them still waited."""
        rows = [(one.person_id, one.purpose, one.state, one.at, one.why) for one in marks]
        return _MARK.run(self._connection, rows)

    def failed(self, timer: TimerRow, *, retry_at: datetime, why: str, most: int) -> bool:
        """Note that firing failed: again at `retry_at`, or dead after `most` tries. True when it is dead."""
        dead = timer.tries + 1 >= most
        changed = (
            update(timers)
            .where(timers.c.person_id == timer.person_id, timers.c.purpose == timer.purpose)
            .values(
                state="dead" if dead else "waiting",
                due_at=retry_at,
                why=why,
                tries=timer.tries + 1,
            )
        )
        self._connection.execute(changed)
        return dead

    def was_set(self, person_id: str, purpose: str) -> bool:
        """Whether a timer with this purpose is there, however it ended."""
        here = (timers.c.person_id == person_id, timers.c.purpose == purpose)
        return self._connection.execute(select(timers.c.purpose).where(*here)).first() is not None

    def told_since(self, person_id: str, since: datetime) -> bool:
        """Whether something that was planned was said or asked to this person since then."""
        spoken = or_(timers.c.purpose.like("flow:%"), timers.c.purpose.like("task:%"))
        here = (timers.c.person_id == person_id, spoken, timers.c.state == "fired", timers.c.fired_at >= since)
        return self._connection.execute(select(timers.c.purpose).where(*here).limit(1)).first() is not None

    def of(self, person_id: str) -> list[TimerRow]:
        """What still waits for a person, the soonest first."""
        wanted = select(*_FIELDS).where(timers.c.person_id == person_id, timers.c.state == "waiting")
        rows = self._connection.execute(wanted.order_by(timers.c.due_at, timers.c.purpose)).mappings()
        return [TimerRow(**row) for row in rows]

    def next_due(self) -> datetime | None:
        """When the next timer is due, to sleep until then."""
        wanted = select(timers.c.due_at).where(timers.c.state == "waiting").order_by(timers.c.due_at).limit(1)
        return self._connection.execute(wanted).scalar()
