"""Office hours: evenings, weekends and holidays are no working time, by the clock on the wall."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.circle import office
from bot.circle.terms import Terms

HERE = ZoneInfo("Europe/Amsterdam")
TERMS = Terms()


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-03-02T08:59", False),
        ("2026-03-02T09:00", True),
        ("2026-03-02T16:59", True),
        ("2026-03-02T17:00", False),
        ("2026-03-07T12:00", False),
        ("2026-03-08T12:00", False),
        ("2026-04-06T12:00", False),
        ("2026-12-25T12:00", False),
    ],
)
def test_coaches_work_monday_to_friday_and_not_on_holidays(at: str, is_open: bool) -> None:
    assert office.is_open(wall(at), TERMS) is is_open
    assert (office.opens(wall(at), TERMS) == wall(at)) is is_open


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-03-02T03:00", "2026-03-02T09:00"),
        ("2026-03-02T17:00", "2026-03-03T09:00"),
        ("2026-03-06T18:00", "2026-03-09T09:00"),
        ("2026-04-03T18:00", "2026-04-07T09:00"),
        ("2026-03-28T12:00", "2026-03-30T09:00"),
        ("2026-12-31T20:00", "2027-01-04T09:00"),
    ],
)
def test_the_first_working_moment_is_found_over_weekends_easter_and_summer_time(at: str, opens: str) -> None:
    assert office.opens(wall(at), TERMS) == wall(opens)


@pytest.mark.parametrize(
    ("at", "hours", "then"),
    [
        ("2026-03-02T10:00", 2, "2026-03-02T12:00"),
        ("2026-03-02T16:00", 2, "2026-03-03T10:00"),
        ("2026-03-06T16:00", 2, "2026-03-09T10:00"),
        ("2026-03-06T20:00", 2, "2026-03-09T11:00"),
        ("2026-03-02T09:00", 8, "2026-03-03T09:00"),
        ("2026-03-02T09:00", 20, "2026-03-04T13:00"),
        ("2026-10-23T16:00", 2, "2026-10-26T10:00"),
        ("2026-03-02T10:00", 0, "2026-03-02T10:00"),
    ],
)
def test_working_time_is_counted_over_the_hours_in_which_coaches_work(at: str, hours: int, then: str) -> None:
    assert office.after(wall(at), timedelta(hours=hours), TERMS) == wall(then)


def test_other_hours_count_too() -> None:
    night = Terms(office_from=22, office_to=24)
    assert office.after(wall("2026-03-02T12:00"), timedelta(hours=3), night) == wall("2026-03-03T23:00")
    assert office.on_day(date(2026, 3, 7), night) == wall("2026-03-09T22:00")
