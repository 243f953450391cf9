"""The garden gang at work: a greenhouse, raised beds, a potting table with a stool, trees and a path."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, rain
from bot.studio.brush import Brush
from bot.studio.places import outside, parts
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

GROUND = 770.0


def _sky(brush: Brush, air: Air) -> None:
    outside.sky(brush, air, (LEFT, -380, RIGHT - LEFT, GROUND + 380))
    for x, across, down in ((-120, 300, 150), (300, 360, 120), (820, 380, 170)):
        brush.fill(g.oval(x, GROUND + 30, across, down), "#A9CBB0")
    brush.fill(g.oval(560, GROUND + 50, 420, 130), "#8FBC94")


def _trees(brush: Brush, air: Air) -> None:
    outside.tree(brush, (-60, GROUND + 14), 1.25, leaf="leaf", now=air.now)
    outside.tree(brush, (150, GROUND + 4), 0.86, leaf="grass", now=air.now + 2)


def _ground(brush: Brush, air: Air) -> None:
    outside.hedge(brush, (LEFT - 20, 300), GROUND + 12, 96, "pine")
    brush.fade(g.box(LEFT, GROUND, RIGHT - LEFT, 900), ("#9CC07C", "#6C9A63"), (GROUND, GROUND + 400))
    path = g.blob([(250, GROUND - 2), (330, GROUND - 2), (420, 900), (640, 1300), (-60, 1300), (160, 900)], 0.35)
    brush.fill(path, "#DFCFA8")
    brush.inside(path, (g.oval(120, 1000, 90, 16), "#CFBD92"), (g.oval(390, 920, 70, 12), "#CFBD92"))
    outside.grass_tufts(
        brush, ((-40, 860), (40, 920), (90, 840), (470, 850), (560, 1010), (690, 1000), (660, 880), (20, 1040))
    )
    outside.flowers(brush, ((-10, 1016), (28, 1034), (66, 1012), (636, 1036), (676, 1022)), ("rose", "white", "sun"))


def _greenhouse(brush: Brush, air: Air) -> None:
    left, right, foot, eaves, top = 424, 900, GROUND + 24, 470, 330
    middle = (left + right) / 2
    shape = g.path((left, foot), (left, eaves), (middle, top), (right, eaves), (right, foot))
    brush.fill(shape, "#DDF0EA", 0.72)
    for x in (470, 540, 612, 690, 760, 830):
        parts.plant(brush, (x, foot - 86), 0.5, pot="clay", leaf="leaf")
    brush.fill(g.box(left, foot - 90, right - left, 14), "walnut")
    brush.fill(g.box(left, foot - 76, right - left, 76), "#7FA88F")
    for x in range(left, right + 1, 68):
        roof = eaves - (1 - abs(x - middle) / (middle - left)) * (eaves - top)
        brush.line([(x, foot), (x, roof)], "white", 7)
    brush.line([(left, eaves), (right, eaves)], "white", 8)
    for one, other in (((left - 14, eaves + 8), (middle, top)), ((middle, top), (right + 14, eaves + 8))):
        brush.line([one, g.between(one, other, 0.5), other], "white", 12)
    brush.fill(
        g.path((left + 20, foot - 90), (left + 150, eaves), (left + 210, eaves), (left + 80, foot - 90)), "white", 0.22
    )


def _bed(brush: Brush, air: Air) -> None:
    brush.shadow(70, 934, 190, 14)
    for index, x in enumerate(range(-86, 236, 46)):
        parts.plant(
            brush,
            (x, 880),
            0.46 + 0.07 * (index % 3),
            pot="walnut",
            leaf=("grass", "leaf", "moss")[index % 3],
            now=air.now,
        )
    brush.solid(g.box(-120, 858, 380, 74, round_=6), "walnut", 8)
    brush.fill(g.box(-120, 892, 380, 5), "#16303A", 0.22)
    brush.solid(g.box(-130, 850, 400, 18, round_=5), "wood", 5, 3)


def _stool(brush: Brush, air: Air) -> None:
    brush.shadow(236, 992, 60, 10)
    for one, other in ((206, 200), (262, 268)):
        brush.solid(g.path((one - 7, 830), (one + 7, 830), (other + 6, 990), (other - 6, 990)), "walnut", 3)
    brush.solid(g.box(186, 816, 98, 20, round_=9), "wood", 5, 2)


def _rain(brush: Brush, air: Air) -> None:
    rain(brush, air, (LEFT, -300, RIGHT, 1200), 90)


SETTING = Setting(
    pieces=(
        Piece(-2000, _sky, moves=True), Piece(-1500, _trees, moves=True), Piece(-1400, _ground),
        Piece(-1300, _greenhouse),
        Piece(932, _bed),
        Piece(960, _stool),
        Piece(1010, parts.table(520, 1012, 380, 262, colour="wood")),
        Piece(4000, _rain, moves=True),
    ),
    spots={
        "stool": Place(300, 992, seat=166, depth=964), "bed": Place(340, 950), "path": Place(300, 940),
        "table": Place(520, 750, depth=1014), "table-left": Place(400, 750, depth=1014),
        "table-right": Place(620, 750, depth=1014), "behind-table": Place(590, 940), "left": Place(120, 1020),
        "far": Place(330, 860), "door": Place(-240, 980),
    },
)  # fmt: skip
