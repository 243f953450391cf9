"""How a database is opened: SQLite as one careful file, PostgreSQL through psycopg."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from sqlalchemy import URL, Connection, Engine, NullPool, Pool, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import DatabaseUnreachableError, DataFolderError, OpstapError

Role = Literal["write", "read", "migrate"]

BUSY_SECONDS = 10.0
CONNECT_SECONDS = 5
IDLE_SECONDS = 5.0
"""A PostgreSQL connection that rested longer than this is tried before it is used."""

_SQLITE_FOLDER_FAULTS = ("unable to open", "readonly", "disk is full", "disk I/O", "permission")
_SQLITE_UNREACHABLE = ("locked", "not a database", "malformed")
_POSTGRES_AWAY = ("08", "57P", "53", "28", "3D")
"""Classes of SQLSTATE: connection lost, server going down, out of resources, refused, no such database."""


def normal_url(url: str) -> URL:
    """The address as SQLAlchemy wants it. Raises DatabaseUnreachableError for one that is no address."""
    try:
        parsed = make_url(url)
    except Exception as error:
        raise DatabaseUnreachableError(url="OPSTAP_DATABASE_URL", why="it is not an address") from error
    if parsed.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed.set(database=unquote(parsed.database))
    raise DatabaseUnreachableError(
        url=parsed.render_as_string(), why="it must start with sqlite:/// (and name a file) or postgresql://"
    )


def open_engine(url: URL, role: Role, size: int) -> Engine:
    """An engine with at most `size` connections; its errors never repeat what was to be stored."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, role, size)
    return _postgresql(url, role, size)


def make_place(url: URL) -> None:
    """Make sure that an SQLite file is there, for this user's eyes only. Raises DataFolderError."""
    if url.get_backend_name() != "sqlite":
        return
    file = Path(url.database or "")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError as error:
        raise DataFolderError(path=file.parent, why=error.strerror) from error


def plain_error(url: URL, error: DBAPIError, role: Role) -> OpstapError | None:
    """The sentence for an operator, when it is the database itself that is not well; None when it is our SQL."""
    why = " ".join(str(error.orig).split())
    if url.get_backend_name() == "sqlite":
        ours = role == "read" and "readonly" in why  # a reader that tried to write
        if not ours and any(sign in why for sign in _SQLITE_FOLDER_FAULTS):
            return DataFolderError(path=Path(url.database or "").parent, why=why)
        away = any(sign in why for sign in _SQLITE_UNREACHABLE)
    else:
        state = getattr(error.orig, "sqlstate", None)
        lost = error.connection_invalidated or (state is None and type(error.orig).__name__ == "OperationalError")
        away = lost or str(state).startswith(_POSTGRES_AWAY)
    return DatabaseUnreachableError(url=url.render_as_string(), why=why) if away else None


def _sqlite(url: URL, role: Role, size: int) -> Engine:
    pool: dict[str, Any] = {"poolclass": NullPool}
    if role != "migrate":
        pool = {"poolclass": QueuePool, "pool_size": size, "max_overflow": 0, "pool_reset_on_return": None}
    # No implicit transactions: the module would open one only at the first write, too late to be exclusive.
    settings = {"timeout": BUSY_SECONDS, "isolation_level": None, "check_same_thread": False}
    engine = create_engine(url, connect_args=settings, hide_parameters=True, **pool)
    begin = "BEGIN" if role == "read" else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        _patiently(lambda: connection.execute("PRAGMA journal_mode=WAL"))
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute(f"PRAGMA foreign_keys={'OFF' if role == 'migrate' else 'ON'}")
        connection.execute(f"PRAGMA query_only={'ON' if role == 'read' else 'OFF'}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgresql(url: URL, role: Role, size: int) -> Engine:
    pool: dict[str, Any] = {"poolclass": NullPool}
    if role != "migrate":
        pool = {"poolclass": QueuePool, "pool_size": size, "max_overflow": 0, "pool_reset_on_return": None}
    engine = create_engine(url, connect_args={"connect_timeout": CONNECT_SECONDS}, hide_parameters=True, **pool)
    if role != "migrate":
        _try_rested(engine.pool)
    return engine.execution_options(postgresql_readonly=True) if role == "read" else engine


def _try_rested(pool: Pool) -> None:
    """Try a connection that rested before it is used: the server may have been restarted in the meantime."""

    @event.listens_for(pool, "checkin")
    def _note(_connection: Any, entry: ConnectionPoolEntry) -> None:
        entry.info["rested_since"] = time.monotonic()

    @event.listens_for(pool, "checkout")
    def _try(connection: Any, entry: ConnectionPoolEntry, _proxy: Any) -> None:
        if time.monotonic() - entry.info.get("rested_since", time.monotonic()) < IDLE_SECONDS:
            return
        try:
            connection.execute("SELECT 1")
            connection.rollback()
        except connection_errors() as error:
            raise DisconnectionError from error


def connection_errors() -> tuple[type[Exception], ...]:
    """What psycopg raises for a connection that is gone; psycopg is only there with PostgreSQL."""
    import psycopg

    return (psycopg.OperationalError, psycopg.InterfaceError)


def _patiently(attempt: Callable[[], object]) -> None:
    """Turning on WAL does not wait for another process that does the same: try again for a while."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            attempt()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)
