"""The marks of the product: the steps in the sun, and the coach's own sign that is clearly no person."""

from collections.abc import Callable

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.palette import LEAF, MINT, PAPER, SKY, SUN, TEAL

STEPS = ((112, 344, 288, 56), (208, 264, 192, 80), (304, 184, 96, 80))
"""The three steps on a field of 512, each as left, top, width and height: they rise to the right."""
SUNNY = (184.0, 164.0, 52.0)
"""The sun over the steps: its middle and its radius."""


def steps(brush: Brush, colour: str) -> None:
    """The steps as one shape with a soft corner at each tread, and the sun."""
    x, y, radius = SUNNY
    brush.fill(g.oval(x, y, radius, radius), SUN)
    shape = g.join(*(g.box(left, top, wide, 400 - top, round_=18) for left, top, wide, _ in STEPS))
    brush.fill(shape, colour)


def icon(brush: Brush) -> None:
    """The app icon on a field of 512: full to the edge, everything of meaning within the safe circle."""
    brush.fill(g.box(0, 0, 512, 512), TEAL)
    with brush.moved(256, 256, scale=0.86) as own, own.moved(-256, -272) as inner:
        steps(inner, PAPER)


def icon_svg() -> str:
    """The same icon as SVG text."""
    rects = "".join(
        f'<rect x="{left}" y="{top}" width="{wide}" height="{400 - top}" rx="18"/>' for left, top, wide, _ in STEPS
    )
    x, y, radius = SUNNY
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">'
        f'<rect width="512" height="512" fill="{TEAL}"/>'
        '<g transform="translate(256 256) scale(0.86) translate(-256 -272)">'
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{SUN}"/><g fill="{PAPER}">{rects}</g></g></svg>\n'
    )


def coach(brush: Brush) -> None:
    """A speech bubble that carries the steps, on a field of 960 by 720."""
    brush.fill(g.box(0, 0, 960, 720), SKY)
    brush.fill(g.oval(480, 800, 640, 230), MINT, 0.55)
    brush.fill(g.oval(130, 790, 420, 190), LEAF, 0.32)
    bubble = g.join(g.box(220, 92, 520, 440, round_=96), g.blob([(330, 470), (300, 622), (470, 520)], 0.12))
    with brush.moved(10, 16) as shade:
        shade.fill(bubble, "#16303A", 0.12)
    brush.fill(bubble, TEAL)
    with brush.moved(480, 312, scale=0.86) as own, own.moved(-256, -272) as inner:
        steps(inner, PAPER)


MARKS: dict[str, Callable[[Brush], None]] = {"coach": coach}
