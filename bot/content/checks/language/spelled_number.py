"""A figure in words."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.checks.wording import named
from bot.content.plain.lists import Lists


def spelled_number(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """Figures are written with digits."""
    for read in reads:
        for word in named(read, lists.numbers):
            yield read.part.problem(f"'{word}': write {lists.numbers[word]}", "warn")
