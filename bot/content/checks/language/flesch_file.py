"""A file that is hard to read as a whole."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read, by_file
from bot.content.plain.flesch import flesch
from bot.content.plain.lists import Lists

WARNS = 78


def flesch_file(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """A file has a Flesch-Douma of 78 or more."""
    for file, own in by_file(reads).items():
        sentences = [sentence for read in own if not read.short for sentence in read.sentences]
        ease = flesch(sentences)
        if ease < WARNS:
            yield Problem(file, None, f"Flesch-Douma {ease:.0f} for the whole file, better at least {WARNS}", "warn")
