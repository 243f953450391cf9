"""Two lessons with one name."""

from collections import Counter
from collections.abc import Iterator

from bot.content.checks.draft import Draft, file_of
from bot.content.checks.problem import Problem
from bot.content.models.flow import Course


def double_lesson(draft: Draft) -> Iterator[Problem]:
    """The id of a lesson stands once in its course."""
    for flow in draft.flows.values():
        lessons = flow.lessons if isinstance(flow, Course) else ()
        for name, times in Counter(lesson.id for lesson in lessons).items():
            if times > 1:
                yield Problem(file_of(flow), None, f"{times} lessons have the id '{name}'")
