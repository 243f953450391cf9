"""The tick: fires what is due, and a fault in one tick is not the end of ticking."""

import structlog

from bot.keeping import check_ins
from bot.messages import Inbound
from scheduler.jobs import tick
from tests.scheduler.conftest import Lived


async def test_what_is_due_is_fired_with_the_real_words(lived: Lived) -> None:
    person, handle = lived.people["Samira"], lived.handles["Samira"]
    hello = Inbound(channel="web", address=handle, external_id="1", kind="text", at=lived.clock(), text="hallo")
    await lived.house.turns.submit(hello)
    await lived.house.database.write(lambda unit: unit.timers.set(check_ins(person, lived.clock())))
    assert await tick.run(lived.house) == 0
    lived.clock.move(minutes=15)
    assert await tick.run(lived.house) == 1
    await lived.house.delivery.drained()
    lines = await lived.house.database.read(lambda unit: unit.lines.before(person, 1))
    assert (lines[0].duty, lines[0].state) == ("crisis", "sent")
    lived.clock.move(days=1)
    assert await tick.run(lived.house) == 1
    assert await tick.run(lived.house) == 0


async def test_a_fault_is_logged_and_the_next_tick_fires(lived: Lived) -> None:
    async def alter(sql: str) -> None:
        await lived.house.database.write(lambda unit: unit.connection.exec_driver_sql(sql).close())

    await lived.house.database.write(lambda unit: unit.timers.set(check_ins(lived.people["Ruud"], lived.clock())))
    lived.clock.move(minutes=15)
    await alter("ALTER TABLE timers RENAME TO timers_away")
    with structlog.testing.capture_logs() as log:
        assert await tick.run(lived.house) == 0
    assert {event["event"] for event in log} <= {"timer.claim_failed", "tick.failed"}
    assert len(log) == 1
    await alter("ALTER TABLE timers_away RENAME TO timers")
    assert await tick.run(lived.house) == 1
