"""The park at the water again, with a bench so long that somebody heavy fits on it too."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places import park
from bot.studio.places.parts import Piece, Setting

SHORT_BENCH = 930.0
"""The depth at which the park keeps its own bench, that is left out here."""


def _bench(brush: Brush, air: Air) -> None:
    brush.shadow(280, 934, 270, 12)
    for x in (66, 274, 482):
        brush.solid(g.box(x, 664, 12, 268, round_=4), "charcoal", 3)
    for y in (660, 698, 736):
        brush.solid(g.box(24, y, 512, 25, round_=8), "wood", 5, 3)
    brush.solid(g.box(16, 770, 528, 24, round_=9), "wood", 6, 3)


SETTING = Setting(
    pieces=(
        *(piece for piece in park.SETTING.pieces if piece.depth != SHORT_BENCH),
        Piece(SHORT_BENCH, _bench),
    ),
    spots={
        "bench-left": Place(156, 956, seat=170), "bench": Place(330, 956, seat=170),
        "bench-right": Place(450, 956, seat=170), "path-left": Place(120, 975), "path-right": Place(580, 975),
        "off-left": Place(-220, 975), "off-right": Place(940, 975),
    },
)  # fmt: skip
