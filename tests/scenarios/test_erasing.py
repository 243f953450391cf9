"""After 'wissen' there is nothing left of a person, and nothing brings it back."""

import shutil
from pathlib import Path

from sqlalchemy import select

from bot.storage.tables import erasures, metadata
from bot.storage.unit import Unit
from tests.scenarios.home import Guest, Home, home_in

SOUND = b"OggS" + bytes(range(256)) * 8
WORDS = "mijn eigen kanarievogel"


async def lived_in(home: Home) -> Guest:
    """Someone of whom everything is kept that can be kept."""
    guest = await home.guest("Sanne")
    await guest.until("l1-succes")
    media = await home.house.desk.keep_media(guest.visit, "audio/ogg", SOUND, home.now)
    await guest.take("voice", media=media)
    await guest.uses("success")
    await guest.says(WORDS)
    await guest.answers()
    await guest.answers()
    await guest.uses("human")
    await guest.presses(0)
    await guest.answers()
    await guest.says(next(one.yes[0] for one in home.house.library.signals if one.kind == "crisis-certain"))
    return guest


async def wiped(home: Home, guest: Guest) -> str:
    """Chooses to erase everything, and says yes twice."""
    await guest.uses("data")
    ask, _ = await guest.question()
    labels = [one.label for one in home.house.library.graph["gegevens", "kies"].options]  # type: ignore[union-attr]
    values = [one.value for one in home.house.library.graph["gegevens", "kies"].options]  # type: ignore[union-attr]
    await guest.presses([one.label for one in ask.buttons].index(labels[values.index("wissen")]))
    await guest.presses(0)
    return (await guest.presses(0)).outcome


def rows_of(unit: Unit, person: str) -> dict[str, int]:
    """The tables in which something of this person stands."""
    found = {}
    for table in metadata.sorted_tables:
        column = table.c.get("id" if table.name == "people" else "person_id")
        if column is not None:
            found[table.name] = len(unit.connection.execute(select(table).where(column == person)).all())
    return {name: count for name, count in found.items() if count}


async def test_no_table_and_no_file_holds_anything_of_who_erased_themselves(home: Home) -> None:
    guest = await lived_in(home)
    person, handle = guest.visit.person, guest.visit.handle
    before = await home.house.database.read(lambda unit: rows_of(unit, person))
    assert {"people", "inbox", "outbox", "sessions", "answers", "requests", "timers", "media"} <= before.keys()
    key = await home.house.database.read(lambda unit: unit.connection.execute(
        select(metadata.tables["people"].c.wrapped_key).where(metadata.tables["people"].c.id == person)
    ).scalar_one())  # fmt: skip
    assert key in home.on_disk()
    assert await wiped(home, guest) == "gone"
    assert await home.house.database.read(lambda unit: rows_of(unit, person)) == {"erasures": 1}
    left = home.on_disk()
    assert key not in left, "the key can still be read from the disk"
    assert handle.encode() not in left
    assert not list((home.data / "media").rglob("*.*")) or not any((home.data / "media").iterdir())


async def test_who_erased_themselves_is_out_and_the_code_is_worth_nothing(home: Home) -> None:
    guest = await lived_in(home)
    await wiped(home, guest)
    assert await home.house.desk.visit(guest.visit.handle, guest.token, home.now) is None
    assert await home.house.desk.enter(guest.code, "127.0.0.9", home.now) == "wrong"
    assert (await guest.take("text", text="hallo")).outcome == "gone"
    assert await home.house.desk.export(guest.visit) == {}


async def test_no_timer_wakes_for_who_is_gone(home: Home) -> None:
    guest = await lived_in(home)
    await wiped(home, guest)
    assert await home.later(minutes=20) == 0
    assert await home.later(days=1) == 0


async def test_others_keep_everything(home: Home) -> None:
    other = await lived_in(home)
    await home.house.delivery.drained()
    before = await other.lines()
    await wiped(home, await lived_in(home))
    assert await other.lines() == before
    assert await other.answers()


async def test_a_restored_backup_erases_again(tmp_path: Path) -> None:
    data, backup = tmp_path / "data", tmp_path / "backup"
    async with home_in(data) as home:
        guest = await lived_in(home)
    shutil.copytree(data, backup)
    async with home_in(data) as home:
        await wiped(home, guest.at(home))
    ledger = (data / "erasures.txt").read_bytes()
    shutil.rmtree(data)
    shutil.copytree(backup, data)
    (data / "erasures.txt").write_bytes(ledger)
    async with home_in(data) as home:
        person = guest.visit.person
        assert await home.house.database.read(lambda unit: rows_of(unit, person)) == {"erasures": 1}
        assert await home.house.desk.visit(guest.visit.handle, guest.token, home.now) is None
        ids = await home.house.database.read(lambda unit: unit.connection.execute(select(erasures.c.person_id)).all())
        assert [one.person_id for one in ids] == [person]


async def test_saying_no_at_the_last_question_keeps_everything(home: Home) -> None:
    guest = await lived_in(home)
    before = await home.house.database.read(lambda unit: rows_of(unit, guest.visit.person))
    await guest.uses("data")
    await guest.presses(3)
    await guest.presses(0)
    await guest.presses(1)
    after = await home.house.database.read(lambda unit: rows_of(unit, guest.visit.person))
    assert after.keys() == before.keys()
