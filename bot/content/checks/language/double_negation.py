"""Two times no that the reader must turn into yes."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.grammar import piled_negations
from bot.content.plain.lists import Lists


def double_negation(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """A clause has at most one negation."""
    for read in reads:
        for sentence in read.sentences:
            found = piled_negations(sentence, lists)
            if found is not None:
                yield read.part.problem(f"double negation: {found}", "warn")
