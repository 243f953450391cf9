"""The card itself: a sheet of paper on a table, and the ink that never covers it quite evenly."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.palette import PAPER, argb, mix

SIZE = (900, 1200)
SHEET = (34, 30, 832, 1134)
"""The paper on the table: left, top, width and height."""
FIELD = (72, 68, 756, 640)
"""Where a motif is printed; what lies below it stays free for the text."""
LIGHT_FROM = (-0.6, -0.8)


@dataclass(frozen=True)
class Motif:
    """What is printed, and the colour of the table on which the card lies."""

    draw: Callable[[Brush], None]
    table: str


def image(motif: Motif, scale: float = 1.0) -> Any:
    """The skia image of a card without words."""
    surface = skia.Surface(round(SIZE[0] * scale), round(SIZE[1] * scale))
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    brush = Brush(canvas, LIGHT_FROM)
    _lay(brush, motif.table)
    motif.draw(brush)
    _wear(brush)
    return surface.makeImageSnapshot()


@contextmanager
def within(brush: Brush, shape: g.Shape) -> Iterator[Brush]:
    """Whatever is drawn ends at the edge of the shape."""
    brush.canvas.save()
    brush.canvas.clipPath(shape, doAntiAlias=True)
    yield brush
    brush.canvas.restore()


def stipple(
    brush: Brush, shape: g.Shape, colour: str, count: int, *, lean: tuple[float, float] = (1, 1), size: float = 2.1
) -> None:
    """Dots within a shape that grow dense towards one side (`lean`: right and down are positive)."""
    area = shape.getBounds()
    chance = np.random.default_rng(count * 31 + round(area.left() * 7 + area.top()))
    spread = chance.random((count, 2))
    for axis in (0, 1):
        if lean[axis]:
            closer = np.sqrt(spread[:, axis])
            spread[:, axis] = closer if lean[axis] > 0 else 1 - closer
    dots = skia.Path()
    for (across, down), grow in zip(spread, chance.random(count), strict=True):
        x, y = area.left() + across * area.width(), area.top() + down * area.height()
        dots.addCircle(x, y, size * (0.5 + 0.6 * grow))
    brush.inside(shape, (dots, colour))


def _lay(brush: Brush, table: str) -> None:
    """The table, the shadow of the sheet, and the sheet with its fibres."""
    brush.fill(g.box(0, 0, *SIZE), table)
    sheet = g.box(*SHEET, round_=9)
    for drop, alpha, blur in ((12.0, 0.3, 13.0), (4.0, 0.24, 4.0)):
        with brush.moved(drop * 0.45, drop) as under:
            under.soft(sheet, mix(table, "#16303A", 0.78), alpha, blur)
    brush.fill(sheet, PAPER)
    with within(brush, sheet):
        brush.fill(g.cut(sheet, _shifted(sheet, -2.2, -2.6)), mix(PAPER, "#8A7350", 0.2))
        brush.fill(g.cut(sheet, _shifted(sheet, 1.6, 1.8)), "#FFFFFF")
        _fibres(brush)


def _shifted(shape: g.Shape, x: float, y: float) -> g.Shape:
    moved = skia.Path(shape)
    moved.offset(x, y)
    return moved


def _fibres(brush: Brush) -> None:
    """Short threads in the paper, some lighter and some darker than it."""
    chance = np.random.default_rng(7)
    for colour, alpha, count in (("#A48C63", 0.2, 210), ("#FFFFFF", 0.8, 170)):
        threads = skia.Path()
        for x, y, turn, long in chance.random((count, 4)):
            start = SHEET[0] + x * SHEET[2], SHEET[1] + y * SHEET[3]
            threads.moveTo(*start)
            bend, end = g.polar(start, 3 + 4 * long, turn * 9), g.polar(start, 5 + 8 * long, turn * 9 + 0.4)
            threads.quadTo(*bend, *end)
        paint = skia.Paint(AntiAlias=True, Color=argb(colour, alpha), Style=skia.Paint.kStroke_Style, StrokeWidth=1.3)
        brush.canvas.drawPath(threads, paint)


def _wear(brush: Brush) -> None:
    """Specks where the press left the paper bare; on bare paper they do not show."""
    chance = np.random.default_rng(11)
    specks = skia.Path()
    for x, y, size in chance.random((420, 3)):
        specks.addCircle(FIELD[0] + x * FIELD[2], FIELD[1] + y * FIELD[3], 0.5 + 1.0 * size * size)
    brush.fill(specks, PAPER, 0.5)
