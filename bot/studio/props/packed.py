"""What stands ready by a front door: a packed bag, shoes, a bus card, a folded note, an alarm clock, a sleeping dog."""

import math

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import darker, tones
from bot.studio.props.animals import _dog_head
from bot.studio.props.dogs import COAT
from bot.studio.props.kind import Kind, Look


def _packed_bag(brush: Brush, look: Look) -> None:
    """A full bag on the floor with a lunch box on top and a bottle in its side pocket."""
    colour = look.colour or "denim"
    brush.solid(g.box(84, -168, 34, 130, round_=12), "sky", 6, 3)
    brush.solid(g.box(90, -184, 22, 22, round_=6), "slate", 3)
    brush.line([(-58, -150), (-40, -206), (40, -206), (58, -150)], tones(colour).shade, 13)
    brush.solid(g.blob([(-96, -152), (96, -152), (112, -16), (96, 0), (-96, 0), (-112, -16)], 0.14), colour, 15, 6)
    brush.solid(g.box(-64, -92, 128, 70, round_=12), darker(colour), 7)
    brush.line([(-86, -138), (0, -132), (86, -138)], "sun", 6)
    brush.solid(g.box(76, -96, 46, 92, round_=10), colour, 6)
    with brush.moved(-8, -150, turn=-3) as box:
        box.solid(g.box(-70, -62, 140, 64, round_=13), "leaf", 8, 4)
        box.solid(g.box(-74, -76, 148, 26, round_=11), "#EFE4C8", 6, 3)
        for x in (-52, 40):
            box.solid(g.box(x, -66, 14, 30, round_=5), "sun", 3)


def _shoes(brush: Brush, look: Look) -> None:
    """Two work shoes side by side, toes to the right."""
    for x, y in ((-46, -8), (26, 4)):
        with brush.moved(x, y) as own:
            upper = [(-40, -8), (-42, -62), (-8, -66), (-2, -40), (34, -28), (50, -16), (50, -4), (-38, -4)]
            own.solid(g.blob(upper, 0.35), look.colour or "walnut", 8, 4)
            own.solid(g.box(-44, -10, 98, 12, round_=6), "black", 3)
            own.fill(g.oval(-25, -63, 16, 5), "#4A3325")
            for step in range(3):
                own.line([(-8 + step * 11, -50 + step * 8), (4 + step * 11, -52 + step * 7)], "cream", 4)


def _bus_card(brush: Brush, look: Look) -> None:
    """A bus card that lies flat on a cupboard, seen from aside and above."""
    brush.solid(g.path((-44, 0), (-32, -20), (46, -20), (36, 0)), "sun", 3)
    brush.fill(g.path((-28, -5), (-21, -15), (4, -15), (-3, -5)), "ink")
    brush.fill(g.path((10, -5), (16, -15), (34, -15), (29, -5)), "cream")


def _note(brush: Brush, look: Look) -> None:
    """A folded note that stands like a little roof."""
    brush.solid(g.path((-36, 0), (-20, -50), (34, -50), (22, 0)), "white", 4)
    brush.fill(g.path((34, -50), (48, -2), (22, 0)), tones("paper").shade)
    for y, long in ((-36, 26), (-25, 30), (-14, 20)):
        brush.line([(-17 - y * 0.02, y), (-17 + long, y)], "stone", 3.4)


def _alarm(brush: Brush, look: Look) -> None:
    """An alarm clock with two bells, set for the morning."""
    for side in (-1, 1):
        brush.line([(side * 22, -16), (side * 32, 0)], "charcoal", 8)
        brush.solid(g.oval(side * 26, -88, 17, 14), "brick", 4)
    brush.line([(-12, -102), (0, -108), (12, -102)], "charcoal", 6)
    brush.solid(g.oval(0, -48, 43, 43), look.colour or "brick", 7, 4)
    brush.fill(g.oval(0, -48, 34, 34), "white")
    for hour in range(12):
        angle = hour * math.tau / 12
        brush.fill(g.oval(math.sin(angle) * 28, -48 - math.cos(angle) * 28, 2.2, 2.2), "ink")
    for length, thick, degrees in ((16, 5, 285), (24, 4, 180)):
        angle = math.radians(degrees)
        brush.line([(0, -48), (math.sin(angle) * length, -48 - math.cos(angle) * length)], "ink", thick)


def _dog(brush: Brush, look: Look) -> None:
    """Flat out on the floor, its nose at the right, eyes shut as far as it can."""
    breath, tone = 2.4 * swing(look.now, 3.2), tones(COAT)
    with brush.moved(-150, -12, turn=14 + 3 * swing(look.now, 1.6)) as own:
        own.toned(g.chain([(10, 0), (-26, -4), (-56, 6)], [10, 9, 6]), tone, 4)
    brush.toned(g.blob([(-160, -2), (-158, -40), (-116, -72 - breath), (-40, -74 - breath), (30, -58), (48, -14),
                        (30, 0), (-140, 2)]), tone, 10)  # fmt: skip
    brush.toned(g.blob([(-150, 0), (-152, -34), (-116, -52), (-84, -34), (-90, 0)]), tone, 7)
    brush.toned(g.chain([(-4, -12), (74, -8)], [14, 10]), tone, 4)
    _dog_head(brush, (62, -38 + breath * 0.4), look, tilt=14)
    brush.fill(g.oval(78, -43, 8, 9), COAT)
    brush.line([(70, -44), (77, -40), (85, -42)], "ink", 3)


KINDS: dict[str, Kind] = {
    "packed-bag": Kind(_packed_bag, shade=128), "work-shoes": Kind(_shoes, shade=100),
    "bus-card-flat": Kind(_bus_card), "folded-note": Kind(_note), "alarm-clock": Kind(_alarm, shade=40),
    "dog-sleeping": Kind(_dog, shade=160, moves=True),
}  # fmt: skip
