"""A sentence that has sentences inside."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.grammar import clauses
from bot.content.plain.lists import Lists

MOST = 2


def subordinate_clauses(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """A sentence has at most 2 subordinate clauses, and better one."""
    for read in reads:
        most = max((clauses(sentence, lists) for sentence in read.sentences), default=0)
        if most > MOST:
            yield read.part.problem(f"{most} subordinate clauses in a sentence, at most {MOST}")
        elif most == MOST:
            yield read.part.problem(f"{most} subordinate clauses in a sentence, better 1", "warn")
