"""Erasure: afterwards nothing tells that the person was here, and nothing can be kept of them."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.errors import PersonGoneError
from bot.storage.database import Database
from bot.storage.tables import metadata, people
from bot.storage.vault import Vault
from tests.storage.cast import FATIMA, NOW, bubble
from tests.storage.house import ADDRESS, CANARY, PERSON, House
from tests.storage.spy import raw_bytes


@pytest.fixture
def house(database: Database, tmp_path: Path) -> House:
    """A house on either database."""
    return House(database, tmp_path / "house")


async def test_before_the_erasure_every_table_knows_the_person(house: House) -> None:
    """So that the tests below cannot pass because nothing was there."""
    await house.fill()
    dump = await house.dump()
    without = {"house", "organisations", "erasures", "teams", "telegram_files", "slack_files"}
    named = {line.split(" ", 1)[0] for line in dump.splitlines() if PERSON in line}
    assert named == set(metadata.tables) - without
    assert CANARY in dump


async def test_after_an_erasure_no_table_knows_the_person(house: House) -> None:
    await house.fill()
    await house.eraser.erase(PERSON, NOW)
    lines = (await house.dump()).splitlines()
    assert [line for line in lines if CANARY in line] == []
    assert [line.split(" ", 1)[0] for line in lines if PERSON in line] == ["erasures"]


async def test_after_an_erasure_the_file_is_gone(house: House, tmp_path: Path) -> None:
    await house.fill()
    assert list((tmp_path / "house" / "media").iterdir())
    await house.eraser.erase(PERSON, NOW)
    assert list((tmp_path / "house" / "media").iterdir()) == []


async def test_an_erasure_leaves_everybody_else_alone(house: House) -> None:
    await house.fill()
    before = await house.database.read(lambda unit: unit.export(FATIMA))
    await house.eraser.erase(PERSON, NOW)
    after = await house.database.read(lambda unit: unit.export(FATIMA))
    assert [one["who"] for one in before["talks"]] == [f"{CANARY} name"]
    assert [one["who"] for one in before["looks"]] == [f"{CANARY} name"]
    # What the erased one did or made goes; of a talk the log stays, without who held it.
    assert after["looks"] == after["buddies"] == []
    assert len(before["buddies"]) == 2
    assert [one["who"] for one in after["meetings"]] == [f"{FATIMA} by name"]
    assert [{**one, "who": ""} for one in before["talks"]] == after["talks"]
    assert [one["text"] for one in after["cards"]] == [f"{CANARY} between"]
    assert (len(before["sent_cards"]), after["sent_cards"]) == (1, [])
    others = ("looks", "meetings", "talks", "buddies", "sent_cards")
    assert {key: after[key] for key in after if key not in others} == {
        key: before[key] for key in before if key not in others
    }


async def test_nothing_can_be_stored_for_an_erased_person(house: House) -> None:
    await house.fill()
    await house.eraser.erase(PERSON, NOW)
    assert await house.database.read(lambda unit: unit.people.by_addresses([("telegram", ADDRESS)])) == {}
    assert await house.database.read(lambda unit: unit.export(PERSON)) == {}
    with pytest.raises(PersonGoneError, match=f"Person {PERSON} was erased or never existed"):
        await house.database.write(lambda unit: unit.outbox.add([bubble(9, person=PERSON)]))


async def test_erasing_twice_or_a_stranger_is_fine(house: House) -> None:
    await house.fill()
    for person in (PERSON, PERSON, "stranger00000000"):
        await house.eraser.erase(person, NOW)
    assert await house.eraser.resume(NOW) == 0


async def test_no_byte_of_the_sqlite_files_knows_the_person(sqlite_url: str, vault: Vault, tmp_path: Path) -> None:
    database = Database(sqlite_url, vault)
    house = House(database, tmp_path / "house")
    await house.fill()
    wrapped = await database.read(
        lambda unit: unit.connection.execute(select(people.c.wrapped_key).where(people.c.id == PERSON)).scalar_one()
    )
    folder = tmp_path / "data"
    assert CANARY.encode() in raw_bytes(folder)
    assert wrapped in raw_bytes(folder)
    await house.eraser.erase(PERSON, NOW)
    assert CANARY.encode() not in raw_bytes(folder)
    assert wrapped not in raw_bytes(folder)
    assert wrapped[12:44] not in raw_bytes(folder)
    database.close()
    assert CANARY.encode() not in raw_bytes(tmp_path)
