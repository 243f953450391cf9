"""A living room in the evening or on a slow day: an armchair, a lamp, a window with a sill for the cat."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, lamp
from bot.studio.brush import Brush
from bot.studio.places import parts
from bot.studio.places.coach_room import armchair
from bot.studio.places.parts import FLOOR, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#DDE5DC", "#C8D5CA"), floor="#B98F66", skirting="white")
    parts.boards(brush, "#9B7450")


def _wall(brush: Brush, air: Air) -> None:
    parts.frame(brush, (40, 280), (116, 146), ("oak", "ice", "leaf"))
    parts.frame(brush, (60, 450), (84, 84), ("charcoal", "cream", "grass"))
    parts.shelf(brush, (-220, 420), 190, "wood", ("plum", "mustard", "denim", "clay"))


def _curtains(brush: Brush, air: Air) -> None:
    brush.line([(228, 132), (450, 128), (684, 132)], "walnut", 9)
    for left, right in ((222, 296), (612, 690)):
        cloth = g.blob([(left, 134), (right, 134), (right - 6, 420), (right + 8, 600), (left - 8, 600),
                        (left + 4, 420)], 0.2)  # fmt: skip
        brush.solid(cloth, "mustard", 10, 4)
        for share in (0.3, 0.6):
            x = left + (right - left) * share
            brush.line([(x, 150), (x + 2, 400), (x - 2, 590)], "amber", 4)


def _side_table(brush: Brush, air: Air) -> None:
    brush.shadow(500, 966, 74, 10)
    brush.line([(500, 800), (500, 962)], "walnut", 12)
    brush.fill(g.oval(500, 962, 44, 8), "walnut")
    brush.solid(g.box(426, 788, 148, 18, round_=9), "wood", 5, 3)


def _lamp(brush: Brush, air: Air) -> None:
    brush.shadow(690, 880, 50, 8)
    brush.line([(690, 878), (690, 420)], "charcoal", 8)
    brush.fill(g.oval(690, 878, 40, 8), "charcoal")
    lamp(brush, air, (690, 400), 200)
    brush.solid(g.blob([(650, 330), (730, 330), (758, 436), (622, 436)], 0.12), "cream", 10, 4)


def _rug(brush: Brush, air: Air) -> None:
    brush.fill(g.oval(330, 990, 400, 66), "#8D6A86")
    brush.fill(g.oval(330, 990, 366, 56), "#A283A0")


SETTING = Setting(
    pieces=(
        Piece(-2000, _back), parts.window("white", (300, 170), (310, 330)), Piece(-950, _wall), Piece(-940, _curtains),
        parts.sunbeam((330, 514), 270, 120), Piece(-700, _rug), Piece(-600, _lamp),
        Piece(-560, lambda brush, air: parts.plant(brush, (-40, 880), 1.5, pot="plum")),
        armchair(216, 962, "leaf", 1), Piece(964, _side_table),
    ),
    spots={
        "chair": Place(258, 962, seat=176, depth=960), "sill": Place(410, 507, depth=-930),
        "side-table": Place(500, 790, depth=965), "side-left": Place(466, 790, depth=965), "floor": Place(470, 1020),
        "middle": Place(420, 960), "door": Place(-230, 960), "window": Place(440, 890), "wall": Place(90, FLOOR),
    },
)  # fmt: skip
