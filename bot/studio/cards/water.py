"""Cards with water: a bridge that opens for a very small boat, a sail made of a tea towel, a fish on holiday."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import cloud, grass
from bot.studio.palette import darker, lighter


def _bridge(brush: Brush) -> None:
    """A whole drawbridge opens for a boat of folded paper; the ducks wait their turn."""
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fade(g.box(*FIELD), ("#A9D3DA", "#F6E9C8"), (FIELD[1], 520))
        cloud(brush, 210, 190, 190, colour="paper", shade="ice")
        cloud(brush, 700, 140, 130, colour="paper", shade="ice")
        brush.fill(
            g.blob([(40, 470), (170, 430), (330, 462), (460, 440), (640, 470), (640, 560), (40, 560)]), "seafoam"
        )
        _water(brush, 536)
        bank = g.blob([(574, 760), (578, 548), (610, 520), (860, 512), (860, 760)], 0.2)
        brush.solid(bank, "grass", 14)
        stipple(brush, bank, darker("grass", 0.2), 260, lean=(1, 1))
        brush.solid(g.box(566, 520, 60, 240, round_=6), "brick", 8)
        brush.solid(g.blob([(-40, 588), (110, 582), (176, 606), (220, 680), (230, 760), (-40, 760)], 0.4), "grass", 10)
    _drawbridge(brush)
    _paper_boat(brush, 356, 604)
    for x, size in ((712, 0.86), (786, 0.74)):
        _duck(brush, x, 522 - (1 - size) * 10, size)
    brush.line([(668, 520), (668, 436)], "charcoal", 9)
    for index, colour in enumerate(("brick", "white", "brick", "white")):
        brush.line([(668 + index * 36, 440), (668 + index * 36 + 30, 440)], colour, 11)


def _water(brush: Brush, level: float) -> None:
    brush.fade(g.box(0, level, 900, 300), ("#7FB2BC", "#3F7F8C"), (level, 720))
    for x, y, long in ((120, 580, 70), (250, 640, 110), (420, 680, 80), (500, 566, 50), (300, 560, 60), (150, 690, 60),
                       (470, 622, 60)):  # fmt: skip
        brush.line([(x, y), (x + long / 2, y + 4), (x + long, y)], "ice", 5, 0.6)


def _drawbridge(brush: Brush) -> None:
    """The deck hangs by two rods from a beam on a portal; a weight at the other end lifts it."""
    brush.line([(604, 526), (470, 268)], darker("white", 0.25), 30)
    brush.line([(600, 520), (466, 262)], "white", 26)
    brush.line([(596, 500), (566, 442)], "teal", 7)
    for x in (590, 640):
        brush.solid(g.box(x - 13, 230, 26, 300, round_=5), "white", 7)
    brush.line([(616, 300), (616, 330)], "white", 10)
    brush.solid(g.box(572, 300, 88, 22, round_=6), "white", 5)
    brush.line([(452, 108), (616, 222), (784, 340)], "white", 25)
    brush.line([(452, 116), (616, 230), (784, 348)], darker("white", 0.2), 8)
    brush.solid(g.box(744, 318, 62, 62, round_=10), "teal", 9)
    brush.line([(456, 112), (466, 262)], "charcoal", 5)
    brush.fill(g.oval(616, 226, 13, 13), "teal")


def _paper_boat(brush: Brush, x: float, y: float) -> None:
    with brush.moved(x, y, turn=-4) as own:
        own.fill(g.oval(2, 4, 76, 9), "#16303A", 0.2)
        own.fill(g.path((-34, -36), (0, -96), (34, -36)), "white")
        own.fill(g.path((0, -96), (34, -36), (4, -36)), darker("white", 0.12))
        own.fill(g.path((-84, -44), (0, -36), (84, -44), (50, 2), (-50, 2)), "white")
        own.fill(g.path((0, -36), (84, -44), (50, 2), (12, 2)), darker("white", 0.12))


def _duck(brush: Brush, x: float, y: float, size: float) -> None:
    with brush.moved(x, y, scale=size) as own:
        for foot in (-4, 10):
            own.line([(foot, -12), (foot, 0)], "amber", 4)
        own.solid(g.blob([(-26, -30), (-6, -38), (28, -34), (46, -44), (38, -14), (8, -6), (-20, -12)]), "walnut", 5)
        own.solid(g.blob([(-26, -62), (-8, -74), (8, -60), (2, -32), (-14, -24), (-26, -34)]), "pine", 4)
        own.line([(-25, -34), (0, -32)], "white", 5)
        own.fill(g.blob([(-22, -58), (-44, -54), (-42, -48), (-22, -48)], 0.3), "sun")
        own.fill(g.oval(-12, -61, 3, 3.4), "white")


def _boat(brush: Brush) -> None:
    """A round view of the sea; the sail is a tea towel, held by pegs."""
    disc = g.oval(450, 388, 320, 316)
    brush.fill(disc, "#F0CFA0")
    with within(brush, disc):
        brush.fill(g.oval(640, 300, 90, 90), "sun")
        cloud(brush, 250, 210, 150, colour="paper", shade="cream")
        brush.fill(_wave(490, 26, 0), "seafoam")
        _sailing(brush)
        front = _wave(566, 30, 60)
        brush.fill(front, "denim")
        stipple(brush, front, "navy", 420, lean=(0, 1))
        near = _wave(634, 26, 10)
        brush.fill(near, "navy")
        for x, y in ((250, 604), (420, 618), (590, 600), (350, 668), (520, 674)):
            brush.line([(x, y), (x + 26, y - 6), (x + 52, y)], "blue", 5)
    with brush.moved(690, 582, turn=16) as fish:
        fish.solid(g.blob([(-52, 0), (-20, -26), (24, -20), (50, 0), (24, 18), (-20, 22)]), "amber", 7)
        fish.solid(g.path((-42, 0), (-82, -24), (-76, 24)), "amber", 4)
        fish.fill(g.oval(28, -6, 5, 5), "ink")
    for x, y in ((636, 642), (744, 640), (616, 610)):
        brush.fill(g.oval(x, y, 7, 8), "blue")


def _wave(level: float, tall: float, shift: float) -> g.Shape:
    tops = [(x, level - (tall if index % 2 else 0)) for index, x in enumerate(range(int(shift) - 60, 1000, 84))]
    return g.join(g.blob([*tops, (1000, 800), (-100, 800)], 0.5), g.box(-100, level + 30, 1100, 300))


def _sailing(brush: Brush) -> None:
    with brush.moved(440, 560, turn=-5) as own:
        own.line([(0, 0), (0, -392)], "walnut", 15)
        own.line([(-130, -352), (160, -368)], "walnut", 12)
        sail = g.blob([(-116, -346), (20, -354), (146, -360), (176, -220), (150, -96), (20, -84), (-124, -92),
                       (-94, -220)], 0.2)  # fmt: skip
        own.fill(sail, "white")
        bands = [(g.box(-140 + column * 62, -380, 24, 320), "#C9776455") for column in range(6)]
        own.inside(sail, *[(shape, "#DDA594") for shape, _ in bands])
        own.inside(sail, *[(g.box(-160, -340 + row * 62, 380, 24), "#DDA594") for row in range(5)])
        crossings = [g.box(-140 + column * 62, -340 + row * 62, 24, 24) for column in range(6) for row in range(5)]
        own.inside(sail, *[(cross, "brick") for cross in crossings])
        own.inside(sail, (g.blob([(116, -380), (220, -380), (220, -60), (116, -70), (136, -220)]), 0x2216303A))
        for x in (-98, 18, 128):
            own.line([(x, -370), (x, -336)], "sun", 11)
        own.solid(g.blob([(-190, -44), (0, -34), (200, -50), (150, 50), (-130, 50)], 0.24), "brick", 14, 4)
        own.fill(g.path((-186, -36), (0, -26), (194, -42), (186, -22), (0, -6), (-176, -16)), lighter("brick", 0.7))
        own.fill(g.path((0, -392), (0, -424), (46, -408)), "leaf")


def _goldfish(brush: Brush) -> None:
    """The fish has a deck chair, a parasol and nothing to do."""
    wall = g.box(FIELD[0], FIELD[1], FIELD[2], 560, round_=26)
    with within(brush, wall):
        brush.fill(wall, "#E7B9A0")
        for column in range(12):
            brush.fill(g.box(72 + column * 64, 60, 26, 600), "#ECC6B0")
        brush.solid(g.box(0, 560, 900, 100), "walnut", 0)
        brush.fill(g.box(0, 560, 900, 12), lighter("walnut", 0.3))
    brush.shadow(470, 640, 230, 18, 0.3)
    bowl = g.cut(g.oval(450, 410, 268, 232), g.box(100, 100, 700, 138))
    brush.fill(bowl, "ice", 0.9)
    with within(brush, bowl):
        brush.fade(g.box(150, 296, 600, 400), ("#A6D2D6", "#5FA3B0"), (296, 640))
        sand = g.blob([(150, 590), (300, 556), (450, 572), (620, 552), (760, 590), (760, 700), (150, 700)])
        brush.fill(sand, "sand")
        stipple(brush, sand, "clay", 360, lean=(0, 1))
        _beach(brush)
        for x, y, size in ((592, 350, 9), (606, 322, 6), (596, 300, 4)):
            brush.fill(g.oval(x, y, size, size), "white", 0.7)
    brush.line([(236, 330), (216, 400), (232, 480)], "white", 10, 0.7)
    brush.line([(292, 238), (450, 232), (608, 238)], "white", 13)
    for x, tall in ((690, 60), (664, 40)):
        brush.line([(x, 560), (x - 4, 560 - tall)], "leaf", 0.1)


def _beach(brush: Brush) -> None:
    brush.line([(560, 580), (548, 360)], "white", 9)
    shade = g.blob(
        [(396, 404), (430, 340), (542, 310), (656, 352), (690, 430), (610, 398), (540, 386), (466, 390)], 0.3
    )
    brush.solid(shade, "brick", 8)
    brush.inside(
        shade,
        (g.path((540, 306), (470, 396), (510, 392)), "white"),
        (g.path((548, 306), (640, 402), (578, 392)), "white"),
    )
    brush.line([(266, 592), (376, 500)], "walnut", 11)
    brush.line([(318, 520), (400, 592)], "walnut", 11)
    for index in range(4):
        start, end = (270 + index * 2, 482 + index * 2), (372, 566)
        brush.line([(start[0] + index * 9 - 22, start[1] - index * 3 + 8),
                   (end[0] + index * 9 - 22, end[1] - index * 3 + 8)],
                   "sun" if index % 2 else "white", 13)  # fmt: skip
    with brush.moved(322, 494, turn=34, flip=True) as fish:
        fish.solid(g.path((-62, 2), (-116, -30), (-104, 34)), "amber", 6)
        fish.solid(g.blob([(-72, 0), (-30, -46), (34, -44), (74, -6), (36, 30), (-30, 32)]), "amber", 11)
        fish.solid(g.blob([(-12, 0), (-40, 18), (-30, 30), (6, 16)]), darker("amber", 0.1), 3)
        fish.line([(20, -20), (76, -20)], "ink", 5)
        fish.solid(g.box(26, -24, 24, 19, round_=8), "ink", 2)
        fish.solid(g.box(55, -24, 20, 19, round_=8), "ink", 2)
        fish.line([(52, 8), (62, 10), (70, 5)], darker("amber", 0.5), 4)
    for x, y in ((240, 588), (620, 584), (662, 570)):
        grass(brush, x, y, 44, "leaf")


MOTIFS: dict[str, Motif] = {
    "bridge": Motif(_bridge, "#EBD7B0"),
    "boat": Motif(_boat, "#BCD5D6"),
    "goldfish": Motif(_goldfish, "#D3E3DC"),
}
