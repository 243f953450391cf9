"""The cards that colleagues send: the designs to choose from, and ready texts in kinds."""

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

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """The id and the title of every design and every kind."""
        return tuple((one.id, one.title) for ones in (self.designs, self.kinds) for one in ones)

    @property
    def texts(self) -> tuple[CardText, ...]:
        """The texts of all kinds."""
        return tuple(text for kind in self.kinds for text in kind.texts)
