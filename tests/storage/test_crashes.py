"""Crashes: a process that dies, a disk that is full or a server that goes away leaves nothing half."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot.errors import DatabaseUnreachableError
from bot.storage import engines
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.databases import MASTER_KEY, PostgresServer
from tests.storage.cast import JAN, bubble, settle_in, typed
from tests.storage.spy import kept

CHILD = f"""
import asyncio, os, resource, signal, sys
from sqlalchemy import Engine, event
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.storage.cast import JAN, bubble, settled, typed
database = Database(sys.argv[1], Vault({MASTER_KEY!r}))
"""

KILLED = """
ran = []
def die(*_):
    ran.append(1)
    if len(ran) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(Engine, "after_cursor_execute", die)
event.listen(Engine, "commit", die)
def turn(unit):
    unit.inbox.claim([typed("1")])
    unit.sessions.load([JAN])
    unit.inbox.settle([settled("1", 1)])
    unit.outbox.add([bubble(2), bubble(3)])
asyncio.run(database.write(turn))
"""

FULL = """
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
def turn(unit):
    for n in range(1, 2000):
        unit.outbox.add([bubble(n, body=b"x" * 1000)])
try:
    asyncio.run(database.write(turn))
except Exception as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize("statement", range(1, 9))
async def test_a_process_that_is_killed_between_statements_leaves_nothing_half(
    database_url: str, vault: Vault, statement: int
) -> None:
    database = Database(database_url, vault)
    await database.write(lambda unit: settle_in(unit, JAN))
    died = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", CHILD + KILLED, database_url, str(statement)],
        capture_output=True,
        timeout=60,
        check=False,
    )
    whole = (1, 2) if died.returncode == 0 else (0, 0)
    assert died.returncode in (0, -9), died.stderr.decode()
    assert await kept(database) == whole
    database.close()


async def test_without_a_kill_the_same_turn_is_stored(database_url: str, vault: Vault) -> None:
    """So that the test above cannot pass because its turn never stores anything."""
    database = Database(database_url, vault)
    await database.write(lambda unit: settle_in(unit, JAN))
    await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", CHILD + KILLED, database_url, "99"], timeout=60, check=True
    )
    assert await kept(database) == (1, 2)
    database.close()


async def test_a_full_disk_is_told_and_leaves_nothing_half(sqlite_url: str, vault: Vault) -> None:
    database = Database(sqlite_url, vault)
    await database.write(lambda unit: settle_in(unit, JAN))
    pages = await database.read(lambda unit: unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    limit = pages * 4096 + 200_000
    full = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", CHILD + FULL, sqlite_url, str(limit)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert full.stdout.startswith("DataFolderError The folder"), full.stdout
    assert await kept(database) == (0, 0)
    assert await database.write(lambda unit: unit.outbox.add([bubble(1)]))
    database.close()


@pytest.fixture
def own_server() -> Iterator[PostgresServer]:
    """A server that may be stopped without a word to the other tests."""
    server = PostgresServer()
    yield server
    server.remove()


async def test_after_the_server_was_away_the_work_goes_on(
    own_server: PostgresServer, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "IDLE_SECONDS", 0.0)
    database = Database(own_server.url(own_server.new_database()), vault)
    database.migrate()
    await database.write(lambda unit: settle_in(unit, JAN))
    own_server.stop()
    with pytest.raises(DatabaseUnreachableError, match="cannot be reached"):
        await database.write(lambda unit: unit.inbox.claim([typed("1")]))
    with pytest.raises(DatabaseUnreachableError):
        await database.read(lambda unit: unit.people.by_ids([JAN]))
    own_server.start()
    assert await database.write(lambda unit: unit.inbox.claim([typed("1")])) == {("telegram", "1")}
    own_server.stop()
    own_server.start()
    assert JAN in await database.read(lambda unit: unit.people.by_ids([JAN]))
    database.close()
