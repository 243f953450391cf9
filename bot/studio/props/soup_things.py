"""Things of cooking: a pan of soup, bowls, salt in all amounts, a ladle, a festive table."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look

PAN_TOP = -112.0


def _steam(brush: Brush, now: float, top: float) -> None:
    for index in range(4):
        x, drift = -42 + index * 28, 6 * swing(now + index * 0.7, 2.6)
        brush.line([(x, top - 6), (x + drift, top - 30), (x - drift, top - 58)], "white", 6, 0.55)


def _pan_back(brush: Brush) -> None:
    for side in (-1, 1):
        handle = [(side * 86, -92), (side * 118, -96), (side * 120, -70), (side * 88, -66)]
        brush.line(handle, tones("charcoal").base, 11)
    brush.fill(g.oval(0, PAN_TOP, 90, 17), tones("steel").shade)


def _pan_front(brush: Brush, colour: str) -> None:
    shape = g.cut(g.blob([(-90, PAN_TOP), (90, PAN_TOP), (88, -18), (72, 0), (-72, 0), (-88, -18)], 0.12),
                  g.oval(0, PAN_TOP, 90, 17))  # fmt: skip
    brush.solid(shape, colour, 14, 5)
    brush.line([(-72, -66), (-66, -30), (-58, -14)], tones(colour).light, 7, 0.8)


def _pan(brush: Brush, look: Look) -> None:
    _pan_back(brush)
    brush.fill(g.oval(0, PAN_TOP + 5, 82, 11), "amber")
    for x, colour in ((-44, "leaf"), (-12, "sun"), (22, "leaf"), (50, "brick")):
        brush.fill(g.oval(x, PAN_TOP + 5, 9, 4), colour)
    _pan_front(brush, look.colour or "steel")
    _steam(brush, look.now, PAN_TOP)


def _salt_pot(brush: Brush) -> None:
    brush.solid(g.blob([(-30, -76), (30, -76), (34, -4), (26, 0), (-26, 0), (-34, -4)], 0.16), "ice", 8, 3)
    brush.fill(g.box(-24, -56, 48, 30, round_=6), "blue")
    for x in (-12, 0, 12):
        brush.fill(g.oval(x, -41, 3.6, 3.6), "white")
    brush.solid(g.box(-34, -90, 68, 20, round_=8), "navy", 4)


def _salt(brush: Brush, look: Look) -> None:
    _salt_pot(brush)


def _pan_salted(brush: Brush, look: Look) -> None:
    """The whole pot of salt stands upside down in the soup."""
    _pan_back(brush)
    brush.fill(g.oval(0, PAN_TOP + 5, 82, 11), "amber")
    heap = g.blob([(-58, PAN_TOP + 8), (-34, PAN_TOP - 22), (6, PAN_TOP - 42), (44, PAN_TOP - 20), (64, PAN_TOP + 8)])
    brush.solid(heap, "white", 8)
    with brush.moved(20, PAN_TOP - 84, turn=158) as own:
        own.solid(g.blob([(-30, -76), (30, -76), (34, -4), (26, 0), (-26, 0), (-34, -4)], 0.16), "ice", 8, 3)
        own.fill(g.box(-24, -56, 48, 30, round_=6), "blue")
        for x in (-12, 0, 12):
            own.fill(g.oval(x, -41, 3.6, 3.6), "white")
    _pan_front(brush, look.colour or "steel")
    for x, y, size in ((-96, -150, 7), (-78, -182, 5), (92, -158, 8), (112, -186, 5), (78, -196, 4)):
        brush.fill(g.oval(x, y, size, size * 1.3), "amber")


def _pinch(brush: Brush, look: Look) -> None:
    """A few grains that fall from two fingers."""
    for index in range(9):
        fall = ((look.now * 0.9 + index * 0.29) % 1.0) * 74
        brush.fill(g.oval(-5 + (index * 7) % 12, 16 + fall, 2.7, 2.7), "white")


def _ladle(brush: Brush, look: Look) -> None:
    brush.line([(0, 46), (0, -70), (2, -126)], "walnut", 9)
    brush.solid(g.blob([(-26, -154), (28, -154), (22, -128), (2, -118), (-20, -128)], 0.4), "wood", 5, 2)


def _tasting(brush: Brush, look: Look) -> None:
    """A spoon of soup on its way to a mouth."""
    brush.line([(-8, 2), (24, -6), (52, -10)], "steel", 6)
    brush.solid(g.oval(66, -11, 18, 9), "steel", 3)
    brush.fill(g.oval(66, -13, 13, 4.5), "amber")


def _feast(brush: Brush, look: Look) -> None:
    """A long table with a cloth that hangs down and a row of bowls."""
    brush.solid(g.box(-232, -136, 464, 136, round_=8), look.colour or "cream", 10, 4)
    for index in range(9):
        x = -206 + index * 51.5
        brush.fill(g.path((x, -28), (x + 17, -12), (x + 34, -28), (x + 17, -44)), "rose", 0.8)
    brush.solid(g.box(-244, -150, 488, 22, round_=8), "white", 5)
    for x in (-216, -176, -136, 136, 176, 216):
        with brush.moved(x, -150, scale=0.66) as bowl:
            _bowl(bowl)


def _bowl(brush: Brush) -> None:
    brush.solid(g.blob([(-40, -32), (40, -32), (30, -6), (16, 0), (-16, 0), (-30, -6)], 0.35), "sky", 7, 3)
    brush.fill(g.oval(0, -32, 38, 6), "amber")


def _bunting(brush: Brush, look: Look) -> None:
    sway = 2 * swing(look.now, 3.1)
    brush.line([(-240, -10), (0, 46 + sway), (240, -10)], "walnut", 4)
    for index in range(8):
        share = (index + 0.5) / 8
        x, y = -240 + 480 * share, -10 + (56 + sway) * (1 - (2 * share - 1) ** 2)
        colour = ("sun", "leaf", "rose", "blue")[index % 4]
        brush.fill(g.path((x - 20, y), (x + 20, y), (x + 2 + sway, y + 42)), colour)


KINDS: dict[str, Kind] = {
    "soup-pan": Kind(_pan, shade=86, moves=True), "soup-pan-salted": Kind(_pan_salted, shade=86),
    "salt": Kind(_salt, grip=(0, -40), shade=34), "pinch": Kind(_pinch, grip=(0, 0)),
    "ladle": Kind(_ladle, grip=(0, 20)), "tasting-spoon": Kind(_tasting, grip=(0, 0)),
    "feast-table": Kind(_feast, shade=240), "bunting": Kind(_bunting, moves=True),
}  # fmt: skip
