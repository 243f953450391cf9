"""Moving through the content: entering steps until one waits, going into flows and coming back."""

from bot.content.models.flow import Course
from bot.content.models.step_base import END
from bot.content.models.steps import Step
from bot.errors import FlowLoopError
from bot.flows.effects import Progressed
from bot.flows.outcomes import Heard, Into, Leave, Move, Outcome, Wait
from bot.flows.session import Choice, Frame
from bot.flows.steps.registry import KINDS
from bot.flows.walk import Walk

TRAIL = 30
"""How many questions 'Terug' can go back."""
FAR = 200
"""Steps without a question after which the content must be going round."""
HOME = "menu"
WELCOME = "welkom"
AFTER = "na-cursus"
"""The flow that comes once a course is done, wherever it was opened."""


def into(walk: Walk, flow: str, at: str | None = None) -> None:
    """Goes into a flow at its first step, or at `at` when it has that, on top of what is there."""
    walk.forget(flow)
    first = walk.library.flows[flow].steps[0].id
    step = at if at and (flow, at) in walk.library.graph else first
    follow(walk, Into((Frame(flow, step),)))


def answer(walk: Walk, heard: Heard) -> Outcome:
    """Lets the step that is open read the answer."""
    step = walk.step_here()
    if step is None:
        return Move(None)
    outcome: Outcome = KINDS[step.kind].answer(walk, step, heard)
    return outcome


def follow(walk: Walk, outcome: Outcome) -> None:
    """Goes on from an outcome until something waits for the person."""
    for _ in range(FAR):
        if isinstance(outcome, Wait):
            return
        if isinstance(outcome, Leave):
            _leave(walk, outcome)
            return
        outcome = _advance(walk, outcome)
    raise FlowLoopError(flow=walk.frame().flow, step=walk.frame().step)


def _leave(walk: Walk, outcome: Leave) -> None:
    """Leaves everything at its bookmark."""
    drop(walk)
    talk = talk_flow(walk)
    if talk is not None:
        into(walk, talk)
    elif outcome.home:
        home(walk)
    elif outcome.offer:
        offer_resume(walk, "stopped_silence")


def drop(walk: Walk) -> None:
    """Forgets what was open, except where each course was left."""
    walk.bookmark()
    walk.session.frames = ()
    walk.session.asked = None
    walk.session.trail = ()
    walk.session.said = ()


def home(walk: Walk) -> None:
    """Nothing is open any more: the menu, or for who stopped the way to begin again."""
    talk = talk_flow(walk)
    if talk is not None:
        into(walk, talk)
    elif walk.session.state == "stopped":
        offer_resume(walk, "stopped_silence")
    elif walk.session.consent is None:
        into(walk, walk.library.starts.get((walk.role, "welcome"), WELCOME))
    else:
        into(walk, walk.library.starts.get((walk.role, "home"), HOME))


def talk_flow(walk: Walk) -> str | None:
    """The flow that lies open while this person talks with a human; None when they do not."""
    return walk.library.starts.get((walk.role, "talk")) if walk.session.relay else None


def offer_resume(walk: Walk, reply: str) -> None:
    """Leaves one button with which the person can go on or begin again."""
    ask = walk.ask([Choice(walk.library.words.buttons.resume, "resume")], house=True)
    walk.reply(reply, ask)


def ask_again(walk: Walk) -> None:
    """Says the open step once more, or shows the menu when nothing is open."""
    if walk.session.top is None:
        home(walk)
        return
    follow(walk, enter(walk))


def enter(walk: Walk) -> Outcome:
    """Enters the step that the top frame stands at; a step that went from the content begins its flow anew."""
    step = walk.step_here()
    top = walk.frame()
    if step is None:
        flow = walk.library.flows.get(top.flow)
        if flow is None:
            return Leave(home=True)
        step = flow.steps[0]
    walk.at(step.id)
    if not walk.fits(step.when):
        return Move(None)
    spoken = (top.flow, step.id)
    if step.kind not in ("call", "do") and spoken not in walk.session.said:
        walk.session.said = (*walk.session.said, spoken)
    outcome: Outcome = KINDS[step.kind].enter(walk, step)
    return outcome


