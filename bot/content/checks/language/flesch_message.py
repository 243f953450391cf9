"""A message that is hard to read."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.flesch import flesch
from bot.content.plain.lists import Lists

FAILS = 65
WARNS = 75
SIMPLER = 90


def flesch_message(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """A message has a Flesch-Douma of 65 or more, better 75, and its simpler version 90."""
    for read in reads:
        if read.part.kind == "label" or (read.short and not read.part.simpler):
            continue
        ease = flesch(read.sentences)
        better = SIMPLER if read.part.simpler else WARNS
        if ease < FAILS:
            yield read.part.problem(f"Flesch-Douma {ease:.0f}, at least {FAILS}")
        elif ease < better:
            yield read.part.problem(f"Flesch-Douma {ease:.0f}, better at least {better}", "warn")
