"""A coach's day at a glance: who waits, whom they meet, what is new, and of whom nothing was heard for long."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from bot.circle import helpers, saying
from bot.circle.card import shared
from bot.circle.meetings import title
from bot.circle.parts import Ask, Part, Setting
from bot.circle.people import entries, is_a, takes_part, waiting
from bot.circle.yes import PROGRESS
from bot.flows.around import Entry
from bot.later import HERE
from bot.storage.meetings import ASKED, YES
from bot.storage.people import PersonRow

LONG_AGO = datetime.min.replace(tzinfo=UTC)
SILENT = timedelta(days=7)
"""After so long without a sign a coach may want to know. Nothing is said of why."""


class Day(Struct, frozen=True, kw_only=True):
    """Who asks for attention, by their ids; each with what is said of it, and a label for a button."""

    waits: dict[str, tuple[str, str]]
    meets: dict[str, tuple[str, str]]
    fresh: dict[str, tuple[str, str]]
    silent: dict[str, tuple[str, str]]


def look(on: Setting, coach: PersonRow) -> Day:
    """The day of this coach."""
    own = on.unit.circle.coached_by(coach.id)
    rows = on.unit.people.by_ids(own)
    waits = who_waits(on, coach)
    meets = _meets(on, coach)
    fresh = _fresh(on, coach, list(rows))
    silent = _silent(on, [row for row in rows.values() if row.id not in waits])
    return Day(waits=waits, meets=meets, fresh=fresh, silent=silent)


def who_waits(on: Setting, coach: PersonRow) -> dict[str, tuple[str, str]]:
    """Who wants a human, and whom this helper was asked for or took."""
    found, words = waiting(on, coach), on.library.words.circle.coach
    names = _names(on, [one.person_id for one in found])
    said = {}
    for one in (one for one in found if one.person_id in names):
        name = names[one.person_id]
        since = saying.since(on, one.opened_at)
        text = words.waits.format(name=name, way=words.ways.get(one.way, ""), since=since)
        said[one.person_id] = (text, words.label_waits.format(name=name))
    return said


def _meets(on: Setting, coach: PersonRow) -> dict[str, tuple[str, str]]:
    """The talks of today, in order."""
    begin, end = saying.this_day(on)
    words, said = on.library.words.circle.coach, {}
    for meeting in on.unit.meetings.of([coach.id], since=begin, until=end):
        answers = on.unit.meetings.guests_of(meeting.id)
        names = _names(on, [one for one, says in answers.items() if says in (ASKED, YES)])
        if meeting.kind in ("talk", "coffee") and meeting.maker_id == coach.id and len(names) == 1:
            (id, name), time = next(iter(names.items())), saying.clock(on, meeting.at)
            form = words.meets if answers[id] == YES else words.meets_asked
            said[id] = (form.format(time=time, name=name), words.label_meets.format(name=name, time=time))
    return said


def _groups(on: Setting, coach: PersonRow) -> list[str]:
    """The groups of today that this coach planned."""
    begin, end = saying.this_day(on)
    mine = [one for one in on.unit.meetings.of([coach.id], since=begin, until=end) if one.maker_id == coach.id]
    form = on.library.words.circle.meetings.clash
    groups = [one for one in mine if one.kind == "group"]
    return [form.format(time=saying.clock(on, one.at), title=title(on, coach.id, one)) for one in groups]


def _fresh(on: Setting, coach: PersonRow, people: list[str]) -> dict[str, tuple[str, str]]:
    """Who shared something since this coach last looked at what they share."""
    last, looked = on.unit.attention.last_shared("coach", people), on.unit.attention.last_look(coach.id, "shared")
    fresh = [id for id, at in last.items() if id not in looked or at > looked[id]]
    names, label = _names(on, fresh), on.library.words.circle.coach.label_shared
    return {id: (name, label.format(name=name)) for id, name in names.items() if shared(on, coach.id, id)}


def _silent(on: Setting, rows: Sequence[PersonRow]) -> dict[str, tuple[str, str]]:
    """Of whom nothing was heard for long, of those who let their coach see how far they are."""
    old = [row.id for row in rows if takes_part(row) and on.now - row.created_at > SILENT]
    seen = on.unit.circle.who_allow(PROGRESS, old)
    heard = on.unit.attention.last_heard(seen)
    names, said = _names(on, sorted(seen, key=lambda id: (heard.get(id, LONG_AGO), id))), {}
    for id, name in names.items():
        text = _silence(on, name, heard.get(id))
        if text:
            said[id] = (text, on.library.words.circle.coach.label_silent.format(name=name))
    return said


def _silence(on: Setting, name: str, heard: datetime | None) -> str:
    """Nothing for who was heard of late; messages that are older than is kept say only that it is long ago."""
    words = on.library.words.circle.coach
    if heard is None:
        return words.silent_long.format(name=name)
    days = (saying.today(on) - heard.astimezone(HERE).date()).days
    return words.silent.format(name=name, days=days) if days > SILENT.days else ""


def _names(on: Setting, ids: Sequence[str]) -> dict[str, str]:
    return {one.value: one.label for one in entries(on, ids)}


def _day(ask: Ask) -> Mapping[str, str] | None:
    """What goes on today, in four enumerations."""
    if not is_a(ask.on, ask.me, "coach"):
        return None
    day = look(ask.on, ask.me)
    kinds = {"waits": day.waits, "meets": day.meets, "fresh": day.fresh, "silent": day.silent}
    said = {key: [text for text, _ in found.values()] for key, found in kinds.items()}
    said["meets"] += _groups(ask.on, ask.me)
    facts = {key: saying.listed(ask.on, texts) for key, texts in said.items() if texts}
    facts["anything"] = "yes" if facts else "no"
    if day.waits:
        facts["count"] = str(len(day.waits))
    return facts


def _attention(ask: Ask) -> Sequence[Entry]:
    """Everybody who asks for attention, once, with the first reason; who waits comes first. A lead has only those."""
    if not helpers.helps(ask.on, ask.me.id):
        return ()
    day = look(ask.on, ask.me)
    labels: dict[str, str] = {}
    for found in (day.waits, day.meets, day.fresh, day.silent):
        for id, (_, label) in found.items():
            labels.setdefault(id, label)
    return [Entry(id, label) for id, label in labels.items()]


PART = Part(lists={"attention": _attention}, views={"day": _day})
