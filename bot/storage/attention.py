"""What asks for a coach's attention: a few facts of many people at once, without any text."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from sqlalchemy import and_, func, or_, select

from bot.storage.circle_tables import OPEN_CASE, case_asks, cases, looks
from bot.storage.repository import Repository
from bot.storage.tables import inbox, shares


class Waiting(Struct, frozen=True, kw_only=True):
    """A hulpvraag that is open; without `coach_id` nobody took it yet."""

    id: int
    person_id: str
    coach_id: str | None
    way: str
    moment: str
    urgent: bool
    state: str
    opened_at: datetime


_CASE = (
    cases.c.id,
    cases.c.person_id,
    cases.c.coach_id,
    cases.c.way,
    cases.c.moment,
    cases.c.urgent,
    cases.c.state,
    cases.c.opened_at,
)


class Attention(Repository):
    """Who waits, who was silent, what is new."""

    def waiting(self, coach_id: str, people: Iterable[str]) -> list[Waiting]:
        """The open hulpvragen of these people, and what this coach took or was asked; urgent first, then the oldest."""
        asked = select(case_asks.c.case_id).where(case_asks.c.person_id == coach_id)
        own = cases.c.person_id.in_(sorted(set(people)))
        theirs = or_(own, cases.c.coach_id == coach_id, and_(cases.c.state == "open", cases.c.id.in_(asked)))
        wanted = select(*_CASE).where(OPEN_CASE, theirs)
        rows = self._connection.execute(wanted.order_by(cases.c.urgent.desc(), cases.c.opened_at)).mappings()
        return [Waiting(**row) for row in rows]

    def unclaimed(self, people: Iterable[str]) -> list[Waiting]:
        """The hulpvragen of these people that nobody took, the oldest first."""
        here = (cases.c.state == "open", cases.c.person_id.in_(sorted(set(people))))
        rows = self._connection.execute(select(*_CASE).where(*here).order_by(cases.c.opened_at)).mappings()
        return [Waiting(**row) for row in rows]

    def last_heard(self, people: Iterable[str]) -> dict[str, datetime]:
        """When each of these people last did something in the chat."""
        wanted = select(inbox.c.person_id, func.max(inbox.c.at)).where(inbox.c.person_id.in_(sorted(set(people))))
        return {person: at for person, at in self._connection.execute(wanted.group_by(inbox.c.person_id)) if person}

    def last_look(self, by_id: str, what: str) -> dict[str, datetime]:
        """When someone last looked at this of each person, where that was allowed."""
        here = (looks.c.by_id == by_id, looks.c.what == what, looks.c.allowed)
        wanted = select(looks.c.person_id, func.max(looks.c.at).label("at")).where(*here).group_by(looks.c.person_id)
        return {row.person_id: row.at for row in self._connection.execute(wanted)}

    def last_shared(self, whom: str, people: Iterable[str]) -> dict[str, datetime]:
        """When each of these people last shared something that is still shared."""
        here = (shares.c.person_id.in_(sorted(set(people))), shares.c.whom == whom, shares.c.taken_back_at.is_(None))
        wanted = (
            select(shares.c.person_id, func.max(shares.c.shared_at).label("at"))
            .where(*here)
            .group_by(shares.c.person_id)
        )
        return {row.person_id: row.at for row in self._connection.execute(wanted)}
