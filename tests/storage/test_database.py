"""The database: a unit of work is stored whole or not at all, and faults are told in a sentence."""

import asyncio
import shutil
import sqlite3
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.errors import DatabaseUnreachableError, DataFolderError
from bot.storage import engines
from bot.storage.database import Database
from bot.storage.organisations import Organisation
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from tests.databases import Reachable
from tests.storage.cast import FATIMA, JAN, NOW, bubble, settle_in, settled, typed
from tests.storage.spy import kept


async def test_work_that_raises_leaves_nothing(database: Database) -> None:
    def broken(unit: Unit) -> None:
        unit.inbox.claim([typed("1")])
        unit.inbox.settle([settled("1", 1)])
        unit.outbox.add([bubble(2)])
        raise LookupError("half-way")

    await database.write(lambda unit: settle_in(unit, JAN))
    with pytest.raises(LookupError, match="half-way"):
        await database.write(broken)
    assert await kept(database) == (0, 0)


async def test_a_whole_group_is_stored_or_none_of_it(database: Database) -> None:
    def group(unit: Unit) -> None:
        unit.inbox.claim([typed("1"), typed("2", person=FATIMA)])
        unit.outbox.add([bubble(1), bubble(1, person=FATIMA), bubble(1)])

    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    with pytest.raises(IntegrityError):
        await database.write(group)
    assert await kept(database) == (0, 0)


async def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"(?i)read.?only"):
        await database.read(lambda unit: unit.inbox.claim([typed("1")]))
    assert await database.write(lambda unit: unit.inbox.claim([typed("1")])) == {("telegram", "1")}


async def test_reading_goes_on_while_something_is_written(database: Database) -> None:
    def slow(unit: Unit) -> None:
        settle_in(unit, JAN)
        begun.set()
        assert read.wait(60), "the reader had to wait for the writer"

    begun, read = threading.Event(), threading.Event()
    writing = asyncio.create_task(database.write(slow))
    await asyncio.to_thread(begun.wait, 60)
    assert await database.read(lambda unit: unit.people.by_ids([JAN])) == {}
    read.set()
    await writing
    assert JAN in await database.read(lambda unit: unit.people.by_ids([JAN]))


async def test_an_error_never_repeats_what_was_to_be_stored(database: Database) -> None:
    twice = Organisation(id="works", name="canary", demo=True, created_at=NOW)
    await database.write(lambda unit: settle_in(unit, JAN))
    with pytest.raises(IntegrityError) as caught:
        await database.write(lambda unit: unit.organisations.add(twice))
    assert "canary" not in str(caught.value)


async def test_work_that_clashes_on_postgresql_runs_again(reachable: Reachable) -> None:
    database = reachable.database
    runs: list[str] = []

    def in_order(unit: Unit, first: str, second: str) -> None:
        runs.append(first)
        unit.sessions.load([first])
        time.sleep(0.3)
        unit.sessions.load([second])

    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    await asyncio.gather(
        database.write(lambda unit: in_order(unit, JAN, FATIMA)),
        database.write(lambda unit: in_order(unit, FATIMA, JAN)),
    )
    assert len(runs) == 3


def test_a_server_that_is_not_there_is_named_without_its_password(vault: Vault) -> None:
    database = Database("postgresql://opstap:geheim-woord@127.0.0.1:9/opstap", vault)
    with pytest.raises(DatabaseUnreachableError) as caught:
        database.migrate()
    assert "127.0.0.1:9/opstap" in str(caught.value)
    assert "geheim-woord" not in str(caught.value)
    database.close()


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite://", "sqlite:///:memory:", "not an address", ""])
def test_an_address_of_something_else_is_refused(url: str, vault: Vault) -> None:
    with pytest.raises(DatabaseUnreachableError, match=r"it must start with sqlite:/// |it is not an address"):
        Database(url, vault)


@pytest.mark.parametrize("start", ["postgres://", "postgresql://", "postgresql+psycopg://"])
def test_every_spelling_of_postgresql_is_understood(start: str) -> None:
    assert normal(f"{start}u@h/d") == "postgresql+psycopg://u@h/d"


def test_a_folder_with_odd_signs_is_found(tmp_path: Path, vault: Vault) -> None:
    database = Database(f"sqlite:///{tmp_path}/een%20map%25/opstap.sqlite3", vault)
    database.migrate()
    database.close()
    assert (tmp_path / "een map%" / "opstap.sqlite3").exists()


def test_nobody_else_may_look_into_a_new_file(tmp_path: Path, vault: Vault) -> None:
    database = Database(f"sqlite:///{tmp_path}/new/opstap.sqlite3", vault)
    database.migrate()
    asyncio.run(database.write(lambda unit: settle_in(unit, JAN)))
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "new").iterdir()}
    assert modes == {f"opstap.sqlite3{end}": 0o600 for end in ("", "-wal", "-shm")}
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    database.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, vault: Vault) -> None:
    (tmp_path / "file").write_text("in the way")
    database = Database(f"sqlite:///{tmp_path}/file/opstap.sqlite3", vault)
    with pytest.raises(DataFolderError, match=r"The folder .*/file cannot be written"):
        database.migrate()
    database.close()


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, vault: Vault) -> None:
    (tmp_path / "opstap.sqlite3").mkdir()
    database = Database(f"sqlite:///{tmp_path}/opstap.sqlite3", vault)
    with pytest.raises(DataFolderError, match=r"cannot be written \(unable to open database file\)"):
        database.migrate()
    database.close()


def test_a_file_that_is_no_database_is_told(tmp_path: Path, vault: Vault) -> None:
    (tmp_path / "opstap.sqlite3").write_bytes(b"this is a letter to my aunt " * 100)
    database = Database(f"sqlite:///{tmp_path}/opstap.sqlite3", vault)
    with pytest.raises(DatabaseUnreachableError, match="file is not a database"):
        database.migrate()
    database.close()


async def test_a_file_that_another_program_keeps_is_told(
    sqlite_url: str, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.2)
    database = Database(sqlite_url, vault)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseUnreachableError, match="database is locked"):
        await database.write(lambda unit: unit.inbox.claim([typed("1")]))
    other.execute("ROLLBACK")
    other.close()
    assert await database.write(lambda unit: unit.inbox.claim([typed("1")])) == {("telegram", "1")}
    database.close()


async def test_the_sqlite_file_is_as_careful_as_was_promised(sqlite_url: str, vault: Vault) -> None:
    def settings(unit: Unit) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout", "query_only")
        return {name: unit.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}

    database = Database(sqlite_url, vault)
    careful = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 10_000}
    assert await database.write(settings) == {**careful, "query_only": 0}
    assert await database.read(settings) == {**careful, "query_only": 1}
    database.close()


async def test_a_closed_database_leaves_one_file(sqlite_url: str, vault: Vault, tmp_path: Path) -> None:
    database = Database(sqlite_url, vault)
    await database.write(lambda unit: settle_in(unit, JAN))
    database.close()
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["opstap.sqlite3"]
    copy = shutil.copyfile(tmp_path / "data" / "opstap.sqlite3", tmp_path / "copy.sqlite3")
    again = Database(f"sqlite:///{copy}", vault)
    assert JAN in await again.read(lambda unit: unit.people.by_ids([JAN]))
    again.close()


def normal(url: str) -> str:
    """The address as SQLAlchemy gets it."""
    return engines.normal_url(url).render_as_string(hide_password=False)
