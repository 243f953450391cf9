"""The alarm: each timer fires once, at a moment that still makes sense, and one that fails is nobody else's trouble."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from sqlalchemy import select

from bot.alarm import AT_ONCE, TRIES, WAIT
from bot.keeping import CHECK_INS
from bot.storage.database import Database
from bot.storage.tables import timers
from bot.storage.timers import NewTimer
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from tests.databases import Reachable
from tests.household import FATIMA, JAN, NOW, Household, chatter, planner
from tests.turns.posting import spoil

SOON, NEXT_DAY = CHECK_INS
QUARTER = timedelta(minutes=15)
MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
"""Half past ten by the clock on the wall; NOW is that moment."""


@pytest.fixture
async def home(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    """Two people who were in a crisis at NOW, and can be asked how it is."""
    async with await Household(database, tmp_path, chatter()).settle(JAN, FATIMA) as one:
        for person in (JAN, FATIMA):
            await one.says_all(["hello", "Yes", "Doors", "Later"], person)
        yield one


@pytest.fixture
async def plans(sqlite_url: str, vault: Vault, tmp_path: Path) -> AsyncIterator[Household]:
    """Someone with two tasks for Thursday."""
    database = Database(sqlite_url, vault)
    async with await Household(database, tmp_path, planner()).settle(JAN) as one:
        await one.says_all(["hello", "Yes", "walk", "call Mo", "donderdag"])
        yield one
    database.close()


async def fired(home: Household, person: str = JAN) -> dict[str, tuple[str, str | None]]:
    """How each timer stands, and why."""

    def read(unit: Unit) -> dict[str, tuple[str, str | None]]:
        wanted = select(timers.c.purpose, timers.c.state, timers.c.why).where(timers.c.person_id == person)
        return {row.purpose: (row.state, row.why) for row in unit.connection.execute(wanted)}

    return await home.database.read(read)


async def rings(home: Household, **length: float) -> list[str]:
    """Time passes, and the alarm ticks: what the people hear."""
    home.clock.move(**length)
    before = len(home.wire.sent)
    await home.alarm.tick()
    await home.delivery.drained()
    return [parcel.outbound.text for parcel in home.wire.sent[before:]]


async def test_a_timer_fires_once_and_not_before_its_moment(home: Household) -> None:
    assert await rings(home, minutes=14, seconds=59) == []
    assert await rings(home, seconds=1) == ["How is it now?"] * 2
    assert await rings(home) == []
    assert await rings(home, hours=2) == []
    assert await fired(home) == {SOON: ("fired", ""), NEXT_DAY: ("waiting", None)}
    session = await home.session()
    assert session is not None
    assert session.top is not None
    assert session.top.flow == "crisis-daarna"


async def test_two_alarms_over_one_database_fire_a_timer_once(home: Household, tmp_path: Path) -> None:
    other = Household(home.database, tmp_path, chatter(), clock=home.clock)
    home.clock.move(minutes=15)
    assert await home.alarm.tick() + await other.alarm.tick() == 2
    await home.delivery.drained()
    await other.delivery.drained()
    assert [one.outbound.text for one in [*home.wire.sent, *other.wire.sent]].count("How is it now?") == 2


async def test_the_next_morning_at_ten_is_asked_again(home: Household) -> None:
    await rings(home, minutes=15)
    assert await rings(home, hours=23) == []
    assert await rings(home, minutes=15) == ["How is it now?"] * 2
    assert home.clock() == MONDAY.replace(hour=9, minute=0) + timedelta(days=1)


@pytest.mark.parametrize(
    ("late", "state"), [(timedelta(hours=2, minutes=59), "fired"), (timedelta(hours=4), "skipped")]
)
async def test_after_downtime_a_question_that_came_too_late_is_skipped(
    home: Household, late: timedelta, state: str
) -> None:
    home.clock.at += QUARTER + late
    heard = await rings(home)
    assert len(heard) == (2 if state == "fired" else 0)
    assert (await fired(home))[SOON] == (state, "" if state == "fired" else "stale")


@pytest.mark.parametrize("hours", [1, 3, 13, 23, 30, 72])
async def test_after_any_downtime_a_person_gets_at_most_one_question(home: Household, hours: int) -> None:
    heard = await rings(home, hours=hours)
    assert len(heard) <= 2
    assert len([parcel for parcel in home.wire.sent if parcel.outbound.text == "How is it now?"]) <= 2


async def test_an_hour_wrong_on_the_clock_gives_no_burst_and_no_loss(home: Household) -> None:
    assert await rings(home, hours=1) == ["How is it now?"] * 2
    assert await rings(home, hours=-1) == []
    assert await rings(home, minutes=15) == []
    assert (await fired(home))[NEXT_DAY] == ("waiting", None)


async def test_a_timer_that_fails_is_tried_again_and_then_dead_and_others_fire(home: Household) -> None:
    await spoil(home, JAN)
    with structlog.testing.capture_logs() as log:
        assert await rings(home, minutes=15) == ["How is it now?"]
        assert (await fired(home, FATIMA))[SOON][0] == "fired"
        assert (await fired(home))[SOON] == ("waiting", "ValidationError")
        for _ in range(TRIES - 1):
            assert await rings(home, seconds=WAIT.total_seconds()) == []
    assert (await fired(home))[SOON] == ("dead", "ValidationError")
    assert [(event["event"], event["dead"]) for event in log] == [("timer.failed", False)] * 4 + [
        ("timer.failed", True)
    ]
    assert await rings(home, hours=1) == []


async def test_who_was_erased_hears_nothing(home: Household) -> None:
    await home.eraser.erase(JAN, home.clock())
    assert await rings(home, minutes=15) == ["How is it now?"]
    assert home.wire.sent[-1].person == FATIMA


async def test_who_stops_after_a_crisis_hears_nothing_more(home: Household) -> None:
    await home.says("stop")
    await home.says("Stop now")
    assert await fired(home) == {SOON: ("skipped", "stopped"), NEXT_DAY: ("skipped", "stopped")}
    assert await rings(home, minutes=15) == ["How is it now?"]
    assert home.wire.sent[-1].person == FATIMA


async def test_someone_without_a_session_is_passed_over(home: Household) -> None:
    await home.settle("new0000000000000")
    timer = NewTimer(person_id="new0000000000000", purpose=SOON, due_at=NOW, planned_at=NOW)
    await home.database.write(lambda unit: unit.timers.set([timer]))
    assert await rings(home) == []
    assert await fired(home, "new0000000000000") == {SOON: ("skipped", "no session")}


async def test_more_than_fits_in_one_tick_comes_with_the_next(sqlite_url: str, vault: Vault, tmp_path: Path) -> None:
    database = Database(sqlite_url, vault)
    many = [f"many{at:012}" for at in range(AT_ONCE + 5)]
    home = await Household(database, tmp_path, chatter()).settle(*many)
    due = [NewTimer(person_id=one, purpose=SOON, due_at=NOW, planned_at=NOW) for one in many]
    await database.write(lambda unit: unit.timers.set(due))
    assert [await home.alarm.tick() for _ in range(3)] == [AT_ONCE, 5, 0]
    database.close()


async def test_a_database_that_is_away_ends_the_tick_at_once_and_the_next_fires(
    reachable: Reachable, tmp_path: Path
) -> None:
    async with await Household(reachable.database, tmp_path, chatter()).settle(JAN) as home:
        await home.says_all(["hello", "Yes", "Doors", "Later"])
        reachable.goes_away()
        with structlog.testing.capture_logs() as log:
            assert await rings(home, minutes=15) == []
        assert [event["event"] for event in log] == ["timer.claim_failed"]
        reachable.comes_back()
        assert await rings(home, seconds=5) == ["How is it now?"]


# Reminders of what a person planned


async def test_a_task_is_asked_about_in_the_afternoon_of_its_day(plans: Household) -> None:
    assert await rings(plans, days=3, hours=5, minutes=29) == []
    assert await rings(plans, minutes=1) == ["Did you walk?"]


async def test_two_tasks_of_one_day_are_asked_one_after_the_other(plans: Household) -> None:
    assert await rings(plans, days=3, hours=6) == ["Did you walk?"]
    assert await rings(plans, hours=1) == [], "the first was not answered yet"
    await plans.says("Done")
    assert await rings(plans, minutes=29) == [], "in the middle of a talk"
    assert await rings(plans, minutes=2) == ["Did you call Mo?"]
    await plans.says("Done")
    session = await plans.session()
    assert session is not None
    assert sorted(session.ticked) == ["plan/one", "plan/two"]


async def test_a_reminder_that_is_not_understood_or_explained_still_says_what_it_is_about(plans: Household) -> None:
    await rings(plans, days=3, hours=6)
    for words in ("what do you mean with that", "explain"):
        result = await plans.says(words)
        assert result.standing == "plan-vraag/vraag"
        assert result.parcels[-1].outbound.text.startswith("Did you walk?")


async def test_not_yet_is_asked_again_two_days_later(plans: Household) -> None:
    await rings(plans, days=3, hours=6)
    await plans.says("Not yet")
    assert (await fired(plans))["task:plan/one"] == ("waiting", None)
    assert "Did you walk?" in await rings(plans, days=2)


async def test_in_quiet_hours_a_reminder_waits_for_the_morning(plans: Household) -> None:
    assert await rings(plans, days=3, hours=11) == [], "half past nine at night"
    assert await rings(plans, hours=11, minutes=59) == []
    assert await rings(plans, hours=1) == ["Did you walk?"]


async def test_after_three_days_down_a_reminder_is_not_put_off_once_more(plans: Household) -> None:
    """Sunday is quiet: what is stale by then must not come on Monday."""
    assert await rings(plans, days=6, hours=8) == []
    assert await rings(plans, days=1) == []
    assert await fired(plans) == {"task:plan/one": ("skipped", "stale"), "task:plan/two": ("skipped", "stale")}


async def test_who_stopped_is_not_reminded(plans: Household) -> None:
    await plans.says_all(["stop", "Stop now"])
    assert await rings(plans, days=3, hours=6) == []
    assert set((await fired(plans)).values()) == {("skipped", "not wanted")}


async def test_a_person_in_a_crisis_is_not_asked_about_a_task(plans: Household) -> None:
    plans.clock.move(days=3, hours=5)
    await plans.says("I will end my life")
    assert await rings(plans, hours=1) == []


async def test_a_failing_reminder_logs_no_words(plans: Household) -> None:
    await spoil(plans, JAN)
    with structlog.testing.capture_logs() as log:
        await rings(plans, days=3, hours=6)
    assert {event["event"] for event in log} == {"timer.failed"}
    assert {event["purpose"] for event in log} == {"task"}
