"""A park near home: a path along water, a bench under a tree, grass."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, rain
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.places import outside
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

GROUND = 742.0


def _sky(brush: Brush, air: Air) -> None:
    outside.sky(brush, air, (LEFT, -380, RIGHT - LEFT, GROUND + 380))
    for left, wide, high, colour in (
        (-260, 170, 150, "#B9CBC9"),
        (-60, 130, 200, "#AFC4C2"),
        (640, 190, 170, "#B9CBC9"),
    ):
        outside.roof(brush, (left, GROUND), wide, high, colour)


def _trees(brush: Brush, air: Air) -> None:
    for x, size, leaf in ((-190, 0.9, "grass"), (300, 0.7, "grass"), (480, 0.82, "leaf"), (820, 1.0, "grass")):
        outside.tree(brush, (x, GROUND + 12), size, leaf=leaf, now=air.now)


def _ground(brush: Brush, air: Air) -> None:
    brush.fade(g.box(LEFT, GROUND, RIGHT - LEFT, 900), ("#A5C983", "#6E9E62"), (GROUND, GROUND + 420))
    brush.fill(g.oval(560, 812, 460, 42), "#8FBFCB")
    brush.fill(g.oval(560, 808, 440, 34), "#A6D2DA")
    path = g.blob([(LEFT - 60, 926), (200, 906), (600, 918), (RIGHT + 60, 900), (RIGHT + 60, 1010), (500, 1032),
                   (LEFT - 60, 1024)], 0.4)  # fmt: skip
    brush.fill(path, "#E3D3AC")
    brush.fill(g.oval(160, 1000, 150, 9), "#D2C095")
    brush.fill(g.oval(520, 950, 130, 8), "#D2C095")
    outside.grass_tufts(
        brush, ((-30, 872), (70, 860), (330, 884), (650, 880), (60, 1070), (420, 1064), (640, 1056), (250, 890))
    )
    outside.flowers(
        brush, ((20, 888), (56, 880), (356, 890), (586, 894), (130, 1078), (520, 1072)), ("white", "sun", "rose")
    )


def _ducks(brush: Brush, air: Air) -> None:
    for index, x in enumerate((470, 560, 690)):
        drift = 20 * swing(air.now + index * 2, 11)
        with brush.moved(x + drift, 812 + index % 2 * 9, scale=0.75) as own:
            own.solid(
                g.blob([(-34, -8), (-44, -22), (-20, -18), (16, -20), (26, -4), (0, 4), (-24, 3)]),
                "walnut" if index else "white",
                5,
            )
            own.solid(g.oval(24, -28, 12, 12), "leaf" if index else "white", 3)
            own.fill(g.path((34, -30), (48, -25), (34, -22)), "sun")
            own.fill(g.oval(27, -31, 2.4, 2.4), "ink")


def _front_tree(brush: Brush, air: Air) -> None:
    outside.tree(brush, (70, 900), 1.7, leaf="leaf", now=air.now)


def _bench(brush: Brush, air: Air) -> None:
    brush.shadow(250, 934, 170, 12)
    for x in (132, 356):
        brush.solid(g.box(x, 752, 12, 180, round_=4), "charcoal", 3)
    for y in (664, 700, 736):
        brush.solid(g.box(106, y, 288, 24, round_=8), "wood", 5, 3)
    brush.solid(g.box(98, 770, 304, 24, round_=9), "wood", 6, 3)


def _rain(brush: Brush, air: Air) -> None:
    rain(brush, air, (LEFT, -300, RIGHT, 1200), 90)


SETTING = Setting(
    pieces=(
        Piece(-2000, _sky, moves=True), Piece(-1800, _trees, moves=True), Piece(-1700, _ground),
        Piece(-1600, _ducks, moves=True),
        Piece(-1000, _front_tree, moves=True), Piece(930, _bench), Piece(4000, _rain, moves=True),
    ),
    spots={
        "bench": Place(240, 956, seat=170), "bench-right": Place(330, 956, seat=170), "path-left": Place(130, 972),
        "path-middle": Place(340, 978), "path-right": Place(580, 972), "off-left": Place(-220, 972),
        "off-right": Place(940, 972),
    },
)  # fmt: skip
