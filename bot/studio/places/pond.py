"""A whole pond seen from far: a way all around it, a bench half-way, reeds, ducks and houses behind."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, rain
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.places import outside
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

GROUND = 560.0
MIDDLE = (360.0, 850.0)


def _sky(brush: Brush, air: Air) -> None:
    outside.sky(brush, air, (LEFT, -380, RIGHT - LEFT, GROUND + 380))
    for left, wide, high in ((-330, 150, 120), (-150, 120, 160), (560, 150, 130), (760, 190, 170)):
        outside.roof(brush, (left, GROUND + 4), wide, high, "#B4C8C5")


def _trees(brush: Brush, air: Air) -> None:
    row = ((-260, 0.9, "leaf"), (-60, 0.66, "grass"), (90, 0.78, "leaf"), (250, 0.58, "grass"),
           (470, 0.66, "grass"), (650, 0.86, "leaf"), (840, 0.7, "grass"), (1010, 0.95, "leaf"))  # fmt: skip
    for x, size, leaf in row:
        outside.tree(brush, (x, GROUND + 16), size, leaf=leaf, now=air.now)


def _ground(brush: Brush, air: Air) -> None:
    x, y = MIDDLE
    brush.fade(g.box(LEFT, GROUND, RIGHT - LEFT, 1100), ("#A5C983", "#6E9E62"), (GROUND, GROUND + 640))
    brush.fill(g.cut(g.oval(x, y + 10, 640, 302), g.oval(x, y, 516, 212)), "#D2C095")
    brush.fill(g.cut(g.oval(x, y, 640, 300), g.oval(x, y - 4, 520, 210)), "#E3D3AC")
    brush.fill(g.oval(x, y - 6, 492, 194), "#7FB2C0")
    brush.fill(g.oval(x, y + 2, 484, 184), "#A6D2DA")
    for left, top, wide in ((120, 752, 120), (430, 722, 90), (210, 950, 170), (560, 850, 130), (40, 860, 90)):
        brush.line([(left, top), (left + wide / 2, top - 3), (left + wide, top)], "white", 5, 0.55)


def _reeds(brush: Brush, air: Air) -> None:
    spots = ((-118, 892), (-96, 920), (-70, 944), (790, 930), (818, 900), (640, 694), (60, 698))
    for index, (x, y) in enumerate(spots):
        lean = 5 * swing(air.now + index, 4.2)
        size = 0.7 if y < 700 else 1.0
        for dx, tall in ((-12, 62), (0, 88), (13, 70)):
            top = (x + dx * 1.6 * size + lean, y - tall * size)
            brush.line([(x + dx * size, y), (x + dx * 1.2 * size, y - tall * 0.5 * size), top], "moss", 5 * size)
            if dx == 0:
                brush.line([(top[0] - 1, top[1] + 26 * size), (top[0], top[1] + 12 * size), top], "walnut", 10 * size)


def _ducks(brush: Brush, air: Air) -> None:
    for index, (x, y) in enumerate(((300, 800), (376, 816), (520, 772))):
        drift = 26 * swing(air.now + index * 2, 11)
        with brush.moved(x + drift, y, scale=0.62) as own:
            own.fill(g.oval(-6, 8, 50, 6), "white", 0.5)
            body = g.blob([(-34, -8), (-44, -22), (-20, -18), (16, -20), (26, -4), (0, 4), (-24, 3)])
            own.solid(body, "walnut" if index else "white", 5)
            own.solid(g.oval(24, -28, 12, 12), "leaf" if index else "white", 3)
            own.fill(g.path((34, -30), (48, -25), (34, -22)), "sun")


def _bench(brush: Brush, air: Air) -> None:
    with brush.moved(596, 634, scale=0.46) as own:
        own.shadow(0, 2, 170, 12)
        for x in (-118, 106):
            own.solid(g.box(x, -180, 12, 180, round_=4), "charcoal", 3)
        for y in (-268, -232, -196):
            own.solid(g.box(-144, y, 288, 24, round_=8), "wood", 5, 3)
        own.solid(g.box(-152, -162, 304, 24, round_=9), "wood", 6, 3)


def _front(brush: Brush, air: Air) -> None:
    outside.grass_tufts(brush, ((-240, 700), (-300, 840), (40, 1200), (240, 1206), (560, 1196), (980, 690), (900, 1130),
                                (-160, 1170), (380, 1236), (120, 1250), (690, 1240), (300, 1290)))  # fmt: skip
    outside.flowers(brush, ((-30, 1204), (14, 1222), (60, 1206), (470, 1222), (520, 1204), (640, 1224), (300, 1216),
                                (180, 1262), (430, 1280), (590, 1270)),
                    ("white", "sun", "rose"))  # fmt: skip


def _near_tree(brush: Brush, air: Air) -> None:
    outside.tree(brush, (-150, 1190), 2.0, leaf="leaf", now=air.now)


def _rain(brush: Brush, air: Air) -> None:
    rain(brush, air, (LEFT, -300, RIGHT, 1400), 110)


SETTING = Setting(
    pieces=(
        Piece(-2000, _sky, moves=True), Piece(-1800, _trees, moves=True), Piece(-1700, _ground),
        Piece(-1650, _ducks, moves=True), Piece(-1600, _reeds, moves=True), Piece(600, _bench), Piece(1180, _front),
        Piece(1190, _near_tree, moves=True), Piece(4000, _rain, moves=True),
    ),
    spots={
        "near-left": Place(60, 1120), "near-right": Place(640, 1120), "near-middle": Place(350, 1126),
        "far-bench": Place(596, 636, seat=78), "off-left": Place(-300, 1090), "off-right": Place(1010, 1090),
    },
)  # fmt: skip
