"""Two courses in one place of the advised order."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, file_of
from bot.content.checks.problem import Problem
from bot.content.models.flow import Course


def double_number(draft: Draft) -> Iterator[Problem]:
    """The number of a course is its own."""
    first: dict[int, str] = {}
    for flow in draft.flows.values():
        if isinstance(flow, Course) and first.setdefault(flow.number, flow.id) != flow.id:
            yield Problem(file_of(flow), None, f"number {flow.number} is taken by '{first[flow.number]}'")
