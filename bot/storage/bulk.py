"""Many rows in one statement: SQLAlchemy spells it once, and the driver then gets plain tuples.

A statement that SQLAlchemy executes handles each value of each row in Python, which costs a turn more than all its
SQL does. Here the spelling is kept, and of each row only the times are touched.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Dialect, Insert, Table, Update
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.columns import Moment

ConflictInsert = sqlite.Insert | postgresql.Insert
Converter = Callable[[Any], Any]
Values = tuple[Any, ...]

MOST_ROWS = 200
"""Rows in one statement of many values: far below what both databases allow, far above what a turn writes."""


class _Spelled(Struct, frozen=True):
    """A statement as text. `order` gives for each parameter its place in a row; `names` is for PostgreSQL."""

    sql: str
    order: tuple[int, ...]
    names: tuple[str, ...] | None
    converters: tuple[tuple[int, Converter], ...]

    def fit(self, row: Sequence[Any]) -> Any:
        """The row as the driver wants it."""
        values = [row[place] for place in self.order]
        for place, convert in self.converters:
            values[place] = convert(values[place])
        return tuple(values) if self.names is None else dict(zip(self.names, values, strict=True))


class BulkUpdate:
    """An update to run for many rows; a row gives the `bindparam` of these names a value, in that order."""

    def __init__(self, statement: Update, *names: str) -> None:
        self._statement = statement
        self._places = {name: place for place, name in enumerate(names)}
        self._spelled = lru_cache(maxsize=4)(self._spell)

    def run(self, connection: Connection, rows: Sequence[Values]) -> int:
        """Run it for each row; how many rows of the table it touched."""
        return _run_each(connection, self._spelled(connection.dialect), rows)

    def _spell(self, dialect: Dialect) -> _Spelled:
        return _spelled(self._statement.compile(dialect=dialect), self._places)


class BulkInsert:
    """An insert of many rows; a row gives each of `columns` a value, in that order.

    `finish` says what to do on a conflict and what to return: each dialect spells that with a class of its own.
    """

    def __init__(self, table: Table, *columns: str, finish: Callable[[ConflictInsert], Insert]) -> None:
        self._table = table
        self._columns = columns
        self._finish = finish
        self._spelled = lru_cache(maxsize=4 * MOST_ROWS)(self._spell)

    def run(self, connection: Connection, rows: Sequence[Values]) -> int:
        """Insert each row; how many rows were written."""
        return _run_each(connection, self._spelled(connection.dialect, 1), rows)

    def returning(self, connection: Connection, rows: Sequence[Values]) -> list[Any]:
        """Insert all rows at once; gives what the database returns, in no order."""
        returned: list[Any] = []
        for start in range(0, len(rows), MOST_ROWS):
            some = rows[start : start + MOST_ROWS]
            spelled = self._spelled(connection.dialect, len(some))
            returned += connection.exec_driver_sql(spelled.sql, spelled.fit(list(chain.from_iterable(some))))
        return returned

    def _spell(self, dialect: Dialect, rows: int) -> _Spelled:
        insert = sqlite.insert if dialect.name == "sqlite" else postgresql.insert
        width = len(self._columns)
        # Each value stands for its own place, so that the compiled parameters say which place they want.
        places = [{name: row * width + at for at, name in enumerate(self._columns)} for row in range(rows)]
        compiled = self._finish(insert(self._table).values(places)).compile(dialect=dialect)
        return _spelled(compiled, dict(compiled.params))


def replacing(table: Table, *columns: str) -> Callable[[ConflictInsert], Insert]:
    """On a row that is already there, write these columns over it."""

    def finish(insert: ConflictInsert) -> Insert:
        fresh: dict[str, Any] = {name: insert.excluded[name] for name in columns}
        return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=fresh)

    return finish


def _spelled(compiled: Any, places: dict[str, int]) -> _Spelled:
    """Raises KeyError for a parameter that no row gives a value: write such a constant into the statement."""
    positional = compiled.positiontup is not None
    names: list[str] = compiled.positiontup if positional else list(compiled.params)
    converters = []
    for at, name in enumerate(names):
        kind = compiled.binds[name].type
        convert = kind.dialect_impl(compiled.dialect).bind_processor(compiled.dialect)
        if isinstance(kind, Moment) and convert is not None:
            converters.append((at, convert))
    return _Spelled(
        str(compiled),
        tuple(places[name] for name in names),
        None if positional else tuple(names),
        tuple(converters),
    )


def _run_each(connection: Connection, spelled: _Spelled, rows: Sequence[Values]) -> int:
    if not rows:
        return 0
    return connection.exec_driver_sql(spelled.sql, [spelled.fit(row) for row in rows]).rowcount
