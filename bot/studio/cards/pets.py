"""Cards with animals of the house: the dog that brings the post, the cat at the window, birds on the wire."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import bird, cloud, grass, leaf
from bot.studio.palette import darker, lighter


def _dog(brush: Brush) -> None:
    """The dog brings a letter and has bitten off only a small corner."""
    back = g.blob([(150, 660), (120, 400), (230, 170), (450, 96), (680, 180), (790, 420), (750, 660)], 0.46)
    brush.fill(back, "seafoam")
    stipple(brush, back, darker("seafoam", 0.14), 900, lean=(1, 0))
    with within(brush, back):
        brush.fill(g.oval(450, 762, 420, 130), "leaf")
    brush.shadow(462, 672, 190, 22, 0.2)
    for reach in (0, 1):
        brush.line([(642 + reach * 26, 500 - reach * 6), (664 + reach * 26, 532), (666 + reach * 26, 568)], "paper", 8)
    brush.solid(g.chain([(540, 640), (604, 614), (636, 552), (630, 500)], [34, 30, 24, 13]), "clay", 9)
    _dog_body(brush)
    _dog_head(brush)
    _letter(brush)
    for x, y in ((186, 668), (720, 664), (246, 690)):
        grass(brush, x, y, 34, darker("leaf", 0.2))


def _dog_body(brush: Brush) -> None:
    brush.solid(g.blob([(330, 680), (316, 590), (350, 470), (400, 400), (500, 400), (550, 470), (586, 590), (570, 680)],
                       0.4), "clay", 16)  # fmt: skip
    for x, turn in ((342, 8), (560, -8)):
        with brush.moved(x, 664, turn=turn) as foot:
            foot.solid(g.oval(0, 0, 58, 30), "clay", 9)
    brush.fill(g.blob([(410, 430), (490, 430), (506, 520), (450, 580), (394, 520)], 0.5), "cream")
    for x in (412, 490):
        brush.solid(g.chain([(x, 520), (x, 600), (x - 2, 660)], [32, 29, 30]), "clay", 8)
        brush.solid(g.oval(x - 2, 670, 38, 20), "cream", 5)
        for toe in (-12, 10):
            brush.line([(x + toe, 664), (x + toe, 676)], darker("cream", 0.3), 4)
    brush.line([(386, 424), (450, 446), (514, 424)], "teal", 22)
    brush.solid(g.oval(452, 462, 17, 17), "sun", 5)


def _dog_head(brush: Brush) -> None:
    head = g.blob([(332, 306), (350, 214), (450, 176), (550, 214), (568, 306), (530, 384), (450, 410), (370, 384)])
    brush.solid(head, "clay", 14)
    brush.inside(head, (g.blob([(420, 170), (480, 170), (470, 262), (450, 292), (430, 262)]), "cream"))
    for side in (-1, 1):
        ear = g.blob([(450 + side * 74, 200), (450 + side * 128, 212), (450 + side * 158, 300), (450 + side * 136, 392),
                      (450 + side * 96, 372), (450 + side * 96, 280)], 0.5)  # fmt: skip
        brush.solid(ear, "walnut", 10)
        x = 450 + side * 50
        brush.fill(g.oval(x, 284, 15, 18), "ink")
        brush.fill(g.oval(x + 5, 277, 5, 5), "white")
        brush.line([(x - 15, 250 - side * 2), (x, 242), (x + 15, 250 + side * 2)], darker("clay", 0.3), 8)
    brush.solid(g.blob([(374, 352), (396, 312), (450, 300), (504, 312), (526, 352), (500, 392), (450, 402),
                (400, 392)]),
                "cream", 9)  # fmt: skip
    brush.fill(g.blob([(418, 318), (450, 308), (482, 318), (472, 342), (450, 352), (428, 342)]), "ink")
    brush.fill(g.oval(440, 320, 9, 4), "#5A6466")


def _letter(brush: Brush) -> None:
    with brush.moved(450, 420, turn=-7) as own:
        sheet = g.box(-118, -44, 236, 142, round_=8)
        for x, y, size in ((122, 92, 26), (96, 108, 20), (126, 60, 17)):
            sheet = g.cut(sheet, g.oval(x, y, size, size))
        own.solid(sheet, "white", 7)
        own.inside(sheet, (g.path((-118, -44), (118, -44), (0, 36)), darker("white", 0.09)))
        own.solid(g.oval(0, 30, 21, 21), "brick", 5)
        own.line([(-90, 66), (-40, 66)], "stone", 6)
    brush.line([(372, 384), (410, 398), (450, 384), (490, 392), (528, 372)], darker("clay", 0.5), 7)


def _cat(brush: Brush) -> None:
    """Cat and bird look at each other through the window; the tail hangs out of the picture."""
    arch = g.join(g.box(150, 300, 600, 300), g.oval(450, 320, 300, 248))
    inner = g.join(g.box(182, 320, 536, 290), g.oval(450, 330, 268, 218))
    brush.solid(arch, "teal", 10)
    with within(brush, inner):
        brush.fade(g.box(150, 60, 600, 560), ("#F2B98A", "#FBE6BF"), (110, 600))
        brush.fill(g.oval(560, 476, 96, 96), "sun")
        brush.fill(g.blob([(120, 560), (300, 500), (520, 540), (780, 480), (780, 700), (120, 700)]), "grass")
        cloud(brush, 566, 216, 128, colour="paper", shade="cream")
        brush.line([(740, 300), (640, 352), (520, 366)], "walnut", 13)
        for x, y, turn in ((700, 316, -70), (640, 350, -20), (590, 362, -130), (668, 340, 170)):
            leaf(brush, x, y, 58, turn, "leaf")
        brush.fill(g.box(440, 80, 18, 560), "teal")
        brush.fill(g.box(150, 404, 600, 14), "teal")
    bird(brush, 556, 366, colour="denim", belly="cream", size=1.05, flip=True)
    brush.solid(g.box(108, 592, 684, 42, round_=12), "wood", 9)
    brush.fill(g.box(126, 634, 648, 12), "#16303A", 0.1)
    _cat_from_behind(brush)
    brush.solid(g.path((628, 516), (744, 516), (726, 594), (646, 594)), "brick", 9)
    brush.solid(g.box(620, 502, 132, 26, round_=8), "brick", 7)
    for turn, long in ((-48, 110), (-18, 150), (16, 140), (46, 104)):
        leaf(brush, 686, 504, long, turn, "leaf" if long > 120 else "moss")


def _cat_from_behind(brush: Brush) -> None:
    coat = "charcoal"
    brush.line([(372, 590), (392, 632), (384, 676), (350, 698), (322, 682), (326, 660)], coat, 27)
    body = g.blob([(244, 596), (226, 520), (262, 420), (316, 372), (372, 420), (406, 520), (388, 596)], 0.44)
    brush.solid(body, coat, 12)
    brush.solid(g.blob([(254, 346), (252, 296), (250, 248), (288, 276), (336, 272), (372, 240), (376, 294), (378, 346),
                        (346, 392), (286, 392)], 0.34), coat, 10)  # fmt: skip
    brush.fill(g.path((262, 270), (268, 292), (284, 284)), "rose")
    brush.fill(g.path((364, 264), (360, 288), (346, 280)), "rose")
    for y in (436, 474, 512):
        brush.line([(300, y), (317, y + 8), (334, y)], lighter(coat, 0.14), 9)
    for x in (244, 388):
        way = -1 if x < 300 else 1
        for y in (340, 356):
            brush.line([(x, y), (x + way * 42, y - 6 + (y - 340))], lighter(coat, 0.3), 3)


def _birds(brush: Brush) -> None:
    """Five on the wire; one of them sees it the other way round."""
    left, top, _, high = FIELD
    panel = g.box(*FIELD, round_=26)
    with within(brush, panel):
        brush.fade(g.box(*FIELD), ("#F3C9A2", "#FBEBD0"), (top, top + high))
        brush.fill(g.oval(640, 560, 150, 150), "sun", 0.9)
        for x, wide_, tall, colour in ((60, 210, 120, "brick"), (250, 150, 78, "plum"), (390, 190, 140, "brick"),
                                       (570, 130, 90, "plum"), (690, 190, 132, "brick")):  # fmt: skip
            roof = g.path((x, 720), (x, 720 - tall), (x + wide_ / 2, 720 - tall - 76), (x + wide_, 720 - tall),
                          (x + wide_, 720))  # fmt: skip
            brush.solid(roof, colour, 10)
            stipple(brush, roof, darker(colour, 0.3), 130, lean=(1, 1))
            brush.fill(g.box(x + wide_ * 0.5 - 18, 720 - tall + 8, 36, 40, round_=5), "sun" if wide_ == 190 else "sand")
        brush.line([(left - 10, 300), (270, 332), (460, 338), (650, 326), (840, 290)], "charcoal", 6)
        brush.line([(left - 10, 424), (270, 446), (460, 450), (650, 442), (840, 414)], "charcoal", 4)
    for x, y, colour, flip in ((190, 324, "teal", False), (330, 336, "navy", False), (600, 331, "leaf", True),
                               (720, 314, "denim", True)):  # fmt: skip
        bird(brush, x, y, colour=colour, size=1.12, flip=flip, gaze=3)
    with brush.moved(466, 336, turn=180) as own:
        bird(own, 0, 0, colour="amber", size=1.12, flip=True)


MOTIFS: dict[str, Motif] = {
    "dog": Motif(_dog, "#F1D9A8"),
    "cat": Motif(_cat, "#CFE6E4"),
    "birds": Motif(_birds, "#CFDDE0"),
}
