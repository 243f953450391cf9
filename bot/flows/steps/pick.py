"""A question whose options come from the person's own state."""

from bot.content.models.flow import Course
from bot.content.models.steps import PickStep, TextStep
from bot.flows.session import Choice, Frame
from bot.flows.walk import Again, Heard, Into, Move, Outcome, Wait, Walk

SHOWN = 8
"""How many options are offered: more do not fit a phone."""
WIDTH = 24
"""Characters on a button."""


def enter(walk: Walk, step: PickStep) -> Outcome:
    """Asks, or says that there is nothing to choose from."""
    found = _courses(walk) if step.source == "courses" else _answers(walk)
    if not found:
        walk.say(walk.fill(step.empty), step=step.id)
        return Move(step.skip_to or step.next)
    choices = [*found[:SHOWN], Choice(step.skip, "skip", step.skip_to or step.next, role="skip")]
    walk.say(walk.wording(step), ask=walk.ask(choices), step=step.id)
    return Wait()


def answer(walk: Walk, step: PickStep, heard: Heard) -> Outcome:
    """Goes into the course, or back to the one step whose answer is to be changed."""
    if heard.choice is None:
        return Again("not_understood")
    if heard.choice.role == "skip":
        return Move(heard.choice.next)
    if step.source == "answers":
        flow, _, at = heard.choice.value.partition("/")
        return Into((Frame(flow, at, lone=True),))
    return _open_course(walk, heard.choice.value)


def _courses(walk: Walk) -> list[Choice]:
    done = walk.session.finished
    return [
        Choice(f"✓ {course.short}" if course.id in done else course.short, course.id) for course in walk.library.courses
    ]


def _answers(walk: Walk) -> list[Choice]:
    """The newest answers in own words whose question still exists."""
    found = []
    for where, one in sorted(walk.session.answers.items(), key=lambda pair: pair[1].at, reverse=True):
        flow = where.partition("/")[0]
        if isinstance(walk.library.graph.get((flow, one.step)), TextStep):
            label = " ".join(one.shown.split())
            short = label if len(label) <= WIDTH else label[: WIDTH - 1].rstrip() + "…"
            found.append(Choice(short, f"{flow}/{one.step}"))
    return found


def _open_course(walk: Walk, course: str) -> Outcome:
    """Leaves what lies open at its bookmark, and goes on where this course was left."""
    walk.bookmark()
    flow = walk.library.flows.get(course)
    if not isinstance(flow, Course):
        return Move(None)
    at = walk.session.bookmarks.get(course, flow.steps[0].id)
    walk.session.frames = ()
    return Into((Frame(course, at),))
