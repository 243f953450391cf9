"""Two conversation cards with one name."""

from collections import Counter
from collections.abc import Iterator

from bot.content.checks.draft import TALK_CARDS_FILE, Draft
from bot.content.checks.problem import Problem


def double_talk_card(draft: Draft) -> Iterator[Problem]:
    """The id of a conversation card stands once."""
    for name, times in Counter(one.id for one in draft.talk_cards.cards).items():
        if times > 1:
            yield Problem(TALK_CARDS_FILE, name, f"{times} cards have this id")
