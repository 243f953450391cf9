"""A sheet of cards, two beside each other: on each a small scene and the words for it."""

from typing import Any

import skia

from bot.content.models.film import Cast, Panel, Still
from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.fonts import width
from bot.studio.stage import Showing

COLUMNS, GAP, ROUND = 2, 20, 26
LETTERS, LINE, WEIGHT = 35, 40, 750
FOOT = 98
"""How high the words of a card are, in pixels: two lines."""
LEAST = 4
"""From so many panels on a picture is a sheet of cards."""


def draw(canvas: Any, picture: Still, cast: Cast) -> None:
    """Draws all cards, row by row; they share the height of the picture."""
    wide, high = picture.size
    rows = -(-len(picture.panels) // COLUMNS)
    across, down = (wide - GAP * (COLUMNS + 1)) // COLUMNS, (high - GAP * (rows + 1)) // rows
    for index, panel in enumerate(picture.panels):
        left, top = GAP + index % COLUMNS * (across + GAP), GAP + index // COLUMNS * (down + GAP)
        with Brush(canvas).moved(left, top) as own:
            _card(own, panel, cast, (across, down))


def _card(brush: Brush, panel: Panel, cast: Cast, size: tuple[int, int]) -> None:
    wide, high = size
    brush.fill(g.box(0, 5, wide, high, round_=ROUND), "#16303A", 0.14)
    card = g.box(0, 0, wide, high, round_=ROUND)
    brush.fill(card, "white")
    canvas = brush.canvas
    canvas.save()
    canvas.clipPath(card, doAntiAlias=True)
    canvas.clipRect(skia.Rect.MakeWH(wide, high - FOOT))
    Showing(panel, cast, (wide, high - FOOT)).paint(canvas, 0.8)
    canvas.restore()
    lines = broken(panel.label or "", wide - 24)
    first = high - FOOT / 2 + 12 - (len(lines) - 1) * LINE / 2
    for at, line in enumerate(lines):
        brush.word(line, (wide / 2, first + at * LINE), LETTERS, weight=WEIGHT)


def broken(words: str, most: float) -> list[str]:
    """The words on one line, or on two that are as alike as can be."""
    parts = words.split()
    if width(words, LETTERS, WEIGHT) <= most or len(parts) < 2:
        return [words]
    ways = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    return list(min(ways, key=lambda way: max(width(line, LETTERS, WEIGHT) for line in way)))
