"""A word that shouts."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists
from bot.content.plain.rare import COMMON, zipf
from bot.content.plain.text import ROMAN


def stressed_capitals(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """No word in capitals for stress."""
    for read in reads:
        for word in read.words:
            known = word.text in lists.abbreviations or ROMAN.fullmatch(word.text)
            if word.loud and not known and zipf(word.lower) >= COMMON:
                yield read.part.problem(f"capitals for stress: {word.text}")
