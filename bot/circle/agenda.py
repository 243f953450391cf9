"""What somebody has planned: to see, to move, to call off; and what becomes of it when someone goes away."""

from collections.abc import Mapping, Sequence

from bot.circle import meetings, saying
from bot.circle.meetings import LASTING, MEETING, ahead, find, told
from bot.circle.parts import Ask, Deed, Part
from bot.flows.around import Entry
from bot.later import HERE
from bot.storage.meetings import ALONG, ASKED, MAYBE, NO, STAYS, YES, Meeting, NewMeeting

OFF, OFF_ALONG, OFF_COACH = "afspraak-weg", "koffie-mee-weg", "coach-afspraak-weg"
"""Tells each side that it is off."""
MOVED = "afspraak-verzet"


def _mine(ask: Ask) -> Sequence[Entry]:
    """What still comes, with its day and who it is with."""
    return [Entry(str(one.id), _label(ask, one)) for one in meetings.all_ahead(ask.on, ask.me.id)]


def _label(ask: Ask, meeting: Meeting) -> str:
    words, day = ask.on.library.words, meeting.at.astimezone(HERE).date()
    form = words.circle.meetings
    said = form.label_day.format(number=day.day, month=words.dates.months[day.month - 1])
    if (day - saying.today(ask.on)).days < 2:
        said = saying.day(ask.on, day)
    name = meetings.facts(ask.on, ask.me.id, meeting).get("with") or form.titles[meeting.kind]
    return form.label.format(day=said, time=meetings.brief_time(ask.on, meeting.at), name=name)


def _one(ask: Ask) -> Mapping[str, str] | None:
    """A meeting that still comes, whatever its kind."""
    meeting = ahead(ask.on, ask.me, ask.about)
    return meetings.facts(ask.on, ask.me.id, meeting) if meeting is not None else None


def _past(ask: Ask) -> Mapping[str, str] | None:
    """A meeting that was, of late, for who was there."""
    meeting = find(ask.on, ask.about)
    if meeting is None or meeting.state != "planned" or not meeting.at <= ask.on.now < meeting.at + LASTING:
        return None
    answer = ask.on.unit.meetings.guests_of(meeting.id).get(ask.me.id, YES)
    there = meetings.side(ask.on, ask.me.id, meeting) is not None and answer in (YES, ALONG)
    return meetings.facts(ask.on, ask.me.id, meeting) if there else None


def _off(ask: Ask) -> Mapping[str, str] | None:
    """A meeting that would have come, and is off."""
    meeting = find(ask.on, ask.about)
    if meeting is None or meeting.state != "off" or meeting.at <= ask.on.now:
        return None
    there = ask.me.id == meeting.maker_id or ask.me.id in ask.on.unit.meetings.guests_of(meeting.id)
    return meetings.facts(ask.on, ask.me.id, meeting) if there else None


def _cancel(deed: Deed) -> None:
    """Who planned it calls it off; everybody who was asked is told, without a reason."""
    meeting = ahead(deed.on, deed.me, deed.id(MEETING))
    if meeting is not None and meeting.maker_id == deed.me.id:
        call_off(deed, meeting)


def call_off(deed: Deed, meeting: Meeting) -> None:
    """Lets it not happen, and tells all but who does this."""
    if not deed.on.unit.meetings.call_off(meeting.id):
        return
    guests, along = meetings.guests(deed.on, meeting, ASKED, YES), meetings.guests(deed.on, meeting, MAYBE, ALONG)
    meetings.forget(deed.on, deed.post, meeting, (meeting.maker_id, *guests, *along))
    for flow, people in ((OFF, guests), (OFF_ALONG, along), (OFF_COACH, [meeting.maker_id])):
        for one in people:
            if one != deed.me.id:
                told(deed, one, flow, meeting)


def _move(deed: Deed) -> None:
    """Another moment: it is asked anew, under a number of its own, so that an old yes is no yes to this."""
    meeting, at = ahead(deed.on, deed.me, deed.id(MEETING), "talk", "group"), meetings.moment_of(deed.id("time"))
    if meeting is None or meeting.maker_id != deed.me.id or at is None or at <= deed.on.now:
        return
    guests = meetings.guests(deed.on, meeting, ASKED, YES)
    deed.on.unit.meetings.call_off(meeting.id)
    meetings.forget(deed.on, deed.post, meeting, (meeting.maker_id, *guests))
    fresh = NewMeeting(
        maker_id=deed.me.id,
        kind=meeting.kind,
        at=at,
        minutes=meeting.minutes,
        made_at=deed.on.now,
        place=meeting.place,
        guests=tuple(guests),
    )
    id = deed.on.unit.meetings.add(fresh)
    if meeting.kind == "group":
        meetings.expect(deed.on, deed.post, deed.on.unit.meetings.get(id) or meeting, (deed.me.id,))
    for one in guests:
        if not deed.post.tell(one, MOVED, {MEETING: str(id)}):
            deed.post.tell(deed.me.id, "coach-zelf-zeggen", {"who": one})


def _log(deed: Deed) -> None:
    """The coach notes how it was, with the one whom it was for."""
    meeting = find(deed.on, deed.id(MEETING))
    if meeting is None or meeting.maker_id != deed.me.id:
        return
    there = meetings.guests(deed.on, meeting, YES)
    if len(there) == 1:
        deed.post.tell(deed.me.id, "coach-log", {"who": there[0]})


def _show(deed: Deed) -> None:
    """Lays one of them before the person, with what can be done with it."""
    meeting = ahead(deed.on, deed.me, deed.id(MEETING))
    if meeting is not None:
        mine = meeting.maker_id == deed.me.id
        told(deed, deed.me.id, "coach-agenda-een" if mine else "mijn-afspraak", meeting)


def _calendar(deed: Deed) -> None:
    meeting = ahead(deed.on, deed.me, deed.id(MEETING))
    if meeting is not None:
        meetings.offer_calendar(deed, meeting)


def _leave(deed: Deed) -> None:
    """Who stops, or goes for good, comes to nothing any more. Others hear that it is off, and not why."""
    on, me = deed.on, deed.me.id
    for meeting in on.unit.meetings.all_of(me):
        if meeting.state == "off" or meeting.at <= on.now:
            continue
        mine = meetings.side(on, me, meeting)
        meetings.forget(on, deed.post, meeting, (me,))
        if mine == "along":
            on.unit.meetings.answer(meeting.id, me, says=STAYS, at=on.now)
        elif mine == "guest" and meeting.kind == "group":
            on.unit.meetings.answer(meeting.id, me, says=NO, at=on.now)
        elif meeting.state == "offered":
            on.unit.meetings.call_off(meeting.id)
        elif mine is not None:
            call_off(deed, meeting)


PART = Part(
    lists={"my-meetings": _mine},
    views={"meeting": _one, "past-meeting": _past, "off-meeting": _off},
    deeds={
        "cancel_meeting": _cancel,
        "move_meeting": _move,
        "log_meeting": _log,
        "show_meeting": _show,
        "show_calendar": _calendar,
    },
    leaving=(_leave,),
)
