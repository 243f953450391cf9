"""The garden gang's lane in autumn: a gravel path under one large yellow tree, a glasshouse, a hedge, and wind."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, rain
from bot.studio.brush import Brush
from bot.studio.easing import seed, swing
from bot.studio.leaves import leaf, scatter, tint
from bot.studio.places import outside
from bot.studio.places.autumn import large_crown, large_trunk, small_tree
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

GROUND, PATH_TOP, PATH_FOOT = 770.0, 900.0, 1040.0
TREE = (560.0, 888.0)
"""Where the large tree stands."""


def _sky(brush: Brush, air: Air) -> None:
    outside.sky(brush, air, (LEFT, -420, RIGHT - LEFT, GROUND + 420))
    for x, across, colour in ((-160, 340, "#B9B48C"), (280, 380, "#C4B27C"), (820, 400, "#B3AC82")):
        brush.fill(g.oval(x, GROUND + 34, across, across * 0.45), colour)


def _far_trees(brush: Brush, air: Air) -> None:
    for x, size, colour in ((-250, 1.0, "#C9702F"), (-90, 0.72, "#D9A43A"), (350, 0.7, "#8C8A48"),
                            (700, 0.8, "#B96A35"), (820, 1.05, "#CF8733"), (960, 0.8, "#A9924A")):  # fmt: skip
        small_tree(brush, (x, GROUND + 8), size, colour=colour, air=air)


def _glasshouse(brush: Brush) -> None:
    with brush.moved(20, GROUND + 8, scale=0.62) as own:
        own.fill(g.path((0, 0), (0, -190), (150, -300), (300, -190), (300, 0)), "#E3F0EA", 0.85)
        own.fill(g.box(0, -62, 300, 62), "#8FA98C")
        for x in range(0, 301, 60):
            roof = -190 - (1 - abs(x - 150) / 150) * 110
            own.line([(x, 0), (x, roof)], "white", 8)
        own.line([(-8, -186), (150, -302)], "white", 12)
        own.line([(308, -186), (150, -302)], "white", 12)
        own.line([(0, -190), (300, -190)], "white", 8)


def _ground(brush: Brush, air: Air) -> None:
    outside.hedge(brush, (230, RIGHT + 20), GROUND + 14, 84, "#66753F")
    _glasshouse(brush)
    brush.fade(g.box(LEFT, GROUND, RIGHT - LEFT, 900), ("#B7B872", "#8F9A5C"), (GROUND, GROUND + 380))
    for x in (-300, -120, 40, 180, 330, 700, 860, 1000):
        brush.fill(g.oval(x, GROUND + 40 + (x * 7) % 50, 70, 9), "#A3A863", 0.7)
    tufts = ((-60, 830), (70, 850), (210, 826), (330, 860), (700, 850), (800, 826), (440, 836))
    outside.grass_tufts(brush, tufts, "#7E8A4A")
    scatter(brush, "grass", 70, (LEFT, GROUND + 20, RIGHT, PATH_TOP - 8), 0.62)


def _path(brush: Brush, air: Air) -> None:
    upper = [(LEFT - 20, PATH_TOP + 4), (-60, PATH_TOP - 3), (250, PATH_TOP + 4), (600, PATH_TOP - 2),
             (RIGHT + 20, PATH_TOP + 4)]  # fmt: skip
    lower = [(RIGHT + 20, PATH_FOOT), (700, PATH_FOOT + 5), (380, PATH_FOOT - 4), (40, PATH_FOOT + 5),
             (LEFT - 20, PATH_FOOT)]  # fmt: skip
    path = g.blob([*upper, *lower], 0.3)
    brush.fill(path, "#E2D0A9")
    brush.inside(path, (g.box(LEFT - 20, PATH_TOP - 10, RIGHT - LEFT + 40, 18), "#CDB98C"))
    for index in range(34):
        x, y = LEFT + 1400 * seed(f"stone{index}"), PATH_TOP + 8 + 130 * seed(f"deep{index}")
        brush.inside(path, (g.oval(x, y, 26 + 30 * seed(f"wide{index}"), 4), "#D2BE92"))


def _tree_foot(brush: Brush, air: Air) -> None:
    large_trunk(brush, TREE)
    scatter(brush, "roots", 26, (TREE[0] - 190, TREE[1] - 14, TREE[0] + 190, TREE[1] + 12), 0.75)


def _crown(brush: Brush, air: Air) -> None:
    large_crown(brush, (TREE[0] - 60, 128), air)


def _front(brush: Brush, air: Air) -> None:
    brush.fade(g.blob([(LEFT - 20, 1060), (0, 1046), (300, 1058), (620, 1044), (RIGHT + 20, 1056), (RIGHT + 20, 1500),
                       (LEFT - 20, 1500)], 0.3), ("#9EA763", "#7F8C50"), (1040, 1200))  # fmt: skip
    tufts = ((-40, 1066), (110, 1078), (290, 1070), (430, 1082), (610, 1066), (740, 1080))
    outside.grass_tufts(brush, tufts, "#6F7C42")
    scatter(brush, "front", 60, (LEFT, 1066, RIGHT, 1200), 1.0)


def _air(brush: Brush, air: Air) -> None:
    """Wind from the right, with leaves that fly past; rain when it rains."""
    rain(brush, air, (LEFT, -300, RIGHT, 1200), 90)
    if air.weather != "wind":
        return
    for index in range(7):
        own = seed(f"flying{index}")
        gone = (own + air.now * (0.4 + 0.25 * own)) % 1.0
        x, y = 1040 - gone * 1380, 150 + 720 * seed(f"height{index}") + 70 * swing(air.now + own * 9, 1.1) + 90 * gone
        leaf(brush, (x, y), air.now * 170 + own * 360, colour=tint(f"flying{index}"), size=0.95)
    for index in range(4):
        gone = (seed(f"gust{index}") + air.now * 0.62) % 1.0
        x, y = 1040 - gone * 1460, 190 + 640 * seed(f"gust height{index}")
        brush.line([(x, y), (x - 80, y - 8), (x - 160, y + 6), (x - 210, y - 4)], "white", 4.5, 0.34)


SETTING = Setting(
    pieces=(
        Piece(-2000, _sky, moves=True), Piece(-1900, _far_trees, moves=True), Piece(-1800, _ground),
        Piece(-1700, _path), Piece(-1600, _tree_foot), Piece(-1500, _crown, moves=True), Piece(1041, _front),
        Piece(4000, _air, moves=True),
    ),
    spots={
        "left": Place(140, 966), "middle": Place(330, 966), "right": Place(700, 966), "tree": Place(450, 960),
        "nail": Place(496, 612, depth=-1500), "off-left": Place(-240, 966), "off-right": Place(940, 966),
    },
)  # fmt: skip
