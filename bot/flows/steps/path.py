"""The path with the places of the courses, as far as this person came."""

from bot.content.models.flow import Course
from bot.content.models.steps import PathStep
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.walk import Walk

OPEN, BEGUN, DONE = "0", "1", "2"
PLACES = 7
PREFIX = "pad-"
"""The picture of a path is called after it: `pad-`, and for each course in the advised order how far it is."""
EMPTY = PREFIX + OPEN * PLACES
"""The path of who has not begun."""


def enter(walk: Walk, step: PathStep) -> Outcome:
    """Shows it, and waits when there is a button."""
    ask = walk.ask([Choice(step.button, "on", step.next)]) if step.button else None
    state = progress(walk)
    walk.say(walk.wording(step), kind="picture", media=name(walk, state), alt=alt(walk, state), ask=ask, step=step.id)
    return Wait() if ask else Move(step.next)


def answer(walk: Walk, step: PathStep, heard: Heard) -> Outcome:
    """Any press goes on."""
    return Move(step.next) if heard.choice else Again("press_please")


def progress(walk: Walk) -> dict[str, str]:
    """Course -> how far it is; a course that is done once stays done."""
    return {course.id: _how_far(walk, course) for course in walk.library.courses}


def name(walk: Walk, state: dict[str, str]) -> str:
    """The name of the picture; a course that the content does not have is open."""
    by_number = {course.number: state[course.id] for course in walk.library.courses}
    return PREFIX + "".join(by_number.get(number, OPEN) for number in range(1, PLACES + 1))


def alt(walk: Walk, state: dict[str, str]) -> str:
    """What the picture shows, in words."""
    words = walk.library.words
    parts = [words.path.alt]
    for what, sentence in ((DONE, words.path.done), (BEGUN, words.path.begun)):
        courses = [course.short for course in walk.library.courses if state[course.id] == what]
        if courses:
            parts.append(sentence.replace("{courses}", words.listed(courses)))
    return " ".join(parts if len(parts) > 1 else [*parts, words.path.open])


def _how_far(walk: Walk, course: Course) -> str:
    session = walk.session
    if course.id in session.finished:
        return DONE
    lies_open = any(frame.flow == course.id for frame in session.frames)
    learned = any(mark.startswith(f"{course.id}/") for mark in session.lessons)
    return BEGUN if lies_open or learned or course.id in session.bookmarks else OPEN
