"""The cards that colleagues send: the designs to choose from, and ready texts in kinds."""

import re
from functools import cached_property

from bot.content.models.base import Frozen, Label, Slug, Text


class CardDesign(Frozen):
    """One design, by the picture of its front; the alt text comes with the picture."""

    id: Slug
    picture: Slug
    title: Label


class CardText(Frozen):
    """A ready text."""

    id: Slug
    text: Text


class CardKind(Frozen):
    """Texts of one kind, such as thanks; `title` is what somebody chooses by."""

    id: Slug
    title: Label
    texts: tuple[CardText, ...]


MOST_CHARACTERS = 300
"""What fits on a card."""


class Cards(Frozen):
    """Designs and texts, the most loved first.

    `never` holds what a card may not say: it must not touch on health nor press to return. A word ending in ~ stands
    for any ending.
    """

    designs: tuple[CardDesign, ...] = ()
    kinds: tuple[CardKind, ...] = ()
    never: tuple[Text, ...] = ()

    def design(self, id: str) -> CardDesign | None:
        """The design with this id."""
        return next((one for one in self.designs if one.id == id), None)

    def says_never(self, text: str) -> str | None:
        """What stands under `never` and in this text; None when the text is fit for a card."""
        return next((one for one, pattern in self._never if pattern.search(text)), None)

    @cached_property
    def _never(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((one, _pattern(one)) for one in self.never)

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """The id and the title of every design and every kind."""
        return tuple((one.id, one.title) for ones in (self.designs, self.kinds) for one in ones)

    @property
    def texts(self) -> tuple[CardText, ...]:
        """The texts of all kinds."""
        return tuple(text for kind in self.kinds for text in kind.texts)


def _pattern(phrase: str) -> re.Pattern[str]:
    """The phrase as whole words, whatever the capitals and the spaces between; ~ stands for any ending."""
    words = r"\s+".join(re.escape(word).replace("\\~", "~").replace("~", r"\w*") for word in phrase.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
