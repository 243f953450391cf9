"""When something may be said later: the hours in which nobody is disturbed, and the day of a task."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from dateutil.easter import easter

from bot.storage.timers import NewTimer

HERE = ZoneInfo("Europe/Amsterdam")
FIRST, LAST = time(8, 30), time(20, 0)
"""Between these hours, by the clock on the wall, a person may be disturbed; not on Sundays and Dutch holidays."""
MORNING, AFTERNOON = time(10, 0), time(16, 0)
FROM_EASTER = (-2, 0, 1, 39, 49, 50)
"""Days from Easter Sunday to Good Friday, both days of Easter, Ascension Day and both days of Whitsun."""
AGAIN = timedelta(days=2)
BUSY = timedelta(minutes=30)
"""Who did something this short ago is in the middle of a talk."""
REMIND = "task:"
"""A timer with this before a task (`paper/key`) asks about it."""


def is_quiet(now: datetime) -> bool:
    """Whether nobody should be disturbed now."""
    local = now.astimezone(HERE)
    return _is_free(local.date()) or not FIRST <= local.time() < LAST


def next_open(now: datetime) -> datetime:
    """The first moment from now on at which a person may be disturbed: now, or ten in the morning."""
    if not is_quiet(now):
        return now
    local = now.astimezone(HERE)
    day = local.date() if local.time() < FIRST else local.date() + timedelta(days=1)
    while _is_free(day):
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, HERE)


def _is_free(day: date) -> bool:
    """Whether it is a Sunday or a holiday."""
    return day.weekday() == 6 or day in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    """The holidays of the Netherlands in a year; Liberation Day is one every five years."""
    moving = {easter(year) + timedelta(days=days) for days in FROM_EASTER}
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    king = date(year, 4, 27)
    fixed.add(king if king.weekday() != 6 else king - timedelta(days=1))
    if year % 5 == 0:
        fixed.add(date(year, 5, 5))
    return frozenset(fixed | moving)


def reminder(person: str, task: str, day: date, now: datetime) -> NewTimer:
    """Asks about a task in the afternoon of its day; when that is over, the next open morning."""
    moment = datetime.combine(day, AFTERNOON, HERE)
    if moment <= now:
        moment = datetime.combine(now.astimezone(HERE).date() + timedelta(days=1), MORNING, HERE)
    due = next_open(moment)
    return NewTimer(person_id=person, purpose=f"{REMIND}{task}", due_at=due, planned_at=moment, payload=task)
