"""A bubble that is too long to read at once."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft
from bot.content.checks.problem import Problem
from bot.content.checks.spoken import parts

FAILS = 60
WARNS = 45


def long_text(draft: Draft) -> Iterator[Problem]:
    """A text has at most 60 words, and better no more than 45."""
    for part in parts(draft):
        words = sum(any(letter.isalnum() for letter in word) for word in part.text.split())
        if words > FAILS:
            yield part.problem(f"{words} words, at most {FAILS}")
        elif words > WARNS:
            yield part.problem(f"{words} words, better at most {WARNS}", "warn")
