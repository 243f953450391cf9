"""A sentence that hides who does what."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.grammar import passives
from bot.content.plain.lists import Lists


def passive(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """The passive is rare, and never stands twice in a sentence."""
    for read in reads:
        for sentence in read.sentences:
            found = passives(sentence, lists)
            if found:
                yield read.part.problem(f"passive: {', '.join(found)}", "fail" if len(found) > 1 else "warn")
