"""Talks: what a coach noted of a talk. It belongs to the person whom it is about, and goes when that person goes."""

from datetime import date, datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Select, insert, select

from bot.storage.circle_tables import talks
from bot.storage.repository import AnyRow, Repository

AGREED = "talk agreed"


class NewTalk(Struct, frozen=True, kw_only=True):
    """A talk of so many minutes; `kind` is call, visit or chat, `agreed` what both will do, `next_on` the next one."""

    person_id: str
    coach_id: str
    kind: str
    minutes: int
    at: datetime
    agreed: str = ""
    next_on: date | None = None


class Talk(Struct, frozen=True, kw_only=True):
    """A talk, unsealed. Without `coach_id` the coach was erased since."""

    id: int
    person_id: str
    coach_id: str | None
    kind: str
    minutes: int
    agreed: str
    next_on: date | None
    at: datetime


class Talks(Repository):
    """The logs of talks."""

    def add(self, talk: NewTalk) -> int:
        """Keep a log; gives its id."""
        row = {
            "person_id": talk.person_id,
            "coach_id": talk.coach_id,
            "kind": talk.kind,
            "minutes": talk.minutes,
            "agreed_sealed": self._keys.seal(talk.person_id, AGREED, talk.agreed.encode()),
            "next_on": talk.next_on,
            "at": talk.at,
        }
        id: int = self._connection.execute(insert(talks).returning(talks.c.id), row).scalar_one()
        return id

    def of(self, person_id: str) -> list[Talk]:
        """All talks with this person, oldest first."""
        return self._all(select(talks).where(talks.c.person_id == person_id))

    def get(self, person_id: str, talk_id: int) -> Talk | None:
        """One talk with this person."""
        return next(iter(self._all(select(talks).where(talks.c.id == talk_id, talks.c.person_id == person_id))), None)

    def _all(self, wanted: Select[Any]) -> list[Talk]:
        rows = self._connection.execute(wanted.order_by(talks.c.at, talks.c.id)).all()
        self._keys.fetch(row.person_id for row in rows)
        return [self._talk(row) for row in rows]

    def _talk(self, row: AnyRow) -> Talk:
        return Talk(
            id=row.id,
            person_id=row.person_id,
            coach_id=row.coach_id,
            kind=row.kind,
            minutes=row.minutes,
            agreed=self._keys.unseal(row.person_id, AGREED, row.agreed_sealed).decode(),
            next_on=row.next_on,
            at=row.at,
        )
