"""Wanting a human: someone opens a hulpvraag, says how and when, makes it urgent, or takes it back."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import get_args

from bot.circle import asking, helpers, office, saying
from bot.circle.asking import Work
from bot.circle.case import CASE, GONE, TAKEN, call, close, find
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.talking import cut_off, free_coach
from bot.content.models.flow import Course
from bot.storage.cases import Case, NewCase, Way
from bot.storage.people import PersonRow
from bot.storage.requests import NewRequest

SOON = timedelta(minutes=2)
"""So long somebody has to say how and when, before the coach is asked without that."""
WAIT = "wait"
"""The answer of who would rather wait for the own coach."""
LONGEST = 20


def _want(deed: Deed) -> None:
    """Opens one, whatever else is known yet; one that is open stays as it is."""
    case = _opened(deed, urgent=False)
    if case.state == "open" and case.stage == "planned" and not deed.on.unit.cases.asked(case.id):
        at = office.opens(deed.on.now + SOON, deed.on.terms)
        asking.step_at(Work(deed.on, deed.post), case, at)


def _open(deed: Deed) -> None:
    """How and when; asks somebody now, or tells who was asked already that it changed."""
    case = _opened(deed, urgent=False)
    if case.urgent:
        return
    deed.on.unit.cases.wish(case.id, _way(deed.id("way")), deed.id("moment")[:LONGEST])
    case = deed.on.unit.cases.get(case.id) or case
    asked = deed.on.unit.cases.asked(case.id)
    if case.coach_id is not None:
        deed.post.tell(case.coach_id, TAKEN, {CASE: str(case.id)})
    elif asked:
        call(deed.on, deed.post, case, asked[-1])
    else:
        asking.begin(Work(deed.on, deed.post), case, wait=deed.id("whom") == WAIT, told=True)


def _urgent(deed: Deed) -> None:
    """Somebody must call now. It says nothing of why."""
    unit = deed.on.unit
    if not unit.requests.open_for([deed.me.id]):
        asked = NewRequest(person_id=deed.me.id, kind="want_help", flow="", asked_at=deed.on.now)
        unit.requests.add([asked])
    case = _opened(deed, urgent=True)
    if case.urgent and not case.answered and unit.cases.asked(case.id):
        return
    if not case.urgent or case.answered:
        unit.cases.press(case.id, deed.on.now)
        case = unit.cases.get(case.id) or case
    work = Work(deed.on, deed.post)
    if case.coach_id is not None:
        asking.ask(work, case, case.coach_id, "asked")
    else:
        asking.begin(work, case)


def _withdraw(deed: Deed) -> None:
    """It is not needed any more; who knew of it hears that."""
    case = deed.on.unit.cases.open_of(deed.me.id)
    if case is None:
        return
    close(deed.on, deed.post, case)
    if cut_off(deed.on, deed.post, case):
        free_coach(deed.on, deed.post, case)
        return
    for one in dict.fromkeys([*deed.on.unit.cases.asked(case.id), *([case.coach_id] if case.coach_id else [])]):
        deed.post.tell(one, GONE, {CASE: str(case.id)})


def _opened(deed: Deed, *, urgent: bool) -> Case:
    """The one that this person has open, or a new one."""
    session = deed.post.session(deed.me.id)
    stands = session.stands[0] if session is not None else ""
    # Only a course: of a person in danger not even the name of the dialogue is kept.
    course = stands if isinstance(deed.on.library.flows.get(stands), Course) else ""
    way: Way = "call" if urgent else "any"
    fresh = NewCase(person_id=deed.me.id, opened_at=deed.on.now, flow=course, way=way, urgent=urgent)
    return deed.on.unit.cases.opened(fresh)


def _way(given: str) -> Way:
    return next((way for way in get_args(Way) if way == given), "any")


def _help(ask: Ask) -> Mapping[str, str]:
    """What somebody can expect who wants a human: `about` is `wait` for who waits for the own coach."""
    on, me = ask.on, ask.me
    case = on.unit.cases.open_of(me.id)
    plan = helpers.plan(on, me, wait=ask.about == WAIT)
    chat = plan.kind == "now" and me.status == "active"
    urgent = _name(on, helpers.plan(on, me, urgent=True).who)
    asked = on.unit.cases.asked(case.id) if case is not None else []
    known = (case.coach_id if case is not None else None) or next(reversed(asked), None)
    facts = {
        "open": _stands(case, asked),
        "plan": "known" if known else _kind(me, plan),
        "asked": _name(on, known or plan.who),
        "chat": "yes" if chat else "",
        "near": "yes" if urgent else "",
        "urgent": urgent,
        "when": saying.moment(on, plan.at) if plan.kind == "later" else "",
        "since": saying.moment(on, case.opened_at) if case is not None else "",
        **_absence(on, me),
    }
    return {key: fact for key, fact in facts.items() if fact}


def _stands(case: Case | None, asked: Sequence[str]) -> str:
    """How the own hulpvraag stands: `planned` until somebody was asked."""
    if case is None:
        return ""
    if case.state == "open":
        return "asked" if asked else "planned"
    return case.state


def _kind(me: PersonRow, plan: helpers.Plan) -> str:
    """How the answer of the house begins; `quiet` for who hears nothing more of it here."""
    if plan.kind == "nobody":
        return "nobody"
    return plan.kind if me.status == "active" else "quiet"


def _absence(on: Setting, me: PersonRow) -> dict[str, str]:
    found = helpers.away(on, me)
    if found is None:
        return {}
    other = _name(on, found.other) if found.other else ""
    return {"own": _name(on, found.who), "back": saying.day(on, found.back), "other": other, "away": "yes"}


def _name(on: Setting, who: str) -> str:
    return on.unit.people.names([who]).get(who, "") if who else ""


def _mine(ask: Ask) -> Mapping[str, str] | None:
    """How this hulpvraag of one's own stands: a code for the news, and the names of who was asked and who took it."""
    case = find(ask.on, ask.about)
    if case is None or case.person_id != ask.me.id:
        return None
    asked = ask.on.unit.cases.asked(case.id)
    names = ask.on.unit.people.names([*asked, *([case.coach_id] if case.coach_id else [])])
    before = asked[-2] if len(asked) > 1 else asked[-1] if asked else ""
    facts = {
        "news": _news(case, asked),
        "coach": names.get(case.coach_id or "", ""),
        "asked": names.get(asked[-1], "") if asked else "",
        "before": names.get(before, ""),
    }
    return {key: fact for key, fact in facts.items() if fact}


def _news(case: Case, asked: Sequence[str]) -> str:
    if case.state == "open":
        return "unmanned" if case.stage == "moved" and not asked else case.stage
    return f"claimed_{case.way}" if case.state in ("claimed", "talking") else "closed"


def _other(ask: Ask) -> Mapping[str, str] | None:
    """With whom one talks now."""
    unit = ask.on.unit
    case = unit.cases.talk_of(ask.me.id) or unit.cases.open_of(ask.me.id)
    if case is None or case.state != "talking" or case.coach_id is None:
        return None
    other = case.coach_id if case.person_id == ask.me.id else case.person_id
    return {"other": _name(ask.on, other)}


PART = Part(
    views={"my-help": _help, "my-case": _mine, "my-talk-now": _other},
    deeds={
        "want_talk": _want,
        "want_help": _want,
        "open_case": _open,
        "open_urgent": _urgent,
        "withdraw_case": _withdraw,
    },
)
