"""A step that nobody can ever see."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem


def unreachable_step(draft: Draft) -> Iterator[Problem]:
    """A road must lead from the first step of a flow to each of its steps."""
    for flow in draft.flows.values():
        roads = draft.maps[flow.id]
        for step in flow.steps:
            if roads.whole and step.id not in roads.reached:
                yield at(flow, step, "no road leads here")
