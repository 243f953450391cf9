"""'Op de koffie': the coach offers up to three moments, the person chooses one or says no, colleagues may join."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.circle import helpers, meetings
from bot.circle.agenda import call_off
from bot.circle.meetings import MEETING, ahead, find, told
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.people import entries, standing, takes_part
from bot.flows.around import Entry
from bot.storage.meetings import ALONG, MAYBE, NO, STAYS, YES, Meeting, NewMeeting
from bot.storage.people import PersonRow

KIND = "coffee"
OFFERED = ("time1", "time2", "time3")
EVERYBODY = "all"
TEAM_MOST = 20
"""So many colleagues are asked at once."""


def _plan(deed: Deed) -> None:
    """Keeps the moments and lays them before the person; says so when that cannot be."""
    who, now = deed.id("who"), deed.on.now
    if standing(deed.on, deed.me, who) is None:
        return
    moments = {at for key in OFFERED if (at := meetings.moment_of(deed.id(key))) is not None and at > now}
    if not moments:
        deed.post.tell(deed.me.id, "coach-koffie-vroeg", {"who": who})
        return
    ids = [deed.on.unit.meetings.add(_offer(deed, who, at)) for at in sorted(moments)]
    if not deed.post.tell(who, "koffie", {MEETING: str(ids[0])}):
        deed.post.tell(deed.me.id, "coach-zelf-zeggen", {"who": who})


def _offer(deed: Deed, who: str, at: datetime) -> NewMeeting:
    return NewMeeting(
        maker_id=deed.me.id,
        kind=KIND,
        at=at,
        minutes=meetings.minutes_of(deed.id("minutes")),
        made_at=deed.on.now,
        place=meetings.place_of(deed.given),
        guests=(who,),
        state="offered",
    )


def _offers(on: Setting, me: PersonRow, id: str) -> list[Meeting]:
    """The moments that were offered and are still ahead; any of them stands for all."""
    meeting = find(on, id)
    if meeting is None or meeting.kind != KIND or me.id not in on.unit.meetings.guests_of(meeting.id):
        return []
    return [one for one in on.unit.meetings.offered_with(meeting) if one.at > on.now]


def _open(on: Setting, me: PersonRow, id: str) -> list[Meeting]:
    """Those that can be chosen: the coach may be away by now on the day of one."""
    return [one for one in _offers(on, me, id) if helpers.here(on, one.maker_id, one.at)]


def _moments(ask: Ask) -> Sequence[Entry]:
    return [Entry(str(one.id), meetings.brief(ask.on, one.at)) for one in _open(ask.on, ask.me, ask.about)]


def _offered(ask: Ask) -> Mapping[str, str] | None:
    """What is offered: with whom, where, and how many moments there are."""
    found = _offers(ask.on, ask.me, ask.about)
    if not found:
        return None
    return {**meetings.facts(ask.on, ask.me.id, found[0]), "moments": str(len(found))}


def _choose(deed: Deed) -> None:
    """This moment it is; the others fall away."""
    found = _open(deed.on, deed.me, deed.id(MEETING))
    chosen = next((one for one in found if str(one.id) == deed.id("chosen")), None)
    if chosen is None or not deed.on.unit.meetings.choose(chosen.id):
        return
    for one in deed.on.unit.meetings.offered_with(chosen):
        deed.on.unit.meetings.call_off(one.id)
    deed.on.unit.meetings.answer(chosen.id, deed.me.id, says=YES, at=deed.on.now)
    meetings.expect(deed.on, deed.post, chosen, (deed.me.id, chosen.maker_id))
    meetings.offer_calendar(deed, chosen)
    told(deed, chosen.maker_id, "coach-koffie-ja", chosen)
    told(deed, deed.me.id, "koffie-wie", chosen)


def _decline(deed: Deed) -> None:
    """None of these, or no coffee at all; also of one that was chosen."""
    offers = _offers(deed.on, deed.me, deed.id(MEETING))
    planned = ahead(deed.on, deed.me, deed.id(MEETING), KIND)
    other = deed.id("reason") == "other"
    if offers:
        for one in offers:
            deed.on.unit.meetings.answer(one.id, deed.me.id, says=NO, at=deed.on.now)
            deed.on.unit.meetings.call_off(one.id)
        flow = "coach-koffie-anders" if other else "coach-koffie-nee"
        deed.post.tell(offers[0].maker_id, flow, {"who": deed.me.id})
    elif planned is not None and meetings.side(deed.on, deed.me.id, planned) == "guest":
        call_off(deed, planned)


def _team(on: Setting, meeting: Meeting, me: PersonRow) -> list[str]:
    """The colleagues who could come along: of the person's team, or when that is not known of the organisation."""
    team = on.unit.circle.roles_of(me.id).get("employee")
    known = on.unit.meetings.guests_of(meeting.id)
    found = []
    for one in on.unit.circle.who_is("colleague", me.organisation_id):
        theirs = on.unit.circle.roles_of(one).get("colleague")
        if one not in (*known, me.id, meeting.maker_id) and (team is None or theirs in (None, team)):
            found.append(one)
    rows = on.unit.people.by_ids(found)
    return [one for one in found if one in rows and takes_part(rows[one])][:TEAM_MOST]


