"""A bubble that asks two things at once."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft
from bot.content.checks.problem import Problem
from bot.content.checks.quotes import without_quotes
from bot.content.checks.spoken import parts


def two_questions(draft: Draft) -> Iterator[Problem]:
    """One bubble asks at most one question; what somebody else asks between quotes does not count."""
    for part in parts(draft):
        if part.kind == "bubble" and without_quotes(part.text).count("?") > 1:
            yield part.problem("two questions in one bubble")
