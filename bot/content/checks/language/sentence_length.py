"""A sentence that is too long to keep in mind."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists

FAILS = 15
WARNS = 12


def sentence_length(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """A sentence has at most 15 words, and better no more than 12."""
    for read in reads:
        longest = max((len(sentence.words) for sentence in read.sentences), default=0)
        if longest > FAILS:
            yield read.part.problem(f"sentence of {longest} words, at most {FAILS}")
        elif longest > WARNS:
            yield read.part.problem(f"sentence of {longest} words, better at most {WARNS}", "warn")
