"""The landing of a block of flats: the front door of the neighbours with light behind its glass, a bell and a mat."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, LEFT, RIGHT, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#D9D3C4", "#C7BEA9"), floor="#9A8F80", skirting="slate")
    brush.fill(g.box(LEFT, 560, RIGHT - LEFT, FLOOR - 580), "#A9B5A6")
    brush.fill(g.box(LEFT, 552, RIGHT - LEFT, 10), "#F1EBDC")
    parts.floor_tiles(brush, "#877C6D")


def _own_door(brush: Brush, air: Air) -> None:
    """The door that somebody came out of, at the edge."""
    brush.solid(g.box(-330, 216, 232, FLOOR - 214, round_=6), "white", 6)
    brush.solid(g.box(-312, 234, 196, FLOOR - 236, round_=4), "denim", 10)
    brush.fill(g.box(-280, 274, 132, 200, round_=6), "#9FB4BE")
    brush.solid(g.oval(-136, 540, 10, 10), "steel", 3)


def _door(brush: Brush, air: Air) -> None:
    brush.soft(g.oval(570, 480, 250, 320), "#FFE3A0", 0.5, 70)
    brush.solid(g.box(430, 186, 282, FLOOR - 184, round_=6), "white", 7)
    brush.solid(g.box(450, 206, 242, FLOOR - 208, round_=4), "brick", 12)
    for x in (482, 582):
        brush.fade(g.box(x, 250, 80, 250, round_=8), ("#FFF0BE", "#FFD27E"), (250, 500))
        brush.fill(g.path((x + 8, 480), (x + 46, 258), (x + 68, 258), (x + 30, 480)), "white", 0.35)
    brush.fill(g.box(482, 540, 80, 210, round_=8), "#7E4030", 0.55)
    brush.fill(g.box(582, 540, 80, 210, round_=8), "#7E4030", 0.55)
    brush.solid(g.box(520, 516, 104, 15, round_=7), "steel", 4)
    brush.solid(g.oval(672, 560, 11, 11), "sun", 3)
    brush.fill(g.path((450, FLOOR), (692, FLOOR), (760, 1000), (400, 1000)), "#FFE3A0", 0.3)


def _bell(brush: Brush, air: Air) -> None:
    brush.solid(g.box(374, 448, 34, 66, round_=9), "paper", 4)
    brush.fill(g.oval(391, 496, 10, 10), "sun")
    brush.fill(g.box(381, 458, 20, 5), "stone")
    brush.fill(g.box(381, 468, 14, 5), "stone")


def _things(brush: Brush, air: Air) -> None:
    brush.fill(g.oval(572, 868, 150, 20), "#5E4636")
    brush.fill(g.oval(572, 865, 136, 15), "#7D5E49")
    parts.plant(brush, (790, 866), 1.25, pot="teal")
    with brush.moved(250, 806) as own:
        own.solid(g.box(-26, -96, 52, 96, round_=8), "charcoal", 6)
        for x, colour in ((-14, "mustard"), (6, "denim")):
            own.line([(x, -30), (x + 3, -170)], colour, 9)
            own.line([(x + 3, -170), (x + 12, -182), (x + 22, -174)], "walnut", 7)


def _lamp(brush: Brush, air: Air) -> None:
    brush.fill(g.oval(150, 96, 60, 18), "#FFF6DC")
    brush.soft(g.oval(150, 140, 170, 90), "#FFF0C0", 0.45, 40)


SETTING = Setting(
    pieces=(
        Piece(-2000, _back), Piece(-950, _own_door), Piece(-900, _door), Piece(-890, _bell), Piece(-880, _lamp),
        Piece(-800, _things),
    ),
    spots={"before-door": Place(262, 940), "mat": Place(572, 872), "bell": Place(391, 496), "left": Place(60, 950)},
)  # fmt: skip
