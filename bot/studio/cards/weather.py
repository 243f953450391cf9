"""Cards of all weathers: a dry spot in the rain, socks in the wind, a tree that is dressed for the snow."""

import numpy as np

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import bird, cloud, flower
from bot.studio.palette import darker, lighter


def _umbrella(brush: Brush) -> None:
    """It rains everywhere, and under the umbrella it is summer."""
    left, top, _, _ = FIELD
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fade(g.box(*FIELD), ("#3F5D78", "#6F8DA3"), (top, 708))
        chance = np.random.default_rng(3)
        for x, y, long in chance.random((110, 3)):
            start = left + x * 790, top + y * 640
            brush.line([start, (start[0] - 9, start[1] + 20 + 18 * long)], "blue", 4, 0.75)
        brush.fill(g.blob([(0, 650), (220, 628), (470, 640), (700, 624), (900, 650), (900, 800), (0, 800)]), "moss")
        for x, y, across in ((150, 682, 60), (762, 676, 54)):
            brush.fill(g.oval(x, y, across, 11), "blue")
    summer = g.join(g.path((176, 320), (724, 320), (700, 650), (200, 650)), g.oval(450, 652, 250, 36))
    with within(brush, summer):
        brush.fade(g.box(200, 300, 500, 400), ("#8FCBE0", "#F4ECCB"), (320, 640))
        brush.fill(g.oval(584, 430, 50, 50), "sun")
        brush.fill(g.oval(584, 430, 74, 74), "sun", 0.3)
        cloud(brush, 296, 462, 104, colour="paper", shade="ice")
        brush.fill(g.blob([(180, 610), (330, 580), (480, 600), (720, 572), (720, 760), (180, 760)]), "grass")
        brush.fill(g.blob([(180, 650), (380, 626), (560, 650), (720, 630), (720, 760), (180, 760)]), "leaf")
        for x, y, size, colour in ((270, 622, 0.5, "white"), (336, 642, 0.62, "brick"), (580, 634, 0.6, "white"),
                                   (636, 650, 0.5, "mustard"), (384, 664, 0.46, "white")):  # fmt: skip
            brush.line([(x, y), (x + 2, y + 40)], "pine", 5)
            flower(brush, x, y, size, colour)
    bird(brush, 510, 650, colour="denim", size=0.74, flip=True)
    _canopy(brush)


def _canopy(brush: Brush) -> None:
    brush.line([(450, 200), (450, 590)], "walnut", 13)
    brush.line([(450, 580), (452, 624), (424, 640), (402, 622)], "walnut", 15)
    dome = g.cut(g.oval(450, 362, 336, 236), g.box(60, 356, 800, 300))
    scallops = [g.oval(450 - 294 + at * 84 + at * 0.0, 372, 42, 40) for at in range(8)]
    for bite in scallops:
        dome = g.cut(dome, bite)
    brush.solid(dome, "brick", 18, 6)
    brush.inside(dome, (g.path((450, 120), (240, 372), (324, 372)), darker("brick", 0.14)),
                 (g.path((450, 120), (408, 372), (492, 372)), lighter("brick", 0.16)),
                 (g.path((450, 120), (576, 372), (660, 372)), darker("brick", 0.2)))  # fmt: skip
    stipple(brush, dome, darker("brick", 0.35), 420, lean=(1, 1))
    brush.line([(450, 132), (450, 104)], "walnut", 13)


def _kite(brush: Brush) -> None:
    """The washing hangs on the kite, and a snail sees the world for once."""
    sky = g.blob([(92, 240), (230, 110), (430, 150), (620, 80), (800, 190), (820, 420), (700, 600), (480, 560),
                  (260, 640), (100, 500)])  # fmt: skip
    brush.fill(sky, "sky")
    stipple(brush, sky, "#A9D0CF", 800, lean=(1, 1))
    cloud(brush, 232, 236, 160)
    cloud(brush, 690, 470, 130)
    line = [(634, 236), (566, 330), (470, 376), (392, 430), (350, 520), (300, 580)]
    brush.line(line, "walnut", 5)
    with brush.moved(660, 200, turn=32) as own:
        kite = g.path((0, -128), (88, -10), (0, 150), (-88, -10))
        own.solid(kite, "sun", 0)
        own.inside(kite, (g.path((0, -128), (88, -10), (0, -10)), "brick"), (g.path((-88, -10), (0, -10),
                   (0, 150)), "teal"),
                   (g.path((88, -10), (0, -10), (0, 150)), "mustard"))  # fmt: skip
        stipple(own, kite, "#7A3B2E", 160, lean=(1, 1))
        own.line([(0, -124), (0, 146)], "walnut", 5)
        own.line([(-84, -10), (84, -10)], "walnut", 5)
    for x, y, colour, other in (
        (556, 340, "brick", "cream"),
        (470, 378, "mustard", "teal"),
        (398, 424, "denim", "white"),
    ):
        _sock(brush, (x, y), colour, other)
    _snail(brush, 262, 646)


