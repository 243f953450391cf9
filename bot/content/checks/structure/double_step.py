"""Two steps with one name."""

from collections import Counter
from collections.abc import Iterator

from bot.content.checks.draft import Draft, file_of
from bot.content.checks.problem import Problem


def double_step(draft: Draft) -> Iterator[Problem]:
    """The id of a step stands once in its flow."""
    for flow in draft.flows.values():
        for name, times in Counter(step.id for step in flow.steps).items():
            if times > 1:
                yield Problem(file_of(flow), name, f"{times} steps have this id")
