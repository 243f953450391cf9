"""Things of a first day back: a small bag, a watch, a ringing phone, a cold mug, a stump, a lamp for the evening."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look


def _bag(brush: Brush, look: Look) -> None:
    """A small bag that hangs from its handle: the origin."""
    colour = look.colour or "denim"
    brush.line([(-22, 40), (-16, 4), (0, -2), (16, 4), (22, 40)], tones(colour).shade, 8)
    brush.solid(g.blob([(-42, 34), (42, 34), (48, 96), (38, 106), (-38, 106), (-48, 96)], 0.14), colour, 9, 4)
    brush.fill(g.blob([(-42, 34), (42, 34), (40, 58), (0, 66), (-40, 58)], 0.2), tones(colour).light)
    brush.solid(g.box(-8, 54, 16, 18, round_=4), "sun", 3)


def _shoulder_bag(brush: Brush, look: Look) -> None:
    """A bag that hangs from a shoulder by its strap, held there by a hand at the origin."""
    colour = look.colour or "mustard"
    brush.line([(5, 6), (-14, -24), (-38, -46)], tones(colour).shade, 12)
    brush.line([(-86, 96), (-82, 124), (-80, 156)], tones(colour).shade, 12)
    body = g.blob([(-136, 150), (-26, 150), (-16, 244), (-28, 258), (-134, 258), (-146, 244)], 0.16)
    brush.solid(body, colour, 11, 5)
    brush.fill(g.blob([(-136, 150), (-26, 150), (-30, 188), (-82, 198), (-132, 188)], 0.2), tones(colour).light)
    brush.solid(g.box(-92, 184, 20, 22, round_=5), "walnut", 3)


def _watch(brush: Brush, look: Look) -> None:
    """On the wrist of the hand that it hangs from."""
    brush.solid(g.box(-13, 22, 26, 13, round_=5), "charcoal", 3)
    brush.solid(g.oval(0, 28, 11, 11), "steel", 3)
    brush.fill(g.oval(0, 28, 7.6, 7.6), "white")
    brush.line([(0, 28), (0, 25), (0, 22.5)], "ink", 1.8)
    brush.line([(0, 28), (2, 29), (4, 29.5)], "ink", 1.8)


def _ringing(brush: Brush, look: Look) -> None:
    """A phone whose alarm goes: a bell on a yellow screen, and sound to both sides."""
    shake = 1.6 * swing(look.now, 0.1)
    with brush.moved(shake, 0) as own:
        own.solid(g.box(-21, -76, 42, 80, round_=8), "black", 3)
        own.fill(g.box(-17, -69, 34, 64, round_=4), "sun")
        with own.moved(0, -46, turn=12 * swing(look.now, 0.4)) as bell:
            bell.fill(g.blob([(-10, 7), (-7, -6), (0, -12), (7, -6), (10, 7)], 0.4), "ink")
            bell.fill(g.oval(0, 9, 3.4, 3.4), "ink")
    for side in (-1, 1):
        for far in (34, 46):
            size = 10 + (far - 34) * 0.5
            brush.line([(side * far, -46 - size), (side * (far + 6), -46), (side * far, -46 + size)], "teal", 4, 0.85)


def _buzz(brush: Brush, look: Look) -> None:
    """A pocket that hums for a second."""
    if not 0.15 < look.now < 1.25:
        return
    jolt = 3 * swing(look.now, 0.09)
    brush.fill(g.box(-12 + jolt, -22, 24, 44, round_=6), "#16303A", 0.35)
    for side in (-1, 1):
        for far in (24, 37):
            x = side * far + jolt
            brush.line([(x, -15), (x + side * 6, 0), (x, 15)], "cream", 5)


def _stump(brush: Brush, look: Look) -> None:
    bark = g.blob([(-66, 2), (-52, -30), (-50, -92), (50, -92), (52, -30), (68, 2), (0, 10)], 0.3)
    brush.solid(bark, "walnut", 12, 4)
    brush.solid(g.oval(0, -92, 51, 13), "oak", 3)
    for share in (0.66, 0.34):
        ring = g.cut(g.oval(0, -92, 51 * share, 13 * share), g.oval(0, -92, 51 * share - 3, 13 * share - 1.6))
        brush.fill(ring, "wood")
    for x in (-30, -6, 20):
        brush.line([(x, -76), (x - 2, -50), (x - 1, -20)], "#16303A", 3.4, 0.2)


def _floor_lamp(brush: Brush, look: Look) -> None:
    """A lamp on a stand that is on, with the warm light around it."""
    brush.soft(g.oval(0, -500, 300, 320), "#FFD98C", 0.5, 110)
    brush.line([(0, -4), (0, -250), (0, -470)], "charcoal", 9)
    brush.fill(g.oval(0, -3, 46, 9), "charcoal")
    brush.solid(g.blob([(-46, -560), (46, -560), (74, -444), (-74, -444)], 0.12), look.colour or "#FFE7B0", 8, 5)


def _bowl(brush: Brush, look: Look) -> None:
    """A bowl of soup with a spoon in it, as it lies in a hand."""
    brush.line([(10, -34), (30, -54), (48, -66)], "steel", 6)
    bowl = g.blob([(-44, -36), (44, -36), (34, -8), (18, 2), (-18, 2), (-34, -8)], 0.35)
    brush.solid(bowl, look.colour or "sky", 8, 3)
    brush.fill(g.oval(0, -36, 42, 7), "amber")
    for x, colour in ((-18, "leaf"), (6, "brick"), (20, "leaf")):
        brush.fill(g.oval(x, -36, 5, 2.2), colour)
    for index in range(3):
        x, drift = -14 + index * 14, 4 * swing(look.now + index * 0.9, 2.6)
        brush.line([(x, -46), (x + drift, -62), (x - drift, -80)], "white", 4, 0.55)


def _low_sun(brush: Brush, look: Look) -> None:
    """The sun just over the roofs, and its long light over the street."""
    brush.soft(g.oval(0, 0, 150, 150), "#FFE39A", 0.75, 60)
    brush.fill(g.oval(0, 0, 50, 50), "#FFE08A")
    for angle, long in ((22, 900), (34, 900), (48, 900)):
        with brush.moved(0, 0, turn=angle) as own:
            own.fill(g.path((40, -8), (long, -60), (long, 60), (40, 8)), "#FFF1C4", 0.1)


KINDS: dict[str, Kind] = {
    "work-bag": Kind(_bag, grip=(0, -16)), "shoulder-bag": Kind(_shoulder_bag, grip=(0, 0)),
    "wrist-watch": Kind(_watch, grip=(0, 0), upright=False),
    "phone-ringing": Kind(_ringing, grip=(0, -8), upright=False), "pocket-buzz": Kind(_buzz, moves=True),
    "stump": Kind(_stump, shade=72), "floor-lamp": Kind(_floor_lamp, shade=50),
    "soup-in-hand": Kind(_bowl, grip=(0, 4), moves=True), "low-sun": Kind(_low_sun),
}  # fmt: skip
