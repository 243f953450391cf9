"""The wiring: when each job runs, by the clock on the wall, and that none runs beside itself."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from apscheduler.events import EVENT_JOB_EXECUTED
from apscheduler.job import Job

from bot.keeping import check_ins
from scheduler.wiring import build
from tests.scheduler.conftest import Lived

HERE = ZoneInfo("Europe/Amsterdam")


def job(lived: Lived, id: str) -> Job:
    found = build(lived.house).get_job(id)
    assert found is not None
    return found


async def test_the_purge_runs_every_night_at_half_past_three_whatever_the_season(lived: Lived) -> None:
    trigger = job(lived, "purge").trigger
    for start, wanted in (
        ("2026-03-28T12:00+01:00", "2026-03-29T03:30+02:00"),
        ("2026-03-29T12:00+02:00", "2026-03-30T03:30+02:00"),
        ("2026-10-24T12:00+02:00", "2026-10-25T03:30+01:00"),
        ("2026-12-31T12:00+01:00", "2027-01-01T03:30+01:00"),
    ):
        now = datetime.fromisoformat(start).astimezone(HERE)
        assert trigger.get_next_fire_time(None, now) == datetime.fromisoformat(wanted)


async def test_a_late_run_still_runs_and_never_beside_itself(lived: Lived) -> None:
    scheduler = build(lived.house)
    scheduler.start(paused=True)
    try:
        jobs = scheduler.get_jobs()
        assert {one.id for one in jobs} == {"tick", "purge"}
        for one in jobs:
            assert (one.coalesce, one.max_instances, one.misfire_grace_time) == (True, 1, None)
    finally:
        scheduler.shutdown(wait=False)
        await asyncio.sleep(0)


async def test_the_tick_really_runs_and_fires(lived: Lived) -> None:
    person = lived.people["Samira"]
    await lived.house.database.write(lambda unit: unit.timers.set(check_ins(person, lived.clock())))
    lived.clock.move(minutes=15)
    scheduler = build(lived.house)
    ran = asyncio.Event()
    scheduler.add_listener(lambda _: ran.set(), EVENT_JOB_EXECUTED)
    scheduler.start()
    try:
        scheduler.reschedule_job("tick", trigger="interval", seconds=0.01)
        async with asyncio.timeout(10):
            await ran.wait()
    finally:
        scheduler.shutdown(wait=False)
        await asyncio.sleep(0)
    left = await lived.house.database.read(lambda unit: unit.timers.of(person))
    assert [one.purpose for one in left] == ["crisis-next-day"]
