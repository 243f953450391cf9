"""A square with houses around it: open windows where people look out, a bench, a tree and cobbles."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, rain
from bot.studio.brush import Brush
from bot.studio.palette import tones
from bot.studio.places import outside
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

GROUND = 812.0
WINDOWS = ((-58, 268), (214, 396), (640, 286))
"""The open windows, as the left and the top of each."""
PANE = (134.0, 166.0)


def _sky(brush: Brush, air: Air) -> None:
    outside.sky(brush, air, (LEFT, -380, RIGHT - LEFT, GROUND + 380))


def _rooms(brush: Brush, air: Air) -> None:
    for left, top in WINDOWS:
        brush.fade(g.box(left, top, *PANE), ("#F4D9A0", "#D9B070"), (top, top + PANE[1]))


def _fronts(brush: Brush, air: Air) -> None:
    houses = ((-330, 262, 560, "#B9745A", "walnut", "pine"), (-68, 250, 640, "#D9C09A", "slate", "navy"),
              (182, 236, 524, "#A86A54", "charcoal", "mustard"), (418, 200, 590, "#CBB08A", "walnut", "teal"),
              (618, 270, 640, "#B9745A", "slate", "plum"), (888, 200, 560, "#D9C09A", "charcoal", "leaf"))  # fmt: skip
    for left, wide, high, face, roof, door in houses:
        top = GROUND - high
        front = g.box(left, top, wide, high)
        for x, y in WINDOWS:
            front = g.cut(front, g.box(x, y, *PANE, round_=4))
        brush.solid(g.path((left - 12, top), (left + wide / 2, top - 96), (left + wide + 12, top)), roof, 9)
        brush.solid(front, face, 9)
        brush.solid(g.box(left + wide * 0.36, GROUND - 158, wide * 0.26, 158, round_=6), door, 7)
        brush.fill(g.oval(left + wide * 0.4, GROUND - 80, 5, 5), "sun")
        for share in (0.08, 0.7):
            _glass(brush, (left + wide * share, GROUND - 170), (wide * 0.21, 98))


def _glass(brush: Brush, at: g.Point, size: tuple[float, float]) -> None:
    (x, y), (wide, high) = at, size
    brush.fill(g.box(x - 6, y - 6, wide + 12, high + 12, round_=4), "white")
    brush.fill(g.box(x, y, wide, high), "#A9C7CC")
    brush.fill(g.path((x, y), (x + wide * 0.6, y), (x, y + high * 0.8)), "white", 0.5)


def _frames(brush: Brush, air: Air) -> None:
    wide, high = PANE
    for index, (left, top) in enumerate(WINDOWS):
        hole = g.box(left, top, wide, high, round_=4)
        brush.solid(g.cut(g.box(left - 10, top - 10, wide + 20, high + 20, round_=6), hole), "white", 4)
        for x in (left - 62, left + wide + 10):
            brush.solid(g.box(x, top - 6, 52, high + 12, round_=4), ("leaf", "denim", "teal")[index], 5)
            for y in range(int(top) + 12, int(top + high) - 8, 22):
                brush.line([(x + 9, y), (x + 43, y)], tones("slate").shade, 4, 0.35)
        brush.solid(g.box(left - 20, top + high, wide + 40, 18, round_=6), "white", 4)
        for x in range(int(left) + 6, int(left + wide), 26):
            brush.fill(g.oval(x, top + high - 4, 15, 12), "leaf")
            brush.fill(g.oval(x, top + high - 12, 6, 6), ("rose", "sun", "white")[index])


def _paving(brush: Brush, air: Air) -> None:
    brush.fade(g.box(LEFT, GROUND, RIGHT - LEFT, 900), ("#D2C6AE", "#B7AA92"), (GROUND, 1060))
    for row, y in enumerate((840, 876, 922, 980, 1050)):
        brush.line([(LEFT, y), (360, y + 2), (RIGHT, y)], "#A59A84", 3, 0.6)
        gap = 54 + row * 16
        for x in range(-500, 1300, gap):
            brush.line([(x + (row % 2) * gap / 2, y), (x + (row % 2) * gap / 2, y + 30 + row * 9)], "#A59A84", 3, 0.45)
    brush.fill(g.box(LEFT, GROUND - 4, RIGHT - LEFT, 10), "#16303A", 0.14)


def _tree(brush: Brush, air: Air) -> None:
    brush.fill(g.oval(520, 874, 66, 14), "#8A6448")
    outside.tree(brush, (520, 874), 1.1, leaf="leaf", now=air.now)


def _bench(brush: Brush, air: Air) -> None:
    brush.shadow(742, 938, 150, 12)
    for x in (640, 830):
        brush.solid(g.box(x, 772, 12, 164, round_=4), "charcoal", 3)
    for y in (690, 726):
        brush.solid(g.box(614, y, 262, 22, round_=8), "wood", 5, 3)
    brush.solid(g.box(606, 764, 278, 22, round_=9), "wood", 6, 3)


def _rain(brush: Brush, air: Air) -> None:
    rain(brush, air, (LEFT, -300, RIGHT, 1200), 90)


SETTING = Setting(
    pieces=(
        Piece(-2000, _sky, moves=True), Piece(-1960, _rooms), Piece(-1900, _fronts), Piece(-1890, _frames),
        Piece(-1880, _paving), Piece(-1000, _tree, moves=True), Piece(930, _bench), Piece(4000, _rain, moves=True),
    ),
    spots={
        "window-left": Place(6, 690, depth=-1950), "window-middle": Place(278, 816, depth=-1950),
        "window-right": Place(704, 706, depth=-1950), "bench": Place(780, 958, seat=174),
        "bench-left": Place(704, 956, seat=174),
        "bench-right": Place(852, 958, seat=174), "middle": Place(370, 992),
        "left": Place(90, 976), "door": Place(-260, 976),
    },
)  # fmt: skip
