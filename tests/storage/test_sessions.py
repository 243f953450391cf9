"""Sessions: nobody's change is lost, whoever writes at the same time."""

import asyncio
import threading
from functools import partial

import pytest

from bot.errors import PersonGoneError, StaleSessionError
from bot.storage.database import Database
from bot.storage.sessions import Place, SessionDraft
from bot.storage.unit import Unit
from tests.storage.cast import FATIMA, JAN, NOW, bubble, settle_in


def draft(version: int, *, person: str = JAN, blob: bytes = b"{}", step: str = "hello") -> SessionDraft:
    """A session in the first course."""
    return SessionDraft(
        person_id=person,
        flow="course",
        step=step,
        status="active",
        revision="r1",
        version=version,
        blob=blob,
        updated_at=NOW,
    )


def save(one: SessionDraft, unit: Unit) -> None:
    """Keeps one session."""
    unit.sessions.save([one])


async def test_a_session_reads_back_with_its_version(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    await database.write(lambda unit: unit.sessions.save([draft(0, blob=b"one")]))
    await database.write(lambda unit: unit.sessions.save([draft(1, blob=b"two")]))
    assert await database.write(lambda unit: unit.sessions.load([JAN, FATIMA])) == {JAN: (b"two", 2)}
    assert await database.read(lambda unit: unit.sessions.load([JAN], lock=False)) == {JAN: (b"two", 2)}
    assert await database.read(lambda unit: unit.sessions.load([], lock=False)) == {}


@pytest.mark.parametrize("version", [0, 1, 3])
async def test_a_stale_session_is_refused_with_everything_beside_it(database: Database, version: int) -> None:
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    for old in (0, 1):
        await database.write(partial(save, draft(old)))

    def overwrite(unit: Unit) -> None:
        unit.sessions.save([draft(0, person=FATIMA), draft(version, blob=b"stale")])

    with pytest.raises(StaleSessionError, match=r"1 session\(s\) were changed"):
        await database.write(overwrite)
    assert await database.write(lambda unit: unit.sessions.load([JAN, FATIMA])) == {JAN: (b"{}", 2)}


async def test_turns_of_one_person_at_once_go_one_after_the_other(database: Database) -> None:
    def count_up(unit: Unit) -> None:
        blob, version = unit.sessions.load([JAN]).get(JAN, (b"0", 0))
        unit.sessions.save([draft(version, blob=b"%d" % (int(blob) + 1))])

    await database.write(lambda unit: settle_in(unit, JAN))
    await asyncio.gather(*(database.write(count_up) for _ in range(20)))
    assert await database.write(lambda unit: unit.sessions.load([JAN])) == {JAN: (b"20", 20)}


async def test_groups_that_share_people_never_wait_in_a_circle(database: Database) -> None:
    def count_up(unit: Unit, people: list[str]) -> None:
        loaded = unit.sessions.load(people)
        unit.sessions.save([draft(loaded[person][1], person=person) for person in people])

    everyone = [f"person{at:010d}" for at in range(10)]
    await database.write(lambda unit: settle_in(unit, *everyone))
    await database.write(lambda unit: unit.sessions.save([draft(0, person=person) for person in everyone]))
    orders = [everyone, everyone[::-1], everyone[5:] + everyone[:5], everyone[3:]]
    await asyncio.gather(*(database.write(partial(count_up, people=orders[at % 4])) for at in range(24)))
    loaded = await database.write(lambda unit: unit.sessions.load(everyone))
    assert [version for _, version in loaded.values()] == [19] * 3 + [25] * 7


async def test_a_turn_that_waited_for_an_erasure_writes_nothing(database: Database) -> None:
    """By the time that it has the person, the key that it knew is gone. (SQLite lets nobody in between.)"""
    reached, erased = threading.Event(), threading.Event()

    def turn(unit: Unit) -> None:
        known = unit.people.by_addresses([("telegram", JAN)])
        reached.set()
        if known and unit.connection.dialect.name == "postgresql":
            assert erased.wait(10)
        unit.sessions.load([JAN])
        unit.outbox.add([bubble(1)])

    await database.write(lambda unit: settle_in(unit, JAN))
    if await database.read(lambda unit: unit.connection.dialect.name) == "postgresql":
        running = asyncio.create_task(database.write(turn))
        assert await asyncio.to_thread(reached.wait, 10)
        await database.write(lambda unit: unit.erasures.begin(JAN, NOW))
    else:
        await database.write(lambda unit: unit.erasures.begin(JAN, NOW))
        running = asyncio.create_task(database.write(turn))
    erased.set()
    with pytest.raises(PersonGoneError, match=JAN):
        await running


async def test_it_is_known_how_many_people_stand_on_a_step(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA, "mo00000000000000"))
    sessions = [draft(0), draft(0, person=FATIMA), draft(0, person="mo00000000000000", step="bye")]
    await database.write(lambda unit: unit.sessions.save(sessions))
    assert await database.read(lambda unit: unit.sessions.places()) == [
        Place(flow="course", step="bye", revision="r1", people=1),
        Place(flow="course", step="hello", revision="r1", people=2),
    ]
