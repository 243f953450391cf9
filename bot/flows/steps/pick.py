"""A question whose options come from the person's own state."""

from bot.content.models.flow import Course
from bot.content.models.steps import DateStep, PickStep, TextStep
from bot.flows import papers
from bot.flows.outcomes import Again, Heard, Into, Move, Outcome, Wait
from bot.flows.session import Choice, Frame
from bot.flows.steps.choice import short
from bot.flows.walk import Walk

SHOWN = 8
"""How many options are offered: more do not fit a phone."""


def enter(walk: Walk, step: PickStep) -> Outcome:
    """Asks, or says that there is nothing to choose from."""
    found = _found(walk, step)
    if not found:
        walk.say(walk.fill(step.empty), step=step.id)
        return Move(step.skip_to or step.next)
    choices = [*found[:SHOWN], Choice(step.skip, "skip", step.skip_to or step.next, role="skip")]
    walk.say(walk.wording(step), ask=walk.ask(choices), step=step.id)
    return Wait()


def answer(walk: Walk, step: PickStep, heard: Heard) -> Outcome:
    """Goes into the course, back to the one step whose answer is to be changed, ticks a task off or takes it away."""
    if heard.choice is None:
        return Again("not_understood")
    if heard.choice.role == "skip":
        return Move(heard.choice.next)
    if step.source == "courses":
        return _open_course(walk, heard.choice.value)
    if step.source == "tasks":
        walk.session.ticked = (*walk.session.ticked, heard.choice.value)
        return Move(step.next)
    if step.source == "unwanted":
        papers.drop(walk, heard.choice.value)
        return Move(step.next)
    if step.source == "papers":
        walk.say(papers.text(walk, heard.choice.value), kind="quote", step=step.id)
        return Move(step.next)
    flow, _, at = heard.choice.value.partition("/")
    return Into((Frame(flow, at, lone=True),))


def _found(walk: Walk, step: PickStep) -> list[Choice]:
    match step.source:
        case "courses":
            return _courses(walk)
        case "answers":
            return _answers(walk, step.flow)
        case "tasks" | "unwanted":
            return [Choice(short(what), key, step.next) for key, what in papers.open_tasks(walk, step.paper)]
        case "papers":
            known = [one for one in walk.session.papers if one in walk.library.papers]
            return [Choice(short(walk.library.papers[one][1].title), one, step.next) for one in known]


def _courses(walk: Walk) -> list[Choice]:
    """In the order that coach and person agreed on; without one in the advised order."""
    done = walk.session.finished
    agreed = walk.session.facts.get("order", "").split(",")
    place = {course: at for at, course in enumerate(agreed)}
    courses = sorted(walk.library.courses, key=lambda course: (place.get(course.id, len(place)), course.number))
    return [Choice(f"✓ {one.short}" if one.id in done else one.short, one.id) for one in courses]


def _answers(walk: Walk, only: str | None) -> list[Choice]:
    """The newest answers in own words (of one flow) whose question still exists."""
    found = []
    for where, one in sorted(walk.session.answers.items(), key=lambda pair: pair[1].at, reverse=True):
        flow = where.partition("/")[0]
        step = walk.library.graph.get((flow, one.step))
        if isinstance(step, TextStep | DateStep) and only in (None, flow):
            found.append(Choice(short(one.shown), f"{flow}/{one.step}"))
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
