"""An erasure that was cut short, or undone by a restored backup, is finished at the next start."""

import asyncio
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.ledger import Entry
from bot.storage.vault import Vault
from tests.databases import MASTER_KEY, PostgresServer
from tests.storage.cast import DAY, NOW
from tests.storage.house import CANARY, PERSON, House
from tests.storage.spy import raw_bytes

KILLED = f"""
import asyncio, os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.storage.cast import NOW
from tests.storage.house import PERSON, House
moments = []
def die(*_):
    moments.append(1)
    if len(moments) == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(Engine, "after_cursor_execute", die)
event.listen(Engine, "commit", die)
database = Database(sys.argv[1], Vault({MASTER_KEY!r}))
asyncio.run(House(database, Path(sys.argv[2])).eraser.erase(PERSON, NOW))
"""


@pytest.fixture
def house(database: Database, tmp_path: Path) -> House:
    """A house on either database."""
    return House(database, tmp_path / "house")


async def test_an_erasure_that_was_cut_short_goes_on_at_the_next_start(house: House, tmp_path: Path) -> None:
    await house.fill()
    await house.database.write(lambda unit: unit.erasures.begin(PERSON, NOW))
    assert list((tmp_path / "house" / "media").iterdir())
    assert await house.eraser.resume(NOW) == 1
    assert list((tmp_path / "house" / "media").iterdir()) == []
    assert [entry.person_id for entry in house.ledger.entries()] == [PERSON]
    assert await house.eraser.resume(NOW) == 0


async def test_an_erasure_that_only_reached_the_ledger_goes_on_at_the_next_start(house: House) -> None:
    await house.fill()
    house.ledger.append(PERSON, NOW)
    assert await house.eraser.resume(NOW + DAY) == 1
    assert CANARY not in await house.dump()


async def test_an_erasure_begun_in_a_turn_is_completed(house: House) -> None:
    await house.fill()
    begun = await house.database.write(lambda unit: unit.erasures.begin(PERSON, NOW))
    await house.eraser.complete(begun, NOW)
    assert CANARY not in await house.dump()
    assert house.ledger.entries() == [Entry(PERSON, NOW)]


@pytest.mark.parametrize("moment", [1, 3, 8, 15, 16, 17, 19, 20, 21])
async def test_an_erasure_that_is_killed_is_finished_at_the_next_start(
    house: House, tmp_path: Path, moment: int
) -> None:
    await house.fill()
    url = house.database._url.render_as_string(hide_password=False).replace("+psycopg", "")
    died = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", KILLED, url, str(tmp_path / "house"), str(moment)],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert died.returncode in (0, -signal.SIGKILL), died.stderr.decode()
    await house.eraser.resume(NOW)
    assert CANARY not in await house.dump()
    assert list((tmp_path / "house" / "media").iterdir()) == []


async def test_a_restored_backup_erases_again_on_sqlite(sqlite_url: str, vault: Vault, tmp_path: Path) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    house = House(Database(sqlite_url, vault), tmp_path / "house")
    await house.fill()
    house.database.close()
    backup = shutil.copyfile(file, tmp_path / "backup")
    media = shutil.copytree(tmp_path / "house" / "media", tmp_path / "media backup")

    house = House(Database(sqlite_url, vault), tmp_path / "house")
    await house.eraser.erase(PERSON, NOW)
    house.database.close()
    shutil.copyfile(backup, file)
    shutil.copytree(media, tmp_path / "house" / "media", dirs_exist_ok=True)

    house = House(Database(sqlite_url, vault), tmp_path / "house")
    assert CANARY in await house.dump()
    assert await house.eraser.resume(NOW + DAY) == 1
    assert CANARY not in await house.dump()
    assert CANARY.encode() not in raw_bytes(tmp_path / "data")
    assert list((tmp_path / "house" / "media").iterdir()) == []
    house.database.close()


async def test_a_restored_backup_erases_again_on_postgresql(
    postgres_server: PostgresServer, migrated_postgres: str, vault: Vault, tmp_path: Path
) -> None:
    name = postgres_server.new_database(migrated_postgres)
    house = House(Database(postgres_server.url(name), vault), tmp_path / "house")
    await house.fill()
    house.database.close()
    backup = postgres_server.new_database(name)
    house = House(Database(postgres_server.url(name), vault), tmp_path / "house")
    await house.eraser.erase(PERSON, NOW)
    house.database.close()

    house = House(Database(postgres_server.url(backup), vault), tmp_path / "house")
    assert CANARY in await house.dump()
    assert await house.eraser.resume(NOW + DAY) == 1
    assert CANARY not in await house.dump()
    house.database.close()
    for one in (name, backup):
        postgres_server.drop_database(one)
