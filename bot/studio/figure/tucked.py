"""What somebody has tucked in the hair or behind an ear: a fallen leaf, a pencil."""

from collections.abc import Callable

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.leaves import leaf

LEAF, PENCIL = "leaf-in-hair", "pencil"


def _leaf(brush: Brush, turn: float) -> None:
    leaf(brush, (-10 - 8 * turn, -52), 32, colour="#F0BE3F", size=1.05)


def _pencil(brush: Brush, turn: float) -> None:
    ear = -38 + 19 * turn
    with brush.moved(ear - 16, -10, turn=-16) as own:
        own.line([(-38, 0), (0, 0), (22, 0)], "sun", 7)
        own.line([(-42, 0), (-40, 0), (-38, 0)], "rose", 7)
        own.fill(g.path((22, -3.6), (33, 0), (22, 3.6)), "cream")
        own.fill(g.path((29, -1.4), (33, 0), (29, 1.4)), "ink")


TUCKED: dict[str, Callable[[Brush, float], None]] = {LEAF: _leaf, PENCIL: _pencil}
"""Drawn on a head that is centred on the origin and turned (0-1)."""
