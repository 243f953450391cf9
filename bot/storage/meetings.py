"""Meetings: a coach talk, a group talk or a coffee visit, and what those who were asked said to it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Select, insert, or_, select, update

from bot.storage.bulk import BulkInsert
from bot.storage.circle_tables import guests, meetings
from bot.storage.repository import AnyRow, Repository

PLACE = "meeting place"
ASKED, YES, NO = "asked", "yes", "no"
"""What a guest said."""
MAYBE, ALONG, STAYS = "maybe", "along", "stays"
"""What a colleague said who was asked to come along."""


class NewMeeting(Struct, frozen=True, kw_only=True):
    """A meeting of so many minutes; `kind` is talk, group or coffee, `guests` who are asked besides the maker.

    One that is `offered` is a choice among others of the same maker and moment (`made_at`).
    """

    maker_id: str
    kind: str
    at: datetime
    minutes: int
    made_at: datetime
    place: str = ""
    guests: tuple[str, ...] = ()
    state: str = "planned"


class Meeting(Struct, frozen=True, kw_only=True):
    """A meeting, with the place unsealed; `state` is planned, offered or off."""

    id: int
    maker_id: str
    kind: str
    at: datetime
    minutes: int
    place: str
    state: str
    made_at: datetime


_GUEST = BulkInsert(guests, "meeting_id", "person_id", "answer", finish=lambda insert: insert.on_conflict_do_nothing())


class Meetings(Repository):
    """Meetings and their guests."""

    def add(self, meeting: NewMeeting) -> int:
        """Plan a meeting and ask its guests; gives its id."""
        row = {
            "maker_id": meeting.maker_id,
            "kind": meeting.kind,
            "at": meeting.at,
            "minutes": meeting.minutes,
            "place_sealed": self._keys.seal(meeting.maker_id, PLACE, meeting.place.encode()),
            "state": meeting.state,
            "made_at": meeting.made_at,
        }
        id: int = self._connection.execute(insert(meetings).returning(meetings.c.id), row).scalar_one()
        asked = [{"meeting_id": id, "person_id": one, "answer": ASKED} for one in meeting.guests]
        if asked:
            self._connection.execute(insert(guests), asked)
        return id

    def get(self, meeting_id: int) -> Meeting | None:
        """One meeting."""
        return next(iter(self._all(select(meetings).where(meetings.c.id == meeting_id))), None)

    def guests_of(self, meeting_id: int) -> dict[str, str]:
        """Who were asked, and their answers."""
        wanted = select(guests.c.person_id, guests.c.answer).where(guests.c.meeting_id == meeting_id)
        return {row.person_id: row.answer for row in self._connection.execute(wanted.order_by(guests.c.person_id))}

    def answer(self, meeting_id: int, person_id: str, *, says: str, at: datetime) -> bool:
        """Note what a guest says; False for who was not asked."""
        here = (guests.c.meeting_id == meeting_id, guests.c.person_id == person_id)
        changed = update(guests).where(*here)
        return self._connection.execute(changed, {"answer": says, "answered_at": at}).rowcount == 1

    def ask(self, meeting_id: int, person_id: str) -> bool:
        """Ask a colleague to come along; False for who was asked before."""
        return _GUEST.run(self._connection, [(meeting_id, person_id, MAYBE)]) == 1

    def offered_with(self, meeting: Meeting) -> list[Meeting]:
        """The choices of which this is one, the first moment first; nothing once one was chosen."""
        together = (meetings.c.maker_id == meeting.maker_id, meetings.c.made_at == meeting.made_at)
        found = self._all(select(meetings).where(*together, meetings.c.state == "offered"))
        here = self.guests_of(meeting.id).keys()
        return [one for one in found if self.guests_of(one.id).keys() == here]

    def choose(self, meeting_id: int) -> bool:
        """Let what was offered happen; False when it was chosen or taken back before."""
        here = (meetings.c.id == meeting_id, meetings.c.state == "offered")
        return self._connection.execute(update(meetings).where(*here), {"state": "planned"}).rowcount == 1

    def call_off(self, meeting_id: int) -> bool:
        """Let it not happen; False when it was off before."""
        here = (meetings.c.id == meeting_id, meetings.c.state != "off")
        return self._connection.execute(update(meetings).where(*here), {"state": "off"}).rowcount == 1

    def of(self, people: Iterable[str], *, since: datetime, until: datetime) -> list[Meeting]:
        """The planned meetings within these moments of which one of these people is the maker or a guest."""
        ids = sorted(set(people))
        asked = select(guests.c.meeting_id).where(guests.c.person_id.in_(ids), guests.c.answer.in_((ASKED, YES, ALONG)))
        theirs = or_(meetings.c.maker_id.in_(ids), meetings.c.id.in_(asked))
        when = (meetings.c.state == "planned", meetings.c.at >= since, meetings.c.at < until)
        return self._all(select(meetings).where(theirs, *when))

    def all_of(self, person_id: str) -> list[Meeting]:
        """Every meeting that this person made or was asked for, also what is off or over."""
        asked = select(guests.c.meeting_id).where(guests.c.person_id == person_id)
        return self._all(select(meetings).where(or_(meetings.c.maker_id == person_id, meetings.c.id.in_(asked))))

    def _all(self, wanted: Select[Any]) -> list[Meeting]:
        rows = self._connection.execute(wanted.order_by(meetings.c.at, meetings.c.id)).all()
        self._keys.fetch(row.maker_id for row in rows)
        return [self._meeting(row) for row in rows]

    def _meeting(self, row: AnyRow) -> Meeting:
        return Meeting(
            id=row.id,
            maker_id=row.maker_id,
            kind=row.kind,
            at=row.at,
            minutes=row.minutes,
            # Empty once the person whom it was about was erased.
            place=self._keys.unseal(row.maker_id, PLACE, row.place_sealed).decode() if row.place_sealed else "",
            state=row.state,
            made_at=row.made_at,
        )
