"""A question that is lost under the words after it."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft
from bot.content.checks.problem import Problem
from bot.content.checks.quotes import without_quotes
from bot.content.checks.spoken import parts


def question_not_last(draft: Draft) -> Iterator[Problem]:
    """The question is the last sentence of its bubble."""
    for part in parts(draft):
        _, mark, rest = without_quotes(part.text).rpartition("?")
        if part.kind == "bubble" and mark and any(letter.isalnum() for letter in rest):
            yield part.problem("the question does not stand last")
