"""How days and moments read in what is said about people."""

from datetime import date, datetime, timedelta

from bot.circle.parts import Setting
from bot.content.models.flow import Course
from bot.flows.dates import say_day
from bot.flows.times import say_time
from bot.later import HERE
from bot.storage.shares import Share


def clock(on: Setting, at: datetime) -> str:
    """The time on the wall, as it is said."""
    return say_time(at.astimezone(HERE).time(), on.library.words.circle.moments)


def day(on: Setting, when: date) -> str:
    """A day, as near as it can be said: today, or Monday 2 March."""
    return _near(on, when) or say_day(when, on.library.words.dates)


def days(on: Setting, first: date, last: date) -> str:
    """Days in a row, both included; one day is said as one."""
    if first == last:
        return day(on, first)
    return on.library.words.circle.moments.span.format(first=day(on, first), last=day(on, last))


def _near(on: Setting, when: date) -> str | None:
    words = on.library.words.circle.moments
    return {-1: words.yesterday, 0: words.today, 1: words.tomorrow}.get((when - today(on)).days)


def share_label(on: Setting, share: Share) -> str:
    """What was shared, on a button: where it comes from, and the day."""
    flow, words = on.library.flows.get(share.flow), on.library.words
    title = flow.short if isinstance(flow, Course) else flow.title if flow else ""
    when = share.shared_at.astimezone(HERE).date()
    far = words.circle.meetings.label_day.format(number=when.day, month=words.dates.months[when.month - 1])
    return words.circle.coach.label_share.format(title=title, day=_near(on, when) or far)


def on_day(on: Setting, at: datetime) -> str:
    """The day of a moment."""
    return day(on, at.astimezone(HERE).date())


def moment(on: Setting, at: datetime) -> str:
    """A day with its time."""
    local = at.astimezone(HERE)
    return on.library.words.circle.moments.at.format(day=day(on, local.date()), time=clock(on, at))


def since(on: Setting, at: datetime) -> str:
    """Since when: the time when that was today, else the day."""
    local = at.astimezone(HERE)
    return clock(on, at) if local.date() == today(on) else day(on, local.date())


def today(on: Setting) -> date:
    """The day on the wall."""
    return on.now.astimezone(HERE).date()


def this_day(on: Setting) -> tuple[datetime, datetime]:
    """From when until when it is today."""
    local = on.now.astimezone(HERE)
    begin = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return begin, begin + timedelta(days=1)


def listed(on: Setting, parts: list[str]) -> str:
    """An enumeration as it is said."""
    return on.library.words.listed(parts)
