"""The intake as the coach makes it, with the person present: a draft that is kept question by question."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from bot.circle import sheet as sheets
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.people import entries, is_a, see, standing, takes_part
from bot.circle.roles import EARLIER
from bot.flows.around import Entry
from bot.storage.intakes import Intake, Sheet
from bot.storage.people import PersonRow

ASK, AWAY, NEW = "ask", "away", "new"
"""States beside those that are stored: nobody was named, the person does not use the chat, there is nothing yet."""
NEWS, EMPTY, UNTOLD, READY, FLOW = "coach-intake", "intake-leeg", "coach-zelf-zeggen", "intake-klaar", "intake"
"""The flows in which the coach is told (how it stands, that there was nothing to send, that the person must be told
otherwise), in which the person is told, and the one of the questions."""
LOOK = "intake"
"""How a look at it is noted."""
NAMED = frozenset({"who", "line", "version"})
"""What is given only to say what it is about."""


def approved(on: Setting, coach: PersonRow, person_id: str) -> Sheet | None:
    """The version that counts, as far as this coach may read it: a new coach only with a yes, or once approved anew."""
    intake = on.unit.intakes.get(person_id) if standing(on, coach, person_id) == "own" else None
    found = intake.approved if intake is not None else None
    if found is None or found.approved_at is None or on.unit.circle.allows(person_id, EARLIER):
        return found
    since = on.unit.circle.bond_since(person_id, coach.id)
    return found if since is not None and found.approved_at >= since else None


def drafted(on: Setting, coach: PersonRow, person_id: str) -> Intake | None:
    """The intake with the draft that this very coach makes; None for what another coach wrote."""
    intake = on.unit.intakes.get(person_id)
    return intake if intake is not None and intake.coach_id == coach.id and intake.draft is not None else None


def _person(deed: Deed) -> PersonRow | None:
    """Who it is about: one of the own people, who agreed to the chat."""
    who = deed.id("who")
    person = deed.on.unit.people.by_ids([who]).get(who) if who else None
    if person is None or standing(deed.on, deed.me, who) != "own" or not takes_part(person):
        return None
    return person


def _save(deed: Deed, person_id: str, draft: Sheet | None) -> None:
    """Keeps the draft as this coach's; what was approved before stays as it is."""
    before = deed.on.unit.intakes.get(person_id)
    kept = before.approved if before is not None else None
    intake = Intake(
        person_id=person_id, coach_id=deed.me.id, state="draft", changed_at=deed.on.now, draft=draft, approved=kept
    )
    deed.on.unit.intakes.save(intake)


def _begin(deed: Deed) -> None:
    person = _person(deed)
    if person is not None:
        before = deed.on.unit.intakes.get(person.id)
        _save(deed, person.id, Sheet(number=_last(before) + 1))


def _keep(deed: Deed) -> None:
    """Takes over what was just said, so that nothing is lost when the coach is called away."""
    person = _person(deed)
    if person is not None:
        found, before = drafted(deed.on, deed.me, person.id), deed.on.unit.intakes.get(person.id)
        draft = found.draft if found is not None and found.draft is not None else Sheet(number=_last(before))
        _save(deed, person.id, sheets.changed(draft, deed.given, sheets.advised(deed.on, draft)))
    forget(deed, FLOW)


def forget(deed: Deed, flow: str) -> None:
    """What was kept does not stay behind in the conversation as well: an answer must not come back with the next."""
    session = deed.post.session(deed.me.id)
    if session is not None:
        for key in deed.given.keys() - NAMED:
            session.answers.pop(f"{flow}/{key}", None)


def _reopen(deed: Deed) -> None:
    """Lets the coach change it: one line is asked anew, or none when only the state is to change."""
    person = _person(deed)
    found = drafted(deed.on, deed.me, person.id) if person is not None else None
    if person is not None and found is not None and found.draft is not None:
        _save(deed, person.id, sheets.without(found.draft, deed.id("line")))


def _send(deed: Deed) -> None:
    """Lays it before the person, and tells the coach how it stands. An empty one stays here."""
    person = _person(deed)
    found = drafted(deed.on, deed.me, person.id) if person is not None else None
    if person is None or found is None or found.draft is None:
        return
    if not sheets.filled(found.draft):
        deed.post.tell(deed.me.id, EMPTY, {"who": person.id})
        return
    draft = replace(found.draft, order=found.draft.order or sheets.advised(deed.on, found.draft))
    deed.on.unit.intakes.save(replace(found, state="sent", changed_at=deed.on.now, draft=draft, own=None, why=""))
    told = deed.post.tell(person.id, READY, {"who": person.id})
    deed.post.tell(deed.me.id, NEWS if told else UNTOLD, {"who": person.id})


def _last(intake: Intake | None) -> int:
    """The highest number that was used: an old yes must never fit a new sheet."""
    versions = (intake.draft, intake.own, intake.approved) if intake is not None else ()
    return max((one.number for one in versions if one is not None), default=0)


def _people(ask: Ask) -> Sequence[Entry]:
    if not is_a(ask.on, ask.me, "coach"):
        return ()
    found = entries(ask.on, ask.on.unit.circle.coached_by(ask.me.id))
    return sorted(found, key=lambda one: one.label.casefold())


def _draft(ask: Ask) -> Mapping[str, str] | None:
    """How the draft stands, in which lines something stands, and what the person wants changed."""
    if not ask.about:
        return {"state": ASK}
    seen = see(ask, ask.about, LOOK)
    if seen is None or seen[1] != "own":
        return None
    facts = {"person": ask.on.unit.people.names([ask.about])[ask.about]}
    if not takes_part(seen[0]):
        return {**facts, "state": AWAY}
    found = drafted(ask.on, ask.me, ask.about)
    if found is None or found.draft is None or not sheets.filled(found.draft):
        counts = approved(ask.on, ask.me, ask.about)
        told = sheets.told(ask.on, counts, own=False) if counts is not None else {}
        return {**facts, **told, "state": "approved" if counts is not None else NEW}
    marks = {f"has_{sheets.key_of(one)}": "yes" for one in sheets.filled(found.draft)}
    why = {"why": found.why} if found.why else {}
    return {**facts, **sheets.told(ask.on, found.draft, own=False), **marks, **why, "state": found.state}


def _lines(ask: Ask) -> Sequence[Entry]:
    """What stands in the draft, to choose what is to be said anew."""
    found = drafted(ask.on, ask.me, ask.about) if standing(ask.on, ask.me, ask.about) == "own" else None
    if found is None or found.draft is None:
        return ()
    return [Entry(one, sheets.name_of(ask.on, one, own=False)) for one in sheets.filled(found.draft)]


def _courses(ask: Ask) -> Sequence[Entry]:
    """What can come after the first course, in the order that the draft asks for."""
    found = drafted(ask.on, ask.me, ask.about) if standing(ask.on, ask.me, ask.about) == "own" else None
    if found is None or found.draft is None:
        return ()
    short = {course.id: course.short for course in ask.on.library.courses}
    return [Entry(one, short[one]) for one in sheets.advised(ask.on, found.draft)[1:]]


PART = Part(
    lists={"intake-people": _people, "intake-lines": _lines, "intake-courses": _courses},
    views={"intake": _draft},
    deeds={"begin_intake": _begin, "keep_intake": _keep, "reopen_intake": _reopen, "send_intake": _send},
)
