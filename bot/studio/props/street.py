"""Things for out of doors: a big umbrella (open, closed, blown inside out), a bus card, puddles."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look

SHAFT, HALF = 300.0, 216.0
"""How long the umbrella is, and half the width of what stays dry under it."""


def _handle(brush: Brush) -> None:
    brush.line([(0, -6), (2, 16), (16, 18), (20, 4)], "walnut", 9)


def _brolly(brush: Brush, look: Look) -> None:
    colour = look.colour or "mustard"
    brush.line([(0, 0), (0, -SHAFT - 116)], "charcoal", 7)
    _handle(brush)
    dome = g.cut(g.oval(0, -SHAFT + 8, HALF, 112), g.box(-260, -SHAFT + 8, 520, 200))
    scallops = g.join(*[g.oval(-162 + 108 * index, -SHAFT + 9, 55, 19) for index in range(4)])
    brush.fill(g.cut(g.oval(0, -SHAFT - 2, HALF - 8, 22), g.box(-260, -SHAFT + 4, 520, 60)), tones(colour).shade)
    brush.solid(g.cut(dome, scallops), colour, 14, 6)
    for end in (-108, 0, 108):
        brush.line([(0, -SHAFT - 102), (end * 0.7, -SHAFT - 66), (end, -SHAFT - 10)], tones(colour).shade, 3)


def _closed(brush: Brush, look: Look) -> None:
    """A closed umbrella, held in the middle, its point down."""
    colour = look.colour or "mustard"
    brush.line([(0, -150), (0, 176)], "charcoal", 6)
    with brush.moved(0, -150, turn=180) as own:
        _handle(own)
    brush.solid(g.blob([(-20, -92), (20, -92), (17, 20), (4, 158), (-4, 158), (-17, 20)], 0.2), colour, 6, 3)
    brush.line([(-6, -84), (-4, 30), (0, 140)], tones(colour).shade, 3)
    brush.fill(g.box(-19, 2, 38, 11, round_=4), tones(colour).shade)


def _blown(brush: Brush, look: Look) -> None:
    """An umbrella that the wind turned inside out."""
    colour = look.colour or "mustard"
    flap = 7 * swing(look.now, 0.23)
    brush.line([(0, 0), (0, -SHAFT + 30)], "charcoal", 7)
    _handle(brush)
    with brush.moved(0, -SHAFT + 30, turn=-14 + flap) as own:
        cup = g.blob([(-8, 8), (-70, -40), (-126, -132), (-150, -176), (-104, -160), (-62, -186), (-20, -160),
                      (26, -188), (66, -160), (112, -180), (104, -120), (60, -40), (10, 8)], 0.24)  # fmt: skip
        own.solid(cup, colour, 12, 5)
        for end in (-104, -20, 66):
            own.line([(0, 0), (end * 0.5, -70), (end, -158)], tones(colour).shade, 4)


def _bus_card(brush: Brush, look: Look) -> None:
    brush.solid(g.box(-24, -36, 48, 34, round_=5), "sky", 3)
    brush.fill(g.box(-24, -30, 48, 8), "teal")
    brush.fill(g.oval(12, -13, 5, 5), "sun")


def _puddle(brush: Brush, look: Look) -> None:
    brush.fill(g.oval(0, 0, 92, 15), "#8FA9B2", 0.75)
    for index in range(3):
        age = (look.now * 0.9 + index * 0.33) % 1.0
        x = (-44, 26, -4)[index]
        ring = g.cut(g.oval(x, 0, 24 * age + 2, 5 * age + 1), g.oval(x, 0, 24 * age, 5 * age + 0.2))
        brush.fill(ring, "white", 0.8 * (1 - age))


KINDS: dict[str, Kind] = {
    "brolly": Kind(_brolly, grip=(0, -22)), "brolly-closed": Kind(_closed, grip=(0, -108)),
    "brolly-blown": Kind(_blown, grip=(0, -22), moves=True),
    "bus-card": Kind(_bus_card, grip=(0, -8)), "puddle": Kind(_puddle, moves=True),
}  # fmt: skip
