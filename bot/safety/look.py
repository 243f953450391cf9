"""What free text tells about danger, about health, and about numbers that must not be kept."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from bot.content.models.signals import Signal, SignalKind
from bot.safety import number
from bot.safety.normal import TIMES, words
from bot.safety.phrases import Match, Phrases

Crisis = Literal["certain", "doubtful"]

BACK = 3
"""Messages in a row over which a sentence may be spread."""


class Seen(Struct, frozen=True):
    """What stands in a text: words of crisis, words about health, a citizen service number."""

    crisis: Crisis | None = None
    medical: bool = False
    number: bool = False


class Watch:
    """The rules of the content, compiled once. A look keeps nothing of the text."""

    def __init__(self, signals: Iterable[Signal]) -> None:
        self._signals = tuple(signals)
        self._phrases = _compiled(self._signals)

    def look(self, text: str) -> Seen:
        """What stands in one message."""
        kinds = self._kinds(words(text), after=0)
        return Seen(_crisis(kinds), "medical" in kinds, number.has_number(text))

    def look_back(self, texts: Sequence[str]) -> Crisis | None:
        """A crisis sentence that ends in the last of up to three messages, oldest first."""
        rows = [words(text) for text in texts[-BACK:]]
        earlier = sum(len(row) for row in rows[:-1])
        return _crisis(self._kinds([word for row in rows for word in row], after=earlier))

    def is_medical(self, text: str) -> bool:
        """Whether a message tells about health."""
        return "medical" in self._kinds(words(text), after=0)

    def found(self, text: str) -> set[str]:
        """The ids of the rules that the text meets."""
        return {self._signals[owner].id for owner in self._owners(words(text), after=0)}

    def mask(self, text: str) -> str:
        """The text without the digits of a citizen service number."""
        return number.mask(text)

    def _kinds(self, row: list[str], *, after: int) -> set[SignalKind]:
        return {self._signals[owner].kind for owner in self._owners(row, after=after)}

    def _owners(self, row: list[str], *, after: int) -> set[int]:
        """The rules that are met beyond `after`; what is certain is so whenever it is to happen."""
        owners = self._met(row, after)
        bare = [word for word in row if word not in TIMES]
        if len(bare) < len(row):
            earlier = sum(word not in TIMES for word in row[:after])
            owners |= {one for one in self._met(bare, earlier) if self._signals[one].kind == "crisis-certain"}
        return owners

    def _met(self, row: list[str], after: int) -> set[int]:
        """The rules of which a phrase ends beyond `after` and is not taken back by an `unless` across it."""
        matches = list(self._phrases.find(row))
        back = [match for match in matches if match.unless]
        return {
            match.owner
            for match in matches
            if not match.unless and match.end > after and not any(_cancels(one, match) for one in back)
        }


def _cancels(back: Match, match: Match) -> bool:
    return back.owner == match.owner and back.start < match.end and match.start < back.end


def _crisis(kinds: set[SignalKind]) -> Crisis | None:
    if "crisis-certain" in kinds:
        return "certain"
    return "doubtful" if "crisis-doubtful" in kinds else None


@lru_cache(maxsize=4)
def _compiled(signals: tuple[Signal, ...]) -> Phrases:
    """The phrases of these rules; a conversation that is made anew with the same rules finds them ready."""
    return Phrases(
        (owner, unless, phrase)
        for owner, signal in enumerate(signals)
        for unless, group in ((False, signal.phrases), (True, signal.unless))
        for phrase in group
    )
