"""A flow that does not exist."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.steps import CallStep, PickStep


def unknown_flow(draft: Draft) -> Iterator[Problem]:
    """`flow` of a call, or of answers to pick from, must name a flow or a course."""
    for flow, step in draft.steps():
        named = step.flow if isinstance(step, CallStep | PickStep) else None
        if named is not None and named not in draft.flows and named not in draft.unread:
            yield at(flow, step, f"names the flow '{named}', which does not exist")
