"""A sentence in too many pieces."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists

MOST = 2


def commas(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """A sentence has at most 2 commas."""
    for read in reads:
        most = max((sentence.text.count(",") for sentence in read.sentences), default=0)
        if most > MOST:
            yield read.part.problem(f"{most} commas in a sentence, at most {MOST}", "warn")
