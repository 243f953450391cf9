"""The vegetable plot of the garden gang: rows of young plants, a shed, a water butt, trees and a fence."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, rain
from bot.studio.brush import Brush
from bot.studio.easing import seed, swing
from bot.studio.places import outside
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

GROUND = 760.0


def _sky(brush: Brush, air: Air) -> None:
    outside.sky(brush, air, (LEFT, -380, RIGHT - LEFT, GROUND + 380))
    for x, across, down in ((-160, 320, 130), (240, 380, 150), (800, 400, 150)):
        brush.fill(g.oval(x, GROUND + 30, across, down), "#A9CBB0")


def _trees(brush: Brush, air: Air) -> None:
    for x, size, leaf in ((-180, 1.1, "leaf"), (360, 0.8, "grass"), (560, 1.15, "leaf"), (900, 1.0, "grass")):
        outside.tree(brush, (x, GROUND + 8), size, leaf=leaf, now=air.now)


def _ground(brush: Brush, air: Air) -> None:
    for x in range(-330, 1060, 74):
        brush.solid(g.box(x, GROUND - 86, 15, 100, round_=5), "oak", 4)
    for y in (GROUND - 70, GROUND - 34):
        brush.solid(g.box(LEFT, y, RIGHT - LEFT, 12), "oak", 4)
    brush.fade(g.box(LEFT, GROUND, RIGHT - LEFT, 900), ("#A5C583", "#6C9A63"), (GROUND, GROUND + 400))
    for y, high in ((794, 34), (856, 42)):
        brush.fill(g.box(LEFT, y, RIGHT - LEFT, high, round_=18), "#8A6448")
        brush.fill(g.box(LEFT, y + high * 0.6, RIGHT - LEFT, high * 0.4, round_=12), "#77543C")
    brush.fill(g.box(LEFT, 912, RIGHT - LEFT, 108), "#DFCFA8")
    brush.fill(g.box(LEFT, 912, RIGHT - LEFT, 6), "#CFBD92")
    for x, y in ((-120, 950), (120, 990), (430, 940), (700, 984), (860, 944)):
        brush.fill(g.oval(x, y, 54, 7), "#CFBD92")


def _shed(brush: Brush, air: Air) -> None:
    brush.fill(g.oval(40, GROUND + 18, 230, 14), "#16303A", 0.16)
    brush.solid(g.box(-120, 470, 300, GROUND - 452), "walnut", 12)
    for x in range(-100, 180, 36):
        brush.line([(x, 480), (x, 620), (x, GROUND + 12)], "#16303A", 3, 0.22)
    brush.solid(g.path((-160, 486), (-132, 392), (192, 392), (222, 486)), "slate", 12, 5)
    brush.solid(g.box(-84, 556, 106, GROUND - 538, round_=4), "leaf", 8)
    brush.solid(g.oval(8, 660, 6, 6), "steel", 2)
    brush.solid(g.box(56, 560, 92, 84, round_=5), "white", 4)
    brush.fill(g.box(64, 568, 76, 68), "#A9C7CC")
    brush.fill(g.path((64, 568), (104, 568), (64, 620)), "white", 0.5)
    for y in (690, 720):
        brush.line([(70, y), (140, y)], "#16303A", 3, 0.3)
    brush.solid(g.blob([(196, 640), (258, 640), (262, 690), (258, 774), (196, 774), (192, 690)], 0.12), "teal", 9, 4)
    brush.solid(g.box(190, 628, 74, 16, round_=6), "charcoal", 4)


def _seedling(brush: Brush, at: g.Point, size: float, now: float) -> None:
    with brush.moved(*at, scale=size) as own:
        own.line([(0, 2), (0, -26)], "moss", 5)
        for angle in (-52, 50, -14, 18):
            foot, sway = -20 if abs(angle) > 30 else -26, 1.6 * swing(now + at[0] * 0.01, 3.6)
            with own.moved(0, foot, turn=angle + sway) as leaf:
                leaf.solid(g.blob([(0, 3), (-9, -13), (0, -34), (9, -13)]), "grass" if angle > 0 else "leaf", 4)


def _row(y: float, step: int, size: float) -> Piece:
    def draw(brush: Brush, air: Air) -> None:
        for x in range(-330, 1060, step):
            _seedling(brush, (x + 14 * seed(f"{x}-{y}"), y), size * (0.86 + 0.3 * seed(f"{y}{x}")), air.now)

    return Piece(y - 1900, draw, moves=True)


def _front_row(brush: Brush, air: Air) -> None:
    brush.fill(g.box(LEFT, 1020, RIGHT - LEFT, 90, round_=24), "#8A6448")
    brush.fill(g.box(LEFT, 1064, RIGHT - LEFT, 400), "#77543C")
    for x in range(-330, 1060, 84):
        _seedling(brush, (x + 20 * seed(f"f{x}"), 1056), 1.25 + 0.3 * seed(f"g{x}"), air.now)


def _rain(brush: Brush, air: Air) -> None:
    rain(brush, air, (LEFT, -300, RIGHT, 1200), 90)


SETTING = Setting(
    pieces=(
        Piece(-2000, _sky, moves=True), Piece(-1950, _trees, moves=True), Piece(-1900, _ground), Piece(-1890, _shed),
        _row(820, 58, 0.62), _row(886, 66, 0.84), Piece(1046, _front_row, moves=True), Piece(4000, _rain, moves=True),
    ),
    spots={
        "left": Place(140, 968), "middle": Place(340, 968), "right": Place(580, 968), "far-right": Place(900, 968),
        "chair": Place(400, 976, seat=86), "row": Place(420, 890), "row-right": Place(640, 890),
        "door": Place(-260, 968),
    },
)  # fmt: skip
