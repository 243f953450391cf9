"""A meeting as all its parts know it: who may see it, how it reads, and what is said before and after it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Literal

from bot.circle import saying
from bot.circle.parts import Deed, Post, Setting
from bot.flows.session import Answer
from bot.later import HERE, is_quiet
from bot.messages import Outbound
from bot.storage.circle import Circle
from bot.storage.meetings import ALONG, ASKED, MAYBE, NO, STAYS, YES, Meeting
from bot.storage.people import PersonRow

Side = Literal["maker", "guest", "along"]
"""What somebody is in a meeting: who planned it, for whom it is, or a colleague who comes along."""
MEETING = "meeting"
"""The key under which ids of meetings travel."""
GROUP_NAME = "group"
"""The yes for others in a group to hear beforehand that one comes."""
MORNING, FIRST = time(10, 0), time(8, 30)
SOON, LATEST = timedelta(hours=1), timedelta(minutes=15)
AFTER = timedelta(minutes=30)
LASTING = timedelta(days=14)
"""So long after it a meeting can be looked back on."""
YEARS = timedelta(days=3 * 366)
MINUTES, LONGEST = 30, 480
PLACE_MOST = 120
"""Signs of a place in own words."""
LINK = "afspraak/{id}.ics"
_FLOWS: dict[tuple[str, Side], str] = {
    ("talk", "maker"): "coach-afspraak",
    ("talk", "guest"): "afspraak",
    ("group", "maker"): "coach-groep",
    ("group", "guest"): "groep",
    ("coffee", "maker"): "coach-koffie",
    ("coffee", "guest"): "koffie",
    ("coffee", "along"): "koffie-mee",
}
"""How the flows begin that remind each side."""
EVE_OF, JUST_BEFORE = "morgen", "zo"
HOW, HOW_COACH = "afspraak-hoe", "coach-afspraak-hoe"
"""What is asked afterwards."""


def find(on: Setting, id: str) -> Meeting | None:
    """The one with this id; what is no id finds nothing."""
    return on.unit.meetings.get(int(id)) if id.isascii() and id.isdecimal() and len(id) < 16 else None


def side(on: Setting, person: str, meeting: Meeting) -> Side | None:
    """What this person is in it; None for everybody else."""
    if person == meeting.maker_id:
        return "maker"
    answer = on.unit.meetings.guests_of(meeting.id).get(person)
    if answer in (ASKED, YES) or (answer == NO and meeting.kind == "group"):
        # A group goes on without someone, who can still come.
        return "guest"
    return "along" if answer in (MAYBE, ALONG, STAYS) else None


def ahead(on: Setting, me: PersonRow, id: str, *kinds: str) -> Meeting | None:
    """The meeting, when it still comes and this person has a part in it."""
    meeting = find(on, id)
    if meeting is None or meeting.state != "planned" or meeting.at <= on.now:
        return None
    fits = not kinds or meeting.kind in kinds
    return meeting if fits and side(on, me.id, meeting) is not None else None


def all_ahead(on: Setting, person: str) -> list[Meeting]:
    """Everything that still comes, the first first."""
    return on.unit.meetings.of([person], since=on.now, until=on.now + YEARS)


def guests(on: Setting, meeting: Meeting, *answers: str) -> list[str]:
    """Who gave one of these answers."""
    return [one for one, says in on.unit.meetings.guests_of(meeting.id).items() if says in answers]


def facts(on: Setting, me: str, meeting: Meeting) -> dict[str, str]:
    """What this person may hear of it. Of a group only those are named who said yes to that, but to who planned it."""
    mine = side(on, me, meeting) or ""
    for_whom = guests(on, meeting, ASKED, YES, NO)
    along = _along(on, me, meeting)
    first = [meeting.maker_id] if mine == "guest" else for_whom
    with_whom = [] if meeting.kind == "group" and mine == "maker" else first
    found = {
        "kind": meeting.kind,
        "side": mine,
        "with": called(on, with_whom, first=mine == "along"),
        "coach": called(on, [meeting.maker_id]),
        "when": saying.moment(on, meeting.at),
        "day": saying.on_day(on, meeting.at),
        "time": saying.clock(on, meeting.at),
        "lasts": lasts(on, meeting.minutes),
        "place": place(on, me, meeting, for_whom),
        "answer": on.unit.meetings.guests_of(meeting.id).get(me, YES),
        "along": called(on, along) if along else "",
        "count": str(len([one for one in guests(on, meeting, YES) if one != me]) or ""),
    }
    return {key: fact for key, fact in found.items() if fact}


def _along(on: Setting, me: str, meeting: Meeting) -> list[str]:
    """Who else comes, as far as this person may know their names."""
    if meeting.kind != "group":
        return [one for one in guests(on, meeting, ALONG) if one != me]
    coming = [one for one in guests(on, meeting, YES) if one != me]
    circle: Circle = on.unit.circle
    return coming if me == meeting.maker_id else [one for one in coming if circle.allows(one, GROUP_NAME)]


def called(on: Setting, people: list[str], *, first: bool = False) -> str:
    """Their names as an enumeration, for a colleague only the `first` ones; who was erased is somebody."""
    names = on.unit.people.names(people)
    found = [names.get(one, on.library.words.circle.meetings.gone) for one in people]
    found = [one.partition(" ")[0] if first else one for one in found]
    return saying.listed(on, sorted(found, key=str.casefold))


def lasts(on: Setting, minutes: int) -> str:
    """How long it takes."""
    words = on.library.words.circle.meetings
    return words.hour if minutes == 60 else words.minutes.format(minutes=minutes)


def place(on: Setting, me: str, meeting: Meeting, for_whom: list[str]) -> str:
    """Where it is, in a sentence."""
    words = on.library.words.circle.meetings
    if meeting.place == "home" and me in for_whom:
        return words.own_home
    known = words.places.get(meeting.place)
    if known is not None:
        return known.format(name=called(on, for_whom))
    return words.where.format(place=meeting.place.rstrip(".")) if meeting.place else ""


def title(on: Setting, me: str, meeting: Meeting) -> str:
    """What it is and with whom, in a few words: for an agenda."""
    name = facts(on, me, meeting).get("with", "")
    return on.library.words.circle.meetings.titles[meeting.kind].format(name=name)


def brief_time(on: Setting, at: datetime) -> str:
    """The time as it fits on a button."""
    local, words = at.astimezone(HERE), on.library.words.circle
    if local.minute == 0:
        return words.moments.whole.format(hour=local.hour)
    return words.meetings.label_part.format(hour=local.hour, minute=f"{local.minute:02}")


def brief(on: Setting, at: datetime) -> str:
    """The moment as it fits on a button: two of one day must not look the same."""
    day, dates = at.astimezone(HERE).date(), on.library.words.dates
    return on.library.words.circle.meetings.label_moment.format(
        day=dates.days[day.weekday()][:2], number=day.day, month=dates.months[day.month - 1], time=brief_time(on, at)
    )


def minutes_of(given: str) -> int:
    """The length that was chosen (`m45`); half an hour when nothing was."""
    typed = given.removeprefix("m")
    return min(int(typed), LONGEST) if typed.isdecimal() and len(typed) < 5 and int(typed) else MINUTES


def place_of(given: Mapping[str, Answer]) -> str:
    """The place that was chosen (`place`) or typed (`spot`), whichever was last."""
    found = [given[key] for key in ("place", "spot") if key in given]
    last = max(found, key=lambda one: one.at, default=None)
    return last.value[:PLACE_MOST] if last is not None and isinstance(last.value, str) else ""


def moment_of(given: str) -> datetime | None:
    """The moment that a time step saved: by the clock on the wall."""
    try:
        return datetime.fromisoformat(given).replace(tzinfo=HERE)
    except ValueError:
        return None


def expect(on: Setting, post: Post, meeting: Meeting, people: Iterable[str]) -> None:
    """Sets what these people hear the day before, just before, and afterwards."""
    for person in people:
        mine = side(on, person, meeting)
        if mine is not None:
            for flow, at in _moments(meeting, mine):
                if at > on.now:
                    post.later(person, flow, {MEETING: str(meeting.id)}, at)


def forget(on: Setting, post: Post, meeting: Meeting, people: Iterable[str]) -> None:
    """Takes that back."""
    for person in people:
        for name in (*_reminders(meeting.kind), HOW, HOW_COACH):
            post.call_off(person, name, str(meeting.id))


def _reminders(kind: str) -> list[str]:
    begins = [begin for (of, _), begin in _FLOWS.items() if of == kind]
    return [f"{begin}-{when}" for begin in begins for when in (EVE_OF, JUST_BEFORE)]


def _moments(meeting: Meeting, mine: Side) -> list[tuple[str, datetime]]:
    begin = _FLOWS[meeting.kind, mine]
    found = [(f"{begin}-{EVE_OF}", _eve(meeting.at)), (f"{begin}-{JUST_BEFORE}", _just_before(meeting.at))]
    after = meeting.at + timedelta(minutes=meeting.minutes) + AFTER
    if mine == "guest":
        found.append((HOW, after))
    if mine == "maker" and meeting.kind != "group":
        found.append((HOW_COACH, after))
    return found


def _eve(at: datetime) -> datetime:
    """In the morning of the day before; when nobody may be disturbed on that day, of the one before that."""
    day = at.astimezone(HERE).date() - timedelta(days=1)
    while is_quiet(datetime.combine(day, MORNING, HERE)):
        day -= timedelta(days=1)
    return datetime.combine(day, MORNING, HERE)


def _just_before(at: datetime) -> datetime:
    """An hour before, or as soon as people may be disturbed; who begins earlier was told the day before."""
    soon = at - SOON
    first = datetime.combine(at.astimezone(HERE).date(), FIRST, HERE)
    return first if soon < first <= at - LATEST else soon


def told(deed: Deed, person: str, flow: str, meeting: Meeting) -> bool:
    """Opens a flow about this meeting in that person's chat."""
    return deed.post.tell(person, flow, {MEETING: str(meeting.id)})


def offer_calendar(deed: Deed, meeting: Meeting) -> None:
    """The link with which it gets into one's own agenda."""
    words = deed.on.library.words.circle.meetings
    link = Outbound(kind="link", text=words.calendar, media=LINK.format(id=meeting.id))
    deed.post.say(deed.me.id, link)
