"""Cards of what grows: a tree full of birds, flowers in a jar, bulbs that take their time."""

import math

import numpy as np

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import bird, flower, grass, leaf, tulip
from bot.studio.palette import darker, lighter


def _tree(brush: Brush) -> None:
    """An old tree; who looks long finds five birds in it."""
    ground = g.blob([(90, 690), (260, 636), (460, 622), (660, 636), (812, 690), (640, 712), (260, 712)])
    brush.fill(ground, "lime")
    stipple(brush, ground, "grass", 500, lean=(0, 1))
    trunk = g.blob([(372, 676), (408, 600), (408, 470), (380, 380), (430, 420), (452, 330), (478, 420), (534, 372),
                    (500, 470), (500, 600), (540, 676), (456, 660)], 0.34)  # fmt: skip
    brush.solid(trunk, "walnut", 14)
    stipple(brush, trunk, darker("walnut", 0.4), 160, lean=(1, 1))
    _crown(brush)
    birds = ((276, 302, "leaf", False), (566, 240, "pine", True), (642, 436, "leaf", True), (424, 188, "moss", False),
             (372, 452, "pine", False))  # fmt: skip
    for x, y, colour, flip in birds:
        bird(brush, x, y, colour=colour, belly="grass", size=0.72, flip=flip)
    brush.line([(560, 470), (566, 604)], "cream", 5)
    brush.line([(630, 462), (634, 604)], "cream", 5)
    brush.solid(g.box(552, 600, 96, 17, round_=5), "brick", 4)
    for x, y, tall in ((170, 686, 36), (720, 680, 42), (330, 700, 30)):
        grass(brush, x, y, tall, "leaf")


def _crown(brush: Brush) -> None:
    puffs = ((450, 330, 190), (300, 380, 132), (604, 372, 140), (372, 236, 128), (540, 220, 132), (236, 330, 80),
             (676, 330, 84), (452, 160, 84), (450, 440, 110))  # fmt: skip
    crown = g.join(*(g.oval(x, y, size, size * 0.86) for x, y, size in puffs))
    brush.solid(crown, "leaf", 22)
    stipple(brush, crown, "pine", 900, lean=(1, 1), size=2.6)
    chance = np.random.default_rng(5)
    colours = ("grass", "moss", "pine", "#3F8E66", "grass", "olive")
    for index, (share, angle, turn) in enumerate(chance.random((96, 3))):
        x, y = (
            450 + math.cos(angle * math.tau) * 262 * math.sqrt(share),
            318 + math.sin(angle * math.tau) * 196 * math.sqrt(share),
        )
        with within(brush, crown):
            leaf(brush, x, y, 52, turn * 360, colours[index % len(colours)])


def _flowers(brush: Brush) -> None:
    """Flowers in a jam jar, with a wooden spoon that thinks it is one of them; a bee comes by."""
    arch = g.join(g.box(166, 330, 568, 320), g.oval(450, 340, 284, 268))
    brush.fill(arch, "#E8BFB4")
    stipple(brush, arch, "#DDA79B", 800, lean=(0, 1))
    with within(brush, arch):
        brush.fill(g.box(100, 586, 700, 80), "teal")
        brush.fill(g.box(100, 586, 700, 10), lighter("teal", 0.25))
    stems = (((430, 600), (404, 440), (352, 318)), ((440, 600), (430, 430), (446, 232)), ((450, 600), (500, 440),
             (590, 302)),
             ((436, 600), (372, 470), (280, 420)), ((460, 600), (540, 470), (640, 410)), ((452, 600), (470, 420),
             (512, 356)))  # fmt: skip
    for stem in stems:
        brush.line(stem, "leaf", 8)
    brush.line([(452, 610), (500, 420), (532, 190)], "wood", 14)
    with brush.moved(540, 150, turn=10) as spoon:
        spoon.solid(g.oval(0, 0, 37, 54), "wood", 10)
        spoon.fill(g.oval(0, -2, 24, 38), darker("wood", 0.16))
    for x, y, long, turn in ((420, 440, 90, -60), (478, 450, 84, 66), (520, 500, 70, 50), (376, 500, 66, -46)):
        leaf(brush, x, y, long, turn, "moss")
    tulip(brush, 352, 322, 1.25, "brick", -16)
    tulip(brush, 590, 306, 1.3, "mustard", 20)
    flower(brush, 440, 226, 1.6, "white")
    flower(brush, 276, 414, 1.25, "plum")
    flower(brush, 646, 404, 1.35, "lilac")
    flower(brush, 514, 360, 1.05, "white")
    _jar(brush)
    _bee(brush)


def _jar(brush: Brush) -> None:
    jar = g.box(352, 448, 196, 218, round_=34)
    brush.fill(jar, "ice", 0.55)
    brush.inside(jar, (g.box(340, 520, 230, 200), 0x667FB8C4), (g.oval(450, 520, 110, 10), 0x88CFE6E4),
                 (g.box(516, 440, 60, 240), 0x3316303A))  # fmt: skip
    brush.fill(g.box(346, 440, 208, 28, round_=12), "white", 0.75)
    brush.line([(376, 500), (376, 620)], "white", 10, 0.8)
    brush.line([(350, 482), (450, 496), (550, 482)], "brick", 9)
    for side in (-1, 1):
        brush.solid(g.blob([(450, 492), (450 + side * 44, 466), (450 + side * 50, 504)], 0.4), "brick", 4)


