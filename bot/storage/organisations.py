"""Organisations: the works company whose people use Opstap."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import insert, select

from bot.storage.repository import Repository
from bot.storage.tables import organisations


class Organisation(Struct, frozen=True, kw_only=True):
    """`demo`: made up for a demonstration, and may be thrown away."""

    id: str
    name: str
    demo: bool
    created_at: datetime


class Organisations(Repository):
    """Organisations, of which there are few."""

    def add(self, organisation: Organisation) -> None:
        """Add one; its id was made by the caller."""
        self._connection.execute(
            insert(organisations),
            {
                "id": organisation.id,
                "name": organisation.name,
                "demo": organisation.demo,
                "created_at": organisation.created_at,
            },
        )

    def all(self) -> list[Organisation]:
        """All of them, by name."""
        rows = self._connection.execute(select(organisations).order_by(organisations.c.name)).mappings()
        return [Organisation(**row) for row in rows]