def _sock(brush: Brush, at: g.Point, colour: str, stripe: str) -> None:
    with brush.moved(*at, turn=14) as own:
        sock = g.blob([(-22, 6), (22, 6), (24, 66), (44, 92), (30, 116), (-8, 108), (-24, 76)], 0.3)
        own.solid(sock, colour, 6)
        own.inside(sock, (g.box(-40, 4, 90, 15), stripe), (g.box(-40, 38, 90, 11), stripe))
        own.line([(0, -10), (0, 14)], "walnut", 8)


def _snail(brush: Brush, x: float, y: float) -> None:
    brush.fill(g.oval(x - 20, 694, 90, 10), "#16303A", 0.14)
    with brush.moved(x, y, turn=-12) as own:
        foot = g.blob([(-120, 12), (-60, -8), (40, -14), (66, -60), (92, -62), (98, -20), (60, 22), (-60, 26)])
        own.solid(foot, "cream", 6)
        for dx in (76, 92):
            own.line([(dx, -58), (dx + 8, -92)], darker("cream", 0.1), 6)
            own.fill(g.oval(dx + 9, -96, 7, 7), "ink")
        own.line([(82, -34), (90, -32), (96, -36)], darker("cream", 0.5), 3.4)
        shell = g.oval(-16, -50, 64, 60)
        own.solid(shell, "clay", 10)
        own.line([(-70, -30), (-50, -92), (8, -98), (34, -52), (4, -16), (-32, -34), (-26, -66), (-2, -62)],
                 darker("clay", 0.3), 8)  # fmt: skip
    for dx in (-96, -60, -24):
        brush.line([(x + dx, 678), (x + dx - 10, 694)], "stone", 5)


def _winter(brush: Brush) -> None:
    """A bare tree in the snow wears a scarf that somebody knitted very long."""
    arch = g.join(g.box(132, 350, 636, 340, round_=26), g.oval(450, 372, 318, 300))
    with within(brush, arch):
        brush.fade(g.box(100, 60, 700, 640), ("#5B7C98", "#DCE6E4"), (80, 560))
        brush.fill(g.oval(620, 230, 58, 58), "cream")
        brush.fill(g.blob([(90, 560), (260, 500), (470, 548), (640, 488), (820, 540), (820, 800), (90, 800)]), "ice")
        brush.solid(g.box(610, 470, 104, 74), "brick", 8)
        brush.solid(g.path((592, 476), (662, 414), (732, 476)), "white", 8)
        brush.fill(g.box(644, 494, 30, 30, round_=4), "sun")
        snow = g.blob([(90, 640), (280, 588), (480, 606), (660, 580), (820, 620), (820, 800), (90, 800)])
        brush.fill(snow, "white")
        stipple(brush, snow, "fog", 420, lean=(1, 1))
    _bare_tree(brush)
    chance = np.random.default_rng(9)
    with within(brush, arch):
        for x, y, size in chance.random((90, 3)):
            brush.fill(g.oval(140 + x * 620, 80 + y * 540, 2.4 + 4 * size, 2.4 + 4 * size), "white", 0.9)
    bird(brush, 256, 285, colour="walnut", belly="brick", size=0.9)


def _bare_tree(brush: Brush) -> None:
    for points, thick in (
        (((396, 400), (330, 330), (250, 290)), 20), (((330, 330), (306, 250), (268, 200)), 14),
        (((402, 380), (396, 260), (430, 160)), 22), (((398, 290), (356, 210), (352, 150)), 13),
        (((410, 300), (462, 236), (520, 204)), 14), (((408, 410), (480, 350), (560, 330)), 19),
        (((480, 350), (540, 296), (592, 290)), 12),
    ):  # fmt: skip
        brush.line(points, "walnut", thick)
    brush.solid(g.blob([(372, 650), (382, 520), (376, 390), (404, 350), (432, 390), (428, 520), (446, 650), (408, 636)],
                       0.34), "walnut", 12)  # fmt: skip
    brush.fill(g.oval(408, 654, 74, 14), "white")
    for x, y, across in ((250, 284, 26), (352, 146, 18), (430, 154, 18), (556, 322, 26), (520, 198, 18)):
        brush.fill(g.oval(x, y, across, 8), "white")
    tail = g.blob([(424, 468), (470, 470), (500, 540), (494, 612), (452, 616), (446, 540)], 0.3)
    brush.solid(tail, "brick", 8)
    brush.inside(tail, *[(g.box(430, 500 + at * 36, 90, 16), "cream") for at in range(4)])
    for x in (456, 470, 484):
        brush.line([(x, 612), (x, 632)], "brick", 6)
    wrap = g.blob([(356, 440), (404, 456), (454, 436), (460, 480), (404, 502), (352, 484)], 0.4)
    brush.solid(wrap, "brick", 8)
    brush.inside(
        wrap, *[(g.path((x, 430), (x + 15, 430), (x + 9, 510), (x - 6, 510)), "cream") for x in (372, 410, 444)]
    )


MOTIFS: dict[str, Motif] = {
    "umbrella": Motif(_umbrella, "#EBD9BD"),
    "kite": Motif(_kite, "#E9D5A8"),
    "winter": Motif(_winter, "#C3D4DC"),
}
