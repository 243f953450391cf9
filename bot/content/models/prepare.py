"""What helps a coach before a talk: a card for each factor, the golden balance, and what to do with resistance."""

from pydantic import Field

from bot.content.models.base import Frozen, Label, Slug, Text
from bot.content.models.step_base import Factor


class FactorCard(Frozen):
    """Open questions that fit a factor that is low, and one technique. Without `factor`: for every talk."""

    factor: Factor | None = None
    questions: tuple[Text, ...] = Field(min_length=2)
    technique: Text


class Balance(Frozen):
    """The golden balance: both are needed in a talk. First `bond`, and from there `challenge`."""

    bond: Text
    challenge: Text


class Need(Frozen):
    """A basic need that is under pressure when somebody resists.

    `signs` is what one sees, `do` what helps, and `say` a sentence to say; `title` goes on a button.
    """

    id: Slug
    title: Label
    signs: Text
    do: Text
    say: Text


class Prepare(Frozen):
    """All of it."""

    cards: tuple[FactorCard, ...]
    balance: Balance
    needs: tuple[Need, ...]

    def card(self, factor: str | None) -> FactorCard | None:
        """The card of this factor; without one that of every talk."""
        return next((one for one in self.cards if one.factor == factor), None)

    def need(self, id: str) -> Need | None:
        """The need with this id."""
        return next((one for one in self.needs if one.id == id), None)

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """The place and the words of everything in it that is read."""
        cards = [
            (f"{card.factor or 'talk'}.{name}", text)
            for card in self.cards
            for name, text in (
                *((f"question-{at}", one) for at, one in enumerate(card.questions, start=1)),
                ("technique", card.technique),
            )
        ]
        needs = [
            (f"{need.id}.{name}", text)
            for need in self.needs
            for name, text in (("signs", need.signs), ("do", need.do), ("say", need.say))
        ]
        return (*cards, ("balance.bond", self.balance.bond), ("balance.challenge", self.balance.challenge), *needs)
