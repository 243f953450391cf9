"""Two papers with one name."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.steps import KeepStep


def double_paper(draft: Draft) -> Iterator[Problem]:
    """A paper is made by one step."""
    first: dict[str, str] = {}
    for flow, step in draft.steps():
        if isinstance(step, KeepStep):
            place = f"step '{step.id}' of '{flow.id}'"
            if first.setdefault(step.paper, place) != place:
                yield at(flow, step, f"keeps the paper '{step.paper}', as {first[step.paper]} does")