def _bee(brush: Brush) -> None:
    for x, y in ((770, 330), (752, 300), (726, 282), (700, 280), (680, 262), (682, 236), (700, 222)):
        brush.fill(g.oval(x, y, 4, 4), "walnut")
    with brush.moved(728, 196, turn=-14) as own:
        own.fill(g.oval(-6, -28, 13, 24), "ice")
        own.fill(g.oval(14, -26, 11, 20), "sky")
        body = g.oval(0, 0, 34, 22)
        own.solid(body, "sun", 5)
        own.inside(body, (g.box(-12, -30, 11, 60), "ink"), (g.box(9, -30, 11, 60), "ink"))
        own.fill(g.oval(26, -4, 3.4, 4), "ink")


def _bulbs(brush: Brush) -> None:
    """Above the ground little is to be seen; below it everybody is at work or asleep."""
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fade(g.box(*FIELD), ("#CFE4E8", "#F8EFD9"), (FIELD[1], 320))
        brush.fill(g.oval(690, 170, 62, 62), "sun")
        brush.fill(_ground(0), "grass")
        brush.fill(_ground(24), "walnut")
        stipple(brush, _ground(34), "#4E3527", 1300, lean=(0, 1), size=2.8)
        for x, y, across in ((130, 660, 34), (760, 640, 44), (590, 690, 26), (330, 690, 22)):
            brush.solid(g.oval(x, y, across, across * 0.7), "stone", 6)
    brush.line([(238, 470), (240, 330), (236, 222)], "leaf", 11)
    leaf(brush, 240, 330, 120, -26, "leaf")
    leaf(brush, 240, 330, 110, 30, "moss")
    tulip(brush, 236, 226, 1.25, "brick")
    for x, y, size, tip in ((238, 520, 1.0, 0), (430, 520, 1.1, 92), (604, 492, 0.86, 60), (748, 500, 0.8, 22)):
        _bulb(brush, (x, y), size, tip)
    _worm(brush)


def _ground(depth: float) -> g.Shape:
    """Everything that lies deeper than this under a gently rolling field."""
    tops = [(x, y + depth) for x, y in ((-80, 318), (180, 296), (420, 312), (660, 292), (980, 312))]
    return g.join(g.blob([*tops, (980, 900), (-80, 900)], 0.4), g.box(0, 360 + depth, 900, 500))


def _bulb(brush: Brush, at: g.Point, size: float, tip: float) -> None:
    with brush.moved(*at, scale=size) as own:
        for x in (-26, -9, 9, 26):
            own.line([(x * 0.6, 52), (x, 74), (x * 1.5, 98 - abs(x) * 0.5)], "sand", 4.5)
        if tip:
            own.solid(g.blob([(-13, -50), (-7, -50 - tip), (0, -66 - tip), (8, -50 - tip), (13, -50)], 0.4), "lime", 5)
        own.solid(
            g.blob([(0, -74), (-18, -52), (-54, -8), (-48, 38), (0, 58), (48, 38), (54, -8), (18, -52)]), "clay", 10
        )
        for x in (-22, 6):
            own.line([(x * 0.3, -58), (x * 1.2, -10), (x, 40)], lighter("clay", 0.3), 4)


def _worm(brush: Brush) -> None:
    """A worm that reads in bed."""
    with brush.moved(470, 624) as bed:
        bed.solid(g.blob([(-64, 6), (-10, -22), (56, -12), (60, 36), (-50, 44)]), "white", 6)
        bed.line([(170, 60), (120, 20), (72, 34), (34, 12), (2, -6)], "rose", 32)
        bed.solid(g.oval(-4, -14, 29, 26), "rose", 5)
        bed.solid(g.blob([(66, 18), (150, -8), (226, 30), (232, 80), (60, 80)], 0.3), "denim", 10)
        for x in (108, 160):
            bed.line([(x, 14), (x + 10, 44), (x + 4, 76)], "blue", 9)
        bed.fill(g.oval(-15, -20, 4.6, 5.4), "ink")
        bed.line([(-26, -4), (-15, 0), (-6, -4)], darker("rose", 0.5), 4)
        with bed.moved(-66, -26, turn=-14) as book:
            book.solid(g.path((0, 0), (-46, -11), (-46, 40), (0, 54)), "cream", 4)
            book.solid(g.path((0, 0), (32, -16), (32, 38), (0, 54)), "white", 4)


MOTIFS: dict[str, Motif] = {
    "tree": Motif(_tree, "#E3E2C4"),
    "flowers": Motif(_flowers, "#D7E4DF"),
    "bulbs": Motif(_bulbs, "#DCCDB4"),
}
