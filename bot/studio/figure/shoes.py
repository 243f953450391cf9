"""Shoes by kind, drawn around the ankle; the sole stands on the ground."""

from bot.content.models.film import Garment
from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.figure.skeleton import ANKLE, LegJoints
from bot.studio.palette import tones

SOLE: dict[str, tuple[str, float]] = {
    "sneakers": ("white", 6), "boots": ("black", 7), "shoes": ("black", 4), "slippers": ("sand", 4),
    "rubber-boots": ("black", 5),
}  # fmt: skip
"""The colour and height of the sole by kind."""


def draw(brush: Brush, leg: LegJoints, shoe: Garment, turn: float, dark: bool = False) -> None:
    """One shoe; seen from the front (a low `turn`) it is shorter."""
    colour, sole = SOLE[shoe.kind]
    long = 22 + 30 * min(1.0, turn * 1.25)
    with brush.moved(*leg.ankle, turn=leg.tip) as own:
        tone = tones(shoe.colour)
        upper = g.blob([(-15, -10), (11, -11), (18, -1), (long, 6), (long + 2, ANKLE - sole + 1),
                        (0, ANKLE - sole + 2), (-18, ANKLE - sole + 1), (-18, 0)], 0.45)  # fmt: skip
        if shoe.kind in ("boots", "rubber-boots"):
            rise = 46 if shoe.kind == "rubber-boots" else 24
            upper = g.join(upper, g.box(-17, -rise, 33, rise + 10, round_=8))
        own.toned(upper, tone, 6)
        own.solid(g.box(-20, ANKLE - sole, long + 24, sole, round_=sole / 2), colour, 2)
        _detail(own, shoe, long)
        if dark:
            own.fill(upper, "#16303A", 0.18)


def _detail(brush: Brush, shoe: Garment, long: float) -> None:
    tone = tones(shoe.colour)
    if shoe.kind == "sneakers":
        brush.line([(7, -3), (14, -7)], "white", 2.4)
        brush.line([(13, 0), (20, -4)], "white", 2.4)
    elif shoe.kind == "slippers":
        brush.fill(g.oval(-2, -9, 14, 4), tone.light)
    elif shoe.kind in ("boots", "rubber-boots"):
        brush.line([(-14, -16), (13, -16)], tone.shade, 2.4)
    else:
        brush.line([(10, -2), (long * 0.7, 3)], tone.shade, 2)
