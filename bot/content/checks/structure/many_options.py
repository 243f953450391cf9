"""More to choose from than a tired person can weigh."""

from collections import Counter
from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.labels import labels
from bot.content.checks.problem import Problem

MOST = 4


def many_options(draft: Draft) -> Iterator[Problem]:
    """A question has at most 4 answers or ideas to press, besides its way out."""
    for flow, step in draft.steps():
        count = Counter[str](role for role, _ in labels(step))
        for role, what in (("option", "options"), ("pile", "piles"), ("idea", "ideas")):
            if count[role] > MOST:
                yield at(flow, step, f"{count[role]} {what}, at most {MOST}")
