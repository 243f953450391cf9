"""A small living room with an empty place in the middle: a window, a lamp, a sideboard, and room for a chair."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, lamp
from bot.studio.brush import Brush
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, LEFT, RIGHT, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#E9DCC6", "#DBCBAF"), floor="#A98059", skirting="white")
    for x in range(-330, 1060, 58):
        brush.line([(x, -380), (x, FLOOR - 24)], "#D3C1A2", 4, 0.5)
    brush.fill(g.box(LEFT, 596, RIGHT - LEFT, FLOOR - 616), "#8FA9A0")
    brush.fill(g.box(LEFT, 586, RIGHT - LEFT, 14), "white")
    for x in range(-330, 1060, 130):
        brush.fill(g.box(x, 626, 104, FLOOR - 672, round_=6), "#9DB5AC")
    parts.boards(brush, "#8A6645")


def _curtains(brush: Brush, air: Air) -> None:
    brush.line([(2, 130), (190, 126), (392, 130)], "walnut", 9)
    for left, right in ((0, 66), (330, 396)):
        cloth = g.blob([(left, 132), (right, 132), (right - 4, 380), (right + 6, 560), (left - 6, 560),
                        (left + 4, 380)], 0.2)  # fmt: skip
        brush.solid(cloth, "brick", 9, 4)
        for share in (0.34, 0.66):
            x = left + (right - left) * share
            brush.line([(x, 150), (x + 2, 380), (x - 2, 552)], "#7E4030", 4, 0.6)


def _wall(brush: Brush, air: Air) -> None:
    parts.frame(brush, (470, 214), (150, 112), ("walnut", "ice", "leaf"))
    parts.frame(brush, (650, 196), (96, 126), ("charcoal", "cream", "grass"))
    parts.clock(brush, (-100, 250), 40)
    parts.frame(brush, (-200, 360), (120, 150), ("oak", "sky", "moss"))


def _sideboard(brush: Brush, air: Air) -> None:
    brush.fill(g.box(448, FLOOR + 20, 420, 16), "#16303A", 0.14)
    for x in (470, 836):
        brush.solid(g.box(x, FLOOR - 30, 14, 58), "walnut", 3)
    brush.solid(g.box(452, 620, 412, FLOOR - 640, round_=8), "wood", 9, 4)
    for x in (462, 600, 736):
        brush.solid(g.box(x, 640, 118, FLOOR - 680, round_=6), "wood", 5, 3)
        brush.fill(g.oval(x + 100, 706, 6, 6), "walnut")
    with brush.moved(560, 620) as radio:
        radio.line([(36, -74), (64, -134)], "steel", 4)
        radio.solid(g.box(-62, -76, 124, 76, round_=14), "clay", 7, 4)
        radio.fill(g.oval(-26, -38, 24, 24), "cream")
        radio.fill(g.oval(-26, -38, 9, 9), "walnut")
        radio.fill(g.box(14, -56, 36, 14, round_=4), "sun")
        radio.fill(g.oval(32, -22, 8, 8), "cream")
    parts.plant(brush, (720, 622), 0.8, pot="clay")


def _lamp(brush: Brush, air: Air) -> None:
    brush.shadow(420, 876, 46, 8)
    brush.line([(420, 874), (420, 460)], "charcoal", 8)
    brush.fill(g.oval(420, 874, 38, 8), "charcoal")
    lamp(brush, air, (420, 440), 190)
    brush.solid(g.blob([(384, 372), (456, 372), (484, 472), (356, 472)], 0.12), "cream", 10, 4)


def _rug(brush: Brush, air: Air) -> None:
    brush.fill(g.oval(380, 992, 430, 66), "#3F6672")
    brush.fill(g.oval(380, 992, 396, 56), "#587F8A")
    brush.fill(g.oval(380, 992, 340, 42), "#4D7480")


SETTING = Setting(
    pieces=(
        Piece(-2000, _back), parts.window("white", (60, 172), (272, 318)), Piece(-950, _wall), Piece(-940, _curtains),
        parts.sunbeam((80, 500), 250, 120), Piece(-800, _sideboard), Piece(-700, _rug), Piece(-600, _lamp),
        Piece(-560, lambda brush, air: parts.plant(brush, (-120, 884), 1.5, pot="mustard")),
    ),
    spots={
        "chair": Place(268, 968, seat=176, depth=966), "den": Place(602, 968, seat=152, depth=980),
        "den-left": Place(214, 925, seat=152, depth=930), "middle": Place(380, 968), "left": Place(180, 968),
        "right": Place(580, 968), "door": Place(-230, 960), "window": Place(200, 890), "behind": Place(240, 930),
    },
)  # fmt: skip