def _advance(walk: Walk, outcome: Outcome) -> Outcome:
    session = walk.session
    if isinstance(outcome, Into):
        session.frames = (*session.frames, *outcome.frames)
        return enter(walk)
    if not session.frames:
        home(walk)
        return Wait()
    top = walk.frame()
    if top.lone:
        return _pop(walk, again=True)
    target = _target(walk, outcome.to if isinstance(outcome, Move) else None)
    _count(walk, top, target)
    if target is None and isinstance(walk.library.flows.get(top.flow), Course) and AFTER in walk.library.flows:
        # It is called when the course was: what called the course goes on after it.
        after = Frame(AFTER, walk.library.flows[AFTER].steps[0].id, called=top.called)
        session.frames = (*session.frames[:-1], after)
        return enter(walk)
    if target is None:
        return _pop(walk, again=not top.called)
    walk.at(target)
    return enter(walk)


def _target(walk: Walk, to: str | None) -> str | None:
    """The step to go to; None when the flow is over."""
    top = walk.frame()
    if to == END:
        return None
    if to is not None and (top.flow, to) in walk.library.graph:
        return to
    return walk.library.following.get((top.flow, top.step))


def _pop(walk: Walk, *, again: bool) -> Outcome:
    """The flow is over: on with the step below, or that step's question again."""
    walk.session.frames = walk.session.frames[:-1]
    if walk.floor and len(walk.session.frames) < walk.floor:
        # It only told something: what was asked before stays as it stands on the person's screen.
        return Wait()
    if not walk.session.frames:
        home(walk)
        return Wait()
    if again:
        return enter(walk)
    step = walk.step_here()
    return Move(step.next if step is not None else None)


def _count(walk: Walk, top: Frame, target: str | None) -> None:
    """Keeps which lessons and courses were finished; skipping back and forth counts once."""
    course = walk.library.flows.get(top.flow)
    if not isinstance(course, Course):
        return
    here = course.lesson_of.get(top.step, 0)
    there = course.lesson_of.get(target, 0) if target else len(course.lessons)
    for at in range(here, there):
        mark = f"{course.id}/{course.lessons[at].id}"
        if mark not in walk.session.lessons:
            walk.session.lessons = (*walk.session.lessons, mark)
            walk.effects.append(Progressed(course.id, course.lessons[at].id))
    if target is None:
        walk.session.bookmarks.pop(course.id, None)
        if course.id not in walk.session.finished:
            walk.effects.append(Progressed(course.id, ""))
        walk.session.finished[course.id] = walk.now


def stands(walk: Walk) -> tuple[str, str]:
    """(flow, step) of the course that lies open, else of what is on top."""
    frames = [one for one in walk.session.frames if not one.lone]
    courses = [one for one in frames if isinstance(walk.library.flows.get(one.flow), Course)]
    last = (courses or frames)[-1:]
    return (last[0].flow, last[0].step) if last else ("", "")


def go_back(walk: Walk) -> bool:
    """Stands again at the question before; False when there is none."""
    if not walk.session.trail:
        return False
    walk.session.frames = walk.session.trail[-1]
    walk.session.trail = walk.session.trail[:-1]
    walk.session.misses = 0
    walk.session.said = ()
    follow(walk, enter(walk))
    return True


def skip(walk: Walk, step: Step) -> bool:
    """Goes past the open step; False when it must be answered."""
    if getattr(step, "required", False):
        return False
    before = walk.session.frames
    walk.session.trail = (*walk.session.trail, before)[-TRAIL:]
    walk.session.said = ()
    walk.session.asked = None
    walk.session.misses = 0
    follow(walk, Move(getattr(step, "skip_to", None) or step.next))
    return True
