"""A figure in letters."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists
from bot.content.plain.text import ROMAN


def roman_numeral(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """No Roman numerals."""
    for read in reads:
        for word in read.words:
            if ROMAN.fullmatch(word.text):
                yield read.part.problem(f"Roman numeral: {word.text}")
