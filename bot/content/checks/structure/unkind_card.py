"""A card that touches on health, or that presses somebody to return."""

import re
from collections.abc import Iterator

from bot.content.checks.draft import CARDS_FILE, Draft
from bot.content.checks.problem import Problem


def unkind_card(draft: Draft) -> Iterator[Problem]:
    """No ready text and no title holds what stands under `never`."""
    cards = draft.cards
    for name, text in (*((one.id, one.text) for one in cards.texts), *cards.titles):
        for phrase in cards.never:
            if _pattern(phrase).search(text):
                yield Problem(CARDS_FILE, name, f"a card never says '{phrase}'")


def _pattern(phrase: str) -> re.Pattern[str]:
    """The phrase as whole words, whatever the capitals and the spaces between; ~ stands for any ending."""
    words = r"\s+".join(re.escape(word).replace("\\~", "~").replace("~", r"\w*") for word in phrase.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
