"""A text that speaks past the reader."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.checks.wording import named
from bot.content.plain.lists import Lists


def distant_address(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """We speak to one person, as people at work do, and name who does it."""
    for read in reads:
        for word in named(read, lists.never):
            yield read.part.problem(f"'{word}': say {lists.never[word]}")
