"""The outbox: what must be sent, in order for each person, and how that went."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import and_, bindparam, exists, literal_column, null, select, update

from bot.messages import Duty
from bot.storage import queue
from bot.storage.bulk import BulkInsert, BulkUpdate
from bot.storage.repository import AnyRow, Repository
from bot.storage.tables import outbox

Address = tuple[str, str]
OutboxState = Literal["waiting", "sending", "sent", "failed", "unknown"]

CRISIS_TRIES = 2
"""Help in a crisis is sent once more when it is not known whether it arrived; anything else never is."""


class NewBubble(Struct, frozen=True, kw_only=True):
    """One bubble to send, in place `n` of the person's conversation, not before `due_at`."""

    person_id: str
    channel: str
    address: str
    n: int
    body: bytes
    due_at: datetime
    duty: Duty = "course"


class BubbleToSend(Struct, frozen=True, kw_only=True):
    """A claimed bubble, unsealed. `tries` counts this try too."""

    id: int
    person_id: str
    channel: str
    address: str
    n: int
    duty: Duty
    body: bytes
    tries: int


class SaidRow(Struct, frozen=True, kw_only=True):
    """A bubble in the history, unsealed."""

    n: int
    channel: str
    duty: Duty
    body: bytes
    at: datetime
    state: OutboxState


_ADD = BulkInsert(
    outbox,
    "person_id",
    "channel",
    "address",
    "n",
    "duty",
    "body_sealed",
    "state",
    "due_at",
    finish=lambda insert: insert.returning(outbox.c.id, outbox.c.person_id, outbox.c.n),
)

_KEPT = (
    outbox.c.n,
    outbox.c.channel,
    outbox.c.duty,
    outbox.c.body_sealed,
    outbox.c.due_at,
    outbox.c.sent_at,
    outbox.c.state,
)
_MINE = (outbox.c.person_id == bindparam("person"), outbox.c.body_sealed.is_not(None))
_AFTER = select(*_KEPT).where(*_MINE, outbox.c.n > bindparam("n")).order_by(outbox.c.n).limit(bindparam("most"))
_BEFORE = select(*_KEPT).where(*_MINE, outbox.c.n < bindparam("n")).order_by(outbox.c.n.desc()).limit(bindparam("most"))

_CLAIM_THESE = BulkUpdate(
    update(outbox)
    .where(outbox.c.id == bindparam("b_id"), outbox.c.state == literal_column("'waiting'"))
    .values(
        state=literal_column("'sending'"),
        claimed_at=bindparam("b_now"),
        tries=outbox.c.tries + literal_column("1"),
    ),
    "b_id",
    "b_now",
)
_MARK_SENT = BulkUpdate(
    update(outbox)
    .where(outbox.c.id == bindparam("b_id"))
    .values(state=literal_column("'sent'"), sent_at=bindparam("b_at"), error=null()),
    "b_id",
    "b_at",
)


