"""The intake as the person finds it: to read, to put right line by line, to approve, to send back or to take back."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from bot.circle import sheet as sheets
from bot.circle.intake import NEWS, forget
from bot.circle.parts import Ask, Deed, Part
from bot.circle.roles import set_facts
from bot.flows.around import Entry
from bot.flows.session import Answer
from bot.storage.intakes import Intake, Sheet

READ = "intake-lezen"
LEVEL, WORDS = "level", "words"


def _state(intake: Intake | None) -> str:
    """How it stands for the person: an approved one counts until a newer one waits to be read."""
    if intake is None:
        return "new"
    if intake.state == "sent" and intake.to_read is not None:
        return "sent"
    return "approved" if intake.approved is not None else intake.state


def _shown(intake: Intake | None) -> Sheet | None:
    """What the person reads now; the draft on which the coach still works is not theirs to read yet."""
    if intake is None:
        return None
    return {"sent": intake.to_read, "approved": intake.approved}.get(_state(intake))


def _mine(ask: Ask) -> Mapping[str, str]:
    intake = ask.on.unit.intakes.get(ask.me.id)
    found = _shown(intake)
    facts = {"state": _state(intake)}
    if found is not None:
        facts |= {"version": str(found.number), **sheets.told(ask.on, found, own=True)}
    return facts


def _ready(ask: Ask) -> Mapping[str, str] | None:
    """That there is one to read now."""
    intake = ask.on.unit.intakes.get(ask.me.id)
    return {"state": "sent"} if _state(intake) == "sent" else None


def _lines(ask: Ask) -> Sequence[Entry]:
    intake = ask.on.unit.intakes.get(ask.me.id)
    found = _shown(intake) if _state(intake) == "sent" else None
    if found is None:
        return ()
    return [Entry(one, sheets.name_of(ask.on, one, own=True)) for one in sheets.filled(found)]


def _line(ask: Ask) -> Mapping[str, str] | None:
    """One line as it stands now, and which kind it is: of a factor, or one of the others by its name."""
    found = _shown(ask.on.unit.intakes.get(ask.me.id))
    if found is None or ask.about not in sheets.filled(found):
        return None
    if ask.about in sheets.FACTORS:
        return {"sort": "factor", "line_now": sheets.line_of(ask.on, found, ask.about, own=True)}
    name = sheets.name_of(ask.on, ask.about, own=True)
    return {"sort": ask.about, "line_now": f"{name}: {sheets.told(ask.on, found, own=True).get(ask.about, '')}"}


def _courses(ask: Ask) -> Sequence[Entry]:
    return [Entry(course.id, course.short) for course in ask.on.library.courses]


def _correct(deed: Deed) -> None:
    """The person's own words in the place of the coach's; the coach reads them only once they are approved."""
    intake = deed.on.unit.intakes.get(deed.me.id)
    if intake is None or intake.state != "sent" or intake.to_read is None:
        deed.post.tell(deed.me.id, READ, {})
        return
    courses = intake.to_read.order or tuple(course.id for course in deed.on.library.courses)
    own = sheets.changed(intake.to_read, _under(deed), courses)
    deed.on.unit.intakes.save(replace(intake, own=own, changed_at=deed.on.now))
    forget(deed, READ)


def _under(deed: Deed) -> Mapping[str, Answer]:
    """What was given, under the key of the line that it is about."""
    line = deed.id("line")
    if line not in sheets.FACTORS:
        key = "course" if line == "order" else line
        return {key: deed.given[key]} if key in deed.given else {}
    keys = {LEVEL: sheets.key_of(line), WORDS: f"{sheets.key_of(line)}_words"}
    return {keys[key]: answer for key, answer in deed.given.items() if key in keys}


def _approve(deed: Deed) -> None:
    """From now on it counts: the order of courses, and how this person wants to be spoken to. Only what was read."""
    intake = deed.on.unit.intakes.get(deed.me.id)
    sheet = intake.to_read if intake is not None and intake.state == "sent" else None
    if intake is None or sheet is None or deed.id("version") != str(sheet.number):
        deed.post.tell(deed.me.id, READ, {})
        return
    counts = replace(sheet, approved_at=deed.on.now)
    kept = replace(intake, state="approved", draft=None, own=None, approved=counts, why="", changed_at=deed.on.now)
    deed.on.unit.intakes.save(kept)
    set_facts(deed.on.unit, deed.me.id, order=",".join(sheet.order), contact_how=sheet.how, contact_when=sheet.when)
    _tell_coach(deed, intake)


def _return(deed: Deed) -> None:
    """Back to the coach, with what should change."""
    intake = deed.on.unit.intakes.get(deed.me.id)
    if intake is None or intake.state != "sent":
        deed.post.tell(deed.me.id, READ, {})
        return
    deed.on.unit.intakes.save(replace(intake, state="back", why=deed.words("why"), changed_at=deed.on.now))
    forget(deed, READ)
    _tell_coach(deed, intake)


def _withdraw(deed: Deed) -> None:
    """What was approved counts no longer; nobody reads it any more."""
    intake = deed.on.unit.intakes.get(deed.me.id)
    if intake is None or intake.approved is None:
        return
    if intake.draft is None:
        deed.on.unit.intakes.remove(deed.me.id)
    else:
        deed.on.unit.intakes.save(replace(intake, approved=None, changed_at=deed.on.now))
    set_facts(deed.on.unit, deed.me.id, contact_how="", contact_when="")


def _tell_coach(deed: Deed, intake: Intake) -> None:
    if intake.coach_id is not None and deed.on.unit.circle.coach_of(deed.me.id) == intake.coach_id:
        deed.post.tell(intake.coach_id, NEWS, {"who": deed.me.id})


PART = Part(
    lists={"my-intake-lines": _lines, "my-intake-courses": _courses},
    views={"my-intake": _mine, "intake-ready": _ready, "my-intake-line": _line},
    deeds={
        "correct_intake": _correct,
        "approve_intake": _approve,
        "return_intake": _return,
        "withdraw_intake": _withdraw,
    },
)
