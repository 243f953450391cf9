"""A talk between two humans: it begins, words go both ways, and it is handed back to the coach program."""

from datetime import datetime
from itertools import takewhile

from bot.circle import helpers
from bot.circle.case import CASE, NEWS, QUIET, TAKEN, close, for_helper
from bot.circle.parts import Deed, Due, Part, Post, Setting
from bot.content.models.library import Library
from bot.flows.session import Session
from bot.messages import Outbound
from bot.storage.cases import Case

OVER, SILENT, LOST = "praat-klaar", "praat-stil", "praat-voorbij"
"""What is opened after a talk: for the person, also when it ended by itself, and for who still typed."""
STOPPED, LOG = "coach-gestopt", "coach-terug"
"""For a coach who was left, and the coach's log."""
SINCE = "since"


def begin(on: Setting, post: Post, case: Case) -> bool:
    """From now on both talk with each other; False when one of them cannot now."""
    coach = post.session(case.coach_id) if case.coach_id else None
    person = post.session(case.person_id)
    if coach is None or person is None or not _can_talk(on, person) or on.unit.cases.talk_of(coach.person):
        return False
    if not on.unit.cases.begin(case.id, coach.person):
        return False
    names = on.unit.people.names([coach.person, person.person])
    for one, other in ((person, coach), (coach, person)):
        one.relay, one.relay_name = str(case.id), names[other.person]
        one.relay_doubt = one is person and one.asked is not None and one.asked.free
        one.asked, one.state = None, "active"
    for one in (person, coach):
        flow = _flow(on.library, one)
        if flow is not None:
            post.tell(one.person, flow, {})
    _listen(on, post, case)
    return True


def _can_talk(on: Setting, person: Session) -> bool:
    """Whether this person agreed, is here, and is not being helped in a crisis at this very moment."""
    top = person.top
    flow = on.library.flows.get(top.flow) if top else None
    in_crisis = flow is not None and flow.duty == "crisis"
    return person.consent is not None and person.state not in ("stopped", "erased") and not in_crisis


def _flow(library: Library, session: Session) -> str | None:
    return library.starts.get((session.facts.get("role") or "employee", "talk"))


def _relay(deed: Deed) -> None:
    """From one side to the other; who talks with whom is looked up anew for each message."""
    mine = deed.post.session(deed.me.id)
    case = _talk_in(deed.on, deed.me.id, mine.relay) if mine is not None else None
    other = _other(deed, case) if case is not None else None
    if other is None:
        _lost(deed)
        return
    name = deed.on.unit.people.names([deed.me.id])[deed.me.id]
    deed.post.say(other.person, Outbound(text=deed.words("text"), who=name, duty="crisis"))


def _talk_in(on: Setting, me: str, relay: str) -> Case | None:
    """The talk of this person, as long as it goes on and its coach is a coach."""
    case = on.unit.cases.talking(int(relay)) if relay.isdecimal() else None
    if case is None or case.coach_id is None or me not in (case.person_id, case.coach_id):
        return None
    return case if helpers.helps(on, case.coach_id) else None


def _other(deed: Deed, case: Case) -> Session | None:
    """Who is on the other side of it; None for who went away meanwhile."""
    other = case.coach_id if deed.me.id == case.person_id else case.person_id
    session = deed.post.session(other) if other else None
    return session if session is not None and session.relay == str(case.id) else None


def _lost(deed: Deed) -> None:
    """The talk was over when these words came; they went nowhere, and that is said."""
    session = deed.post.session(deed.me.id)
    if session is not None:
        _clear(deed.on.library, session)
    deed.post.tell(deed.me.id, LOST, {})


def _clear(library: Library, session: Session) -> None:
    """Puts someone back where they were before the talk."""
    flow = _flow(library, session)
    session.relay = session.relay_name = ""
    kept = tuple(takewhile(lambda one: one.flow != flow, session.frames))
    if len(kept) < len(session.frames):
        session.frames, session.asked = kept, None


