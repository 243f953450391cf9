"""Sets a text in a box: breaks it into lines and finds the largest letters with which all of it fits."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pyphen
from PIL import ImageDraw

from bot.drawing.letters import Run, backward, clusters, face, runs

SIZES = (60, 56, 52, 48, 45, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 5, 4, 3)
"""Pixels, on a card of 900 wide; what people write on a card hardly ever needs less than 30."""
WHOLE = 36
"""Down to this size a long word makes the letters smaller; from here on it is broken at a syllable."""
BROKEN = 20
"""From this size on a word is broken anywhere: it has no syllables, such as a link."""
LEADING = 1.3
"""From line to line, in shares of the size."""
FEW, COSTS = 4, 0.86
"""A text of so few lines gets a line for each sentence, if its letters stay at least this share of their size."""
_SENTENCE = re.compile(r"(?<=[.!?\u2026]) +")
SHORTEST = 3
"""Letters on either side of a hyphen."""
MARGIN = 6
"""Pixels by which a line may come out wider than its words together."""
SOME_SIZE, SLACK = 40, 1.1
"""Words are measured in one size to pass over all letters in which they would never fit."""
STEPS = 40
"""How finely the lines are made even: in this many parts of the width."""


@dataclass(frozen=True)
class Set:
    """Lines that fit, in letters of `size` pixels; `high` is the height of all."""

    lines: tuple[str, ...]
    size: int
    high: float


@dataclass(frozen=True)
class Ruler:
    """Measures lines in one face, and remembers while one text is set: the words of people are not kept longer."""

    path: Path
    known: dict[tuple[str, int], float] = field(default_factory=dict)

    def line(self, words: Sequence[str], size: int) -> float:
        """How wide words with spaces between them are, to a pixel or two."""
        return sum(self.width(word, size) for word in words) + self.width(" ", size) * max(0, len(words) - 1)

    def width(self, text: str, size: int) -> float:
        """How wide a piece of text is in pixels, with all that sticks out of its letters."""
        found = self.known.get((text, size))
        if found is None:
            found = self.known[text, size] = self._measured(text, size)
        return found

    def _measured(self, text: str, size: int) -> float:
        left, right, at = 0.0, 0.0, 0.0
        for run in _ordered(text, self.path):
            font = face(run.face, size)
            box = font.getbbox(run.text, direction=_way(run), anchor="ls")
            left, right = min(left, at + box[0]), max(right, at + box[2])
            at += font.getlength(run.text, direction=_way(run))
        return max(right, at) - left


def fit(text: str, ruler: Ruler, box: tuple[float, float]) -> Set:
    """The text in the largest letters with which it fits into a box (width and height in pixels).

    A short text gets a line for each sentence where that costs little in size: that reads best.
    """
    found = _largest(text, ruler, box)
    sentences = _SENTENCE.sub("\n", text)
    if len(found.lines) > FEW or sentences == text:
        return found
    apart = _largest(sentences, ruler, box)
    return apart if len(apart.lines) <= FEW and apart.size >= found.size * COSTS else found


def _largest(text: str, ruler: Ruler, box: tuple[float, float]) -> Set:
    wide, high = box[0] - MARGIN, box[1]
    area = ruler.line(text.split(), SOME_SIZE) / SOME_SIZE * LEADING
    for size in SIZES:
        if size * size * area > high * wide * SLACK:
            continue
        lines = _wrap(text, ruler, size, wide)
        if lines is None or len(lines) * LEADING * size > high:
            continue
        even = _evened(text, ruler, size, wide, lines)
        return Set(tuple(even), size, len(lines) * LEADING * size)
    raise ValueError("the text is too long to be set")


def write(pen: ImageDraw.ImageDraw, text: str, at: tuple[float, float], path: Path, size: int) -> None:
    """Writes one line from its left end on its baseline, in full ink on a mask."""
    x, y = at
    ordered = _ordered(text, path)
    for run in ordered[:1]:
        x -= min(0, face(run.face, size).getbbox(run.text, direction=_way(run), anchor="ls")[0])
    for run in ordered:
        font = face(run.face, size)
        pen.text((x, y), run.text, 255, font, anchor="ls", direction=_way(run))
        x += font.getlength(run.text, direction=_way(run))


def _ordered(text: str, path: Path) -> Sequence[Run]:
    found = runs(text, path)
    return found[::-1] if backward(text) else found


def _way(run: Run) -> str:
    return "rtl" if run.backward else "ltr"


def _wrap(text: str, ruler: Ruler, size: int, wide: float) -> list[str] | None:
    """The lines at this size; None when a word is wider than the box and may not be broken yet."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line: list[str] = []
        for word in paragraph.split():
            if ruler.line([*line, word], size) <= wide:
                line.append(word)
                continue
            pieces = [word] if ruler.width(word, size) <= wide else _pieces(word, ruler, size, wide)
            if pieces is None:
                return None
            lines += [one for one in (" ".join(line), *pieces[:-1]) if one]
            line = pieces[-1:]
        lines.append(" ".join(line))
    return lines


def _pieces(word: str, ruler: Ruler, size: int, wide: float) -> list[str] | None:
    """A word that is wider than the box, in pieces that are not; None while the letters can be made smaller."""
    if size > WHOLE:
        return None
    pieces, rest = [], word
    while ruler.width(rest, size) > wide:
        ways = list(_breaks(rest) if size > BROKEN else _anywhere(rest))
        fitting = bisect_right(ways, wide, key=lambda way: ruler.width(way[0], size))
        if not fitting:
            return None
        head, rest = ways[fitting - 1]
        pieces.append(head)
    return [*pieces, rest]


def _breaks(word: str) -> Iterator[tuple[str, str]]:
    for at in _syllables().positions(word):
        if SHORTEST <= at <= len(word) - SHORTEST:
            yield f"{word[:at]}-", word[at:]


def _anywhere(word: str) -> Iterator[tuple[str, str]]:
    signs = clusters(word)
    for at in range(1, len(signs)):
        yield "".join(signs[:at]), "".join(signs[at:])


def _evened(text: str, ruler: Ruler, size: int, wide: float, lines: list[str]) -> list[str]:
    """The same number of lines, as narrow as they go, so that no word is left alone on the last one."""
    words, best = set(text.split()), lines
    for step in range(1, STEPS // 2):
        narrower = wide * (1 - step / STEPS)
        if any(ruler.width(word, size) > narrower for word in words):
            break
        tried = _wrap(text, ruler, size, narrower)
        if tried is None or len(tried) > len(lines):
            break
        best = tried
    return best


@lru_cache(maxsize=1)
def _syllables() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL")
