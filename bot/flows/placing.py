"""Where in a lesson somebody stands, as the bar above the chat shows it."""

from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.content.models.step_base import SpokenStep
from bot.flows.session import Session
from bot.messages import Place


def place(library: Library, session: Session) -> Place | None:
    """None outside a course."""
    top = session.top
    course = library.flows.get(top.flow) if top else None
    if top is None or not isinstance(course, Course):
        return None
    at = course.lesson_of.get(top.step, 0)
    lesson = course.lessons[at]
    ids = [step.id for step in lesson.steps]
    # What says nothing is no place: else a lesson that ends with a call would never be full.
    told = [isinstance(step, SpokenStep) for step in lesson.steps]
    done = sum(told[: ids.index(top.step)]) if top.step in ids else 0
    return Place(course.id, lesson.title, at + 1, len(course.lessons), done, sum(told))
