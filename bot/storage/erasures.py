"""Erasures: destroying a person's key and rows, and the ledger that makes it final, also after a restore."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Column, Table, bindparam, delete, or_, select, update

from bot.storage import circle_tables, tables
from bot.storage.bulk import BulkInsert, replacing
from bot.storage.repository import Repository
from bot.storage.tables import erasures, inbox, media, people, timers

_EMPTIED: tuple[Table, ...] = (
    tables.addresses,
    tables.invites,
    tables.web_sessions,
    tables.outbox,
    tables.sessions,
    tables.answers,
    tables.shares,
    tables.requests,
    tables.progress,
    tables.timers,
    tables.quarantine,
    circle_tables.roles,
    circle_tables.bonds,
    circle_tables.yeses,
    circle_tables.absences,
    circle_tables.case_asks,
    circle_tables.guests,
    circle_tables.talks,
    circle_tables.intakes,
    circle_tables.profiles,
    circle_tables.signers,
    circle_tables.looks,
)
"""The tables whose rows of a person go at once. Media goes when the files are gone, the inbox is blanked."""

_WITH_OTHERS: tuple[tuple[Table, Column[str], Table], ...] = (
    (circle_tables.cases, circle_tables.cases.c.person_id, circle_tables.case_asks),
    (circle_tables.meetings, circle_tables.meetings.c.maker_id, circle_tables.guests),
    (circle_tables.cards, circle_tables.cards.c.person_id, circle_tables.signers),
)
"""Tables whose rows of a person have rows of others under them: (table, whose it is, table under it)."""

_ABOUT_BOTH: tuple[Column[str], ...] = (
    circle_tables.bonds.c.coach_id,
    circle_tables.looks.c.by_id,
    circle_tables.pairs.c.person_id,
    circle_tables.pairs.c.other_id,
)
"""Columns in which a person makes the whole row go."""

_FORGOTTEN: tuple[Column[str], ...] = (
    circle_tables.cases.c.coach_id,
    circle_tables.talks.c.coach_id,
    circle_tables.intakes.c.coach_id,
    circle_tables.cards.c.maker_id,
)
"""Columns that forget the person; the row is about somebody else."""

_VISITS = ("asked", "yes", "no")
"""What somebody says for whom a meeting is; a colleague who comes along says something else."""

_AT_ONCE = 500
_LOCK = select(people.c.id).where(people.c.id == bindparam("person")).with_for_update()
_LEDGER = BulkInsert(
    erasures,
    "person_id",
    "erased_at",
    "done_at",
    # An erasure that applies again after a restore keeps its date, and is open until the files are gone.
    finish=replacing(erasures, "done_at"),
)


class Unfinished(Struct, frozen=True):
    """An erased person of whom these files may still be there."""

    person_id: str
    files: tuple[str, ...]


class Erasures(Repository):
    """Erases in two transactions: `begin`, then the caller removes the files, then `finish`."""

    def begin(self, person_id: str, at: datetime) -> Unfinished:
        """Destroy the key, take away every row, write the ledger; gives the media files to remove."""
        self._connection.execute(_LOCK, {"person": person_id}).all()
        _LEDGER.run(self._connection, [(person_id, at, None)])
        self._connection.execute(
            update(people).where(people.c.id == person_id),
            {
                "handle": None,
                "name_sealed": None,
                "facts_sealed": None,
                "wrapped_key": None,
                "status": "stopped",
                "key_destroyed_at": at,
            },
        )
        self._leave_circle(person_id)
        # What is planned for others because of this person, such as who comes along: it names the person by id.
        named = or_(
            timers.c.purpose.contains(person_id, autoescape=True), timers.c.payload.contains(person_id, autoescape=True)
        )
        self._connection.execute(delete(timers).where(named))
        for table in _EMPTIED:
            self._connection.execute(delete(table).where(table.c.person_id == person_id))
        self._connection.execute(
            update(inbox).where(inbox.c.person_id == person_id),
            {"person_id": None, "n": None, "body_sealed": None},
        )
        self._keys.drop(person_id)
        return Unfinished(person_id, self._files(person_id))

    def _leave_circle(self, person_id: str) -> None:
        """The person's own meetings and cards go with all who were asked; the rows of others forget the person."""
        for parent, own, child in _WITH_OTHERS:
            mine = select(parent.c.id).where(own == person_id)
            self._connection.execute(delete(child).where(child.columns[0].in_(mine)))
            self._connection.execute(delete(parent).where(own == person_id))
        mine = select(circle_tables.guests.c.meeting_id).where(
            circle_tables.guests.c.person_id == person_id, circle_tables.guests.c.answer.in_(_VISITS)
        )
        # The place may be the person's home, in the words of who planned it.
        self._connection.execute(
            update(circle_tables.meetings).where(circle_tables.meetings.c.id.in_(mine)), {"place_sealed": b""}
        )
        for column in _ABOUT_BOTH:
            self._connection.execute(delete(column.table).where(column == person_id))
        for column in _FORGOTTEN:
            self._connection.execute(update(column.table).where(column == person_id), {column.name: None})

    def finish(self, person_id: str, at: datetime) -> None:
        """Note that the files are gone too; only the ledger still knows the (random) id."""
        self._connection.execute(delete(media).where(media.c.person_id == person_id))
        self._connection.execute(delete(people).where(people.c.id == person_id))
        self._connection.execute(update(erasures).where(erasures.c.person_id == person_id), {"done_at": at})

    def unfinished(self) -> list[Unfinished]:
        """Erasures that a crash cut short."""
        wanted = select(erasures.c.person_id).where(erasures.c.done_at.is_(None))
        ids = self._connection.execute(wanted.order_by(erasures.c.erased_at)).scalars().all()
        return [Unfinished(person_id, self._files(person_id)) for person_id in ids]

    def still_here(self, ids: Sequence[str]) -> list[str]:
        """Which of these erased people are in this database, because it was restored from before."""
        found: list[str] = []
        for start in range(0, len(ids), _AT_ONCE):
            some = people.c.id.in_(ids[start : start + _AT_ONCE])
            found += self._connection.execute(select(people.c.id).where(some).order_by(people.c.id)).scalars()
        return found

    def _files(self, person_id: str) -> tuple[str, ...]:
        wanted = select(media.c.file_name).where(media.c.person_id == person_id)
        return tuple(self._connection.execute(wanted.order_by(media.c.id)).scalars())
