"""A talk with a group: only where a coach plans one, warm, and nobody has to come."""

from collections.abc import Mapping

from bot.circle import meetings
from bot.circle.meetings import GROUP_NAME, MEETING, ahead, told
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.people import is_a, takes_part
from bot.storage.meetings import ASKED, NO, YES, Meeting, NewMeeting
from bot.storage.people import PersonRow

KIND = "group"
WANTED = "want_group"
"""What somebody asked who would like to hear of a group."""
BUDDY = "buddy"
"""The yes of who looks for a buddy."""
PAIR = 2
"""Only of so many who look for a buddy something is said: of one alone it would tell who that is."""


def _people(on: Setting, coach: PersonRow) -> tuple[list[str], list[str]]:
    """Of this coach's people who take part: who would like to hear of a group, and all of them."""
    rows = on.unit.people.by_ids(on.unit.circle.coached_by(coach.id))
    everybody = [row.id for row in rows.values() if takes_part(row)]
    wanted = {one.person_id for one in on.unit.requests.open_for(everybody) if one.kind == WANTED}
    return [one for one in everybody if one in wanted], everybody


def _choice(ask: Ask) -> Mapping[str, str] | None:
    """How many could be asked; `some` is who would like to hear of it."""
    if not is_a(ask.on, ask.me, "coach"):
        return None
    some, everybody = _people(ask.on, ask.me)
    stands = "none" if not everybody else "all" if not some else "both"
    return {"stands": stands, "some": str(len(some)), "all": str(len(everybody))}


def _plan(deed: Deed) -> None:
    """Keeps it and asks each of them."""
    at = meetings.moment_of(deed.id("time"))
    if at is None or at <= deed.on.now or not is_a(deed.on, deed.me, "coach"):
        return
    some, everybody = _people(deed.on, deed.me)
    asked = some if deed.id("whom") == "some" else everybody
    if not asked:
        return
    fresh = NewMeeting(
        maker_id=deed.me.id,
        kind=KIND,
        at=at,
        minutes=meetings.minutes_of(deed.id("minutes")),
        made_at=deed.on.now,
        place=meetings.place_of(deed.given),
        guests=tuple(asked),
    )
    meeting = deed.on.unit.meetings.get(deed.on.unit.meetings.add(fresh))
    if meeting is None:
        return
    meetings.expect(deed.on, deed.post, meeting, (deed.me.id,))
    for one in asked:
        told(deed, one, "groep", meeting)
    for request in deed.on.unit.requests.open_for(asked):
        if request.kind == WANTED:
            deed.on.unit.requests.done(request.id, deed.on.now)
    meetings.offer_calendar(deed, meeting)


def _accept(deed: Deed) -> None:
    meeting = _asked(deed)
    if meeting is None or deed.on.unit.meetings.guests_of(meeting.id)[deed.me.id] == YES:
        return
    deed.on.unit.meetings.answer(meeting.id, deed.me.id, says=YES, at=deed.on.now)
    meetings.expect(deed.on, deed.post, meeting, (deed.me.id,))
    meetings.offer_calendar(deed, meeting)
    deed.post.tell(meeting.maker_id, "coach-groep-ja", {MEETING: str(meeting.id), "who": deed.me.id})


def _decline(deed: Deed) -> None:
    """A no is heard by nobody; only who had said yes is missed, and that is told."""
    meeting = _asked(deed)
    if meeting is None:
        return
    before = deed.on.unit.meetings.guests_of(meeting.id)[deed.me.id]
    deed.on.unit.meetings.answer(meeting.id, deed.me.id, says=NO, at=deed.on.now)
    meetings.forget(deed.on, deed.post, meeting, (deed.me.id,))
    if before == YES:
        told(deed, meeting.maker_id, "coach-groep-minder", meeting)


def _asked(deed: Deed) -> Meeting | None:
    meeting = ahead(deed.on, deed.me, deed.id(MEETING), KIND)
    return meeting if meeting is not None and meeting.maker_id != deed.me.id else None


def _group(ask: Ask) -> Mapping[str, str] | None:
    """A group that still comes: for who planned it, and for who was asked."""
    meeting = ahead(ask.on, ask.me, ask.about, KIND)
    if meeting is None:
        return None
    found = {
        **meetings.facts(ask.on, ask.me.id, meeting),
        "named": "yes" if ask.on.unit.circle.allows(ask.me.id, GROUP_NAME) else "no",
        "open": str(len(meetings.guests(ask.on, meeting, ASKED)) or ""),
        "buddies": _buddies(ask, meeting),
    }
    return {key: fact for key, fact in found.items() if fact}


def _buddies(ask: Ask, meeting: Meeting) -> str:
    """Whether to speak of buddies: for oneself who looks for one, for the coach when some do, without names."""
    coming = meetings.guests(ask.on, meeting, YES)
    if ask.me.id != meeting.maker_id:
        return "yes" if ask.on.unit.circle.allows(ask.me.id, BUDDY) else ""
    return "yes" if len(ask.on.unit.circle.who_allow(BUDDY, coming)) >= PAIR else ""


def _comes(ask: Ask) -> Mapping[str, str] | None:
    """The name of one of the own people who said yes."""
    if not is_a(ask.on, ask.me, "coach") or ask.on.unit.circle.coach_of(ask.about) != ask.me.id:
        return None
    return {"person": meetings.called(ask.on, [ask.about])}


PART = Part(
    views={"group": _group, "group-choice": _choice, "comes": _comes},
    deeds={"plan_group": _plan, "accept_group": _accept, "decline_group": _decline},
)
