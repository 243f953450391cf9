"""A conversation card that touches on health, or on going back to work: buddies are there for something else."""

from collections.abc import Iterator

from bot.content.checks.draft import TALK_CARDS_FILE, Draft
from bot.content.checks.problem import Problem


def unkind_talk_card(draft: Draft) -> Iterator[Problem]:
    """No conversation card holds what the cards of colleagues never say."""
    for one in draft.talk_cards.cards:
        phrase = draft.cards.says_never(one.text)
        if phrase is not None:
            yield Problem(TALK_CARDS_FILE, one.id, f"a card never says '{phrase}'")
