"""A word of letters and offices."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.checks.wording import named
from bot.content.plain.lists import Lists


def formal_word(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """No formal words, and no phrases for which one small word will do."""
    for read in reads:
        for word in named(read, lists.formal):
            yield read.part.problem(f"formal: '{word}'; say '{lists.formal[word]}'")
