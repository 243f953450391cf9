"""A bus stop in a street: a shelter with a bench, a sign, houses, a tree and a bicycle."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, rain
from bot.studio.brush import Brush
from bot.studio.places import outside
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

PAVEMENT = 800.0


def _sky(brush: Brush, air: Air) -> None:
    outside.sky(brush, air, (LEFT, -380, RIGHT - LEFT, PAVEMENT + 380))


def _street(brush: Brush, air: Air) -> None:
    row = (("#B9745A", "walnut", "pine"), ("#D9C09A", "slate", "navy"), ("#A86A54", "charcoal", "mustard"),
           ("#CBB08A", "walnut", "teal"), ("#B9745A", "slate", "plum"))  # fmt: skip
    for index, colours in enumerate(row):
        outside.house(brush, (LEFT + 10 + index * 282, PAVEMENT - 4), (282, 410 + (index % 2) * 40), colours)
    brush.fade(g.box(LEFT, PAVEMENT - 6, RIGHT - LEFT, 240), ("#C9C3B4", "#B4AEA0"), (PAVEMENT, 1020))
    for x in range(-500, 1400, 84):
        brush.line([(x, PAVEMENT), (x + (x - 360) * 0.25, 1014)], "#A49E90", 3, 0.5)
    for y in (846, 908, 984):
        brush.line([(LEFT, y), (RIGHT, y)], "#A49E90", 3, 0.5)
    brush.solid(g.box(LEFT, 1022, RIGHT - LEFT, 20), "fog", 5)
    brush.fill(g.box(LEFT, 1042, RIGHT - LEFT, 500), "#6A7375")


def _tree(brush: Brush, air: Air) -> None:
    outside.tree(brush, (40, 838), 1.5, leaf="leaf", now=air.now)


def _shelter(brush: Brush, air: Air) -> None:
    brush.fill(g.box(330, 900, 420, 20, round_=10), "#16303A", 0.14)
    brush.fill(g.box(344, 420, 392, 460), "#DDEEEE", 0.5)
    brush.fill(g.path((380, 880), (470, 420), (530, 420), (440, 880)), "white", 0.2)
    for x in (340, 728):
        brush.solid(g.box(x, 400, 14, 508, round_=4), "teal", 4)
    brush.solid(g.box(310, 372, 460, 36, round_=12), "teal", 8, 4)
    brush.solid(g.box(400, 762, 290, 20, round_=8), "wood", 5, 3)
    for x in (424, 658):
        brush.solid(g.box(x, 782, 12, 124), "charcoal", 3)
    brush.solid(g.box(610, 500, 90, 130, round_=4), "paper", 4)
    brush.fill(g.oval(655, 550, 26, 26), "sun")
    brush.fill(g.box(628, 594, 54, 9), "stone")


def _pole(brush: Brush, air: Air) -> None:
    brush.shadow(236, 946, 40, 7)
    brush.solid(g.box(230, 380, 13, 566, round_=5), "slate", 4)
    brush.solid(g.box(176, 330, 122, 106, round_=16), "sun", 7, 4)
    with brush.moved(237, 404) as bus:
        bus.fill(g.box(-38, -46, 76, 44, round_=9), "ink")
        for x in (-30, -8, 14):
            bus.fill(g.box(x, -38, 17, 16, round_=3), "sun")
        for x in (-20, 20):
            bus.fill(g.oval(x, -1, 8, 8), "ink")
    brush.solid(g.box(206, 500, 62, 90, round_=4), "paper", 4)
    for y in (516, 530, 544, 558):
        brush.line([(216, y), (256, y)], "stone", 3)


def _bike(brush: Brush, air: Air) -> None:
    with brush.moved(-150, 930) as own:
        for x in (-74, 74):
            ring = g.cut(g.oval(x, -58, 56, 56), g.oval(x, -58, 48, 48))
            own.fill(ring, "charcoal")
        for one, other in (((-74, -58), (-22, -128)), ((-22, -128), (50, -128)), ((50, -128), (4, -58)),
                           ((4, -58), (-74, -58)), ((-22, -128), (4, -58)), ((74, -58), (46, -154))):  # fmt: skip
            own.line([one, g.between(one, other, 0.5), other], "plum", 8)
        own.line([(46, -154), (28, -160), (20, -154)], "charcoal", 8)
        own.fill(g.oval(-26, -136, 24, 9), "walnut")


def _rain(brush: Brush, air: Air) -> None:
    rain(brush, air, (LEFT, -300, RIGHT, 1200), 90)


SETTING = Setting(
    pieces=(
        Piece(-2000, _sky, moves=True), Piece(-1900, _street), Piece(-1000, _tree, moves=True), Piece(900, _shelter),
        Piece(930, _bike), Piece(948, _pole), Piece(4000, _rain, moves=True),
    ),
    spots={
        "bench": Place(500, 950, seat=186), "bench-right": Place(590, 950, seat=186), "pole": Place(300, 960),
        "left": Place(110, 970), "right": Place(640, 990), "door": Place(-220, 970), "street": Place(380, 984),
    },
)  # fmt: skip
