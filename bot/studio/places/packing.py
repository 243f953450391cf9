"""The packing hall: a long packing table under lamps, racks full of boxes, high windows."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.palette import tones
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, LEFT, RIGHT, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#D9E0DC", "#C3CFCB"), floor="#A7AFA9", skirting="stone")
    for x in range(-320, 1060, 46):
        brush.line([(x, -300), (x, FLOOR - 22)], "#B3C1BD", 3, 0.6)
    brush.fill(g.box(LEFT, 104, RIGHT - LEFT, 20), "#7F918F")
    for x in range(-340, 1060, 150):
        brush.line([(x, 104), (x + 75, 30), (x + 150, 104)], "#7F918F", 9)
    brush.fill(g.box(LEFT, 20, RIGHT - LEFT, 16), "#7F918F")
    lane = g.path((LEFT, 1010), (RIGHT, 1010), (RIGHT + 60, 1032), (LEFT - 60, 1032))
    brush.fill(lane, "sun", 0.85)


def _rack(left: float, high: int, colour: str) -> Piece:
    def draw(brush: Brush, air: Air) -> None:
        brush.fill(g.box(left - 6, FLOOR - 6, 300, 20), "#16303A", 0.14)
        tints = ("cardboard", "oak", "cardboard", "sand")
        for row in range(high):
            foot = FLOOR - 20 - row * 150
            x = left + 16
            for column in range(3):
                wide, tall = (82, 96, 74)[(row + column) % 3], (92, 74, 106)[(row * 2 + column) % 3]
                brush.solid(g.box(x, foot - tall, wide, tall, round_=4), tints[(row + column) % 4], 8)
                brush.fill(g.box(x + wide / 2 - 8, foot - tall, 16, tall), tones("cardboard").light, 0.45)
                x += wide + 5
            brush.solid(g.box(left, foot, 284, 16, round_=3), colour, 5)
        for x in (left, left + 270):
            brush.solid(g.box(x, FLOOR - 34 - high * 150, 14, high * 150 + 34), colour, 4)

    return Piece(-900, draw)


def _table(brush: Brush, air: Air) -> None:
    brush.shadow(380, 1006, 420, 16)
    for x in (-4, 744):
        brush.solid(g.box(x, 694, 24, 310, round_=4), "slate", 6)
    brush.solid(g.box(20, 900, 724, 16), "slate", 4)
    for x, wide, tall in ((70, 104, 78), (190, 92, 62), (470, 118, 84), (606, 92, 66)):
        brush.solid(g.box(x, 900 - tall, wide, tall, round_=4), "cardboard", 8)
    brush.solid(g.box(-40, 672, 840, 28, round_=8), "oak", 8, 4)
    brush.fill(g.box(-34, 700, 828, 12), "#16303A", 0.18)


def _dispenser(brush: Brush, air: Air) -> None:
    with brush.moved(690, 672) as own:
        own.solid(g.blob([(-52, 0), (-46, -28), (-12, -34), (40, -20), (52, 0)], 0.3), "teal", 6)
        own.solid(g.cut(g.oval(-14, -40, 30, 30), g.oval(-14, -40, 12, 12)), "amber", 6)


SETTING = Setting(
    pieces=(
        Piece(-2000, _back),
        parts.window("stone", (-60, 152), (380, 120), panes=4), parts.window("stone", (420, 152), (380, 120), panes=4),
        _rack(-310, 3, "denim"), _rack(30, 3, "denim"), _rack(400, 2, "denim"), _rack(730, 3, "denim"),
        parts.pendant((180, 262), "slate", 1.0), parts.pendant((560, 262), "slate", 1.0),
        Piece(985, _table), Piece(986, _dispenser),
    ),
    spots={
        "behind-left": Place(190, 948), "behind-middle": Place(370, 948), "behind-right": Place(550, 948),
        "front-left": Place(150, 1030), "front-right": Place(590, 1030), "front": Place(370, 1034),
        "table-left": Place(150, 674, depth=990), "table": Place(370, 674, depth=990),
        "table-right": Place(560, 674, depth=990), "aisle": Place(640, 900), "door": Place(-200, 930),
    },
)  # fmt: skip
