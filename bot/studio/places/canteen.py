"""A canteen at work: a long table with stools, large windows, a hatch, and the coffee machine that never works."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, LEFT, RIGHT, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#E9EFE6", "#D5E2D6"), floor="#C9B79A", skirting="seafoam")
    parts.floor_tiles(brush, "#B09D7F")
    brush.fill(g.box(LEFT, 560, RIGHT - LEFT, FLOOR - 580), "#9CC0B0")
    brush.fill(g.box(LEFT, 552, RIGHT - LEFT, 12), "cream")


def _board(brush: Brush, air: Air) -> None:
    brush.fill(g.box(-204, 246, 190, 230, round_=6), "#16303A", 0.1)
    brush.solid(g.box(-210, 238, 190, 230, round_=6), "oak", 5)
    brush.fill(g.box(-198, 250, 166, 206), "#C99F6C")
    for x, y, wide, high, colour in (
        (-188, 262, 60, 76, "paper"),
        (-116, 268, 70, 50, "sky"),
        (-184, 354, 72, 56, "sun"),
        (-100, 334, 56, 76, "paper"),
        (-176, 420, 50, 28, "mint"),
    ):
        brush.solid(g.box(x, y, wide, high, round_=2), colour, 3)
        brush.fill(g.oval(x + wide / 2, y + 6, 4, 4), "leaf")


def _counter(brush: Brush, air: Air) -> None:
    brush.fill(g.box(456, FLOOR - 6, 620, 16), "#16303A", 0.14)
    brush.solid(g.box(462, 536, 640, FLOOR - 546), "teal", 10)
    for x in (478, 640, 802, 964):
        brush.solid(g.box(x, 562, 146, 216, round_=8), "teal", 5, 3)
    brush.solid(g.box(446, 512, 660, 28, round_=7), "oak", 6, 3)
    for index in range(3):
        for row in range(3 - index):
            x = 806 + row * 40 + index * 20
            brush.solid(g.box(x, 476 - index * 38, 34, 36, round_=6), ("sun", "white", "sky")[(index + row) % 3], 5)


def _machine(brush: Brush, air: Air) -> None:
    """The coffee machine: it steams, it shakes, it never gives coffee."""
    shake = 1.4 * swing(air.now, 0.13) * (1 if (air.now % 4.0) < 1.4 else 0)
    with brush.moved(590 + shake, 512) as own:
        own.solid(g.box(-84, -252, 168, 252, round_=16), "charcoal", 12, 5)
        own.solid(g.box(-66, -232, 132, 66, round_=9), "slate", 6)
        own.fill(g.box(-54, -222, 62, 34, round_=5), "mint" if air.now % 1.2 < 0.7 else "pine")
        for x in (24, 48):
            own.fill(g.oval(x, -204, 8, 8), "sun" if x == 24 else "stone")
        own.fill(g.box(-56, -148, 112, 104, round_=8), "black")
        own.solid(g.box(-16, -150, 32, 26, round_=5), "steel", 4)
        own.solid(g.box(-64, -38, 128, 14, round_=5), "steel", 3)
        with own.moved(0, -48, turn=-4) as note:
            note.solid(g.box(-38, -76, 76, 80, round_=3), "white", 5)
            note.fill(g.box(-18, -86, 36, 18), "sun", 0.85)
            for x in (-13, 13):
                note.fill(g.oval(x, -44, 4.6, 5.6), "ink")
            note.line([(-16, -18), (0, -28), (16, -18)], "ink", 5)
    for index in range(3):
        rise = (air.now * 0.5 + index / 3) % 1.0
        puff = 552 + index * 34 + 8 * swing(air.now + index, 2.2)
        brush.soft(g.oval(puff, 250 - rise * 96, 15 + rise * 22, 13 + rise * 18), "white", 0.5 * (1 - rise), 7)


def _bench(x: float, y: float, wide: float) -> Piece:
    def draw(brush: Brush, air: Air) -> None:
        brush.shadow(x, y + 2, wide * 0.5, 12)
        for side in (-1, 1):
            foot = x + side * (wide / 2 - 22)
            brush.solid(g.path((foot - 8, y - 150), (foot + 8, y - 150), (foot + 6, y), (foot - 6, y)), "charcoal", 3)
        brush.solid(g.box(x - wide / 2, y - 168, wide, 22, round_=9), "mustard", 6, 3)

    return Piece(y - 24, draw)


SETTING = Setting(
    pieces=(
        Piece(-2000, _back),
        parts.window("white", (22, 170), (370, 320), panes=3),
        Piece(-950, _board),
        Piece(-900, _counter),
        Piece(-890, _machine, moves=True),
        parts.sunbeam((60, 510), 330, 140),
        parts.pendant((210, 236), "leaf", 0.9), parts.pendant((520, 196), "leaf", 0.9),
        Piece(-300, lambda brush, air: parts.plant(brush, (-90, 868), 1.5, pot="mustard")),
        _bench(136, 966, 150), _bench(640, 966, 150),
        Piece(992, parts.table(388, 994, 420, 264, colour="oak")),
    ),
    spots={
        "bench-left": Place(196, 966, seat=168, depth=948), "bench-right": Place(578, 966, seat=168, depth=949),
        "behind-left": Place(300, 930), "behind-right": Place(470, 930), "machine": Place(500, 880),
        "door": Place(-240, 960), "entry": Place(60, 968), "front": Place(150, 1030), "middle": Place(330, 940),
        "table": Place(388, 730, depth=995), "table-left": Place(290, 730, depth=995),
        "table-right": Place(492, 730, depth=995), "counter": Place(748, 512, depth=-880),
    },
)  # fmt: skip
