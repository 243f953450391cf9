"""Looks over a database's shoulder: which statements it ran, how it would find their rows, and what it keeps."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, LargeBinary, event, select, text

from bot.storage.database import Database
from bot.storage.tables import metadata
from bot.storage.unit import Unit

Ran = list[tuple[str, Any]]


@contextmanager
def statements() -> Iterator[Ran]:
    """The statements (with their values) that run meanwhile, on any database."""
    ran: Ran = []

    def note(_connection: Any, _cursor: Any, sql: str, values: Any, _context: Any, _many: bool) -> None:
        ran.append((sql, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield ran
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def plan(connection: Connection, sql: str, values: Any) -> str:
    """How the database would find the rows of a statement."""
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
        return "\n".join(row.detail for row in rows)
    return "\n".join(connection.exec_driver_sql(f"EXPLAIN {sql}", values).scalars())


def everything(connection: Connection) -> str:
    """All that stands in all tables, as text; sealed bytes as they are, should they be readable after all."""
    found = []
    for table in metadata.sorted_tables:
        for row in connection.execute(select(table)).mappings():
            values = {name: _shown(value) for name, value in row.items()}
            found.append(f"{table.name} {json.dumps(values, ensure_ascii=False)}")
    return "\n".join(found)


def sealed_columns() -> set[str]:
    """Every column that holds bytes, as table.column."""
    return {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }


def raw_bytes(folder: Path) -> bytes:
    """Every byte of every file in a folder."""
    return b"\x00".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


async def kept(database: Database) -> tuple[int, int]:
    """How many messages came in and how many wait to go out."""

    def count(unit: Unit) -> tuple[int, int]:
        tables = ("inbox", "outbox")
        one, other = (unit.connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables)
        return one, other

    return await database.read(count)


def analyze(connection: Connection) -> None:
    """Let the database count its rows, as it does by itself after a while."""
    connection.execute(text("ANALYZE"))


def _shown(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
