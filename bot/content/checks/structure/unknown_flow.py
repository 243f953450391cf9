"""A flow that does not exist."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.circle_steps import NoticeStep
from bot.content.models.steps import CallStep, PickStep, Step


def unknown_flow(draft: Draft) -> Iterator[Problem]:
    """`flow` of a call, of answers to pick from, or of a standing button, must name a flow or a course."""
    for flow, step in draft.steps():
        for named in _named(step):
            if named not in draft.flows and named not in draft.unread:
                yield at(flow, step, f"names the flow '{named}', which does not exist")


def _named(step: Step) -> Iterator[str]:
    if isinstance(step, NoticeStep):
        yield from (button.flow for button in step.buttons)
    elif isinstance(step, CallStep | PickStep) and step.flow is not None:
        yield step.flow
