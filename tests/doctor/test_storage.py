"""The doctor on the data folder, the database and the master key; the database on SQLite and PostgreSQL."""

import base64
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.bootstrap import kept_master_key
from bot.doctor.checks.database import database
from bot.doctor.checks.folder import folder, room
from bot.doctor.checks.key import key
from bot.storage.database import Database
from bot.storage.engines import normal_url
from bot.storage.schema import HEAD
from bot.storage.vault import Vault
from tests.databases import MASTER_KEY
from tests.doctor.conftest import Make, rows

KEY = base64.urlsafe_b64encode(MASTER_KEY).decode()
OTHER = base64.urlsafe_b64encode(bytes(32)).decode()


def change(url: str, statement: str) -> None:
    """Does something to a database that the program would not do."""
    engine = create_engine(normal_url(url))
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


# The data folder


async def test_a_folder_that_is_not_there_yet_will_be_made_and_is_not_made_by_looking(
    make: Make, tmp_path: Path
) -> None:
    (found,) = rows(await folder(make(data=tmp_path / "a" / "b")))
    assert found[:2] == ("good", "data folder")
    assert found[2].startswith(f"{tmp_path}/a/b will be made at the first start; ")
    assert not (tmp_path / "a").exists()


async def test_a_folder_for_our_eyes_only_is_good_and_one_for_others_is_told(make: Make, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    assert [row[0] for row in rows(await folder(make()))] == ["good"]
    data.chmod(0o755)
    said = f"Other users of this machine can look into {data}; run: chmod 700 {data}"
    assert rows(await folder(make()))[1:] == [("look", "data folder", said)]
    assert list(data.iterdir()) == [], "nothing is left behind"


async def test_a_file_where_the_folder_must_be_is_wrong(make: Make, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    said = (
        f"The folder {tmp_path}/data cannot be written (it is no folder); choose another with OPSTAP_DATA or "
        "change its rights."
    )
    assert rows(await folder(make())) == [("wrong", "data folder", said)]


async def test_a_place_in_which_nobody_can_write_is_wrong(make: Make) -> None:
    (found,) = rows(await folder(make(data=Path("/proc"))))
    assert found[0] == "wrong"
    assert found[2].startswith("The folder /proc cannot be written (")


@pytest.mark.parametrize(
    ("free", "mark", "said"),
    [
        (150 * 10**6, "wrong", "Only 0.1 GB is free where /data is; remove old logs and backups."),
        (700 * 10**6, "look", "0.7 GB is free where /data is; make room before it is full."),
        (20 * 10**9, "good", "/data can be written; 20.0 GB is free there."),
    ],
)
def test_a_disk_that_is_full_is_wrong_and_one_that_fills_is_told(free: int, mark: str, said: str) -> None:
    assert rows([room(free, Path("/data"), new=False)]) == [(mark, "data folder", said)]


# The database


async def test_a_sqlite_file_that_is_not_there_yet_is_not_made_by_looking(make: Make, tmp_path: Path) -> None:
    said = "There is none yet; the first start makes a SQLite file."
    assert rows(await database(make())) == [("good", "database", said)]
    assert not (tmp_path / "data").exists()


def kind(url: str) -> str:
    return "PostgreSQL" if url.startswith("postgresql") else "SQLite"


async def test_a_database_that_is_up_to_date_is_good(make: Make, database_url: str) -> None:
    said = f"{kind(database_url)} answers and is at the newest version ({HEAD})."
    assert rows(await database(make(database_url=database_url))) == [("good", "database", said)]


async def test_an_older_database_is_told_and_not_changed(make: Make, database_url: str) -> None:
    change(database_url, "UPDATE alembic_version SET version_num = '0001'")
    said = (
        f"{kind(database_url)} is at version 0001 and the newest is {HEAD}; make a backup, then `opstap run` "
        "brings it there."
    )
    for _ in range(2):
        assert rows(await database(make(database_url=database_url))) == [("look", "database", said)]


async def test_a_newer_database_is_wrong(make: Make, database_url: str) -> None:
    change(database_url, "UPDATE alembic_version SET version_num = '9999'")
    said = "The database is at version 9999, which this program does not know; start the Opstap that made it, or newer."
    assert rows(await database(make(database_url=database_url))) == [("wrong", "database", said)]


async def test_an_empty_postgresql_gets_its_tables_at_the_first_start(make: Make, database_url: str) -> None:
    if kind(database_url) == "SQLite":
        change(database_url, "DROP TABLE alembic_version")
    else:
        change(database_url, "DROP SCHEMA public CASCADE")
        change(database_url, "CREATE SCHEMA public")
    said = f"{kind(database_url)} answers and is empty; the first start makes the tables."
    assert rows(await database(make(database_url=database_url))) == [("good", "database", said)]


async def test_a_server_that_is_away_is_wrong_and_the_password_is_not_told(make: Make, free_port: int) -> None:
    url = f"postgresql://opstap:kanarievogel@127.0.0.1:{free_port}/opstap"
    (found,) = rows(await database(make(database_url=url)))
    assert found[0] == "wrong"
    assert found[2].startswith(
        f"The database at postgresql+psycopg://opstap:***@127.0.0.1:{free_port}/opstap cannot be "
    )
    assert found[2].endswith("check OPSTAP_DATABASE_URL and that the server runs.")
    assert "kanarievogel" not in found[2]


async def test_what_is_no_database_is_wrong(make: Make, tmp_path: Path) -> None:
    file = tmp_path / "x.sqlite3"
    file.write_bytes(b"no database at all, but long enough to be looked into" * 20)
    (found,) = rows(await database(make(database_url=f"sqlite:///{file}")))
    assert found[:2] == ("wrong", "database")
    assert "(file is not a database)" in found[2]
    (found,) = rows(await database(make(database_url="mysql://x/y")))
    assert found[2].startswith("The database at mysql://x/y cannot be reached (it must start with sqlite:/// (and")


# The master key


async def test_the_first_start_makes_a_key_and_looking_does_not(make: Make, tmp_path: Path) -> None:
    said = f"The first start makes one as {tmp_path}/data/master.key; copy it to another place then."
    assert rows(await key(make())) == [("good", "master key", said)]
    assert not (tmp_path / "data").exists()


async def test_the_key_of_this_database_is_good_and_another_is_wrong(make: Make, database_url: str) -> None:
    good = rows(await key(make(database_url=database_url, master_key=KEY)))
    assert good == [("good", "master key", "It opens this database.")]
    said = (
        "The master key is not usable (the database was made with another key); set OPSTAP_MASTER_KEY to the key that "
        "this database was made with."
    )
    bad = rows(await key(make(database_url=database_url, master_key=OTHER)))
    assert bad == [("wrong", "master key", said)]


async def test_a_database_with_texts_and_no_key_is_wrong(make: Make, database_url: str, tmp_path: Path) -> None:
    kept = tmp_path / "data/master.key"
    said = f"The database has texts and there is no key; put it back as {kept}, or in OPSTAP_MASTER_KEY."
    assert rows(await key(make(database_url=database_url))) == [("wrong", "master key", said)]


async def test_a_key_that_is_none_is_wrong_and_is_not_told(make: Make) -> None:
    said = (
        "The master key is not usable (it holds 8 bytes instead of 32); set OPSTAP_MASTER_KEY to the key that this "
        "database was made with."
    )
    assert rows(await key(make(master_key="kanarievoge"))) == [("wrong", "master key", said)]


async def test_a_kept_key_that_others_can_read_is_told(make: Make, tmp_path: Path) -> None:
    data = tmp_path / "data"
    kept = kept_master_key(data)
    house = Database(f"sqlite:///{data}/opstap.sqlite3", Vault.from_text(kept))
    house.migrate()
    house.close()
    assert rows(await key(make())) == [("good", "master key", "It opens this database.")]
    (data / "master.key").chmod(0o644)
    said = f"Other users of this machine can read {data}/master.key; run: chmod 600 {data}/master.key"
    assert rows(await key(make()))[1:] == [("look", "master key", said)]


async def test_a_key_is_not_judged_by_a_database_that_is_away(make: Make, free_port: int) -> None:
    given = {"database_url": f"postgresql://127.0.0.1:{free_port}/x", "master_key": KEY}
    said = "The key could not be tried on the database, because that cannot be looked into."
    assert rows(await key(make(**given))) == [("look", "master key", said)]
