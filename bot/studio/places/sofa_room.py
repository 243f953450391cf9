"""A living room in the middle of the day: a long sofa, curtains half drawn, a clock on the wall."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#DDE5DC", "#C8D5CA"), floor="#B98F66", skirting="white")
    parts.boards(brush, "#9B7450")
    brush.fill(g.oval(370, 992, 440, 62), "#8D6A86")
    brush.fill(g.oval(370, 992, 404, 51), "#A283A0")


def _wall(brush: Brush, air: Air) -> None:
    parts.clock(brush, (556, 372), 52)
    parts.frame(brush, (-150, 330), (120, 150), ("oak", "ice", "leaf"))


def _curtains(brush: Brush, air: Air) -> None:
    brush.line([(10, 176), (240, 172), (470, 176)], "walnut", 9)
    for left, right in ((14, 158), (330, 466)):
        cloth = g.blob([(left, 178), (right, 178), (right - 10, 420), (right + 6, 606), (left - 8, 606),
                        (left + 4, 420)], 0.2)  # fmt: skip
        brush.solid(cloth, "denim", 12, 4)
        for share in (0.22, 0.46, 0.72):
            x = left + (right - left) * share
            brush.line([(x, 194), (x + 2, 420), (x - 2, 596)], "navy", 5, 0.5)


def _sofa_back(brush: Brush, air: Air) -> None:
    brush.shadow(374, 962, 360, 16)
    for x in (70, 668):
        brush.solid(g.path((x - 10, 930), (x + 10, 930), (x + 6, 962), (x - 6, 962)), "walnut", 3)
    for left in (74, 372):
        brush.solid(g.box(left, 628, 302, 230, round_=46), "leaf", 13, 6)
    brush.solid(g.box(50, 800, 648, 140, round_=26), "leaf", 12)
    brush.solid(g.box(78, 790, 592, 52, round_=24), "leaf", 9, 4)
    with brush.moved(146, 772, turn=-24) as pillow:
        shape = [(-74, -46), (0, -56), (74, -46), (80, 0), (74, 42), (0, 52), (-74, 42), (-80, 0)]
        pillow.solid(g.blob(shape, 0.4), "cream", 10, 4)


def _arms(brush: Brush, air: Air) -> None:
    brush.solid(g.box(652, 716, 70, 226, round_=34), "leaf", 10, 5)


def _near_arm(brush: Brush, air: Air) -> None:
    brush.solid(g.box(26, 730, 66, 212, round_=32), "leaf", 10, 5)


def _table(brush: Brush, air: Air) -> None:
    brush.shadow(-60, 980, 70, 10)
    brush.line([(-60, 820), (-60, 974)], "walnut", 12)
    brush.fill(g.oval(-60, 976, 42, 8), "walnut")
    brush.solid(g.box(-130, 806, 140, 18, round_=9), "wood", 5, 3)


SETTING = Setting(
    pieces=(
        Piece(-2000, _back), parts.window("white", (90, 214), (300, 320)), Piece(-950, _wall), Piece(-940, _curtains),
        Piece(-560, lambda brush, air: parts.plant(brush, (810, 880), 1.5, pot="plum")),
        Piece(900, _sofa_back), Piece(905, _arms), Piece(958, _near_arm), Piece(964, _table),
    ),
    spots={
        "sofa": Place(424, 946, seat=152, depth=947), "blanket": Place(424, 946, depth=952),
        "side-table": Place(-60, 808, depth=966), "front": Place(380, 1030), "wall": Place(90, FLOOR),
    },
)  # fmt: skip
