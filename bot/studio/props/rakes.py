"""Rakes, in every way that one is held, and the leaves that come along with each stroke."""

import math

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import seed
from bot.studio.leaves import leaf, strewn, tint
from bot.studio.props.kind import Kind, Look
from bot.studio.strokes import AWAY, CALM, FAR, FAST, HELD_AT, NEAR, Raking

EDGE = FAR + 30
"""How far before the feet the last leaf lies that a rake still takes along."""


def _rake(brush: Brush, look: Look) -> None:
    """A leaf rake that stands on its tines at the origin."""
    brush.line([(0, -496), (0, -280), (0, -64)], "oak", 11)
    brush.line([(3, -490), (3, -280), (3, -70)], "#A98053", 3.5)
    for index in range(7):
        x = -45 + index * 15
        brush.line([(x * 0.22, -70), (x * 0.7, -34), (x, -8), (x, 0)], look.colour or "teal", 4.5)
    brush.line([(-30, -26), (0, -31), (30, -26)], look.colour or "teal", 4.5)
    brush.solid(g.path((-13, -78), (13, -78), (9, -58), (-9, -58)), look.colour or "teal", 4)


def _leaning(brush: Brush, look: Look) -> None:
    """The rake against a tree, its tines on the ground; the origin is just under the hand that takes it."""
    angle = math.radians(AWAY)
    with brush.moved(-math.sin(angle) * HELD_AT, math.cos(angle) * HELD_AT - 16, turn=AWAY) as own:
        _rake(own, look)


def _swept(raking: Raking, strokes: int) -> Kind:
    """Leaves before the feet of who rakes (the origin), that come along stroke by stroke and end as a row."""

    def draw(brush: Brush, look: Look) -> None:
        for own, (x, y), turn in strewn(f"swept {strokes}", 84, (NEAR - 20, -58, EDGE, 62)):
            home = NEAR - 6 + 44 * (seed(f"{own} home") - 0.5)
            at = _swept_to(raking, look.now, int(seed(f"{own} stroke") * strokes), (home, x))
            there = at <= home + 1
            high = 30 * seed(f"{own} high") * min(1.0, (raking.stroke(look.now)[0] + 1) / strokes) if there else 0.0
            leaf(brush, (at, y * (0.62 if there else 1.0) - high), turn + x - at, colour=tint(own), flat=0.66)

    return Kind(draw, moves=True)


def _swept_to(raking: Raking, now: float, own: int, ends: tuple[float, float]) -> float:
    """Where a leaf is (pixels before the feet) that comes along with its own stroke, and no other."""
    home, start = ends
    number, tip, lift = raking.stroke(now)
    if number != own or now <= raking.start:
        return home if number > own else start
    return max(home, min(start, tip + (start - FAR) * 0.1)) if not lift else home


KINDS: dict[str, Kind] = {
    "rake-in-hand": Kind(_rake, grip=(0, -340)),
    "rake-in-hands": Kind(_rake, grip=(0, -385), two=True), "rake-leant-on": Kind(_rake, grip=(0, -470), two=True),
    "rake-leaning": Kind(_leaning), "swept-calm": _swept(CALM, 2), "swept-fast": _swept(FAST, 4),
}  # fmt: skip
