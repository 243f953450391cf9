"""The schema: the migrations make exactly the tables, in one piece, whoever starts at the same time."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from bot.errors import MasterKeyError, SchemaUnknownError
from bot.storage.database import Database
from bot.storage.engines import normal_url, open_engine
from bot.storage.schema import HEAD, MIGRATIONS
from bot.storage.tables import metadata
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from tests.databases import MASTER_KEY, PostgresServer
from tests.storage.cast import JAN, settle_in

MIGRATE = f"""
import sys
from bot.storage.database import Database
from bot.storage.vault import Vault
database = Database(sys.argv[1], Vault({MASTER_KEY!r}))
database.migrate()
print("alembic" in sys.modules)
database.close()
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new folder' / 'opstap.sqlite3'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.new_database()
    yield server.url(name)
    server.drop_database(name)


def alembic(url: str, do: str, *arguments: str) -> None:
    """Runs one command of Alembic in one transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = open_engine(normal_url(url), "migrate", 1)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        getattr(command, do)(config, *arguments)


def tables(url: str) -> set[str]:
    """The names of the tables that are there."""
    engine = open_engine(normal_url(url), "migrate", 1)
    with engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def started(url: str) -> subprocess.Popen[str]:
    """Another process that brings the database up to date."""
    return subprocess.Popen(
        [sys.executable, "-c", MIGRATE, url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


async def test_the_migrations_make_exactly_the_tables(database: Database) -> None:
    def differences(unit: Unit) -> list[object]:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(unit.connection, opts=options)
        return list(compare_metadata(context, metadata))

    assert await database.write(differences) == []


@pytest.mark.parametrize(
    ("index", "condition"),
    [
        ("ix_outbox_unsent", ("waiting", "sending")),
        ("ix_inbox_kept", ("body_sealed IS NOT NULL",)),
    ],
)
async def test_a_partial_index_has_the_condition_of_the_tables(
    database: Database, index: str, condition: tuple[str, ...]
) -> None:
    """The comparison above does not look at conditions."""

    def spelled(unit: Unit) -> str:
        wanted = "SELECT sql FROM sqlite_master WHERE name = :index"
        if unit.connection.dialect.name == "postgresql":
            wanted = "SELECT indexdef FROM pg_indexes WHERE indexname = :index"
        return str(unit.connection.execute(text(wanted), {"index": index}).scalar_one())

    found = (await database.read(spelled)).partition(" WHERE ")[2]
    assert [part for part in condition if part not in found] == []
    assert "sent'" not in found


def test_the_newest_migration_is_the_one_that_the_program_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_every_migration_can_be_taken_back(new_url: str, vault: Vault) -> None:
    with closing(Database(new_url, vault)) as database:
        database.migrate()
        alembic(new_url, "downgrade", "base")
        assert tables(new_url) == {"alembic_version"}
        database.migrate()
        assert tables(new_url) == {"alembic_version", *metadata.tables}


def test_migrating_again_changes_nothing(new_url: str, vault: Vault) -> None:
    with closing(Database(new_url, vault)) as database:
        database.migrate()
        asyncio.run(database.write(lambda unit: settle_in(unit, JAN)))
        database.migrate()
        assert JAN in asyncio.run(database.read(lambda unit: unit.people.by_ids([JAN])))


def test_a_start_without_a_migration_leaves_alembic_on_the_shelf(database_url: str) -> None:
    out, complaints = started(database_url).communicate(timeout=60)
    assert complaints == ""
    assert out.split() == ["False"]


def test_processes_that_start_at_once_migrate_once(new_url: str) -> None:
    processes = [started(new_url) for _ in range(4)]
    for process in processes:
        _, complaints = process.communicate(timeout=120)
        assert (process.returncode, complaints) == (0, "")
    assert tables(new_url) == {"alembic_version", *metadata.tables}


@pytest.mark.parametrize("halfway", [1, 12])
def test_a_process_that_is_killed_during_a_migration_leaves_the_old_schema(new_url: str, halfway: int) -> None:
    died = subprocess.run(
        [sys.executable, "-c", DYING + MIGRATE, new_url, str(halfway)], capture_output=True, timeout=60, check=False
    )
    assert died.returncode == -9
    assert tables(new_url) == set()
    _, complaints = started(new_url).communicate(timeout=60)
    assert complaints == ""
    assert tables(new_url) == {"alembic_version", *metadata.tables}


DYING = """
import os, signal, sys
from sqlalchemy import Engine, event
made = []
def die(connection, cursor, sql, *rest):
    if "CREATE TABLE" in sql:
        made.append(sql)
    if len(made) > int(sys.argv[2]) - 1 and "CREATE TABLE" in sql:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(Engine, "after_cursor_execute", die)
"""


def test_a_database_of_a_newer_program_is_left_alone(database_url: str, vault: Vault) -> None:
    engine = open_engine(normal_url(database_url), "migrate", 1)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with (
        closing(Database(database_url, vault)) as database,
        pytest.raises(SchemaUnknownError, match="at version 9999, which this program does not know"),
    ):
        database.migrate()


def test_another_master_key_is_refused_before_it_can_do_harm(database_url: str) -> None:
    with (
        closing(Database(database_url, Vault(bytes(32)))) as database,
        pytest.raises(MasterKeyError, match="the database was made with another key"),
    ):
        database.migrate()
