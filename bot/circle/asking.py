"""Asking for help on somebody's behalf: first the own coach, after a while another one, at last the lead.

Each time the person who waits hears the truth. One timer for each hulpvraag (`case-step`) takes the next step.
"""

from datetime import date, datetime, timedelta

from msgspec import Struct

from bot.circle import helpers, office
from bot.circle.case import CASE, STEP, TAKEN, call, find, news
from bot.circle.parts import Deed, Due, Part, Post, Setting
from bot.circle.talking import cut_off
from bot.later import HERE
from bot.storage.cases import Case, Stage
from bot.storage.people import PersonRow
from bot.storage.timers import NewTimer
from bot.storage.unit import Unit


class Work(Struct, frozen=True):
    """What asking works with."""

    on: Setting
    post: Post


def begin(work: Work, case: Case, *, wait: bool = False, told: bool = False) -> None:
    """Asks the first one, now or when there is somebody to ask. `told`: the dialogue says it when nobody is there."""
    person = _person(work, case)
    planned = helpers.plan(work.on, person, urgent=case.urgent, wait=wait)
    if planned.kind == "later":
        work.on.unit.cases.at_stage(case.id, "planned")
        step_at(work, case, planned.at)
    elif planned.kind == "nobody":
        nobody(work, case, told=told)
    else:
        ask(work, case, planned.who, "asked")


def ask(work: Work, case: Case, who: str, stage: Stage) -> bool:
    """Asks this one. Who cannot be reached is passed over at once: then it is False, and another was asked."""
    unit = work.on.unit
    unit.cases.ask(case.id, who, work.on.now)
    unit.cases.at_stage(case.id, stage)
    if not call(work.on, work.post, case, who):
        _next(work, case)
        return False
    step_at(work, case, _later(work, case, _gap(work, case, stage)))
    return True


def _step(due: Due) -> None:
    """What follows when nobody reacted yet."""
    case = find(due.on, due.given.get(CASE, ""))
    work = Work(due.on, due.post)
    if case is None or case.state == "closed":
        return
    if case.answered:
        _watch(work, case)
        return
    match case.stage:
        case "planned":
            begin(work, case)
        case "moved":
            _moved(work, case)
        case "asked" | "passed" | "later" if not case.urgent:
            _remind(work, case)
        case "asked" | "passed" | "later" | "reminded":
            _next(work, case)
        case "next":
            _lead(work, case)
        case "lead":
            nobody(work, case)
        case _:
            _again(work, case)


def _remind(work: Work, case: Case) -> None:
    """Asks the same one again, unless they went away meanwhile."""
    asked = work.on.unit.cases.asked(case.id)
    if not asked or not helpers.here(work.on, asked[-1], work.on.now):
        _next(work, case)
        return
    if ask(work, case, asked[-1], "reminded"):
        news(work.post, case)


def _next(work: Work, case: Case) -> None:
    """Asks another coach as well."""
    asked = work.on.unit.cases.asked(case.id)
    found = helpers.coaches(work.on, _person(work, case), work.on.now, but=asked)
    if not found:
        _lead(work, case)
        return
    if ask(work, case, found[0], "next"):
        news(work.post, case)


def _lead(work: Work, case: Case) -> None:
    """Asks the lead."""
    found = helpers.leads(work.on, _person(work, case), but=work.on.unit.cases.asked(case.id))
    if not found:
        nobody(work, case)
        return
    if ask(work, case, found[0], "lead"):
        news(work.post, case)


def nobody(work: Work, case: Case, *, told: bool = False) -> None:
    """There is nobody left to ask. It stays open, and who was asked hears of it again: the next working day, or in
    an hour when it cannot wait."""
    first = case.stage != "nobody"
    work.on.unit.cases.at_stage(case.id, "nobody")
    if first and not told:
        news(work.post, case)
    hour, day = work.on.now + timedelta(hours=1), office.on_day(_tomorrow(work), work.on.terms)
    step_at(work, case, hour if case.urgent else day)


