"""The conversation cards of buddies: open questions, and small things to do together."""

from typing import Literal

from pydantic import Field

from bot.content.models.base import Frozen, Slug, Text

CardSort = Literal["talk", "do"]


class TalkCard(Frozen):
    """One card: a question to `talk` about, or something to `do`."""

    id: Slug
    sort: CardSort
    text: Text


class TalkCards(Frozen):
    """The deck, in the order in which the cards come."""

    cards: tuple[TalkCard, ...] = Field(default=(), max_length=200)

    def card(self, id: str) -> TalkCard | None:
        """The card with this id."""
        return next((one for one in self.cards if one.id == id), None)

    def of(self, sort: CardSort) -> tuple[TalkCard, ...]:
        """The cards of this sort."""
        return tuple(one for one in self.cards if one.sort == sort)
