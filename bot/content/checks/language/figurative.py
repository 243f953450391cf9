"""Speech that means something else than it says."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.checks.wording import named
from bot.content.plain.lists import Lists


def figurative(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """Say what you mean."""
    for read in reads:
        for phrase in named(read, lists.figurative):
            yield read.part.problem(f"figurative: '{phrase}'", "warn")
