"""A coach takes a hulpvraag, passes it on, lets it wait a while, closes it, or notes how the talk was."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.circle import asking, helpers, office, saying
from bot.circle.asking import Work
from bot.circle.case import CASE, GONE, TAKEN, call, close, for_helper, news
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.people import entries
from bot.circle.talking import LOG, begin
from bot.flows.around import Entry
from bot.later import HERE
from bot.storage.cases import Case
from bot.storage.people import PersonRow
from bot.storage.talks import NewTalk

NOON = time(13, 0)
HOUR = timedelta(hours=1)
LONGEST = 480
"""Minutes of a talk; more is a slip of the finger."""
NOTED = "gesprek-genoteerd"


def _claim(deed: Deed) -> None:
    """The first one has it; who comes second is told who that was."""
    case = for_helper(deed.on, deed.me, deed.id(CASE))
    if case is None:
        return
    cases, me, now = deed.on.unit.cases, deed.me.id, deed.on.now
    mine = case.coach_id == me
    if not (cases.confirm(case.id, me, now) if mine and not case.answered else cases.claim(case.id, me, now)):
        deed.post.tell(me, TAKEN if mine else GONE, {CASE: str(case.id)})
        return
    case = cases.get(case.id) or case
    asking.watch(Work(deed.on, deed.post), case)
    _tell_others(deed, case)
    if case.way == "chat" and case.state == "claimed" and begin(deed.on, deed.post, case):
        return
    news(deed.post, case)
    if case.state == "claimed":
        deed.post.tell(me, TAKEN, {CASE: str(case.id)})


def _tell_others(deed: Deed, case: Case) -> None:
    """Who was asked too need not think of it any more."""
    for one in deed.on.unit.cases.asked(case.id):
        if one != deed.me.id:
            deed.post.tell(one, GONE, {CASE: str(case.id)})


def _pass(deed: Deed) -> None:
    """Asks another helper in one's place; nobody else than a helper of the same organisation can be meant."""
    case, whom = for_helper(deed.on, deed.me, deed.id(CASE)), deed.id("whom")
    if case is None or whom not in [one.value for one in _others(deed.on, deed.me, case)]:
        return
    if case.coach_id not in (None, deed.me.id) or case.state in ("talking", "closed"):
        deed.post.tell(deed.me.id, GONE, {CASE: str(case.id)})
        return
    deed.on.unit.cases.release(case.id, "passed")
    if asking.ask(Work(deed.on, deed.post), case, whom, "passed"):
        news(deed.post, case)


def _delay(deed: Deed) -> None:
    """Later, but not for ever: the coach sees it again then, and the person hears that it was seen."""
    case, at = for_helper(deed.on, deed.me, deed.id(CASE)), _moment(deed.on, deed.id("until"))
    if case is None or at is None or case.urgent or case.state != "open":
        return
    deed.on.unit.cases.ask(case.id, deed.me.id, deed.on.now)
    deed.on.unit.cases.at_stage(case.id, "later")
    asking.step_at(Work(deed.on, deed.post), case, at)
    news(deed.post, case)


def _moment(on: Setting, until: str) -> datetime | None:
    """`hour`, `afternoon` or `tomorrow`, within the hours in which coaches work."""
    local = on.now.astimezone(HERE)
    match until:
        case "hour":
            return office.after(on.now, HOUR, on.terms)
        case "afternoon":
            return office.opens(max(on.now + HOUR, datetime.combine(local.date(), NOON, HERE)), on.terms)
        case "tomorrow":
            return office.on_day(local.date() + timedelta(days=1), on.terms)
        case _:
            return None


def _close(deed: Deed) -> None:
    """Done without a talk in this chat; then how it was."""
    case = for_helper(deed.on, deed.me, deed.id(CASE))
    if case is None or case.coach_id != deed.me.id or case.state != "claimed":
        return
    close(deed.on, deed.post, case)
    deed.post.tell(deed.me.id, LOG, {CASE: str(case.id)})


def _show(deed: Deed) -> None:
    """Once more, with the buttons that fit how it stands."""
    case = for_helper(deed.on, deed.me, deed.id(CASE))
    if case is None or case.state == "closed":
        return
    if case.coach_id == deed.me.id:
        deed.post.tell(deed.me.id, TAKEN, {CASE: str(case.id)})
    elif case.state == "open":
        call(deed.on, deed.post, case, deed.me.id)
    else:
        deed.post.tell(deed.me.id, GONE, {CASE: str(case.id)})


