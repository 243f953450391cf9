"""A verb that was made into a noun."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.grammar import nominals
from bot.content.plain.lists import Lists


def nominalisation(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """Say who does it, with a verb."""
    for read in reads:
        for sentence in read.sentences:
            for noun in nominals(sentence, lists):
                yield read.part.problem(f"'{noun} van': say it with a verb", "warn")
