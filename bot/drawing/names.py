"""Where the names under a card stand: in rows, a little askew, in the largest hand with which all fit."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from bot.drawing.letters import WRITTEN, clusters
from bot.drawing.setting import STEPS, Ruler

HANDS = (60, 56, 52, 48, 45, 42, 39, 36, 33, 30, 27, 24, 21, 18, 15, 12, 9)
"""Sizes in pixels."""
SMALLEST_WHOLE = 27
"""A name that is still too wide in this size is cut short."""
CUT = "\u2026"
TURNS = (-2.0, 1.6, -1.0, 2.4, -1.8, 1.2, -2.4)
"""How far each name stands askew, in degrees."""
RISE = 0.16
"""How far the ends of a name rise by that at most, in shares of its size: long names stand straighter."""
ROW, BETWEEN = 1.26, 0.7
"""From row to row, and between two names, in shares of the size."""


@dataclass(frozen=True)
class Name:
    """One name around its middle, in pixels from the upper left corner of all names together."""

    text: str
    x: float
    y: float
    wide: float
    turn: float


@dataclass(frozen=True)
class Signed:
    """All names, in one size; `high` is how much room they take."""

    names: tuple[Name, ...]
    size: int
    high: float


def sign(names: Sequence[str], box: tuple[float, float]) -> Signed:
    """The names in the largest hand with which they fit into a box (width and height in pixels)."""
    given = [name for name in names if name]
    wide, high = box
    ruler = Ruler(WRITTEN)
    for size in HANDS:
        short = [_short(name, size, wide, ruler) for name in given]
        rows = _rows(short, size, wide, ruler)
        if rows is not None and len(rows) * ROW * size <= high:
            even = _evened(short, rows, size, wide, ruler)
            return Signed(tuple(_placed(even, size, wide, ruler)), size, len(rows) * ROW * size)
    raise ValueError("there are too many names to be set")


def _short(name: str, size: int, wide: float, ruler: Ruler) -> str:
    if size > SMALLEST_WHOLE or ruler.width(name, size) <= wide:
        return name
    signs = clusters(name)
    kept = bisect_right(range(len(signs)), wide, key=lambda at: ruler.width("".join(signs[:at]) + CUT, size))
    return "".join(signs[: kept - 1]) + CUT


def _rows(names: Sequence[str], size: int, wide: float, ruler: Ruler) -> list[list[str]] | None:
    """The names over rows; None when one of them is wider than a row."""
    rows: list[list[str]] = []
    used = 0.0
    for name in names:
        own = ruler.width(name, size)
        if own > wide:
            return None
        if rows and used + BETWEEN * size + own <= wide:
            rows[-1].append(name)
            used += BETWEEN * size + own
        else:
            rows.append([name])
            used = own
    return rows


def _evened(names: Sequence[str], rows: list[list[str]], size: int, wide: float, ruler: Ruler) -> list[list[str]]:
    """As many rows, as narrow as they go, so that nobody stands alone on the last one."""
    best = rows
    for step in range(1, STEPS // 2):
        tried = _rows(names, size, wide * (1 - step / STEPS), ruler)
        if tried is None or len(tried) > len(rows):
            break
        best = tried
    return best


def _placed(rows: Sequence[Sequence[str]], size: int, wide: float, ruler: Ruler) -> list[Name]:
    placed: list[Name] = []
    turns = cycle(TURNS)
    for number, row in enumerate(rows):
        widths = [ruler.width(name, size) for name in row]
        x = (wide - sum(widths) - BETWEEN * size * (len(row) - 1)) / 2
        for name, own in zip(row, widths, strict=True):
            steepest = math.degrees(math.asin(min(1.0, 2 * RISE * size / max(own, 1))))
            turn = next(turns)
            placed.append(
                Name(name, x + own / 2, (number + 0.5) * ROW * size, own, math.copysign(min(abs(turn), steepest), turn))
            )
            x += own + BETWEEN * size
    return placed