class Outbox(Repository):
    """What must be sent."""

    def add(self, bubbles: Sequence[NewBubble]) -> list[int]:
        """Put bubbles in the queue; gives their ids, in the same order."""
        rows = [
            (
                one.person_id,
                one.channel,
                one.address,
                one.n,
                one.duty,
                self._keys.seal(one.person_id, f"out {one.n}", one.body),
                "waiting",
                one.due_at,
            )
            for one in bubbles
        ]
        ids = {(person, n): id for id, person, n in _ADD.returning(self._connection, rows)}
        return [ids[one.person_id, one.n] for one in bubbles]

    def claim(self, now: datetime, limit: int, *, channels: Sequence[str]) -> list[BubbleToSend]:
        """Take what is due: help in a crisis first, and of each person nothing before what precedes it.

        It gives a few more than `limit` when the order of someone's bubbles asks for that.
        """
        taken = queue.claim(self._connection, now, limit, channels)
        self._keys.fetch(row.person_id for row in taken)
        return [self._to_send(row) for row in taken]

    def claim_these(self, ids: Iterable[int], now: datetime) -> set[int]:
        """Take bubbles that a turn has just committed; gives those that still waited."""
        wanted = sorted(ids)
        if _CLAIM_THESE.run(self._connection, [(id, now) for id in wanted]) == len(wanted):
            return set(wanted)
        mine = (outbox.c.id.in_(wanted), outbox.c.state == "sending", outbox.c.claimed_at == now)
        return set(self._connection.execute(select(outbox.c.id).where(*mine)).scalars())

    def mark_sent(self, ids: Iterable[int], at: datetime) -> None:
        """These arrived."""
        _MARK_SENT.run(self._connection, [(id, at) for id in sorted(ids)])

    def mark_failed(self, bubble_id: int, error: str, retry_at: datetime | None) -> None:
        """This one did not arrive; `error` is the name of a class. Without `retry_at` it is given up."""
        if retry_at is None:
            self._mark([bubble_id], state="failed", error=error)
        else:
            self._mark([bubble_id], state="waiting", error=error, due_at=retry_at)

    def mark_unknown(self, ids: Iterable[int], error: str, retry_at: datetime) -> None:
        """It is not known whether these arrived: help in a crisis is sent once more, anything else is not."""
        again = and_(outbox.c.id.in_(sorted(ids)), outbox.c.state == "sending")
        self._lost(again, error, retry_at)

    def recover(self, claimed_before: datetime, now: datetime, *, begun: Collection[int] | None = None) -> int:
        """After a restart: settle the bubbles that were being sent when the sender fell away; how many.

        What waited for its next try waits no longer: who knew when that would be is gone.
        `begun` are those that may have left; all others surely did not, and wait again. None: it is not known.
        """
        put_off = (outbox.c.state == "waiting", outbox.c.due_at > now)
        self._connection.execute(update(outbox).where(*put_off).values(due_at=now))
        lost = and_(outbox.c.state == "sending", outbox.c.claimed_at < claimed_before)
        if begun is not None:
            found = self._connection.execute(select(outbox.c.id).where(lost)).scalars()
            self._mark([id for id in found if id not in begun], state="waiting", error="NotSent", due_at=now)
        return self._lost(lost, "SenderLost", now)

    def unsure(self, channels: Sequence[str]) -> list[tuple[str, str, str]]:
        """The (channel, address, error) where it is not known whether the last bubble of somebody arrived."""
        later = outbox.alias("later")
        newer = exists().where(later.c.person_id == outbox.c.person_id, later.c.n > outbox.c.n)
        wanted = select(outbox.c.channel, outbox.c.address, outbox.c.error).where(
            outbox.c.state == "unknown", outbox.c.channel.in_(list(channels)), ~newer
        )
        return [(row.channel, row.address, row.error or "") for row in self._connection.execute(wanted)]

    def drop_waiting(self, person_id: str, error: str) -> int:
        """Give up what still waits for a person who can no longer be reached; how many."""
        waiting = (outbox.c.person_id == person_id, outbox.c.state == "waiting")
        given_up = update(outbox).where(*waiting).values(state="failed", error=error)
        return self._connection.execute(given_up).rowcount

    def bring_along(self, person_id: str, old: Address, new: Address, now: datetime) -> list[BubbleToSend]:
        """What is not sent yet to one address of a person is for another from now on; gives it, in order.

        What is on its way at this moment is among it: who sends it sends it where it was going.
        """
        mine = (outbox.c.person_id == person_id, outbox.c.channel == old[0], outbox.c.address == old[1])
        there = {"channel": new[0], "address": new[1], "due_at": now, "tries": 0}
        along = update(outbox).where(*mine, outbox.c.state.in_(("waiting", "sending"))).values(there)
        rows = self._connection.execute(along.returning(*outbox.c)).all()
        return [self._to_send(row) for row in sorted(rows, key=lambda row: row.n)]

    def next_due(self, channels: Sequence[str]) -> datetime | None:
        """When the next bubble may go out, to sleep until then."""
        wanted = (
            select(outbox.c.due_at)
            .where(outbox.c.state == "waiting", outbox.c.channel.in_(list(channels)))
            .order_by(outbox.c.due_at)
            .limit(1)
        )
        return self._connection.execute(wanted).scalar()

    def history(self, person_id: str, after: int, limit: int) -> list[SaidRow]:
        """What was said to a person after place `after`, in order."""
        rows = self._connection.execute(_AFTER, {"person": person_id, "n": after, "most": limit})
        return [self._said(person_id, row) for row in rows]

    def history_before(self, person_id: str, before: int, limit: int) -> list[SaidRow]:
        """The last things that were said before place `before`, in order."""
        rows = self._connection.execute(_BEFORE, {"person": person_id, "n": before, "most": limit})
        return [self._said(person_id, row) for row in rows][::-1]

    def _lost(self, which: Any, error: str, retry_at: datetime) -> int:
        twice = and_(outbox.c.duty == "crisis", outbox.c.tries < CRISIS_TRIES)
        again = update(outbox).where(which, twice).values(state="waiting", error=error, due_at=retry_at)
        over = update(outbox).where(which).values(state="unknown", error=error)
        return self._connection.execute(again).rowcount + self._connection.execute(over).rowcount

    def _mark(self, ids: Iterable[int], **values: object) -> None:
        wanted = sorted(ids)
        if wanted:
            self._connection.execute(update(outbox).where(outbox.c.id.in_(wanted)).values(**values))

    def _to_send(self, row: AnyRow) -> BubbleToSend:
        return BubbleToSend(
            id=row.id,
            person_id=row.person_id,
            channel=row.channel,
            address=row.address,
            n=row.n,
            duty=row.duty,
            body=self._keys.unseal(row.person_id, f"out {row.n}", row.body_sealed),
            tries=row.tries,
        )

    def _said(self, person_id: str, row: AnyRow) -> SaidRow:
        return SaidRow(
            n=row.n,
            channel=row.channel,
            duty=row.duty,
            body=self._keys.unseal(person_id, f"out {row.n}", row.body_sealed),
            at=row.sent_at or row.due_at,
            state=row.state,
        )
