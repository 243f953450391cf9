"""A room with three steps as large as tables, that rise to the right: small, larger, large."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, RIGHT, Piece, Setting

TREADS = ((200.0, 884.0), (440.0, 744.0), (690.0, 604.0))
"""Where each step begins and how high its top lies."""


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#F4E7CC", "#EBD7B0"), floor="#C79F73", skirting="cream")
    parts.boards(brush, "#A9825A")


def _steps(brush: Brush, air: Air) -> None:
    for index, (left, top) in enumerate(TREADS):
        wide = RIGHT - left + 200
        brush.fill(g.box(left - 16, top + 14, 22, 1040 - top, round_=6), "#16303A", 0.14)
        brush.solid(g.box(left, top, wide, 1240 - top, round_=10), ("#4C9A78", "leaf", "#256A4E")[index], 0, 0)
        brush.fill(g.box(left, top + 24, 250, 10), "#16303A", 0.12)
        brush.solid(g.box(left - 14, top - 4, wide, 28, round_=12), "oak", 7, 4)


SETTING = Setting(
    pieces=(
        Piece(-2000, _back),
        parts.window("white", (-60, 240), (240, 290)),
        Piece(-900, lambda brush, air: parts.frame(brush, (330, 330), (150, 180), ("oak", "ice", "leaf"))),
        parts.sunbeam((0, 560), 220, 120),
        Piece(-600, _steps),
        Piece(-500, lambda brush, air: parts.plant(brush, (-180, FLOOR + 130), 1.5, pot="mustard")),
    ),
    spots={
        "floor": Place(60, 990), "step-1": Place(320, 880, depth=900), "step-2": Place(560, 740, depth=900),
        "step-3": Place(870, 600, depth=900),
    },
)  # fmt: skip
