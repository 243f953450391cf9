"""Timers: one for each person and purpose, found through an index, and never in the way of each other."""

import asyncio
import threading
from datetime import datetime, timedelta
from functools import partial

from bot.storage.database import Database
from bot.storage.timers import NewTimer, TimerMark, TimerRow
from bot.storage.unit import Unit
from tests.storage.cast import DAY, FATIMA, JAN, MINUTE, NOW, SECOND, settle_in
from tests.storage.spy import analyze, plan, statements


def timer(purpose: str, due_at: datetime = NOW, *, person: str = JAN, payload: str = "") -> NewTimer:
    """A timer that is due when it was planned."""
    return NewTimer(person_id=person, purpose=purpose, due_at=due_at, planned_at=due_at, payload=payload)


async def wound(database: Database, *timers: NewTimer) -> None:
    """Jan and Fatima, and timers that wait for them."""

    def put(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA)
        unit.timers.set(timers)

    await database.write(put)


async def due(database: Database, now: datetime = NOW, limit: int = 100) -> list[str]:
    """The purposes of what is due now."""
    return [row.purpose for row in await database.write(lambda unit: unit.timers.claim_due(now, limit))]


async def test_a_timer_is_due_from_its_moment_on(database: Database) -> None:
    await wound(database, timer("nudge", NOW + MINUTE, payload="course 3"))
    assert await due(database, NOW + MINUTE - SECOND) == []
    [row] = await database.write(lambda unit: unit.timers.claim_due(NOW + MINUTE, 9))
    assert row == TimerRow(
        person_id=JAN, purpose="nudge", due_at=NOW + MINUTE, planned_at=NOW + MINUTE, payload="course 3", tries=0
    )


async def test_the_longest_overdue_comes_first(database: Database) -> None:
    await wound(database, timer("b", NOW), timer("c", NOW + SECOND), timer("a", NOW - DAY, person=FATIMA))
    assert await due(database, NOW + DAY, limit=2) == ["a", "b"]


async def test_setting_a_timer_again_starts_it_anew(database: Database) -> None:
    await wound(database, timer("nudge"))
    mark = TimerMark(person_id=JAN, purpose="nudge", state="fired", at=NOW)
    assert await database.write(lambda unit: unit.timers.mark([mark])) == 1
    assert await due(database, NOW + DAY) == []
    await database.write(lambda unit: unit.timers.set([timer("nudge", NOW + MINUTE), timer("nudge", NOW + DAY)]))
    assert await due(database, NOW + MINUTE) == []
    assert await due(database, NOW + DAY) == ["nudge"]


async def test_a_cancelled_timer_never_fires(database: Database) -> None:
    await wound(database, timer("nudge"), timer("crisis"))
    keys = [(JAN, "nudge"), (JAN, "unheard-of"), (FATIMA, "crisis")]
    assert await database.write(lambda unit: unit.timers.cancel(keys, at=NOW, why="answered")) == 1
    assert await due(database) == ["crisis"]


async def test_a_timer_ends_once(database: Database) -> None:
    await wound(database, timer("nudge"))
    marks = [TimerMark(person_id=JAN, purpose="nudge", state=state, at=NOW) for state in ("skipped", "fired")]
    assert await database.write(lambda unit: unit.timers.mark(marks)) == 1
    assert await database.write(lambda unit: unit.timers.mark([])) == 0


def fail(unit: Unit, row: TimerRow) -> bool:
    """Notes a failure; the third is the last."""
    return unit.timers.failed(row, retry_at=NOW, why="LookupError", most=3)


async def test_a_poison_timer_dies_and_the_others_fire(database: Database) -> None:
    await wound(database, timer("poison", NOW - DAY), timer("nudge", person=FATIMA))
    for tries in range(3):
        [row] = [
            row for row in await database.write(lambda unit: unit.timers.claim_due(NOW, 9)) if row.purpose == "poison"
        ]
        assert row.tries == tries
        dead = await database.write(partial(fail, row=row))
        assert dead == (tries == 2)
    assert await due(database) == ["nudge"]


async def test_a_failed_timer_waits_before_it_is_tried_again(database: Database) -> None:
    await wound(database, timer("nudge"))
    [row] = await database.write(lambda unit: unit.timers.claim_due(NOW, 9))
    await database.write(lambda unit: unit.timers.failed(row, retry_at=NOW + MINUTE, why="x", most=3))
    assert await due(database) == []
    assert await due(database, NOW + MINUTE) == ["nudge"]


async def test_the_next_moment_is_known(database: Database) -> None:
    assert await database.read(lambda unit: unit.timers.next_due()) is None
    await wound(database, timer("a", NOW + DAY), timer("b", NOW + MINUTE))
    assert await database.read(lambda unit: unit.timers.next_due()) == NOW + MINUTE


async def test_someone_in_a_turn_is_passed_over_and_not_waited_for(database: Database) -> None:
    """On SQLite the tick comes after the turn; on PostgreSQL beside it."""
    await wound(database, timer("a"), timer("b", person=FATIMA))
    inside, finish = threading.Event(), threading.Event()

    def turn(unit: Unit) -> None:
        unit.sessions.load([JAN])
        inside.set()
        if unit.connection.dialect.name == "postgresql":
            assert finish.wait(10)
        unit.timers.cancel([(JAN, "a")], at=NOW, why="answered")

    running = asyncio.create_task(database.write(turn))
    assert await asyncio.to_thread(inside.wait, 10)
    found = await asyncio.wait_for(due(database), 5)
    finish.set()
    await running
    assert found == ["b"]
    assert await due(database) == ["b"]


async def test_old_ended_timers_are_thrown_away(database: Database) -> None:
    await wound(database, timer("fired"), timer("dead"), timer("waiting"))
    mark = TimerMark(person_id=JAN, purpose="fired", state="fired", at=NOW)
    await database.write(lambda unit: unit.timers.mark([mark]))
    [row] = [row for row in await database.read(lambda unit: unit.timers.of(JAN)) if row.purpose == "dead"]
    assert await database.write(lambda unit: unit.timers.failed(row, retry_at=NOW, why="x", most=1))
    assert await database.write(lambda unit: unit.retention.timers(NOW)) == 0
    assert await database.write(lambda unit: unit.retention.timers(NOW + SECOND)) == 2
    assert await due(database) == ["waiting"]


async def test_looking_for_what_is_due_goes_through_an_index(database: Database) -> None:
    later = [timer(f"p{at}", NOW + timedelta(days=1 + at % 300)) for at in range(20_000)]
    await wound(database, *later)
    await database.write(lambda unit: analyze(unit.connection))

    def look(unit: Unit) -> str:
        with statements() as ran:
            unit.timers.claim_due(NOW, 50)
        return plan(unit.connection, *ran[-1])

    found = await database.write(look)
    assert "ix_timers_state_due_at" in found
    assert "SCAN timers" not in found
    assert "Seq Scan on timers" not in found
