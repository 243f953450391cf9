"""A word that is hard to read for its length."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists
from bot.content.plain.rare import VERY_COMMON, zipf

FAILS = 5


def long_word(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """A word of 5 or more syllables is very common or in the glossary."""
    for read in reads:
        for word in read.words:
            if not word.written or word.syllables < FAILS or word.lower in lists.glossary:
                continue
            if zipf(word.lower) < VERY_COMMON:
                yield read.part.problem(f"'{word.lower}' has {word.syllables} syllables")
