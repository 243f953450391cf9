"""Plain grounds for the small scenes on cards: one colour, a soft round behind who stands there, and a floor."""

from functools import partial

from bot.studio import geometry as g
from bot.studio.air import Air, rain
from bot.studio.brush import Brush
from bot.studio.palette import darker, lighter
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

FLOOR = 900.0
GROUNDS = {
    "sky": "#BFE0DE", "sand": "#F1DDB4", "mint": "#BFE3CF", "rose": "#F0CFC2", "lilac": "#D9CBE0", "straw": "#EBDD9E",
}  # fmt: skip


def _ground(brush: Brush, air: Air, *, colour: str) -> None:
    brush.fill(g.box(LEFT, -400, RIGHT - LEFT, 1900), colour)
    brush.fill(g.oval(360, 700, 250, 250), lighter(colour, 0.5))
    brush.fill(g.box(LEFT, FLOOR, RIGHT - LEFT, 600), darker(colour, 0.1))


def _rain(brush: Brush, air: Air) -> None:
    rain(brush, air, (LEFT, -300, RIGHT, 1200), 90)


SETTINGS = {
    f"plain-{name}": Setting(
        pieces=(Piece(-2000, partial(_ground, colour=colour)), Piece(4000, _rain, moves=True)), spots={}
    )
    for name, colour in GROUNDS.items()
}
