"""An answer that is used and that nobody ever gave."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.keys import ALWAYS, saved, used
from bot.content.checks.problem import Problem
from bot.content.models.flow import Flow
from bot.content.models.steps import KeepStep


def unsaved_key(draft: Draft) -> Iterator[Problem]:
    """A key of `when`, `share` or a placeholder is saved by a step of the same flow, or always known."""
    papers = {f"has_{step.paper}" for _, step in draft.steps() if isinstance(step, KeepStep)}
    for flow, step in draft.steps():
        opened_with = {flow.about} if isinstance(flow, Flow) and flow.about is not None else set()
        known = saved(flow).keys() | ALWAYS | papers | opened_with
        for where, key in used(step):
            if key not in known:
                yield at(flow, step, f"{where} uses '{key}', which no step of this flow saves")
