"""Real databases for tests: an SQLite file and a PostgreSQL server that live as long as the test session.

A test that wants both takes `database_url` (empty of people, schema in place) or `database` from here:
`from tests.databases import *` in a conftest brings the fixtures in.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.usedagain import UsedAgain

MASTER_KEY = bytes(range(32))
SERVER_USER = "postgres"
START_SECONDS = 60

__all__ = [
    "database",
    "database_url",
    "migrated_postgres",
    "migrated_sqlite",
    "postgres_server",
    "postgres_shelf",
    "reachable",
    "sqlite_url",
    "vault",
]


class PostgresServer:
    """A PostgreSQL server of our own in a folder of its own, reachable only through a socket in that folder."""

    def __init__(self) -> None:
        self._programs = _programs()
        self.folder = Path(tempfile.mkdtemp(prefix="opstap-pg-"))
        self._data = self.folder / "data"
        self._numbers = count(1)
        if os.geteuid() == 0:
            user = pwd.getpwnam(SERVER_USER)
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        self._run("initdb", "--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
        self.start()

    def start(self) -> None:
        """Start, and wait until it answers. It survives a stop at once, but no power cut: that makes it quick."""
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"
        self._run("pg_ctl", "start", "-w", "-l", str(self.folder / "log"), "-o", options)

    def stop(self) -> None:
        """Stop at once, as when the power goes."""
        self._run("pg_ctl", "stop", "-w", "-m", "immediate")

    def remove(self) -> None:
        """Stop, and leave nothing behind."""
        if (self._data / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)

    def new_database(self, template: str = "template0") -> str:
        """A new database, copied from `template`; gives its name."""
        name = f"test_{next(self._numbers)}"
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop_database(self, name: str) -> None:
        """Throw a database away, whoever is still connected."""
        self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def execute(self, sql: str) -> None:
        """Run one statement of the server's own."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.encode())

    def url(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), "-D", str(self._data), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", SERVER_USER, "--", *command]
        done = subprocess.run(
            command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=START_SECONDS, check=False
        )
        if done.returncode != 0:
            pytest.fail(f"{program} failed: {done.stderr.decode().strip()}")


def _programs() -> Path:
    """Where the server's programs are. Debian keeps them off the path."""
    found = shutil.which("pg_ctl")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not folders:
        pytest.fail("PostgreSQL is missing, and these tests are worth nothing without it: apt-get install postgresql")
    return folders[-1]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One server for the whole session."""
    server = PostgresServer()
    yield server
    server.remove()


@pytest.fixture(scope="session")
def vault() -> Vault:
    """The vault of every test database."""
    return Vault(MASTER_KEY)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory, vault: Vault) -> Path:
    """A file with the schema and nobody in it, to copy."""
    path = tmp_path_factory.mktemp("migrated") / "opstap.sqlite3"
    _migrate(f"sqlite:///{path}", vault)
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: PostgresServer, vault: Vault) -> str:
    """The name of a database with the schema and nobody in it, to copy."""
    name = postgres_server.new_database()
    _migrate(postgres_server.url(name), vault)
    return name


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """A fresh SQLite file with the schema."""
    path = tmp_path / "data" / "opstap.sqlite3"
    path.parent.mkdir()
    shutil.copyfile(migrated_sqlite, path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgres_shelf(postgres_server: PostgresServer, migrated_postgres: str) -> UsedAgain:
    """Databases with the schema and nobody in them."""
    return UsedAgain(
        migrated_postgres,
        make=lambda: postgres_server.new_database(migrated_postgres),
        drop=postgres_server.drop_database,
        url=postgres_server.url,
    )


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh database with the schema: once in SQLite, once in PostgreSQL."""
    yield from url_of(request)


def url_of(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a fresh database of the kind that the parameter names."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    shelf: UsedAgain = request.getfixturevalue("postgres_shelf")
    name = shelf.take()
    yield server.url(name)
    shelf.put_back(name)


@pytest.fixture
def database(database_url: str, vault: Vault) -> Iterator[Database]:
    """An open database with the schema and nobody in it."""
    opened = Database(database_url, vault)
    yield opened
    opened.close()


class Reachable:
    """A PostgreSQL database that can go away and come back, and an open `database` on it."""

    def __init__(self, server: PostgresServer, template: str, vault: Vault) -> None:
        self.server = server
        self.name = server.new_database(template)
        self.database = Database(server.url(self.name), vault)

    def goes_away(self) -> None:
        """Every connection is cut, and no new one finds it."""
        self.server.execute(
            f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{self.name}'"
        )
        self.server.execute(f'ALTER DATABASE "{self.name}" RENAME TO "{self.name}_away"')

    def comes_back(self) -> None:
        """As before, with all that was in it."""
        self.server.execute(f'ALTER DATABASE "{self.name}_away" RENAME TO "{self.name}"')


@pytest.fixture
def reachable(postgres_server: PostgresServer, migrated_postgres: str, vault: Vault) -> Iterator[Reachable]:
    """A PostgreSQL database with the schema and nobody in it, for tests that need no other."""
    one = Reachable(postgres_server, migrated_postgres, vault)
    yield one
    one.database.close()
    postgres_server.execute(f'DROP DATABASE IF EXISTS "{one.name}_away" WITH (FORCE)')
    postgres_server.execute(f'DROP DATABASE IF EXISTS "{one.name}" WITH (FORCE)')


def _migrate(url: str, vault: Vault) -> None:
    made = Database(url, vault)
    made.migrate()
    made.close()
