"""A picture that says nothing to who cannot see it."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft
from bot.content.checks.problem import Problem


def missing_alt(draft: Draft) -> Iterator[Problem]:
    """Every picture says in words what it shows."""
    for picture in draft.pictures.values():
        if not picture.alt:
            yield Problem(f"pictures/{picture.id}.yaml", None, "'alt' is missing")
