"""When coaches work: which moments count, and what moment it is so much working time later."""

from datetime import date, datetime, time, timedelta

from bot.circle.terms import Terms
from bot.later import HERE, is_quiet


def works(day: date) -> bool:
    """Whether it is a day on which coaches work: Monday to Friday, and no holiday."""
    return day.weekday() < 5 and not is_quiet(datetime.combine(day, time(12), HERE))


def is_open(now: datetime, terms: Terms) -> bool:
    """Whether coaches work now."""
    if terms.always:
        return True
    local = now.astimezone(HERE)
    return works(local.date()) and terms.office_from <= local.hour < terms.office_to


def opens(now: datetime, terms: Terms) -> datetime:
    """The first moment from now on at which coaches work."""
    if is_open(now, terms):
        return now
    local = now.astimezone(HERE)
    day = local.date() if local.hour < terms.office_from else local.date() + timedelta(days=1)
    return on_day(day, terms)


def on_day(day: date, terms: Terms) -> datetime:
    """When work begins on this day, or on the first working day after it."""
    while not works(day):
        day += timedelta(days=1)
    return datetime.combine(day, time(terms.office_from), HERE)


def after(now: datetime, length: timedelta, terms: Terms) -> datetime:
    """The moment that is so much working time later: an evening, a weekend and a holiday do not count."""
    if terms.always:
        return now + length
    at = opens(now, terms)
    while length > timedelta(0):
        left = _closing(at, terms) - at
        if length < left:
            return at + length
        length -= left
        at = opens(_closing(at, terms), terms)
    return at


def _closing(at: datetime, terms: Terms) -> datetime:
    """When work ends on the day of this moment."""
    local = at.astimezone(HERE)
    return local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(hours=terms.office_to)
