"""Two designs, kinds or texts of cards with one name."""

from collections import Counter
from collections.abc import Iterator

from bot.content.checks.draft import CARDS_FILE, Draft
from bot.content.checks.problem import Problem


def double_card(draft: Draft) -> Iterator[Problem]:
    """The id of a design, of a kind and of a text stands once among its like."""
    cards = draft.cards
    for what, all_of_it in (("designs", cards.designs), ("kinds", cards.kinds), ("texts", cards.texts)):
        for name, times in Counter(one.id for one in all_of_it).items():
            if times > 1:
                yield Problem(CARDS_FILE, name, f"{times} {what} have this id")
