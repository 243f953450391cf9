"""The database: units of work, each in one transaction, in threads of their own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from bot.storage import schema
from bot.storage.engines import Role, make_place, normal_url, open_engine, plain_error
from bot.storage.unit import Unit
from bot.storage.vault import Vault

T = TypeVar("T")
Work = Callable[[Unit], T]

POSTGRES_WRITERS = 4
READERS = 2
ATTEMPTS = 3
_CLASHES = ("40001", "40P01")
"""SQLSTATE of a transaction that PostgreSQL gave up for another one: the same work, run again, succeeds."""


class Database:
    """Runs work that is a plain function of a unit: the loop hops to a thread once, not for every statement.

    SQLite has one writer and a few readers; PostgreSQL several of both. Work may run again after a clash, so it
    must do nothing but read and write through its unit. Cancelling the awaiting task does not stop the work.
    Raises DatabaseUnreachableError or DataFolderError when the database itself is not well.
    """

    def __init__(self, url: str, vault: Vault) -> None:
        self._url = normal_url(url)
        self._vault = vault
        writers = 1 if self._url.get_backend_name() == "sqlite" else POSTGRES_WRITERS
        self._writing = open_engine(self._url, "write", writers)
        self._reading = open_engine(self._url, "read", READERS)
        self._writers = ThreadPoolExecutor(writers, thread_name_prefix="opstap-write")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="opstap-read")

    async def write(self, work: Work[T]) -> T:
        """Run work in one transaction: all of it is stored when this returns, or nothing when it raises."""
        return await self._run(self._writers, lambda: self._transact("write", work))

    async def read(self, work: Work[T]) -> T:
        """Run work that only reads; it sees one moment on SQLite, and cannot write."""
        return await self._run(self._readers, lambda: self._transact("read", work))

    def migrate(self) -> None:
        """Bring the schema up to date, and check that the master key is the one of this database."""
        make_place(self._url)
        engine = open_engine(self._url, "migrate", 1)
        self._plainly("migrate", lambda: schema.migrate(engine, self._vault))

    async def scrub(self) -> None:
        """Let no erased text linger in what the database keeps beside its tables."""
        await self._run(self._writers, lambda: self._plainly("write", self._scrub))

    def close(self) -> None:
        """Wait for the work that runs, and close every connection."""
        self._writers.shutdown()
        self._readers.shutdown()
        self._writing.dispose()
        self._reading.dispose()

    async def _run(self, executor: Executor, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(executor, work)

    def _transact(self, role: Role, work: Work[T]) -> T:
        engine = self._reading if role == "read" else self._writing
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._plainly(role, lambda: self._once(engine, work))
            except DBAPIError as error:
                if attempt == ATTEMPTS or getattr(error.orig, "sqlstate", None) not in _CLASHES:
                    raise
        raise AssertionError("the last attempt returns or raises")

    def _once(self, engine: Engine, work: Work[T]) -> T:
        with engine.begin() as connection:
            return work(Unit(connection, self._vault))

    def _plainly(self, role: Role, work: Callable[[], T]) -> T:
        try:
            return work()
        except DBAPIError as error:
            plain = plain_error(self._url, error, role)
            if plain is None:
                raise
            raise plain from error

    def _scrub(self) -> None:
        if self._url.get_backend_name() == "sqlite":
            raw = self._writing.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.close()
            return
        with self._writing.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM"))
