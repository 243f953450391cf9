"""Cards for who looks ahead a little: a bicycle full of flowers, a bench with room, a road with a choice."""

from itertools import pairwise

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import bird, cloud, grass, leaf, mug, tulip
from bot.studio.palette import darker, lighter


def _bicycle(brush: Brush) -> None:
    """A bicycle with a crate of tulips in front; a bird has taken the saddle."""
    wall = g.box(*FIELD, round_=26)
    with within(brush, wall):
        brush.fill(wall, "#D98F6A")
        for row in range(14):
            for column in range(9):
                if (row * 5 + column * 3) % 7 < 2:
                    x = 60 + column * 96 + (row % 2) * 48
                    brush.fill(g.box(x, 74 + row * 40, 84, 30, round_=4), "#CF825D")
        brush.fill(g.box(40, 616, 820, 120), "fog")
        brush.fill(g.box(40, 616, 820, 10), "white")
    for x in (238, 650):
        _wheel(brush, (x, 548), 126)
    frame = (((238, 548), (352, 366), (420, 548), (238, 548)), ((352, 366), (572, 348), (420, 548)),
             ((572, 348), (650, 548)))  # fmt: skip
    for line in frame:
        for bar in pairwise(line):
            brush.line(bar, "teal", 17)
    brush.line([(570, 350), (560, 290)], "steel", 15)
    brush.line([(560, 292), (546, 268), (500, 270), (476, 286)], "steel", 12)
    brush.line([(508, 270), (474, 288)], "walnut", 19)
    brush.line([(352, 366), (340, 312)], "steel", 13)
    brush.solid(g.blob([(276, 292), (348, 294), (404, 304), (398, 320), (340, 326), (282, 322)]), "walnut", 6)
    brush.solid(g.oval(420, 548, 32, 32), "steel", 6)
    brush.line([(420, 548), (446, 610)], "charcoal", 11)
    brush.line([(428, 612), (466, 612)], "charcoal", 13)
    _crate(brush)
    bird(brush, 336, 296, colour="navy", size=1.0)


def _wheel(brush: Brush, at: g.Point, size: float) -> None:
    x, y = at
    brush.fill(g.oval(x, y + size + 2, size * 0.8, 9), "#16303A", 0.2)
    for spoke in range(12):
        brush.line([(x, y), g.polar(at, size - 8, spoke * 0.5236)], "cream", 3)
    brush.fill(g.cut(g.oval(x, y, size, size), g.oval(x, y, size - 17, size - 17)), "charcoal")
    brush.fill(g.cut(g.oval(x, y, size - 17, size - 17), g.oval(x, y, size - 25, size - 25)), "steel")
    brush.solid(g.oval(x, y, 15, 15), "steel", 4)


def _crate(brush: Brush) -> None:
    for x, y, turn, colour in ((620, 232, -22, "brick"), (668, 196, -6, "mustard"), (722, 206, 8, "plum"),
                               (774, 236, 22, "brick"), (642, 264, -10, "mustard"), (746, 262, 10, "rose"),
                               (696, 250, 0, "brick")):  # fmt: skip
        brush.line([(696, 380), ((x + 696) / 2, (y + 380) / 2 + 8), (x, y)], "leaf", 8)
        tulip(brush, x, y, 0.95, colour, turn)
    for x, long, turn in ((644, 70, -40), (756, 92, 40), (666, 84, -16), (728, 84, 24)):
        leaf(brush, x, 334, long, turn, "leaf")
    brush.fill(g.box(592, 320, 208, 112, round_=6), darker("wood", 0.4))
    for y in (316, 356, 396):
        brush.solid(g.box(588, y, 216, 32, round_=5), "wood", 6)
    for x in (598, 770):
        brush.solid(g.box(x, 312, 24, 120, round_=4), "oak", 5)


