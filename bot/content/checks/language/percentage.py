"""A share that must be worked out."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists


def percentage(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """No percentages: 1 in 4 people can be pictured."""
    for read in reads:
        if "%" in read.part.text or any(word.lower in ("procent", "percentage") for word in read.words):
            yield read.part.problem("percentage; say how many of how many")