def _colleagues(ask: Ask) -> Sequence[Entry]:
    """Whom the person may ask along: all of them, or one by one."""
    meeting = _chosen(ask.on, ask.me, ask.about)
    team = _team(ask.on, meeting, ask.me) if meeting is not None else []
    found = sorted(entries(ask.on, team), key=lambda one: one.label.casefold())
    everybody = ask.on.library.words.circle.meetings.everybody
    return [Entry(EVERYBODY, everybody), *found] if len(found) > 1 else found


def _chosen(on: Setting, me: PersonRow, id: str) -> Meeting | None:
    """The visit, for whom it is."""
    meeting = ahead(on, me, id, KIND)
    return meeting if meeting is not None and meetings.side(on, me.id, meeting) == "guest" else None


def _ask_along(deed: Deed) -> None:
    """Asks these colleagues. They hear who comes, when and where, and nothing else."""
    meeting, whom = _chosen(deed.on, deed.me, deed.id(MEETING)), deed.id("whom")
    team = _team(deed.on, meeting, deed.me) if meeting is not None else []
    asked = team if whom == EVERYBODY else [one for one in team if one == whom]
    for one in asked:
        if meeting is not None and deed.on.unit.meetings.ask(meeting.id, one):
            told(deed, one, "koffie-mee", meeting)


def _coffee(ask: Ask) -> Mapping[str, str] | None:
    """A visit that still comes, for everybody who has a part in it. A colleague hears the first name only."""
    meeting = ahead(ask.on, ask.me, ask.about, KIND)
    if meeting is None:
        return None
    found = meetings.facts(ask.on, ask.me.id, meeting)
    if found["side"] == "guest":
        found["team"] = "yes" if _team(ask.on, meeting, ask.me) else "no"
    return found


def _join(deed: Deed) -> None:
    meeting = ahead(deed.on, deed.me, deed.id(MEETING), KIND)
    if meeting is None or deed.on.unit.meetings.guests_of(meeting.id).get(deed.me.id) not in (MAYBE, STAYS):
        return
    deed.on.unit.meetings.answer(meeting.id, deed.me.id, says=ALONG, at=deed.on.now)
    meetings.expect(deed.on, deed.post, meeting, (deed.me.id,))
    for one in meetings.guests(deed.on, meeting, YES):
        deed.post.tell(one, "koffie-met", {MEETING: str(meeting.id), "who": deed.me.id})


def _skip(deed: Deed) -> None:
    """A colleague who cannot come; who had said yes is no longer counted on."""
    meeting = ahead(deed.on, deed.me, deed.id(MEETING), KIND)
    if meeting is not None and meetings.side(deed.on, deed.me.id, meeting) == "along":
        deed.on.unit.meetings.answer(meeting.id, deed.me.id, says=STAYS, at=deed.on.now)
        meetings.forget(deed.on, deed.post, meeting, (deed.me.id,))


def _joins(ask: Ask) -> Mapping[str, str] | None:
    """The name of a colleague who comes along to a coffee of this person."""
    mine = [one for one in meetings.all_ahead(ask.on, ask.me.id) if one.kind == KIND]
    comes = any(ask.about in meetings.guests(ask.on, one, ALONG) for one in mine)
    return {"person": meetings.called(ask.on, [ask.about])} if comes else None


PART = Part(
    lists={"coffee-moments": _moments, "coffee-colleagues": _colleagues},
    views={"coffee": _coffee, "coffee-offer": _offered, "joins": _joins},
    deeds={
        "plan_coffee": _plan,
        "choose_coffee": _choose,
        "decline_coffee": _decline,
        "ask_along": _ask_along,
        "join_coffee": _join,
        "skip_coffee": _skip,
    },
)
