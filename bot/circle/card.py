"""The card of a person as the coach sees it: what they agreed to show, and nothing else."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.circle import saying
from bot.circle import sheet as sheets
from bot.circle.buddy_life import known_to_coach
from bot.circle.intake import approved
from bot.circle.parts import Ask, Part, Setting
from bot.circle.people import see, takes_part, waiting
from bot.circle.roles import EARLIER
from bot.circle.yes import PROGRESS
from bot.flows.around import Entry
from bot.storage.people import PersonRow
from bot.storage.shares import Share

AHEAD = timedelta(days=60)


def progress(on: Setting, person: PersonRow) -> str:
    """Which courses are done and begun, in words; nothing without this person's yes."""
    if not takes_part(person) or not on.unit.circle.allows(person.id, PROGRESS):
        return ""
    finished = on.unit.progress.of(person.id)
    done = {one.course for one in finished if not one.lesson}
    begun = {on.unit.sessions.flow_of(person.id), *(one.course for one in finished if one.lesson)} - done
    words, said = on.library.words.circle.coach, []
    for which, form in ((done, words.done), (begun, words.begun)):
        titles = [course.short for course in on.library.courses if course.id in which]
        if titles:
            said.append(form.format(courses=saying.listed(on, titles)))
    return saying.listed(on, said) or words.not_begun


def shared(on: Setting, coach_id: str, person_id: str) -> list[Share]:
    """What the person let their coach read, the newest first. A new coach reads only what was shared since."""
    found = on.unit.shares.seen_by("coach", [person_id])
    if not on.unit.circle.allows(person_id, EARLIER):
        since = on.unit.circle.bond_since(person_id, coach_id)
        found = [one for one in found if since is not None and one.shared_at >= since]
    return list(reversed(found))


def _card(ask: Ask) -> Mapping[str, str] | None:
    seen = see(ask, ask.about, "card")
    if seen is None:
        return None
    on, (person, standing) = ask.on, seen
    facts = {
        "person": on.unit.people.names([person.id])[person.id],
        **_progress(on, person),
        **_waits(ask),
        **_next(ask),
    }
    if standing == "case":
        return _full({**facts, "other": "yes"})
    facts |= {**_talked(on, person.id), **_factors(ask), "shares": str(len(shared(on, ask.me.id, person.id)) or "")}
    facts["buddy"] = "yes" if known_to_coach(on, person.id) else ""
    return _full(facts)


def _progress(on: Setting, person: PersonRow) -> dict[str, str]:
    """How far this person is, or that this is not for the coach to see."""
    if not takes_part(person):
        return {"part": "no"}
    found = progress(on, person)
    return {"progress": found} if found else {"sees": "no"}


def _full(facts: dict[str, str]) -> dict[str, str]:
    return {key: fact for key, fact in facts.items() if fact}


def _factors(ask: Ask) -> dict[str, str]:
    """The factors by their level, as they stand in the intake that this person approved."""
    sheet = approved(ask.on, ask.me, ask.about)
    if sheet is None:
        return {}
    by_level: dict[str, list[str]] = {}
    for factor in sheets.FACTORS:
        if factor in sheet.levels:
            by_level.setdefault(sheet.levels[factor], []).append(sheets.name_of(ask.on, factor, own=False))
    # With commas only: there are names of factors with an 'and' in them.
    return {level: ", ".join(names) for level, names in by_level.items()}


def _waits(ask: Ask) -> dict[str, str]:
    for one in waiting(ask.on, ask.me):
        if one.person_id == ask.about:
            ways = ask.on.library.words.circle.coach.ways
            since = saying.since(ask.on, one.opened_at)
            return {"case": str(one.id), "way": ways.get(one.way, ""), "since": since, "case_state": one.state}
    return {}


def _next(ask: Ask) -> dict[str, str]:
    """The next talk that this coach planned."""
    ahead = ask.on.unit.meetings.of([ask.about], since=ask.on.now, until=ask.on.now + AHEAD)
    mine = next((one for one in ahead if one.maker_id == ask.me.id and one.kind == "talk"), None)
    if mine is None:
        return {}
    says = ask.on.unit.meetings.guests_of(mine.id).get(ask.about, "")
    answer = ask.on.library.words.circle.coach.answers.get(says, "")
    return {"meets": saying.moment(ask.on, mine.at), "meets_answer": answer}


def _talked(on: Setting, person_id: str) -> dict[str, str]:
    """The last talk, and what was agreed then."""
    talks = on.unit.talks.of(person_id)
    if not talks:
        return {}
    last, words = talks[-1], on.library.words.circle.coach
    day = saying.on_day(on, last.at)
    said = words.talked.format(day=day, minutes=last.minutes, kind=words.kinds.get(last.kind, ""))
    agreed = next((one.agreed for one in reversed(talks) if one.agreed), "")
    return {"talked": said, "agreed": agreed}


def _shares(ask: Ask) -> Sequence[Entry]:
    seen = see(ask, ask.about, "shared")
    if seen is None or seen[1] != "own":
        return ()
    return [Entry(str(one.id), saying.share_label(ask.on, one)) for one in shared(ask.on, ask.me.id, ask.about)]


def _share(ask: Ask) -> Mapping[str, str] | None:
    """One shared text, for the coach with whom it is shared."""
    own = ask.on.unit.circle.coached_by(ask.me.id)
    one = next((one for one in ask.on.unit.shares.seen_by("coach", own) if str(one.id) == ask.about), None)
    if one is None or one not in shared(ask.on, ask.me.id, one.person_id) or see(ask, one.person_id, "shared") is None:
        return None
    day = saying.on_day(ask.on, one.shared_at)
    return {"shared_text": one.text, "day": day, "person": ask.on.unit.people.names([one.person_id])[one.person_id]}


PART = Part(lists={"shared-with-me": _shares}, views={"card": _card, "shared-text": _share})