def _bench(brush: Brush) -> None:
    """A blackbird keeps a place free on the bench; the coffee is warm."""
    with within(brush, g.oval(450, 386, 330, 306)):
        brush.fade(g.box(100, 60, 700, 660), ("#F4D9C6", "#FBEBD2"), (80, 600))
        brush.fill(g.oval(300, 420, 104, 104), "sun", 0.8)
        brush.fill(g.blob([(60, 540), (300, 470), (520, 510), (860, 460), (860, 800), (60, 800)]), "seafoam")
        lawn = g.blob([(60, 600), (320, 574), (560, 590), (860, 560), (860, 800), (60, 800)])
        brush.fill(lawn, "grass")
        stipple(brush, lawn, "leaf", 420, lean=(0, 1))
        _blossom(brush)
    for x, y, turn in _PETALS:
        with brush.moved(x, y, turn=turn) as petal:
            petal.fill(g.oval(0, 0, 12, 7), "#EFA9A4")
    _seat(brush)
    _blackbird(brush, 590, 498)
    mug(brush, 300, 556, 0.3, "brick")
    for x, y, tall in ((176, 668, 32), (716, 676, 36), (420, 690, 28)):
        grass(brush, x, y, tall, "pine")


_PETALS = ((350, 330, 20), (240, 300, 70), (420, 400, 130), (300, 560, 40), (560, 340, 100), (190, 420, 10))
_BLOSSOMS = ((470, 216), (520, 196), (566, 226), (620, 244), (430, 130), (486, 120), (540, 140), (600, 160), (656, 196),
             (700, 150), (690, 270), (640, 290), (750, 230), (400, 226))  # fmt: skip


def _blossom(brush: Brush) -> None:
    brush.line([(836, 700), (770, 480), (720, 300), (640, 150)], "walnut", 40)
    brush.line([(740, 340), (620, 250), (470, 220)], "walnut", 17)
    brush.line([(690, 230), (560, 150), (420, 130)], "walnut", 15)
    for index, (x, y) in enumerate(_BLOSSOMS):
        for dx, dy in ((-18, 0), (14, -12), (4, 16)):
            brush.fill(g.oval(x + dx, y + dy, 25, 23), ("#F2B9B4", "#F7D3CB", "rose")[index % 3])


def _seat(brush: Brush) -> None:
    brush.fill(g.oval(450, 674, 260, 16), "#16303A", 0.18)
    for x in (226, 650):
        brush.line([(x, 420), (x, 670)], "charcoal", 15)
        brush.line([(x, 566), (x - 18, 672)], "charcoal", 12)
    for y in (416, 460, 504):
        brush.solid(g.box(190, y, 520, 32, round_=9), "teal", 7)
    brush.solid(g.box(176, 552, 548, 30, round_=10), "teal", 8)


def _blackbird(brush: Brush, x: float, y: float) -> None:
    with brush.moved(x, y + 56, scale=1.15, flip=True) as own:
        for foot in (-4, 14):
            own.line([(foot, -16), (foot, 0)], "amber", 4)
        own.solid(g.blob([(-60, -16), (-102, 8), (-96, 20), (-44, -4)], 0.3), "night", 3)
        own.solid(g.blob([(-58, -18), (-40, -54), (0, -84), (32, -104), (58, -92), (60, -66), (40, -26), (6, -10),
                  (-34, -8)]),
                  "night", 7)  # fmt: skip
        own.line([(-44, -26), (-12, -42), (20, -40)], lighter("night", 0.2), 6)
        own.fill(g.path((58, -88), (84, -78), (58, -72)), "sun")
        own.fill(g.oval(44, -86, 7.4, 7.4), "sun")
        own.fill(g.oval(45, -86, 4, 4.4), "ink")


