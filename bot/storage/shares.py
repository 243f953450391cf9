"""Shares: texts that a person, after reading them, let someone else have."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Select, insert, select, update

from bot.storage.repository import AnyRow, Repository
from bot.storage.tables import shares


class NewShare(Struct, frozen=True, kw_only=True):
    """Exactly the text to which the person said yes, and who may read it."""

    person_id: str
    whom: str
    flow: str
    text: str
    shared_at: datetime


class Share(Struct, frozen=True, kw_only=True):
    """A share, unsealed; with `taken_back_at` nobody else may see it any more."""

    id: int
    person_id: str
    whom: str
    flow: str
    text: str
    shared_at: datetime
    taken_back_at: datetime | None


class Shares(Repository):
    """Shared texts."""

    def add(self, fresh: Iterable[NewShare]) -> None:
        """Keep what was shared."""
        rows = [
            {
                "person_id": one.person_id,
                "whom": one.whom,
                "flow": one.flow,
                "text_sealed": self._keys.seal(one.person_id, _field(one.whom, one.flow), one.text.encode()),
                "shared_at": one.shared_at,
            }
            for one in fresh
        ]
        if rows:
            self._connection.execute(insert(shares), rows)

    def of(self, person_id: str) -> list[Share]:
        """Everything that a person shared, also what was taken back, oldest first: for that person only."""
        return self._all(select(shares).where(shares.c.person_id == person_id))

    def seen_by(self, whom: str, people: Iterable[str]) -> list[Share]:
        """What `whom` may read of these people now, oldest first."""
        return self._all(
            select(shares).where(
                shares.c.person_id.in_(sorted(set(people))),
                shares.c.whom == whom,
                shares.c.taken_back_at.is_(None),
            )
        )

    def take_back(self, person_id: str, share_id: int, at: datetime) -> bool:
        """Take a share back. False when it is not this person's, or was taken back before."""
        mine = (shares.c.id == share_id, shares.c.person_id == person_id, shares.c.taken_back_at.is_(None))
        return self._connection.execute(update(shares).where(*mine), {"taken_back_at": at}).rowcount == 1

    def _all(self, wanted: Select[Any]) -> list[Share]:
        rows = self._connection.execute(wanted.order_by(shares.c.shared_at, shares.c.id)).all()
        self._keys.fetch(row.person_id for row in rows)
        return [self._share(row) for row in rows]

    def _share(self, row: AnyRow) -> Share:
        text = self._keys.unseal(row.person_id, _field(row.whom, row.flow), row.text_sealed)
        return Share(
            id=row.id,
            person_id=row.person_id,
            whom=row.whom,
            flow=row.flow,
            text=text.decode(),
            shared_at=row.shared_at,
            taken_back_at=row.taken_back_at,
        )


def _field(whom: str, flow: str) -> str:
    return f"share {whom} {flow}"
