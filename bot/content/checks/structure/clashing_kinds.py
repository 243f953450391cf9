"""One key with answers of two kinds."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.keys import saved
from bot.content.checks.problem import Problem


def clashing_kinds(draft: Draft) -> Iterator[Problem]:
    """Steps of one flow that save the same key are of the same kind."""
    for flow in draft.flows.values():
        for key, steps in saved(flow).items():
            for step in steps[1:]:
                if step.kind != steps[0].kind:
                    first = f"'{steps[0].id}' saves it as {steps[0].kind}"
                    yield at(flow, step, f"saves '{key}' as {step.kind}, but step {first}")
