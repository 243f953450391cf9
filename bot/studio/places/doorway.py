"""A doorway at work: an open door with light behind it, a mat, a coat rack and a plant."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places import outside, parts
from bot.studio.places.parts import FLOOR, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#E2EAE2", "#CEDCD2"), floor="#C6A67D", skirting="leaf")
    parts.boards(brush, "#A98860")


def _room_beyond(brush: Brush, air: Air) -> None:
    brush.fade(g.box(210, 190, 300, FLOOR - 186), ("#FFF3CF", "#F6DDA2"), (190, FLOOR))
    brush.canvas.save()
    brush.canvas.clipPath(g.box(236, 240, 140, 210), doAntiAlias=True)
    outside.view(brush, air, (236, 240, 140, 210))
    brush.canvas.restore()
    brush.solid(g.cut(g.box(226, 230, 160, 230), g.box(238, 242, 136, 206)), "white", 3)
    parts.plant(brush, (452, FLOOR - 4), 0.9, pot="clay")
    brush.fill(g.path((210, FLOOR), (510, FLOOR), (640, 1010), (180, 1010)), "#FFE9B0", 0.5)


def _frame(brush: Brush, air: Air) -> None:
    hole = g.box(210, 190, 300, FLOOR - 180)
    brush.solid(g.cut(g.box(178, 158, 364, FLOOR - 158, round_=8), hole), "white", 7)
    door = g.path((510, 190), (660, 150), (660, 862), (510, FLOOR))
    brush.solid(door, "teal", 12)
    brush.fill(g.path((540, 250), (634, 230), (634, 470), (540, 470)), "leaf", 0.55)
    brush.fill(g.path((540, 520), (634, 524), (634, 800), (540, 770)), "leaf", 0.55)
    brush.solid(g.oval(638, 520, 10, 10), "sun", 3)
    brush.fill(g.box(190, 880, 360, 40, round_=18), "#7A5540")
    brush.fill(g.box(202, 888, 336, 24, round_=12), "#946A50")


def _coats(brush: Brush, air: Air) -> None:
    brush.solid(g.box(-220, 300, 340, 22, round_=8), "wood", 5)
    for x, colour, tall in ((-176, "navy", 280), (-66, "mustard", 240), (48, "plum", 300)):
        brush.solid(g.oval(x, 330, 9, 9), "charcoal", 2)
        for side in (-1, 1):
            sleeve = g.bone((x + side * 34, 376), (x + side * 54, 330 + tall * 0.72), 21, 16)
            brush.solid(sleeve, colour, 8)
        coat = g.blob([(x - 20, 336), (x + 20, 336), (x + 44, 366), (x + 46, 330 + tall), (x - 46, 330 + tall),
                       (x - 44, 366)], 0.18)  # fmt: skip
        brush.solid(coat, colour, 10, 4)
        brush.line([(x - 15, 338), (x, 352), (x + 15, 338)], "cream", 5, 0.5)
        brush.line([(x + 4, 380), (x + 6, 320 + tall)], "#16303A", 3, 0.3)


SETTING = Setting(
    pieces=(
        Piece(-2000, _back), Piece(-1000, _room_beyond), Piece(-900, _frame), Piece(-800, _coats),
        Piece(-700, lambda brush, air: parts.plant(brush, (780, 900), 1.7, pot="mustard")),
    ),
    spots={
        "threshold": Place(352, 886), "mat": Place(352, 920), "left": Place(90, 960), "right": Place(600, 980),
        "outside": Place(-240, 960),
    },
)  # fmt: skip
