"""Texts cut into sentences once, for all checks of plain Dutch."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.content.checks.problem import Problem
from bot.content.checks.spoken import Part, Said, beside, parts
from bot.content.plain.lists import Lists
from bot.content.plain.text import Sentence, Word, sentences

FEW = 4
"""A text of so few words is measured by its words alone."""


@dataclass(frozen=True)
class Read:
    """A text with its sentences."""

    part: Part
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> Iterator[Word]:
        """All words of the text."""
        return (word for sentence in self.sentences for word in sentence.words)

    @property
    def short(self) -> bool:
        """Whether there is too little text for an average to mean anything."""
        return sum(1 for _ in self.words) <= FEW


Check = Callable[[Sequence[Read], Lists], Iterable[Problem]]


def reads(said: Said) -> list[Read]:
    """Everything that a person reads: what is said, buttons, and the texts of pages."""
    return [Read(part, tuple(sentences(part.text))) for part in (*parts(said), *beside(said))]


def by_file(read: Sequence[Read]) -> dict[str, list[Read]]:
    """File -> its own texts, without the simpler versions and the buttons."""
    found: dict[str, list[Read]] = {}
    for each in read:
        if not each.part.simpler and each.part.kind != "label":
            found.setdefault(each.part.file, []).append(each)
    return found
