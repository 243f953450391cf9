"""A text that is too long for a card, or a title that a phone would cut off."""

from collections.abc import Iterator

from bot.content.checks.draft import CARDS_FILE, Draft
from bot.content.checks.problem import Problem

TEXT = 160
TITLE = 24


def long_card(draft: Draft) -> Iterator[Problem]:
    """A ready text has at most 160 characters, a title at most 24."""
    for text in draft.cards.texts:
        if len(text.text) > TEXT:
            yield Problem(CARDS_FILE, text.id, f"{len(text.text)} characters, at most {TEXT}")
    for name, title in draft.cards.titles:
        if len(title) > TITLE:
            yield Problem(CARDS_FILE, name, f"title '{title}' has {len(title)} characters, at most {TITLE}")
