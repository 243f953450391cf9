"""A paper that nobody ever makes."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.steps import KeepStep, PickStep, ShareStep, ShowStep


def unknown_paper(draft: Draft) -> Iterator[Problem]:
    """A paper that is shown, shared or picked from is kept by a step; a share names a paper or answers."""
    kept = {step.paper for _, step in draft.steps() if isinstance(step, KeepStep)}
    for flow, step in draft.steps():
        if isinstance(step, ShowStep | ShareStep | PickStep) and step.paper is not None and step.paper not in kept:
            yield at(flow, step, f"uses the paper '{step.paper}', which no step keeps")
        if isinstance(step, ShareStep) and step.paper is None and not step.keys:
            yield at(flow, step, "shares nothing: give it 'keys' or a 'paper'")