def _log(deed: Deed) -> None:
    """How the talk was, by who had it; the person whom it is about reads what was agreed."""
    case, minutes = for_helper(deed.on, deed.me, deed.id(CASE)), deed.id("minutes").removeprefix("m")
    if case is None or case.coach_id != deed.me.id or case.state != "closed" or not minutes.isdecimal():
        return
    talk = NewTalk(
        person_id=case.person_id,
        coach_id=deed.me.id,
        kind=case.way if case.way in ("chat", "visit") else "call",
        minutes=min(int(minutes), LONGEST),
        at=deed.on.now,
        agreed=deed.words("agreed"),
        next_on=date.fromisoformat(deed.id("next")) if deed.id("next") else None,
    )
    id = deed.on.unit.talks.add(talk)
    if talk.agreed or talk.next_on:
        deed.post.tell(case.person_id, NOTED, {"talk": str(id)})


def _case(ask: Ask) -> Mapping[str, str] | None:
    """What a helper may know of it: who, how and when; never why."""
    case = for_helper(ask.on, ask.me, ask.about)
    if case is None:
        return None
    on, words = ask.on, ask.on.library.words.circle.cases
    own = on.unit.circle.coach_of(case.person_id) or ""
    asked = on.unit.cases.asked(case.id)
    before = next((one for one in reversed(asked) if one != ask.me.id), "")
    talk = on.unit.cases.talk_of(ask.me.id)
    names = on.unit.people.names([case.person_id, own, before, case.coach_id or "", talk.person_id if talk else ""])
    facts = {
        "name": names.get(case.person_id, ""),
        "state": _state(case, ask.me),
        "way": case.way,
        "go": _go(case, ask.me, talk),
        "chat": _chat(ask, case, talk),
        "wish": words.ways.get(case.way, ""),
        "more": f"{words.moments.get(case.moment, '')} {_why(case, asked, names.get(before, ''), words.why)}".strip(),
        "coach": names.get(case.coach_id or "", ""),
        "busy": names.get(talk.person_id, "") if talk is not None and talk.id != case.id else "",
        "since": saying.since(on, case.opened_at),
        "urgent": "yes" if case.urgent else "",
    }
    return {key: fact for key, fact in facts.items() if fact}


def _state(case: Case, me: PersonRow) -> str:
    """How it stands for me: open, mine, talking (I do), other, closed."""
    if case.state in ("open", "closed"):
        return case.state
    if case.coach_id != me.id:
        return "other"
    if not case.answered:
        return "open"
    return "talking" if case.state == "talking" else "mine"


def _go(case: Case, me: PersonRow, talk: Case | None) -> str:
    """The same, when it would be taken: `busy` for who talks with somebody else."""
    stands = _state(case, me)
    return "busy" if stands == "open" and case.way == "chat" and talk is not None and talk.id != case.id else stands


def _chat(ask: Ask, case: Case, talk: Case | None) -> str:
    """Whether this helper can begin a talk in the chat: yes, busy (talks already), cannot (the other does not)."""
    if case.coach_id != ask.me.id or case.state != "claimed":
        return ""
    if talk is not None:
        return "busy"
    person = ask.on.unit.people.by_ids([case.person_id])[case.person_id]
    return "yes" if person.status == "active" else "cannot"


def _why(case: Case, asked: Sequence[str], before: str, words: Mapping[str, str]) -> str:
    """Why this helper hears of it (again), in a sentence."""
    if case.state != "open" or (case.stage not in ("reminded", "later") and not before):
        return ""
    return words.get(case.stage, "").format(before=before)


def _others(on: Setting, me: PersonRow, case: Case) -> list[Entry]:
    """Whom it can be passed on to: helpers who are there now."""
    person = on.unit.people.by_ids([case.person_id])[case.person_id]
    found = helpers.coaches(on, person, on.now, but=(me.id,))
    return entries(on, [*found, *helpers.leads(on, person, but=(me.id, *found))])


def _to_pass(ask: Ask) -> Sequence[Entry]:
    case = for_helper(ask.on, ask.me, ask.about)
    return _others(ask.on, ask.me, case) if case is not None else ()


PART = Part(
    lists={"other-helpers": _to_pass},
    views={"case": _case},
    deeds={
        "claim_case": _claim,
        "pass_case": _pass,
        "delay_case": _delay,
        "close_case": _close,
        "show_case": _show,
        "log_case": _log,
    },
)
