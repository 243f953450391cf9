"""A small back garden at home: a fence, a lit window, a lawn with a bed for one young tree, and weather that bites."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, rain
from bot.studio.brush import Brush
from bot.studio.easing import seed, swing
from bot.studio.palette import mix
from bot.studio.places import outside
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

LAWN = 790.0


def _sky(brush: Brush, air: Air) -> None:
    outside.sky(brush, air, (LEFT, -420, RIGHT - LEFT, LAWN + 420))
    far = mix(air.light.sky[1], "#4F6B6A", 0.4)
    for left, wide, tall in ((330, 250, 300), (600, 220, 250), (830, 260, 320)):
        outside.roof(brush, (left, LAWN - 130), wide, tall, far)


def _trees(brush: Brush, air: Air) -> None:
    outside.tree(brush, (850, LAWN + 10), 1.5, leaf="leaf", now=air.now * (2.4 if air.weather == "wind" else 1))


def _house(brush: Brush, air: Air) -> None:
    brush.solid(g.box(LEFT, -400, 330, LAWN + 396), "#B9745A", 10)
    for row in range(34):
        y = -390 + row * 35
        for column in range(5):
            x = LEFT + 10 + column * 70 + (row % 2) * 34
            brush.fill(g.box(x, y, 52, 6), "#A5634B", 0.5)
    brush.solid(g.box(-230, 250, 180, 210, round_=6), "white", 5)
    brush.fill(g.box(-216, 264, 152, 182), "#FFD98C" if air.light.lamps > 0.5 else "#A9C7CC")
    brush.fill(g.box(-144, 264, 8, 182), "white")
    brush.fill(g.path((-216, 264), (-150, 264), (-216, 400)), "white", 0.25)
    brush.solid(g.box(-30, LAWN - 420, 14, 420), "fog", 4)


def _fence(brush: Brush, air: Air) -> None:
    for x in range(-8, 1060, 58):
        top = LAWN - 210 - (x * 7 % 3) * 4
        plank = g.path((x, LAWN), (x, top + 18), (x + 25, top), (x + 50, top + 18), (x + 50, LAWN))
        brush.solid(plank, "wood" if (x // 58) % 2 else "#B58457", 5)
    brush.solid(g.box(-8, LAWN - 62, 1070, 16), "walnut", 4)
    for x, high in ((70, 60), (150, 46), (600, 70), (690, 54), (780, 64)):
        brush.solid(g.oval(x, LAWN + 2, 56, high), "moss" if x % 20 else "leaf", 9, 4)


def _lawn(brush: Brush, air: Air) -> None:
    brush.fade(g.box(LEFT, LAWN, RIGHT - LEFT, 900), ("#9CC079", "#6C9A63"), (LAWN, LAWN + 420))
    brush.fill(g.path((-340, LAWN + 34), (-60, LAWN + 20), (-10, LAWN + 60), (-340, LAWN + 120)), "#CFC2A6")
    brush.fill(g.oval(430, 972, 150, 30), "#77543C")
    brush.fill(g.oval(430, 966, 140, 25), "#8A6448")
    outside.grass_tufts(brush, ((120, 860), (250, 1010), (620, 900), (700, 1040), (40, 1000), (560, 1060), (300, 880)))


def _night(brush: Brush, air: Air) -> None:
    if air.light.lamps > 0.5:
        brush.soft(g.oval(-140, 400, 250, 300), "#FFD98C", 0.3, 90)


def gale(brush: Brush, air: Air) -> None:
    """A storm from the right: streaks of air, leaves that fly past, and at night a slanting rain."""
    rain(brush, air, (LEFT, -300, RIGHT, 1200), 90)
    if air.weather != "wind":
        return
    dark = air.light.lamps > 0.5
    for index in range(22 if dark else 0):
        own = seed(f"storm{index}")
        gone = (own + air.now * (1.1 + 0.5 * own)) % 1.0
        x, y = 1000 - gone * 1300 + 160 * seed(f"sx{index}"), -260 + 1300 * seed(f"sy{index}") + gone * 420
        brush.line([(x, y), (x - 22, y + 8), (x - 44, y + 16)], "white", 2.4, 0.5)
    for index in range(8):
        own = seed(f"leaf{index}")
        gone = (own + air.now * (0.45 + 0.3 * own)) % 1.0
        x, y = 1060 - gone * 1400, 120 + 800 * seed(f"ly{index}") + 60 * swing(air.now + own * 9, 0.9)
        with brush.moved(x, y, turn=air.now * 300 + own * 360) as leaf:
            leaf.fill(g.blob([(-13, 0), (0, -7), (13, 0), (0, 7)]), ("grass", "amber", "moss")[index % 3])
    for index in range(3):
        gone = (seed(f"air{index}") + air.now * 0.7) % 1.0
        x, y = 1000 - gone * 1400, 100 + 760 * seed(f"ay{index}")
        brush.line([(x, y), (x - 70, y - 6), (x - 150, y + 4), (x - 190, y - 8)], "white", 4, 0.22)


SETTING = Setting(
    pieces=(
        Piece(-2000, _sky, moves=True), Piece(-1500, _trees, moves=True), Piece(-1300, _fence),
        Piece(-1200, _lawn), Piece(-1100, _house), Piece(-1050, _night), Piece(4000, gale, moves=True),
    ),
    spots={
        "tree": Place(430, 966), "left": Place(180, 976), "right": Place(620, 976), "front": Place(330, 1040),
        "bench-left": Place(318, 962, seat=168, depth=964), "bench-right": Place(542, 962, seat=168, depth=965),
        "house": Place(-60, 930), "off-left": Place(-260, 976),
    },
)  # fmt: skip
