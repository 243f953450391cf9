"""The top of a wooden table seen from above, for things that want a close look."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting


def _top(brush: Brush, air: Air) -> None:
    brush.fade(g.box(LEFT, -500, RIGHT - LEFT, 2200), ("#C79A6B", "#B4865A"), (0, 1100))
    for index, x in enumerate(range(-320, 1080, 176)):
        brush.line([(x, -500), (x + 3, 500), (x, 1700)], "#9A7049", 5, 0.7)
        for row in range(3):
            y = 60 + row * 420 + (index * 137) % 260
            brush.line([(x + 40, y), (x + 60, y + 70), (x + 52, y + 150)], "#AD7F54", 4, 0.7)


def _window_light(brush: Brush, air: Air) -> None:
    if not air.light.shafts:
        return
    for left in (-60, 170):
        pane = g.path((left, -200), (left + 190, -200), (left + 560, 1300), (left + 370, 1300))
        brush.fill(pane, "#FFF3C9", 0.2 * air.light.shafts)


SETTING = Setting(
    pieces=(Piece(-2000, _top), Piece(-1900, _window_light)),
    spots={"middle": Place(350, 540, depth=0), "top-left": Place(90, 150, depth=-10),
           "top-right": Place(630, 150, depth=-10), "bottom": Place(150, 1040, depth=-10)},
)  # fmt: skip