def _hand_back(deed: Deed) -> None:
    """One of the two ends it. What the engine knew of the talk was cleared in that same turn."""
    cases = deed.on.unit.cases
    case = cases.talk_of(deed.me.id)
    if case is not None:
        after = _ended(deed.on, deed.post, case)
        give_back(deed.on, deed.post, case)
        deed.post.tell(deed.me.id, after, {CASE: str(case.id)})
        return
    case = cases.open_of(deed.me.id)
    if case is not None and case.state == "talking":
        free_coach(deed.on, deed.post, case, _ended(deed.on, deed.post, case))


def _ended(on: Setting, post: Post, case: Case) -> str:
    """What the coach sees next. A chat is not the call or the visit that was asked for: that is still to be done."""
    if case.way in ("call", "visit"):
        on.unit.cases.pause(case.id)
        return TAKEN
    close(on, post, case)
    return LOG


def give_back(on: Setting, post: Post, case: Case, flow: str = OVER) -> None:
    """Lets the coach program go on with this person where it was; help in a crisis that goes on is not disturbed."""
    if not cut_off(on, post, case):
        return
    session = post.session(case.person_id)
    duty = session is not None and session.top is not None and on.library.flows[session.top.flow].duty == "crisis"
    post.tell(case.person_id, NEWS if duty else flow, {CASE: str(case.id)})


def free_coach(on: Setting, post: Post, case: Case, after: str = LOG) -> None:
    """Tells the coach that the other ended it, and asks for the log, or shows what is still to be done."""
    session = post.session(case.coach_id) if case.coach_id else None
    if session is None or session.relay != str(case.id):
        return
    _clear(on.library, session)
    post.tell(session.person, STOPPED, {CASE: str(case.id)})
    post.tell(session.person, after, {CASE: str(case.id)})


def cut_off(on: Setting, post: Post, case: Case) -> bool:
    """Ends the talk on the side of the person; False when there was none."""
    session = post.session(case.person_id)
    if session is None or session.relay != str(case.id):
        return False
    _clear(on.library, session)
    return True


def _start(deed: Deed) -> None:
    """A coach who has it begins to talk; when that cannot be now, the coach sees it again with its other ways."""
    case = for_helper(deed.on, deed.me, deed.id(CASE))
    if case is None or case.coach_id != deed.me.id or case.state != "claimed":
        return
    if not begin(deed.on, deed.post, case):
        deed.post.tell(deed.me.id, TAKEN, {CASE: str(case.id)})


def _listen(on: Setting, post: Post, case: Case) -> None:
    """Looks after a while whether anything is still said."""
    given = {CASE: str(case.id), SINCE: on.now.isoformat()}
    post.do_later(case.person_id, QUIET, given, on.now + on.terms.talk_ends_after)


def _quiet(due: Due) -> None:
    """Nobody says anything any more. Who never answered at all gets another chance; else it is handed back."""
    on, post = due.on, due.post
    case = _talk_in(on, due.person.id, due.given.get(CASE, ""))
    person = post.session(due.person.id)
    coach = post.session(case.coach_id) if case is not None and case.coach_id else None
    if case is None or person is None or coach is None:
        return
    last = max(one.seen or case.opened_at for one in (person, coach))
    if on.now - last < on.terms.talk_ends_after:
        post.do_later(due.person.id, QUIET, dict(due.given), last + on.terms.talk_ends_after)
        return
    since = due.given.get(SINCE)
    answered = person.seen is not None and since is not None and person.seen >= datetime.fromisoformat(since)
    if answered:
        close(on, post, case)
    else:
        on.unit.cases.pause(case.id)
    give_back(on, post, case, SILENT)
    _clear(on.library, coach)
    post.tell(coach.person, STOPPED, {CASE: str(case.id)})
    post.tell(coach.person, LOG if answered else TAKEN, {CASE: str(case.id)})


def _leave(deed: Deed) -> None:
    """Who stops, or goes for good, ends the talk for both."""
    case = deed.on.unit.cases.open_of(deed.me.id)
    if case is not None and case.state == "talking":
        close(deed.on, deed.post, case)
        free_coach(deed.on, deed.post, case)
    case = deed.on.unit.cases.talk_of(deed.me.id)
    if case is not None:
        close(deed.on, deed.post, case)
        give_back(deed.on, deed.post, case)


PART = Part(
    deeds={"relay": _relay, "hand_back": _hand_back, "start_talk": _start},
    timed={QUIET: _quiet},
    leaving=(_leave,),
)
