"""When nobody is disturbed: in the evening and at night, on Sundays and on Dutch holidays, by the clock on the wall."""

from datetime import UTC, date, datetime

import pytest

from bot.later import HERE, is_quiet, next_open, reminder


def on_the_wall(text: str) -> datetime:
    """A moment by the clock in Amsterdam, as everything in the house: in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=HERE).astimezone(UTC)


def told(moment: datetime) -> str:
    return moment.astimezone(HERE).strftime("%a %Y-%m-%d %H:%M")


@pytest.mark.parametrize("day", ["2026-03-02", "2026-07-06"], ids=["winter", "summer"])
@pytest.mark.parametrize(
    ("clock", "quiet"), [("00:00", True), ("08:29", True), ("08:30", False), ("19:59", False), ("20:00", True)]
)
def test_the_quiet_hours_go_by_the_clock_on_the_wall(day: str, clock: str, quiet: bool) -> None:
    assert is_quiet(on_the_wall(f"{day} {clock}")) is quiet


@pytest.mark.parametrize(
    "day",
    [
        "2026-03-08", "2026-01-01", "2026-04-03", "2026-04-05", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-24",
        "2026-05-25", "2026-12-25", "2026-12-26", "2027-03-29", "2030-05-05", "2025-04-26",
    ],
)  # fmt: skip
def test_sundays_and_holidays_are_quiet_all_day(day: str) -> None:
    assert is_quiet(on_the_wall(f"{day} 12:00"))


@pytest.mark.parametrize("day", ["2026-03-07", "2026-05-05", "2026-12-05", "2026-12-24", "2026-12-31", "2026-04-07"])
def test_other_days_are_not(day: str) -> None:
    assert not is_quiet(on_the_wall(f"{day} 12:00"))


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-03-02 12:00", "Mon 2026-03-02 12:00"),
        ("2026-03-02 07:00", "Mon 2026-03-02 10:00"),
        ("2026-03-02 20:30", "Tue 2026-03-03 10:00"),
        ("2026-03-07 20:30", "Mon 2026-03-09 10:00"),
        ("2026-03-08 12:00", "Mon 2026-03-09 10:00"),
        ("2026-04-02 21:00", "Sat 2026-04-04 10:00"),
        ("2026-04-04 21:00", "Tue 2026-04-07 10:00"),
        ("2026-04-27 09:00", "Tue 2026-04-28 10:00"),
        ("2026-05-23 20:00", "Tue 2026-05-26 10:00"),
        ("2026-12-24 23:00", "Mon 2026-12-28 10:00"),
        ("2026-12-31 22:00", "Sat 2027-01-02 10:00"),
        ("2027-01-01 05:00", "Sat 2027-01-02 10:00"),
    ],
)
def test_what_must_wait_waits_until_the_next_open_morning(now: str, then: str) -> None:
    assert told(next_open(on_the_wall(now))) == then


def test_the_morning_after_the_clock_changes_is_ten_by_the_new_clock() -> None:
    assert next_open(on_the_wall("2026-03-28 21:00")) == datetime(2026, 3, 30, 8, 0, tzinfo=UTC)
    assert next_open(on_the_wall("2026-10-24 21:00")) == datetime(2026, 10, 26, 9, 0, tzinfo=UTC)


def test_the_next_open_moment_is_never_quiet_whenever_it_is_asked_for() -> None:
    for day in range(1, 366):
        for clock in ("03:00", "08:29", "14:00", "20:00", "23:59"):
            now = on_the_wall(f"{date.fromordinal(date(2026, 1, 1).toordinal() + day)} {clock}")
            then = next_open(now)
            assert not is_quiet(then)
            assert then >= now


@pytest.mark.parametrize(
    ("day", "now", "due"),
    [
        (date(2026, 3, 5), "2026-03-02 12:00", "Thu 2026-03-05 16:00"),
        (date(2026, 3, 2), "2026-03-02 12:00", "Mon 2026-03-02 16:00"),
        (date(2026, 3, 2), "2026-03-02 17:00", "Tue 2026-03-03 10:00"),
        (date(2026, 3, 8), "2026-03-02 12:00", "Mon 2026-03-09 10:00"),
        (date(2026, 4, 27), "2026-04-20 12:00", "Tue 2026-04-28 10:00"),
        (date(2026, 12, 25), "2026-12-20 12:00", "Mon 2026-12-28 10:00"),
        (date(2026, 12, 24), "2026-12-24 18:00", "Mon 2026-12-28 10:00"),
    ],
)
def test_a_task_is_asked_about_in_the_afternoon_of_its_day_or_the_next_open_morning(
    day: date, now: str, due: str
) -> None:
    timer = reminder("p1", "plan/one", day, on_the_wall(now))
    assert told(timer.due_at) == due
    assert (timer.person_id, timer.purpose, timer.payload) == ("p1", "task:plan/one", "plan/one")
