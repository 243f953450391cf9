"""What places are furnished with: walls, floors, windows, plants, lamps, shelves, chairs and tables."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, lamp, rain
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.places import outside

LEFT, RIGHT, FLOOR = -340.0, 1060.0, 806.0
"""How far every place is drawn, and where the floor meets the wall."""


@dataclass(frozen=True)
class Piece:
    """A part of a place at a depth (the height of its foot on the picture); `moves` when it changes in time."""

    depth: float
    draw: Callable[[Brush, Air], None]
    moves: bool = False


@dataclass(frozen=True)
class Setting:
    """A whole place: its parts, and the named spots where people and things go."""

    pieces: tuple[Piece, ...]
    spots: dict[str, Place]


def wall(brush: Brush, colours: tuple[str, str], *, floor: str, skirting: str) -> None:
    """A wall that is lighter at the top, a skirting board, and a floor."""
    brush.fade(g.box(LEFT, -400, RIGHT - LEFT, FLOOR + 400), colours, (-100, FLOOR))
    brush.fade(g.box(LEFT, FLOOR, RIGHT - LEFT, 900), (floor, tones_dark(floor)), (FLOOR, FLOOR + 420))
    brush.fill(g.box(LEFT, FLOOR - 20, RIGHT - LEFT, 20), skirting)
    brush.fill(g.box(LEFT, FLOOR, RIGHT - LEFT, 7), "#16303A", 0.13)


def tones_dark(colour: str) -> str:
    """The shade of a colour, as `#RRGGBB`."""
    return f"#{tones(colour).shade & 0xFFFFFF:06X}"


def boards(brush: Brush, colour: str) -> None:
    """The seams of a wooden floor, that run towards the eye."""
    for x in range(-900, 1700, 104):
        shift = (x - 360) * 0.34
        brush.line([(x, FLOOR + 3), (x + shift * 0.5, FLOOR + 200), (x + shift, FLOOR + 420)], colour, 3, 0.5)


def floor_tiles(brush: Brush, colour: str) -> None:
    """Large tiles on a floor."""
    for x in range(-1200, 2000, 150):
        shift = (x - 360) * 0.45
        brush.line([(x, FLOOR + 3), (x + shift, FLOOR + 420)], colour, 3, 0.5)
    for y in (848, 904, 980, 1080):
        brush.line([(LEFT, y), (RIGHT, y)], colour, 3, 0.5)


def window(frame: str, at: tuple[float, float], size: tuple[float, float], panes: int = 2) -> Piece:
    """A window to the world outside, with rain when it rains."""
    (x, y), (wide, high) = at, size

    def draw(brush: Brush, air: Air) -> None:
        brush.fill(g.box(x - 16, y - 14, wide + 32, high + 28, round_=10), "#16303A", 0.10)
        glass = g.box(x, y, wide, high, round_=6)
        brush.canvas.save()
        brush.canvas.clipPath(glass, doAntiAlias=True)
        outside.view(brush, air, (x, y, wide, high))
        rain(brush, air, (x, y, x + wide, y + high), 26)
        if air.light.shafts:
            for left in (0.1, 0.42):
                shine = [(x + wide * left, y), (x + wide * (left + 0.16), y), (x + wide * (left - 0.14), y + high),
                         (x + wide * (left - 0.3), y + high)]  # fmt: skip
                brush.fill(g.path(*shine), "white", 0.14)
        brush.canvas.restore()
        _frame(brush, frame, at, size, panes)

    return Piece(-1000, draw, moves=True)


def _frame(brush: Brush, colour: str, at: tuple[float, float], size: tuple[float, float], panes: int) -> None:
    (x, y), (wide, high) = at, size
    hole = g.box(x, y, wide, high, round_=6)
    brush.solid(g.cut(g.box(x - 15, y - 15, wide + 30, high + 30, round_=8), hole), colour, 5)
    for index in range(1, panes):
        brush.solid(g.box(x + wide * index / panes - 6, y, 12, high), colour, 4)
    brush.solid(g.box(x - 30, y + high + 8, wide + 60, 20, round_=6), colour, 5)


def sunbeam(start: tuple[float, float], wide: float, high: float) -> Piece:
    """A patch of sun that falls from a window onto wall and floor."""
    x, y = start

    def draw(brush: Brush, air: Air) -> None:
        if not air.light.shafts:
            return
        foot = FLOOR + 90
        slide = (foot - y) * 0.42
        beam = g.path((x, y), (x + wide, y), (x + wide + slide + high * 0.42, foot + high * 0.5),
                      (x + slide, foot + high * 0.5))  # fmt: skip
        brush.fill(beam, "#FFF3C9", 0.16 * air.light.shafts)

    return Piece(-900, draw)


def pendant(at: tuple[float, float], colour: str, size: float = 1.0) -> Piece:
    """A lamp that hangs from the ceiling."""
    x, y = at

    def draw(brush: Brush, air: Air) -> None:
        brush.line([(x, -400), (x, y - 60 * size)], "charcoal", 4)
        lamp(brush, air, (x, y + 10), 120 * size)
        k = size
        points = [(x - 16 * k, y - 62 * k), (x + 16 * k, y - 62 * k), (x + 60 * k, y - 6 * k), (x + 58 * k, y + 2),
                  (x - 58 * k, y + 2), (x - 60 * k, y - 6 * k)]  # fmt: skip
        brush.fill(g.oval(x, y + 2, 20 * size, 10 * size), "#FFE9B0" if air.light.lamps else "cream")
        brush.solid(g.blob(points, 0.3), colour, 10, 5)

    return Piece(-500, draw)


def plant(brush: Brush, at: g.Point, size: float, *, pot: str = "clay", leaf: str = "leaf", now: float = 0) -> None:
    """A pot plant with large leaves, its foot at `at`."""
    with brush.moved(*at, scale=size) as own:
        sway = 1.2 * swing(now, 4.0)
        for angle, length, dark in ((-52, 104, 1), (46, 100, 1), (-24, 132, 0), (24, 126, 0), (2, 150, 0), (-70, 70, 0),
                                    (68, 72, 0)):  # fmt: skip
            with own.moved(0, -58, turn=angle + sway) as blade:
                shape = g.blob([(0, 0), (-17, -length * 0.45), (-9, -length * 0.86), (0, -length),
                                (11, -length * 0.84), (17, -length * 0.42)])  # fmt: skip
                blade.solid(shape, "pine" if dark else leaf, 7)
                blade.line([(0, -8), (0, -length * 0.82)], "moss", 2.4, 0.8)
        own.solid(g.blob([(-38, -66), (38, -66), (30, -4), (24, 0), (-24, 0), (-30, -4)], 0.2), pot, 9, 3)
        own.solid(g.box(-43, -72, 86, 18, round_=6), pot, 4)


def table(x: float, y: float, wide: float, high: float, *, colour: str) -> Callable[[Brush, Air], None]:
    """A table from the side: a slab on legs, its feet at `y`."""

    def draw(brush: Brush, air: Air) -> None:
        brush.shadow(x, y + 2, wide * 0.52, 16)
        for side in (-1, 1):
            inner = x + side * (wide / 2 - 64)
            brush.solid(g.path((inner - 9, y - high + 20), (inner + 9, y - high + 20), (inner + 7, y - 12),
                               (inner - 7, y - 12)), tones_dark(colour), 4)  # fmt: skip
        for side in (-1, 1):
            outer = x + side * (wide / 2 - 26)
            brush.solid(g.path((outer - 12, y - high + 20), (outer + 12, y - high + 20), (outer + 8, y),
                               (outer - 8, y)), colour, 5)  # fmt: skip
        brush.solid(g.box(x - wide / 2 + 12, y - high + 18, wide - 24, 26, round_=4), tones_dark(colour), 4)
        brush.solid(g.box(x - wide / 2, y - high, wide, 24, round_=9), colour, 6, 3)

    return draw


def chair(x: float, y: float, *, colour: str, facing: int = 1, seat: float = 165) -> Callable[[Brush, Air], None]:
    """A simple chair from the side: who sits on it looks towards `facing`."""

    def draw(brush: Brush, air: Air) -> None:
        brush.shadow(x, y + 2, 86, 12)
        with brush.moved(x, y, flip=facing < 0) as own:
            for leg in ((44, 56), (-44, -54)):
                own.solid(g.path((leg[0] - 8, -seat), (leg[0] + 8, -seat), (leg[1] + 6, 0), (leg[1] - 6, 0)), colour, 4)
            back = g.blob([(-58, -seat - 190), (-42, -seat - 194), (-36, -seat), (-56, -seat)], 0.12)
            own.solid(back, colour, 6)
            own.solid(g.box(-60, -seat - 4, 122, 22, round_=10), colour, 6, 2)

    return draw


def shelf(brush: Brush, at: g.Point, wide: float, colour: str, goods: tuple[str, ...]) -> None:
    """A board on the wall with jars and books in these colours."""
    x, y = at
    step = wide / max(1, len(goods))
    for index, good in enumerate(goods):
        left = x + step * index + step * 0.16
        tall = 44 + (index * 37 % 4) * 9
        brush.solid(g.box(left, y - tall, step * 0.68, tall, round_=7), good, 6)
        if index % 2 == 0:
            brush.fill(g.box(left + 3, y - tall - 9, step * 0.68 - 6, 12, round_=4), "walnut")
    brush.solid(g.box(x - 10, y, wide + 20, 14, round_=4), colour, 4)
    brush.fill(g.box(x - 4, y + 14, wide + 12, 8), "#16303A", 0.1)


def frame(brush: Brush, at: g.Point, size: tuple[float, float], colours: tuple[str, str, str]) -> None:
    """A picture on the wall: hills under a sun."""
    (x, y), (wide, high) = at, size
    border, sky, hill = colours
    brush.fill(g.box(x + 5, y + 7, wide, high, round_=4), "#16303A", 0.1)
    brush.solid(g.box(x, y, wide, high, round_=4), border, 3)
    inner = g.box(x + 10, y + 10, wide - 20, high - 20)
    brush.fill(inner, sky)
    brush.inside(inner, (g.oval(x + wide * 0.68, y + high * 0.4, wide * 0.13, wide * 0.13), "sun"),
                 (g.oval(x + wide * 0.3, y + high * 1.02, wide * 0.5, high * 0.42), hill),
                 (g.oval(x + wide * 0.8, y + high * 1.1, wide * 0.44, high * 0.42), "moss"))  # fmt: skip


def clock(brush: Brush, at: g.Point, size: float) -> None:
    """A round clock at ten past nine."""
    x, y = at
    brush.fill(g.oval(x + 3, y + 5, size, size), "#16303A", 0.12)
    brush.solid(g.oval(x, y, size, size), "charcoal", 3)
    brush.fill(g.oval(x, y, size * 0.84, size * 0.84), "white")
    brush.line([(x, y), (x - size * 0.46, y)], "ink", size * 0.1)
    brush.line([(x, y), (x + size * 0.3, y - size * 0.5)], "ink", size * 0.08)
