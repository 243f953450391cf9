"""The way through the seven courses: a path that winds through a land of hills, from a bench to a gate.

It is drawn twice: lively, and as quiet land in the morning mist, where nothing happens yet.
"""

from functools import partial

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.palette import mix
from bot.studio.places import outside, trail_far, trail_near
from bot.studio.places.parts import Piece, Setting

WIDE, HIGH = 1800.0, 2900.0
MIST = "#F6F1E6"
BANDS: tuple[tuple[str, str, tuple[float, ...]], ...] = (
    ("#A8CDBB", "#94BEA6", (520, 470, 500, 452, 486, 470, 510)),
    ("#B4CF97", "#93B87C", (640, 600, 612, 640, 660, 618, 600)),
    ("#BFD28A", "#9CBD73", (880, 900, 850, 800, 830, 870, 850)),
    ("#A5C67E", "#86AF68", (1130, 1080, 1120, 1160, 1150, 1100, 1080)),
    ("#BCD08A", "#98BA70", (1400, 1430, 1400, 1350, 1330, 1370, 1420)),
    ("#9DC07A", "#7EA862", (1660, 1620, 1640, 1690, 1680, 1640, 1600)),
    ("#B3CC84", "#8FB56C", (2000, 2030, 2010, 1960, 1940, 1970, 2010)),
    ("#97BC74", "#78A35E", (2300, 2260, 2280, 2330, 2320, 2270, 2250)),
    ("#86AF68", "#5F9258", (2700, 2690, 2720, 2770, 2760, 2720, 2690)),
)
"""The hills from far to near: the tone at the top and at the foot, and the heights of the top from left to right."""
WAY = (
    (840, 2980, 126), (960, 2800, 118), (1080, 2620, 110), (1030, 2440, 102), (820, 2320, 96), (610, 2210, 92),
    (580, 2080, 88), (720, 1960, 84), (820, 1840, 80), (930, 1750, 74), (1080, 1706, 66), (1250, 1700, 62),
    (1420, 1706, 62), (1570, 1650, 62), (1590, 1550, 60), (1420, 1470, 58), (1080, 1430, 56), (780, 1372, 54),
    (640, 1290, 52), (720, 1190, 50), (900, 1110, 47), (1050, 1030, 44), (1050, 940, 42), (950, 870, 40),
    (850, 810, 38), (806, 750, 37), (800, 690, 37),
)  # fmt: skip
"""The path: the points along its middle from near to far, each with half of its width."""
ASIDE = ((640, 1300, 50), (480, 1252, 42), (290, 1222, 36), (110, 1212, 30), (-60, 1216, 26))
"""The way that leads aside from the fork."""


def _sky(brush: Brush, air: Air) -> None:
    brush.fade(g.box(-20, -60, WIDE + 40, 620), ("#9CCFDD", "#F4EED6"), (60, 540))
    brush.soft(g.oval(1330, 300, 190, 190), "#FFE9A8", 0.7, 70)
    brush.fill(g.oval(1330, 300, 84, 84), "#FFDD85")
    for x, y, size in ((330, 270, 1.5), (900, 210, 1.0), (1640, 210, 1.25)):
        outside.cloud(brush, (x, y), size, "white")


def _land(brush: Brush, air: Air) -> None:
    for index, (top, foot, heights) in enumerate(BANDS):
        line = [(-60 + at * (WIDE + 120) / (len(heights) - 1), high) for at, high in enumerate(heights)]
        shape = g.blob([(-400, max(heights) + 700), (-400, heights[0]), *line, (WIDE + 400, heights[-1]),
                        (WIDE + 400, max(heights) + 700)], 0.5)  # fmt: skip
        brush.fade(shape, (top, foot), (min(heights), min(heights) + 380))
        if index == 0:
            trail_far.horizon(brush)
    trail_far.fields(brush)
    trail_far.water(brush)
    for points in (ASIDE, WAY):
        brush.fill(_ribbon([(x, y + 7, half + 7) for x, y, half in points]), "#C9B27E")
        brush.fill(_ribbon(points), "#EBDAB0")
    for share in (-0.42, 0.4):
        brush.line([(x + half * share, y) for x, y, half in WAY], "#DCC894", 7, 0.7)


def _ribbon(points: list[tuple[float, float, float]] | tuple[tuple[float, float, float], ...]) -> g.Shape:
    """A band through the points that is as wide as they say."""
    left, right = [], []
    for index, (x, y, half) in enumerate(points):
        before, after = points[max(0, index - 1)], points[min(len(points) - 1, index + 1)]
        dx, dy = after[0] - before[0], (after[1] - before[1]) * 1.6
        length = max((dx * dx + dy * dy) ** 0.5, 1)
        # Lying land is seen from aside: the band is wide where it runs away from the eye, and flat where it crosses.
        left.append((x - dy / length * half, y + dx / length * half * 0.5))
        right.append((x + dy / length * half, y - dx / length * half * 0.5))
    return g.blob([*left, *reversed(right)], 0.5)


def _mist(brush: Brush, air: Air) -> None:
    """What lies over the land where nobody has been yet."""
    brush.fill(g.box(-20, -60, WIDE + 40, HIGH + 200), mix(MIST, "sky", 0.18), 0.56)
    for y, strength in ((700, 0.4), (1080, 0.34), (1500, 0.34), (1900, 0.3), (2350, 0.3)):
        brush.soft(g.oval(900, y, 1100, 70), "white", strength, 60)


def _setting(*, alive: bool) -> Setting:
    scenes = (*trail_near.SCENES, *trail_far.SCENES)
    pieces = [Piece(-4000, _sky), Piece(-3900, _land)]
    pieces += [Piece(depth, partial(draw, alive=alive)) for depth, draw in scenes]
    if not alive:
        pieces.append(Piece(9000, _mist))
    return Setting(pieces=tuple(pieces), spots=SPOTS)


SPOTS = {
    "bench": Place(560, 2516, seat=108, depth=2520), "bench-left": Place(420, 2516, seat=108, depth=2520),
    "workbench": Place(1360, 2390, depth=2394), "step": Place(610, 1800), "summit": Place(474, 1612),
    "bridge-left": Place(1180, 1706), "bridge-right": Place(1330, 1706), "fork": Place(740, 1346),
    "gate": Place(790, 716), "before-gate": Place(850, 800),
}  # fmt: skip
LIVELY, QUIET = _setting(alive=True), _setting(alive=False)
