"""Finds the phrases of many rules in a row of words in one pass."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.safety.normal import STOP, turned, words

GAP = "*"
WIDEST = 3
"""Words that one `*` may stand for."""
START = 3
"""Letters that a word with any ending is found by; such a word has at least as many."""
_MORE = "q"
"""Stands for the ending that may follow, so that the rules for the last letters of a word do not apply."""
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LONG = 7
"""Letters from which a word may hold one typing error."""


class Token(NamedTuple):
    """A word of a phrase; with `open` any ending may follow."""

    text: str
    open: bool


class Phrase(NamedTuple):
    """A compiled phrase, and whose it is."""

    owner: int
    unless: bool
    rest: tuple[Token, ...]


class Match(NamedTuple):
    """The words from `start` up to `end` are a phrase of `owner`."""

    owner: int
    unless: bool
    start: int
    end: int


class Phrases:
    """All phrases, found by their first word."""

    def __init__(self, phrases: Iterable[tuple[int, bool, str]]) -> None:
        self._pairs: dict[tuple[str, str], list[Phrase]] = {}
        self._whole: dict[str, list[Phrase]] = {}
        self._open: dict[str, list[tuple[str, Phrase]]] = {}
        self._near: dict[tuple[str, int], set[str]] = {}
        self._near_open: dict[str, set[str]] = {}
        self._known: set[str] = set()
        for owner, unless, text in phrases:
            for spelling in product(*(_spellings(part) for part in text.split())):
                self._add(owner, unless, [token for part in spelling for token in part])

    def _add(self, owner: int, unless: bool, flat: list[Token]) -> None:
        for at in turned([token.text for token in flat]):
            flat[at - 1], flat[at] = flat[at], flat[at - 1]
        first, phrase = flat[0], Phrase(owner, unless, tuple(flat[1:]))
        if first.open:
            self._open.setdefault(first.text[:START], []).append((first.text, phrase))
        elif len(flat) > 1 and not flat[1].open and flat[1].text != GAP:
            self._pairs.setdefault((first.text, flat[1].text), []).append(phrase)
        else:
            self._whole.setdefault(first.text, []).append(phrase)
        for text, is_open in flat:
            self._known.add(text)
            if len(text) >= LONG and is_open:
                self._near_open.setdefault(text[:2], set()).add(text)
            elif len(text) >= LONG:
                self._near.setdefault((text[0], len(text)), set()).add(text)

    def find(self, row: Sequence[str]) -> Iterator[Match]:
        """All matches in a row of words (see `normal.words`)."""
        row = [word if len(word) < LONG or word in self._known else self._mended(word) for word in row]
        for at, word in enumerate(row):
            then = row[at + 1] if at + 1 < len(row) else ""
            starting = [*self._whole.get(word, ()), *self._pairs.get((word, then), ())]
            if word[:START] in self._open:
                starting += (one for text, one in self._open[word[:START]] if word.startswith(text))
            for phrase in starting:
                end = _end(row, at + 1, phrase.rest)
                if end:
                    yield Match(phrase.owner, phrase.unless, at, end)

    def _mended(self, word: str) -> str:
        """The word of a rule from which a long word differs by one typing error; else the word itself."""
        stems = self._near_open.get(word[:2], ())
        if any(word.startswith(stem) for stem in stems):
            return word
        for stem in stems:
            if _near(word[: len(stem) + 1], stem) or _near(word[: len(stem)], stem):
                return stem
        for length in (len(word), len(word) - 1, len(word) + 1):
            for text in self._near.get((word[0], length), ()):
                if _near(word, text):
                    return text
        return word


def _near(word: str, text: str) -> bool:
    """Whether one letter was left out, typed twice or swapped with the next, or its neighbour key was hit.

    Any other letter in the place of one mostly makes another word ('overleven', 'overgeven').
    """
    if abs(len(word) - len(text)) > 1 or OSA.distance(word, text, score_cutoff=1) > 1:
        return False
    wrong = [pair for pair in zip(word, text, strict=False) if pair[0] != pair[1]]
    if len(word) != len(text) or len(wrong) != 1:
        return True
    typed, meant = wrong[0]
    return len(text) > LONG and any(typed + meant in row or meant + typed in row for row in _KEYS)


@cache
def _spellings(part: str) -> tuple[tuple[Token, ...], ...]:
    """One word of a phrase as tokens; before another ending it may be spelt otherwise than at the end."""
    if part == GAP:
        return ((Token(GAP, False),),)
    whole = words(part.removesuffix("~"))
    if not part.endswith("~"):
        return (tuple(Token(word, False) for word in whole),)
    inner = words(f"{part[:-1]}{_MORE}")
    inner[-1] = inner[-1].removesuffix(_MORE)
    both = [whole] if whole == inner else [whole, inner]
    return tuple((*(Token(word, False) for word in one[:-1]), Token(one[-1], True)) for one in both)


def _end(row: Sequence[str], at: int, rest: tuple[Token, ...]) -> int:
    """Where the rest of a phrase ends when it stands in the row from `at`; 0 when it does not."""
    for place, (text, is_open) in enumerate(rest):
        if text == GAP:
            return _after_gap(row, at, rest[place + 1 :])
        if at >= len(row) or not (row[at].startswith(text) if is_open else row[at] == text):
            return 0
        at += 1
    return at


def _after_gap(row: Sequence[str], at: int, rest: tuple[Token, ...]) -> int:
    for width in range(1, WIDEST + 1):
        if at + width > len(row) or row[at + width - 1] == STOP:
            return 0
        end = _end(row, at + width, rest)
        if end:
            return end
    return 0
