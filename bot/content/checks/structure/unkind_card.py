"""A card that touches on health, or that presses somebody to return."""

from collections.abc import Iterator

from bot.content.checks.draft import CARDS_FILE, Draft
from bot.content.checks.problem import Problem


def unkind_card(draft: Draft) -> Iterator[Problem]:
    """No ready text and no title holds what stands under `never`."""
    cards = draft.cards
    for name, text in (*((one.id, one.text) for one in cards.texts), *cards.titles):
        phrase = cards.says_never(text)
        if phrase is not None:
            yield Problem(CARDS_FILE, name, f"a card never says '{phrase}'")
