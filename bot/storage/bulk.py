"""Many rows in one statement: SQLAlchemy spells it once, and the driver then gets plain tuples.

A statement that SQLAlchemy executes handles each value of each row in Python, which costs a turn more than all its
SQL does. Here the spelling is kept, and of each row only the times are touched.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Dialect, Insert, Table, Update
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.columns import Moment

_NAMED = re.compile(r"%\((\w+)\)s")

ConflictInsert = sqlite.Insert | postgresql.Insert
Converter = Callable[[Any], Any]
Values = tuple[Any, ...]

MOST_ROWS = 64
"""Rows in one statement of many values: far below what both databases allow, far above what a turn writes."""


class _Spelled(Struct, frozen=True):
    """A statement as text. `order` gives for each parameter its place in a row; `names` is for PostgreSQL."""

    sql: str
    order: tuple[int, ...]
    names: tuple[str, ...] | None
    converters: tuple[tuple[int, Converter], ...]

    def listed(self, row: Sequence[Any]) -> list[Any]:
        """The values of a row in the order of the parameters."""
        values = [row[place] for place in self.order]
        for place, convert in self.converters:
            values[place] = convert(values[place])
        return values

    def fit(self, row: Sequence[Any]) -> Any:
        """The row as the driver wants it."""
        values = self.listed(row)
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
        self._spelled = lru_cache(maxsize=4)(self._spell)
        self._repeated = lru_cache(maxsize=32)(self._repeat)

    def run(self, connection: Connection, rows: Sequence[Values]) -> int:
        """Insert each row; how many rows were written."""
        return _run_each(connection, self._spelled(connection.dialect), rows)

    def returning(self, connection: Connection, rows: Sequence[Values]) -> list[Any]:
        """Insert all rows at once; gives what the database returns, in no order."""
        returned: list[Any] = []
        start = 0
        while start < len(rows):
            # Few sizes: the database keeps each statement that it has prepared, and a long one is large.
            count = min(MOST_ROWS, 1 << ((len(rows) - start).bit_length() - 1))
            some = rows[start : start + count]
            each, sql = self._repeated(connection.dialect, count)
            returned += connection.exec_driver_sql(sql, tuple(chain.from_iterable(map(each.listed, some))))
            start += count
        return returned

    def _spell(self, dialect: Dialect) -> _Spelled:
        insert = sqlite.insert if dialect.name == "sqlite" else postgresql.insert
        # Each value stands for its own place, so that the compiled parameters say which place they want.
        places = {name: at for at, name in enumerate(self._columns)}
        compiled = self._finish(insert(self._table).values(places)).compile(dialect=dialect)
        return _spelled(compiled, dict(compiled.params))

    def _repeat(self, dialect: Dialect, rows: int) -> tuple[_Spelled, str]:
        """The statement for so many rows. To spell it with each number of rows anew takes longer than to run it."""
        one = self._spelled(dialect)
        sql, order = one.sql, one.order
        if one.names is not None:
            at = dict(zip(one.names, one.order, strict=True))
            order = tuple(at[name] for name in _NAMED.findall(sql))
            sql = _NAMED.sub("%s", sql)
        head, values, tail = _around_values(sql)
        each = one if one.names is None else _Spelled(sql, order, None, _reordered(one, order))
        return each, f"{head}{', '.join([values] * rows)}{tail}"


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


def _around_values(sql: str) -> tuple[str, str, str]:
    """What stands before the values of the one row, those values in brackets, and what stands after them."""
    start = sql.index("VALUES (") + len("VALUES ")
    depth = 0
    for end in range(start, len(sql)):
        depth += {"(": 1, ")": -1}.get(sql[end], 0)
        if depth == 0:
            return sql[:start], sql[start : end + 1], sql[end + 1 :]
    raise AssertionError("a bracket that is opened is closed")


def _reordered(one: _Spelled, order: tuple[int, ...]) -> tuple[tuple[int, Converter], ...]:
    """The converters of a row whose parameters stand in another order."""
    by_place = {one.order[at]: convert for at, convert in one.converters}
    return tuple((at, by_place[place]) for at, place in enumerate(order) if place in by_place)


def _run_each(connection: Connection, spelled: _Spelled, rows: Sequence[Values]) -> int:
    if not rows:
        return 0
    return connection.exec_driver_sql(spelled.sql, [spelled.fit(row) for row in rows]).rowcount
