"""The door of the packing hall from outside, very early: a brick wall, a step, a lamp, and warm light within."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.palette import tones
from bot.studio.places import parts
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

DOOR_LEFT, DOOR_RIGHT, DOOR_TOP, SILL, YARD = 330.0, 670.0, 190.0, 872.0, 900.0


def _wall(brush: Brush, air: Air) -> None:
    brush.fill(g.box(LEFT, -400, RIGHT - LEFT, YARD + 400), "#8E6A5E")
    for row in range(38):
        y = -390 + row * 34
        for column in range(17):
            x = LEFT - 40 + column * 88 + (row % 2) * 44
            if (row * 7 + column * 5) % 3:
                brush.fill(g.box(x, y, 80, 28, round_=3), ("#967265", "#87645A", "#9B786A")[(row + column) % 3])
    brush.fill(g.box(LEFT, YARD - 120, RIGHT - LEFT, 120), "#5F5A5C")
    brush.fill(g.box(LEFT, YARD - 126, RIGHT - LEFT, 10), "#777274")
    brush.fade(g.box(LEFT, YARD - 4, RIGHT - LEFT, 600), ("#7D8085", "#5D6167"), (YARD, YARD + 260))
    for x in range(-500, 1500, 130):
        brush.line([(x, YARD), (x + (x - 420) * 0.3, YARD + 300)], "#6B6F75", 3, 0.7)


def _window(brush: Brush, air: Air) -> None:
    """A high window at the left, where light burns already."""
    brush.solid(g.box(-150, 210, 320, 150, round_=5), "slate", 6)
    brush.fade(g.box(-138, 222, 296, 126), ("#FFE9B4", "#F8CF82"), (222, 348))
    for x in (-66, 8, 82):
        brush.fill(g.box(x, 222, 8, 126), "slate")
    for x, wide, tall in ((-130, 56, 60), (-52, 50, 84), (22, 54, 52), (96, 56, 74)):
        brush.fill(g.box(x, 348 - tall, wide, tall), "#C79255", 0.75)


def _inside(brush: Brush, air: Air) -> None:
    hole = g.box(DOOR_LEFT, DOOR_TOP, DOOR_RIGHT - DOOR_LEFT, SILL - DOOR_TOP)
    brush.fade(hole, ("#FFEFC4", "#F7D795"), (DOOR_TOP, SILL))
    brush.canvas.save()
    brush.canvas.clipPath(hole, doAntiAlias=True)
    brush.fill(g.box(DOOR_LEFT, 800, 360, 90), "#D9B884")
    for y in (420, 560, 700):
        x = DOOR_LEFT - 20.0
        for index, (wide, tall) in enumerate(((78, 92), (92, 70), (70, 100), (88, 80))):
            brush.solid(g.box(x, y - tall, wide, tall, round_=4), ("#D9AE75", "#E0BA84")[index % 2], 6)
            brush.fill(g.box(x + wide / 2 - 7, y - tall, 14, tall), tones("cardboard").light, 0.6)
            x += wide + 6
        brush.fill(g.box(DOOR_LEFT, y, 360, 14), "#7C93A6")
    for x in (DOOR_LEFT + 6, DOOR_LEFT + 196):
        brush.fill(g.box(x, 300, 12, 510), "#7C93A6")
    brush.line([(430, DOOR_TOP - 10), (430, 250)], "charcoal", 5)
    brush.solid(g.blob([(414, 246), (446, 246), (486, 296), (374, 296)], 0.25), "slate", 7, 4)
    brush.soft(g.oval(430, 320, 130, 80), "#FFF6D0", 0.8, 34)
    brush.soft(g.oval(460, 560, 190, 330), "#FFF3C4", 0.6, 60)
    brush.canvas.restore()


def _frame(brush: Brush, air: Air) -> None:
    wide = DOOR_RIGHT - DOOR_LEFT
    hole = g.box(DOOR_LEFT, DOOR_TOP, wide, SILL - DOOR_TOP + 40)
    brush.solid(g.cut(g.box(DOOR_LEFT - 26, DOOR_TOP - 28, wide + 52, SILL - DOOR_TOP + 28, round_=5), hole), "teal", 7)
    brush.solid(g.box(DOOR_LEFT - 60, SILL, wide + 120, 32, round_=5), "#A9A49C", 7, 4)
    brush.fill(g.box(DOOR_LEFT - 60, SILL + 32, wide + 120, 10), "#16303A", 0.25)
    spill = g.path((DOOR_LEFT - 30, SILL + 8), (DOOR_RIGHT, SILL + 8), (DOOR_RIGHT - 70, 1180), (DOOR_LEFT - 330, 1180))
    brush.fill(spill, "#FFDD92", 0.6)


def _door(brush: Brush, air: Air) -> None:
    """The door itself, that opens inward and leans on somebody's hip."""
    leaf = g.path((DOOR_RIGHT, DOOR_TOP), (DOOR_RIGHT - 128, DOOR_TOP + 44), (DOOR_RIGHT - 128, SILL - 26),
                  (DOOR_RIGHT, SILL))  # fmt: skip
    brush.solid(leaf, "leaf", 9, 4)
    pane = g.path((DOOR_RIGHT - 26, DOOR_TOP + 60), (DOOR_RIGHT - 104, DOOR_TOP + 84), (DOOR_RIGHT - 104, 470),
                  (DOOR_RIGHT - 26, 480))  # fmt: skip
    brush.fill(pane, "#CFE6E4")
    brush.inside(pane, (g.path((650, 240), (600, 240), (560, 480), (606, 480)), "#E6F2EE"))
    brush.fill(g.path((DOOR_RIGHT - 24, 560), (DOOR_RIGHT - 106, 552), (DOOR_RIGHT - 106, 800), (DOOR_RIGHT - 24, 822)),
               tones("leaf").shade, 0.6)  # fmt: skip


def _lamp(brush: Brush, air: Air) -> None:
    brush.soft(g.oval(250, 330, 190, 220), "#FFDE98", 0.5, 70)
    brush.line([(250, 236), (250, 262)], "charcoal", 8)
    brush.solid(g.blob([(222, 292), (234, 258), (266, 258), (278, 292)], 0.2), "charcoal", 5, 3)
    brush.fill(g.oval(250, 296, 24, 10), "#FFF3C4")
    brush.solid(g.box(770, 380, 150, 110, round_=8), "teal", 6, 3)
    with brush.moved(845, 438, scale=0.5) as sign:
        sign.solid(g.box(-58, -52, 116, 104, round_=5), "cardboard", 9, 4)
        sign.fill(g.box(-11, -52, 22, 104), tones("cardboard").light, 0.7)
    parts.plant(brush, (800, 930), 1.35, pot="clay")


SETTING = Setting(
    pieces=(
        Piece(-2000, _wall), Piece(-1990, _window), Piece(-1900, _inside), Piece(-1800, _door), Piece(-1700, _frame),
        Piece(-1600, _lamp),
    ),
    spots={
        "threshold": Place(290, 930), "inside": Place(540, 880), "left": Place(60, 960), "right": Place(800, 980),
    },
)  # fmt: skip
