"""PostgreSQL databases that are emptied and used again: to make one and throw it away takes ten times as long."""

from collections.abc import Callable
from typing import Any

import psycopg
from msgspec import Struct
from psycopg import sql

VERSION = "alembic_version"
_COLUMNS = """
SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
WHERE table_schema = 'public' ORDER BY table_name, ordinal_position
"""
_OTHERS = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

Row = tuple[Any, ...]


class Shape(Struct, frozen=True):
    """What a database with nobody in it looks like: its columns, and the rows that the house itself put there."""

    columns: tuple[Row, ...]
    rows: dict[str, list[Row]]


class UsedAgain:
    """A shelf of empty databases. `url` gives the address of one by its name."""

    def __init__(
        self, template: str, *, make: Callable[[], str], drop: Callable[[str], None], url: Callable[[str], str]
    ):
        self._make = make
        self._drop = drop
        self._url = url
        self._shelf: list[str] = []
        with psycopg.connect(url(template), autocommit=True) as connection:
            self._shape = _shape(connection)

    def take(self) -> str:
        """The name of one with the schema and nobody in it."""
        return self._shelf.pop() if self._shelf else self._make()

    def put_back(self, name: str) -> None:
        """Empties it; one whose schema a test changed is thrown away."""
        with psycopg.connect(self._url(name), autocommit=True) as connection:
            connection.execute(_OTHERS)
            as_made = _columns(connection) == self._shape.columns
            if as_made:
                self._empty(connection)
        if as_made:
            self._shelf.append(name)
        else:
            self._drop(name)

    def _empty(self, connection: psycopg.Connection[Row]) -> None:
        names = sql.SQL(", ").join(map(sql.Identifier, _tables(self._shape.columns)))
        with connection.transaction():
            connection.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(names))
            for table, rows in self._shape.rows.items():
                for row in rows:
                    places = sql.SQL(", ").join(sql.Placeholder() * len(row))
                    insert = sql.SQL("INSERT INTO {} VALUES ({})").format(sql.Identifier(table), places)
                    connection.execute(insert, row)


def _shape(connection: psycopg.Connection[Row]) -> Shape:
    columns = _columns(connection)
    found = {}
    for table in _tables(columns):
        select = sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))
        if rows := connection.execute(select).fetchall():
            found[table] = rows
    assert VERSION in found, "the template was migrated"
    return Shape(columns, found)


def _columns(connection: psycopg.Connection[Row]) -> tuple[Row, ...]:
    return tuple(connection.execute(_COLUMNS).fetchall())


def _tables(columns: tuple[Row, ...]) -> list[str]:
    return sorted({row[0] for row in columns})