def _road(brush: Brush) -> None:
    """The signs point to coffee, to a tree and to bed; the snail has all day."""
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fade(g.box(*FIELD), ("#F2C48D", "#FBECCB"), (68, 400))
        brush.fill(g.oval(640, 330, 106, 106), "sun")
        cloud(brush, 690, 170, 150, colour="paper", shade="cream")
        for points, colour in (
            (((0, 390), (220, 300), (430, 370), (640, 310), (900, 380)), "seafoam"),
            (((0, 470), (300, 410), (560, 460), (900, 400)), "grass"),
            (((0, 580), (260, 520), (560, 560), (900, 500)), "leaf"),
        ):
            hill = g.blob([*points, (900, 800), (0, 800)])
            brush.fill(hill, colour)
            stipple(brush, hill, darker(colour, 0.15), 260, lean=(0, 1))
        road = g.blob([(660, 402), (682, 402), (640, 450), (470, 486), (420, 520), (560, 560), (720, 600), (700, 740),
                       (330, 740), (440, 640), (420, 590), (330, 534), (380, 478), (600, 440)], 0.44)  # fmt: skip
        brush.fill(road, "cream")
        stipple(brush, road, "sand", 300, lean=(0, 1), size=2.6)
    _signpost(brush)
    _walker(brush, 560, 664)


def _signpost(brush: Brush) -> None:
    with brush.moved(292, 0) as own:
        own.solid(g.box(-13, 150, 26, 530, round_=8), "walnut", 7)
        own.solid(g.oval(0, 148, 20, 18), "sun", 5)
        for x, y in ((-25, 684), (21, 684), (45, 690)):
            grass(own, x, y, 40, "pine")
        for y, way, colour in ((190, 1, "brick"), (294, -1, "teal"), (398, 1, "mustard")):
            tip, back = way * 196, -way * 74
            bevel = tip - way * 44
            board = g.path((back, y - 42), (bevel, y - 42), (tip, y), (bevel, y + 42), (back, y + 42))
            own.solid(board, colour, 8)
        mug(own, 55, 222, 0.34, "white")
        for x, y, size in ((-86, 284, 26), (-110, 298, 20), (-64, 300, 20)):
            own.fill(g.oval(x, y, size, size), "grass")
        own.line([(-86, 330), (-86, 296)], "walnut", 8)
        for x, y, wide, high, colour in ((2, 372, 12, 62, "white"), (2, 404, 124, 18, "white"),
                                         (116, 390, 10, 44, "white"),
                                         (18, 386, 38, 20, "cream"), (52, 390, 66, 18, "denim")):  # fmt: skip
            own.fill(g.box(x, y, wide, high, round_=5), colour)


def _walker(brush: Brush, x: float, y: float) -> None:
    """A snail with a rucksack."""
    brush.fill(g.oval(x, y + 26, 100, 9), "#16303A", 0.18)
    with brush.moved(x, y, scale=0.92, flip=True) as own:
        own.solid(
            g.blob([(-120, 16), (-60, -8), (40, -14), (66, -66), (92, -68), (98, -20), (60, 24), (-60, 26)]), "sand", 6
        )
        for dx in (74, 92):
            own.line([(dx, -62), (dx + 8, -98)], darker("sand", 0.1), 6)
            own.fill(g.oval(dx + 9, -102, 7, 7), "ink")
        own.line([(80, -38), (90, -34), (97, -40)], darker("sand", 0.5), 3.4)
        own.solid(g.oval(-14, -52, 64, 60), "plum", 10)
        own.line([(-68, -32), (-48, -94), (10, -100), (36, -54), (6, -18), (-30, -36), (-24, -68), (0, -64)],
                 lighter("plum", 0.25), 8)  # fmt: skip
        own.solid(g.box(-70, -156, 76, 62, round_=18), "brick", 7)
        own.solid(g.box(-58, -124, 52, 28, round_=8), lighter("brick", 0.15), 4)
        own.solid(g.box(-76, -172, 88, 22, round_=11), "sun", 5)


MOTIFS: dict[str, Motif] = {
    "bicycle": Motif(_bicycle, "#D5E0DA"),
    "bench": Motif(_bench, "#CBDED8"),
    "road": Motif(_road, "#D5E2DC"),
}
