"""A film that the studio does not know."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.steps import VideoStep


def unknown_film(draft: Draft) -> Iterator[Problem]:
    """A video step must name a film."""
    for flow, step in draft.steps():
        if isinstance(step, VideoStep) and step.film not in draft.films:
            yield at(flow, step, f"film '{step.film}' does not exist")
