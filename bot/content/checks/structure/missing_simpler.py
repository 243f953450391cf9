"""A message that 'Leg uit' cannot explain."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.step_base import SpokenStep


def missing_simpler(draft: Draft) -> Iterator[Problem]:
    """Every message has a simpler version."""
    for flow, step in draft.steps():
        if isinstance(step, SpokenStep) and step.simpler is None:
            yield at(flow, step, "'simpler' is missing")
