"""A second word for the same thing."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.checks.wording import named
from bot.content.plain.lists import Lists


def synonym(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """One word for one thing, everywhere."""
    for read in reads:
        for ours, others in lists.synonyms.items():
            for word in named(read, others):
                yield read.part.problem(f"'{word}': our word is '{ours}'")
