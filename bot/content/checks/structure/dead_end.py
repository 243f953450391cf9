"""A part of a flow from which nobody can get out."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.graph import waits
from bot.content.checks.problem import Problem
from bot.content.models.steps import CallStep


def dead_end(draft: Draft) -> Iterator[Problem]:
    """From every step a road must lead to the end of its flow; a loop without a question is told as that."""
    for flow in draft.flows.values():
        roads = draft.maps[flow.id]
        stuck = [step for step in flow.steps if step.id in roads.reached - roads.ending]
        if roads.whole and any(waits(step) or isinstance(step, CallStep) for step in stuck):
            yield at(flow, stuck[0], "dead end: from here no road leads to the end of the flow")
