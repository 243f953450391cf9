"""Fallen leaves: one leaf, its colours, and how leaves lie about on the ground."""

from collections.abc import Iterator

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import seed
from bot.studio.palette import tones

COLOURS = ("#E8B844", "#D98F32", "#C9702F", "#EBC766", "#B9562F")
"""From yellow to red-brown; yellow is what falls most."""


def leaf(brush: Brush, at: g.Point, turn: float, *, colour: str, size: float = 1.0, flat: float = 1.0) -> None:
    """One leaf with its stalk; `flat` below 1 is seen from aside, as what lies on the ground."""
    tone = tones(colour)
    with brush.moved(*at) as still:
        still.canvas.scale(size, size * flat)
        with still.moved(0, 0, turn=turn) as own:
            own.fill(g.blob([(-17, 0), (-6, -9), (8, -8), (18, 0), (8, 8), (-6, 9)], 0.5), tone.base)
            own.fill(g.blob([(-17, 0), (-6, 3), (18, 0), (8, 8), (-6, 9)], 0.5), tone.shade)
            own.line([(-25, 2), (-14, 0), (12, 0)], tone.shade, 2.2)


def tint(name: str) -> str:
    """The colour of the leaf with this name."""
    return COLOURS[min(len(COLOURS) - 1, int(seed(f"{name} tint") ** 1.5 * len(COLOURS)))]


def strewn(name: str, count: int, area: tuple[float, float, float, float]) -> Iterator[tuple[str, g.Point, float]]:
    """Names, places and turns of leaves within an area (left, top, right, bottom), from back to front."""
    left, top, right, bottom = area
    for index in range(count):
        own = f"{name}{index}"
        y = top + (bottom - top) * (index + seed(f"{own} y")) / count
        yield own, (left + (right - left) * seed(f"{own} x"), y), 360 * seed(f"{own} turn")


def scatter(brush: Brush, name: str, count: int, area: tuple[float, float, float, float], size: float = 1.0) -> None:
    """Leaves that lie within an area."""
    for own, at, turn in strewn(name, count, area):
        leaf(brush, at, turn, colour=tint(own), size=size * (0.8 + 0.4 * seed(f"{own} size")), flat=0.62)
