"""The young apple tree in calm, in a storm and askew, and what keeps it upright: stake, rope, fallen leaves."""

import math

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look

BRANCHES = ((0.5, -52, 84), (0.58, 48, 78), (0.72, -40, 76), (0.8, 42, 70), (0.92, -24, 58), (1.0, 16, 54))
"""Where a branch starts on the stem, its angle to the stem, and its length."""
TALL = 400.0


def _stem(lean: float, bend: float) -> list[tuple[g.Point, float]]:
    """Points along the stem with the angle there (degrees to the right): it leans at its foot and bends higher up."""
    points: list[tuple[g.Point, float]] = [((0.0, 0.0), lean)]
    for step in range(10):
        angle = lean + bend * ((step + 1) / 10) ** 1.6
        (x, y), _ = points[-1]
        out = math.radians(angle)
        points.append(((x + math.sin(out) * TALL / 10, y - math.cos(out) * TALL / 10), angle))
    return points


def _leaf(brush: Brush, at: g.Point, angle: float, colour: str) -> None:
    with brush.moved(*at, turn=angle) as own:
        own.solid(g.blob([(0, 0), (-11, -15), (0, -36), (11, -15)], 0.5), colour, 4)


def _tree(brush: Brush, lean: float, bend: float, flutter: float, leaves: int) -> None:
    stem = _stem(lean, bend)
    for share, turn, long in BRANCHES:
        (x, y), angle = stem[round(share * 10)]
        swept = angle + turn * (1 - min(0.55, abs(bend) / 130)) + bend * 0.35
        tip = g.hang((x, y), long, 180 - swept)
        middle = g.hang((x, y), long * 0.5, 180 - swept)
        brush.line([(x, y), middle, tip], "walnut", 6)
        spots = ((middle, -46), (middle, 46), (tip, -34), (tip, 4), (tip, 40))[:leaves]
        for index, (spot, aside) in enumerate(spots):
            _leaf(brush, spot, swept + aside + flutter * (1 if index % 2 else -1), ("leaf", "grass")[index % 2])
    trunk = [point for point, _ in stem]
    brush.toned(g.chain(trunk, [10 - 0.55 * index for index in range(11)]), tones("walnut"), 4)
    for x, y in (trunk[6], trunk[8]):
        brush.solid(g.oval(x + 24, y + 18, 12, 12), "brick", 4, 2)


def _calm(brush: Brush, look: Look) -> None:
    _tree(brush, 1.0, 2 * swing(look.now, 4.4), 3 * swing(look.now, 1.7), 5)


def _held(brush: Brush, look: Look) -> None:
    _tree(brush, 3.0, 2 * swing(look.now, 2.2), 3 * swing(look.now, 1.1), 4)


def _stormy(brush: Brush, look: Look) -> None:
    gust = swing(look.now, 2.3) * 0.7 + swing(look.now, 0.9) * 0.3
    _tree(brush, -9 - 5 * gust, -44 - 15 * gust, 12 * swing(look.now, 0.3), 4)


def _askew(brush: Brush, look: Look) -> None:
    _tree(brush, -42, -9 + 1.5 * swing(look.now, 3.4), 3 * swing(look.now, 1.6), 3)
    brush.solid(g.blob([(-40, 4), (-26, -16), (4, -22), (34, -12), (46, 6)], 0.4), "#8A6448", 6)


def _behind_glass(brush: Brush, look: Look) -> None:
    """The same tree outside the kitchen window: only what the two panes show, and calm enough to stay small as film."""
    brush.canvas.save()
    panes = g.join(g.box(-130, -318, 122, 318), g.box(8, -318, 122, 318))
    brush.canvas.clipPath(panes, doAntiAlias=True)
    with brush.moved(80, 64, scale=0.82) as own:
        gust = swing(round(look.now * 8.34) / 8.34, 3.1)
        _tree(own, -9 - 3 * gust, -42 - 9 * gust, 5 * gust, 3)
    brush.canvas.restore()


def _stake(brush: Brush, look: Look) -> None:
    """The stake beside the stem."""
    brush.solid(g.path((-9, -250), (0, -262), (9, -250), (9, 6), (-9, 6)), "oak", 5, 2)


def _knot(brush: Brush, look: Look) -> None:
    """The rope around stem and stake."""
    for y in (-10, 0, 10):
        brush.line([(-30, y - 2), (0, y + 5), (32, y - 3)], "sand", 7)
        brush.line([(-30, y + 1), (0, y + 8), (32, y)], tones("sand").shade, 2)
    brush.solid(g.oval(22, 2, 10, 12), "sand", 4)
    brush.line([(24, 12), (34, 40), (28, 58)], "sand", 6)


def _coil(brush: Brush, look: Look) -> None:
    for y, wide in ((-8, 54), (-20, 52), (-32, 49)):
        brush.solid(g.box(-wide, y - 8, wide * 2, 16, round_=8), "sand", 5, 2)
        for x in range(-40, 41, 16):
            brush.line([(x - 4, y - 6), (x + 4, y + 6)], tones("sand").shade, 2.4)
    brush.line([(46, -30), (66, -20), (60, -2)], "sand", 8)


def _hand_coil(brush: Brush, look: Look) -> None:
    """A coil of rope as it hangs from a hand."""
    for across in (30, 24):
        ring = g.cut(g.oval(0, -38, across, 46), g.oval(0, -38, across - 8, 38))
        brush.solid(ring, "sand", 4)
    brush.line([(14, -4), (22, 22), (16, 40)], "sand", 7)
    brush.solid(g.box(-9, -96, 18, 24, round_=6), "#C7A877", 4)


def _fallen(brush: Brush, look: Look) -> None:
    for index, (x, y) in enumerate(((-120, 4), (-70, -8), (-20, 8), (40, -4), (90, 6), (140, -6), (-160, -10))):
        with brush.moved(x, y, turn=index * 67) as own:
            own.fill(g.blob([(-14, 0), (0, -6), (14, 0), (0, 6)]), ("leaf", "amber", "grass")[index % 3])


def _on_scarf(brush: Brush, look: Look) -> None:
    """Leaves that the tree has dropped on somebody."""
    for x, y, turn, colour in ((-26, -30, 30, "amber"), (14, -44, -40, "grass"), (-34, 4, 80, "amber")):
        with brush.moved(x, y, turn=turn) as own:
            own.solid(g.blob([(-13, 0), (0, -7), (13, 0), (0, 7)]), colour, 3)


KINDS: dict[str, Kind] = {
    "sapling": Kind(_calm, shade=46, moves=True), "sapling-held": Kind(_held, shade=46, moves=True),
    "sapling-storm": Kind(_stormy, shade=46, moves=True), "sapling-askew": Kind(_askew, shade=46, moves=True),
    "sapling-window": Kind(_behind_glass, moves=True), "stake": Kind(_stake, shade=14), "knot": Kind(_knot),
    "rope-coil": Kind(_coil, grip=(0, -24), shade=54), "rope-hand": Kind(_hand_coil, grip=(0, -84)),
    "leaves": Kind(_fallen), "leaves-on-head": Kind(_on_scarf),
}  # fmt: skip
