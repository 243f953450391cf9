"""Cards of a quiet start: coffee, clouds on the line, and the mugs of the canteen."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import bird, cloud, drop, flower, leaf, mug
from bot.studio.palette import darker, lighter


def _coffee(brush: Brush) -> None:
    """The steam of a big mug is a perch for a bird; the mug is that of the dog."""
    disc = g.oval(450, 384, 318, 312)
    brush.fill(disc, "mustard")
    stipple(brush, disc, darker("mustard", 0.16), 900, lean=(0, 1))
    with within(brush, disc):
        brush.fill(g.box(100, 600, 700, 200), "clay")
        brush.fill(g.box(100, 600, 700, 12), lighter("clay", 0.2))
    brush.line([(430, 410), (398, 366), (420, 322), (474, 288), (498, 246), (472, 206), (424, 180), (404, 144)],
               "paper", 28)  # fmt: skip
    brush.line([(500, 404), (528, 372), (526, 338), (506, 312)], "paper", 17)
    brush.shadow(470, 640, 210, 20, 0.22)
    mug(brush, 450, 640, 1.34, "teal")
    for x, y in ((378, 536), (420, 500), (480, 500), (522, 536)):
        brush.fill(g.oval(x, y, 17, 21), "sun")
    brush.fill(g.blob([(408, 586), (420, 552), (450, 538), (480, 552), (492, 586), (450, 594)]), "sun")
    bird(brush, 404, 136, colour="brick", size=1.0)
    brush.solid(g.oval(700, 634, 74, 20), "white", 6)
    brush.solid(g.oval(690, 616, 50, 17), "wood", 6)
    brush.solid(g.oval(714, 600, 48, 16), "oak", 6)


def _clouds(brush: Brush) -> None:
    """Rain clouds hang on the washing line to dry, the sun comes up behind them."""
    left, top, _, high = FIELD
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fade(g.box(*FIELD), ("#8FC3CF", "#F5E3BE"), (top, top + high))
        for reach, alpha in ((250.0, 0.28), (196.0, 0.4)):
            brush.fill(g.oval(450, 524, reach, reach), "sun", alpha)
        brush.solid(g.oval(450, 524, 142, 142), "sun", 0)
        hill = g.blob([(0, 640), (200, 560), (460, 604), (700, 540), (900, 590), (900, 800), (0, 800)])
        brush.fill(hill, "grass")
        stipple(brush, hill, darker("grass", 0.18), 500, lean=(0, 1))
        brush.fill(g.blob([(0, 690), (240, 628), (520, 664), (900, 610), (900, 800), (0, 800)]), "leaf")
        for x, tall in ((112, 300), (788, 290)):
            brush.line([(x, 730), (x, tall)], "walnut", 17)
            brush.line([(x - 34, tall + 14), (x + 34, tall + 14)], "walnut", 13)
        brush.line([(84, 312), (280, 346), (450, 354), (640, 344), (822, 302)], "paper", 4.5)
        brush.line([(left, 316), (84, 312)], "paper", 4.5)
    for x, y, size in ((236, 402, 190), (452, 424, 226), (664, 400, 182)):
        cloud(brush, x, y, size, colour="white", shade="fog")
        for side in (-0.22, 0.2):
            peg = x + side * size, y - 60 if side < 0 else y - 66
            brush.line([(peg[0], peg[1] - 14), (peg[0], peg[1] + 18)], "brick", 10)
    for x, y in ((206, 452), (256, 470), (420, 490), (486, 476), (640, 448)):
        drop(brush, x, y, 1.0, "denim")
    bird(brush, 716, 318, colour="navy", size=0.62, flip=True)


def _mugs(brush: Brush) -> None:
    """The mugs on the shelf are alike; in one of them something blooms."""
    left, top, _, _ = FIELD
    wall = g.box(*FIELD, round_=26)
    brush.fill(wall, "seafoam")
    with within(brush, wall):
        for row in range(9):
            for column in range(10):
                if (row + column) % 2:
                    brush.fill(g.box(left + column * 80 + 2, top + row * 76 + 2, 76, 72, round_=4), "#A7D0C4")
        brush.fill(g.box(left, 662, 800, 60), "#16303A", 0.14)
    for y in (318, 636):
        brush.fill(g.box(116, y + 30, 668, 12), "#16303A", 0.16)
        brush.solid(g.box(98, y, 704, 32, round_=10), "wood", 8)
    for x, y, colour in ((206, 318, "white"), (436, 318, "fog"), (666, 318, "ice"), (206, 636, "fog"),
                         (436, 636, "sun"), (666, 636, "white")):  # fmt: skip
        mug(brush, x, y, 0.8, colour, full=False)
    for x, y, colour, big in ((408, 372, "brick", 1.25), (492, 402, "plum", 1.05), (352, 424, "white", 0.8)):
        brush.line([(434, 500), ((x + 434) / 2 + 4, (y + 500) / 2), (x, y)], "leaf", 8)
        flower(brush, x, y, big, colour)
    leaf(brush, 440, 498, 84, 62, "leaf")
    leaf(brush, 428, 498, 70, -64, "moss")


MOTIFS: dict[str, Motif] = {
    "coffee": Motif(_coffee, "#CFE6E4"),
    "clouds": Motif(_clouds, "#E6D3B4"),
    "mugs": Motif(_mugs, "#E9C9B2"),
}