def _again(work: Work, case: Case) -> None:
    """A new working day: who was asked before is asked again, or else whoever there is now."""
    asked = [one for one in work.on.unit.cases.asked(case.id) if helpers.helps(work.on, one)]
    if not asked:
        begin(work, case)
        return
    for one in asked:
        call(work.on, work.post, case, one)
    nobody(work, case)


def _moved(work: Work, case: Case) -> None:
    """Who had it is no coach any more: the talk is over, and another is asked."""
    cut_off(work.on, work.post, case)
    planned = helpers.plan(work.on, _person(work, case), urgent=case.urgent)
    if planned.kind == "nobody":
        nobody(work, case)
        return
    if planned.kind == "later":
        step_at(work, case, planned.at)
    elif not ask(work, case, planned.who, "moved"):
        return
    news(work.post, case)
    if planned.kind == "now":
        # Only the next silence is a silence of the one who was asked now.
        work.on.unit.cases.at_stage(case.id, "asked")


def _watch(work: Work, case: Case) -> None:
    """Somebody has it: they are reminded of it once a working day, until it is closed."""
    if case.coach_id is None or not helpers.helps(work.on, case.coach_id):
        work.on.unit.cases.release(case.id, "moved")
        _moved(work, case)
        return
    if case.state == "claimed":
        work.post.tell(case.coach_id, TAKEN, {CASE: str(case.id)})
    watch(work, case)


def watch(work: Work, case: Case) -> None:
    """Looks again when the lead would have been asked."""
    step_at(work, case, office.after(work.on.now, work.on.terms.lead_after, work.on.terms))


def step_at(work: Work, case: Case, at: datetime) -> None:
    """Sets the next step; there is always at most one."""
    work.post.do_later(case.person_id, STEP, {CASE: str(case.id)}, at)


def move_cases(unit: Unit, coach_id: str, at: datetime) -> int:
    """Takes everything from someone who is no coach any more; gives how many hulpvragen go to another.

    The next tick asks somebody else, and tells the people who wait.
    """
    held, asked = unit.cases.held_by(coach_id), unit.cases.asked_of(coach_id)
    last = [one for one in asked if unit.cases.asked(one.id)[-1] == coach_id]
    for case in (*held, *asked):
        unit.cases.forget_ask(case.id, coach_id)
    for case in held:
        unit.cases.release(case.id, "moved")
    for case in last:
        unit.cases.at_stage(case.id, "moved")
    unit.timers.set([_timer(case, at) for case in (*held, *last)])
    return len(held) + len(last)


def _timer(case: Case, at: datetime) -> NewTimer:
    """The same timer as `step_at` sets, for who has only the store."""
    id = str(case.id)
    payload = f'{{"name":"{STEP}","given":{{"{CASE}":"{id}"}}}}'
    return NewTimer(person_id=case.person_id, purpose=f"deed:{STEP}:{id}", due_at=at, planned_at=at, payload=payload)


def _gap(work: Work, case: Case, stage: Stage) -> timedelta:
    """How long this one may wait before the next step."""
    terms = work.on.terms
    if case.urgent:
        first = stage in ("asked", "moved", "passed")
        return terms.urgent_next_after if first else terms.urgent_lead_after - terms.urgent_next_after
    if stage == "reminded":
        return terms.next_coach_after - terms.remind_after
    if stage in ("next", "lead"):
        return terms.lead_after - terms.next_coach_after
    return terms.remind_after


def _later(work: Work, case: Case, gap: timedelta) -> datetime:
    return work.on.now + gap if case.urgent else office.after(work.on.now, gap, work.on.terms)


def _tomorrow(work: Work) -> date:
    return work.on.now.astimezone(HERE).date() + timedelta(days=1)


def _person(work: Work, case: Case) -> PersonRow:
    return work.on.unit.people.by_ids([case.person_id])[case.person_id]


def _leave(deed: Deed) -> None:
    """A coach who stops here cannot be reached any more."""
    if helpers.helps(deed.on, deed.me.id):
        move_cases(deed.on.unit, deed.me.id, deed.on.now)


PART = Part(timed={STEP: _step}, leaving=(_leave,))
