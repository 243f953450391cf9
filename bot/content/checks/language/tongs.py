"""A sentence of which the reader must wait for the verb or the noun."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain import grammar
from bot.content.plain.lists import Lists


def tongs(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """What belongs together stands together."""
    for read in reads:
        for sentence in read.sentences:
            opening = grammar.tongs(sentence, lists)
            if opening is not None:
                yield read.part.problem(f"too much between '{opening}' and what belongs to it")
