"""A successor of a step that never left."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem


def living_replaced(draft: Draft) -> Iterator[Problem]:
    """`replaces` names a step that is gone, and only one step replaces it."""
    for flow in draft.flows.values():
        living = {step.id for step in flow.steps}
        heirs: dict[str, str] = {}
        for step in flow.steps:
            for old in step.replaces:
                if old in living:
                    yield at(flow, step, f"replaces '{old}', which is still a step of this flow")
                elif heirs.setdefault(old, step.id) != step.id:
                    yield at(flow, step, f"replaces '{old}', as step '{heirs[old]}' does")
