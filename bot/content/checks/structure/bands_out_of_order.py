"""Bands of a scale that hide one another."""

from collections.abc import Iterator
from itertools import pairwise

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.steps import ScaleStep


def bands_out_of_order(draft: Draft) -> Iterator[Problem]:
    """Each band of a scale reaches further than the one before it."""
    for flow, step in draft.steps():
        if isinstance(step, ScaleStep):
            for low, high in pairwise(step.bands):
                if high.up_to <= low.up_to:
                    yield at(flow, step, f"band {high.up_to} stands after band {low.up_to}")
