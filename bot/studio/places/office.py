"""A manager's office at a workshop: a desk under a window, a planning board, two chairs at an angle, a rubber plant."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#E4E9E4", "#CFDAD6"), floor="#A9AFA6", skirting="slate")
    parts.floor_tiles(brush, "#98A09A")
    brush.fill(g.box(-340, 590, 1400, FLOOR - 610), "#B9C9C2")
    brush.fill(g.box(-340, 582, 1400, 10), "white")


def _desk(brush: Brush, air: Air) -> None:
    """Against the wall, behind both chairs."""
    brush.fill(g.box(150, FLOOR + 26, 440, 14), "#16303A", 0.14)
    brush.solid(g.box(166, 650, 120, FLOOR - 626, round_=5), "slate", 7)
    for y in (668, 716, 764):
        brush.line([(202, y + 16), (250, y + 16)], "steel", 6)
    brush.solid(g.box(556, 650, 20, FLOOR - 624, round_=4), "slate", 5)
    brush.solid(g.box(140, 630, 462, 24, round_=7), "oak", 6, 3)
    brush.solid(g.box(386, 516, 150, 96, round_=8), "charcoal", 6)
    brush.fill(g.box(396, 526, 130, 74, round_=3), "#7FA6BE")
    brush.solid(g.path((448, 612), (474, 612), (486, 630), (436, 630)), "charcoal", 3)
    for index, colour in enumerate(("leaf", "mustard", "denim")):
        brush.solid(g.box(196 + index * 24, 566 - index % 2 * 8, 20, 64 + index % 2 * 8, round_=3), colour, 4)
    brush.solid(g.blob([(300, 596), (330, 596), (327, 630), (303, 630)], 0.14), "clay", 4)
    for x in (306, 314, 323):
        brush.line([(315, 598), (x, 562)], ("sun", "teal", "brick")[(x // 8) % 3], 5)


def _hook_lamp(brush: Brush, air: Air) -> None:
    brush.solid(g.oval(800, 826, 44, 9), "slate", 3)
    parts.plant(brush, (800, 880), 1.7, pot="white")


def chair(x: float, y: float, facing: int) -> Piece:
    """A plain office chair on a frame; who sits there looks towards `facing`."""
    return Piece(y - 20, parts.chair(x, y, colour="teal", facing=facing, seat=165))


SETTING = Setting(
    pieces=(
        Piece(-2000, _back), Piece(-900, _desk), Piece(-850, _hook_lamp),
        chair(180, 966, 1), chair(640, 966, -1),
    ),
    spots={
        "chair-left": Place(246, 966, seat=165, depth=964), "chair-right": Place(574, 966, seat=165, depth=965),
        "left": Place(60, 970), "right": Place(760, 970), "desk": Place(360, 632, depth=-890), "door": Place(-240, 960),
    },
)  # fmt: skip
