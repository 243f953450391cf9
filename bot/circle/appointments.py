"""A talk between a coach and a person: proposed by the coach, answered by the person."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from bot.circle import meetings, office, saying
from bot.circle.case import CASE, close, for_helper
from bot.circle.meetings import MEETING, ahead, told
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.people import is_a, see, standing
from bot.later import HERE, is_quiet
from bot.messages import Outbound
from bot.storage.meetings import NO, YES, Meeting, NewMeeting

KIND = "talk"
EARLY, LATE = time(7, 0), time(20, 0)
"""Outside these hours a coach is asked whether they are sure."""
NOON = time(12, 0)


def _plan(deed: Deed) -> None:
    """Keeps the proposal and lays it before the person; says so when that cannot be."""
    who, at = deed.id("who"), meetings.moment_of(deed.id("time"))
    if standing(deed.on, deed.me, who) is None:
        return
    if at is None or at <= deed.on.now:
        deed.post.tell(deed.me.id, "coach-te-vroeg", {"who": who})
        return
    meeting = NewMeeting(
        maker_id=deed.me.id,
        kind=KIND,
        at=at,
        minutes=meetings.minutes_of(deed.id("minutes")),
        made_at=deed.on.now,
        place=meetings.place_of(deed.given),
        guests=(who,),
    )
    id = str(deed.on.unit.meetings.add(meeting))
    if not deed.post.tell(who, "afspraak", {MEETING: id}):
        deed.post.tell(deed.me.id, "coach-zelf-zeggen", {"who": who})


def _plan_for_case(deed: Deed) -> None:
    """The coach who has a hulpvraag plans a talk about it."""
    case = for_helper(deed.on, deed.me, deed.id(CASE))
    if case is not None and case.coach_id == deed.me.id and case.state != "closed":
        deed.post.tell(deed.me.id, "coach-afspraak", {"who": case.person_id})


def _accept(deed: Deed) -> None:
    meeting = _asked(deed)
    if meeting is None or deed.on.unit.meetings.guests_of(meeting.id)[deed.me.id] == YES:
        return
    deed.on.unit.meetings.answer(meeting.id, deed.me.id, says=YES, at=deed.on.now)
    meetings.expect(deed.on, deed.post, meeting, (deed.me.id, meeting.maker_id))
    meetings.offer_calendar(deed, meeting)
    answers = _answers_a_case(deed, meeting)
    told(deed, meeting.maker_id, "coach-afspraak-rond" if answers else "coach-afspraak-ja", meeting)


def _answers_a_case(deed: Deed, meeting: Meeting) -> bool:
    """Whether this talk is what the person asked for when they wanted a human; that is answered then, and closed."""
    case = deed.on.unit.cases.open_of(deed.me.id)
    if case is None or case.state != "claimed" or case.urgent or case.coach_id != meeting.maker_id:
        return False
    since = case.claimed_at or case.opened_at
    return meeting.made_at >= since and close(deed.on, deed.post, case)


def _decline(deed: Deed) -> None:
    """The person says no, or another time; the coach is told which, and plans anew or lets it be."""
    meeting = _asked(deed)
    if meeting is None:
        return
    deed.on.unit.meetings.answer(meeting.id, deed.me.id, says=NO, at=deed.on.now)
    deed.on.unit.meetings.call_off(meeting.id)
    meetings.forget(deed.on, deed.post, meeting, (deed.me.id, meeting.maker_id))
    other = deed.id("reason") == "other"
    flow = "coach-afspraak-anders" if other else "coach-afspraak-nee"
    heard = deed.post.tell(meeting.maker_id, flow, {"who": deed.me.id})
    wish = deed.on.library.words.circle.meetings.wishes.get(deed.id("wish")) if other else None
    if wish is not None and heard:
        deed.post.say(meeting.maker_id, Outbound(text=wish))


def _asked(deed: Deed) -> Meeting | None:
    """The talk, when it still stands and this person was asked for it."""
    meeting = ahead(deed.on, deed.me, deed.id(MEETING), KIND)
    return meeting if meeting is not None and meeting.maker_id != deed.me.id else None


def _talk(ask: Ask) -> Mapping[str, str] | None:
    """A talk that this person was asked for, or planned; nothing once it is off or over."""
    meeting = ahead(ask.on, ask.me, ask.about, KIND)
    return meetings.facts(ask.on, ask.me.id, meeting) if meeting is not None else None


def _preview(ask: Ask) -> Mapping[str, str] | None:
    seen = see(ask, ask.about, "card") if is_a(ask.on, ask.me, "coach") else None
    return {"person": ask.on.unit.people.names([ask.about])[ask.about]} if seen else None


def _moment(ask: Ask) -> Mapping[str, str] | None:
    """What a coach should know of a moment before planning something on it; `warn` is yes or no."""
    at = meetings.moment_of(ask.about)
    if at is None or not is_a(ask.on, ask.me, "coach"):
        return None
    found = {
        "clash": _clash(ask, at),
        "free": "" if office.works(at.date()) else "yes",
        "holiday": "yes" if is_quiet(datetime.combine(at.date(), NOON, HERE)) else "",
        "odd": "" if EARLY <= at.time() < LATE else "yes",
        "away": "yes" if ask.on.unit.circle.away_until(ask.me.id, at.date()) else "",
    }
    kept = {key: fact for key, fact in found.items() if fact}
    return {**kept, "warn": "yes" if kept else "no"}


def _clash(ask: Ask, at: datetime) -> str:
    """What this coach has at that time already."""
    day = timedelta(minutes=meetings.LONGEST)
    end = at + timedelta(minutes=meetings.MINUTES)
    near = ask.on.unit.meetings.of([ask.me.id], since=at - day, until=end)
    busy = [one for one in near if one.at + timedelta(minutes=one.minutes) > at]
    form = ask.on.library.words.circle.meetings.clash
    return saying.listed(ask.on, [_said(ask.on, ask.me.id, one, form) for one in busy])


def _said(on: Setting, me: str, meeting: Meeting, form: str) -> str:
    return form.format(time=saying.clock(on, meeting.at), title=meetings.title(on, me, meeting))


PART = Part(
    views={"talk": _talk, "person": _preview, "moment": _moment},
    deeds={
        "plan_talk": _plan,
        "plan_for_case": _plan_for_case,
        "accept_talk": _accept,
        "decline_talk": _decline,
    },
)
