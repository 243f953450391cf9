"""The near half of the trail: the bench under the tree, the workshop, the hill with the flag, the bridge."""

from bot.studio import geometry as g
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.palette import tones
from bot.studio.places import outside
from bot.studio.places.parts import tones_dark

SHED = 190.0
"""How far below its drawing the workshop stands."""


def _tree(brush: Brush, air: Air, *, alive: bool) -> None:
    brush.shadow(210, 2470, 160, 22)
    outside.tree(brush, (200, 2470), 1.12, leaf="leaf")
    if alive:
        for x, y in ((140, 2220), (210, 2130), (270, 2220), (190, 2290)):
            brush.solid(g.oval(x, y, 14, 14), "brick", 5)


def _bench(brush: Brush, air: Air, *, alive: bool) -> None:
    brush.shadow(500, 2516, 210, 18)
    for x in (318, 626):
        brush.solid(g.box(x, 2410, 20, 104, round_=6), "charcoal", 5)
    for y in (2316, 2356):
        brush.solid(g.box(292, y, 378, 30, round_=10), "wood", 7, 3)
    brush.solid(g.box(282, 2404, 398, 30, round_=12), "wood", 8, 3)


def _front(brush: Brush, air: Air, *, alive: bool) -> None:
    tufts = ((120, 2560), (700, 2540), (1500, 2480), (1640, 2600), (1330, 2560), (60, 2700), (1700, 2740), (1360, 2760),
             (560, 2740))  # fmt: skip
    for x, y in tufts:
        with brush.moved(x, y, scale=2.2) as own:
            outside.grass_tufts(own, ((0, 0), (14, 3)))
    if alive:
        for x, y, size in ((90, 2620, 2.6), (640, 2600, 2.2), (1450, 2640, 2.6), (1600, 2500, 2.0), (1250, 2740, 2.8),
                           (1560, 2760, 2.8), (690, 2780, 2.8), (200, 2790, 3.0)):  # fmt: skip
            with brush.moved(x, y, scale=size) as own:
                outside.flowers(own, ((0, 0), (22, 8), (-20, 9)), ("white", "sun", "rose"))


def _workshop(brush: Brush, air: Air, *, alive: bool) -> None:
    """An open shed: a back wall with tools, a roof on posts, a bench to work at."""
    with brush.moved(0, SHED) as own:
        _shed(own, alive=alive)


def _shed(brush: Brush, *, alive: bool) -> None:
    brush.fill(g.oval(1390, 2196, 420, 46), "#D9C89C")
    brush.solid(g.box(1080, 1860, 620, 330, round_=6), "#B98A5E" if alive else "#BFA183", 12)
    for x in range(1130, 1700, 56):
        brush.line([(x, 1866), (x, 2184)], tones_dark("wood"), 4, 0.4)
    if alive:
        brush.fill(g.box(1100, 1872, 580, 200), "#FFE3A0", 0.28)
        _tools(brush)
    brush.solid(g.box(1420, 1900, 170, 120, round_=6), "#CFE7EA", 5)
    brush.solid(g.cut(g.box(1408, 1888, 194, 144, round_=8), g.box(1422, 1902, 166, 116)), "white", 4)
    brush.line([(1505, 1900), (1505, 2020)], "white", 9)
    roof = g.path((1020, 1866), (1130, 1730), (1660, 1730), (1766, 1866))
    brush.solid(roof, "brick", 14, 5)
    for at in (0.3, 0.62):
        y = 1730 + 136 * at
        brush.line([(1130 - 110 * at, y), (1660 + 106 * at, y)], tones_dark("brick"), 4, 0.5)
    for x in (1056, 1706):
        brush.solid(g.box(x, 1862, 26, 336, round_=5), "walnut", 7)


def _tools(brush: Brush) -> None:
    brush.line([(1130, 1930), (1380, 1930)], "walnut", 9)
    for x, colour in ((1160, "steel"), (1230, "sun"), (1300, "teal"), (1360, "brick")):
        brush.line([(x, 1936), (x, 2010)], "walnut", 11)
        brush.solid(g.box(x - 22, 2000, 44, 28, round_=6), colour, 5)


def _workbench(brush: Brush, air: Air, *, alive: bool) -> None:
    with brush.moved(0, SHED) as own:
        _table(own, alive=alive)


def _table(brush: Brush, *, alive: bool) -> None:
    brush.shadow(1460, 2216, 250, 16)
    for x in (1270, 1640):
        brush.solid(g.box(x, 2100, 26, 112, round_=4), "walnut", 6)
    brush.solid(g.box(1240, 2080, 460, 30, round_=8), "oak", 7, 3)
    if alive:
        _birdhouse(brush, (1480, 2080))
        brush.solid(g.box(1580, 2042, 90, 38, round_=8), "teal", 6)
        brush.line([(1600, 2042), (1625, 2020), (1650, 2042)], "teal", 8)


def _birdhouse(brush: Brush, at: g.Point) -> None:
    with brush.moved(*at) as own:
        own.solid(g.box(-46, -92, 92, 92, round_=4), "sun", 9)
        own.solid(g.path((-68, -84), (0, -142), (68, -84)), "brick", 7)
        own.fill(g.oval(0, -50, 17, 17), "charcoal")


def _hill(brush: Brush, air: Air, *, alive: bool) -> None:
    """A hill of its own, with steps that lead up to a flag."""
    shape = g.blob([(-80, 1960), (40, 1720), (220, 1560), (380, 1520), (540, 1580), (700, 1760), (800, 1930),
                    (400, 1990)], 0.5)  # fmt: skip
    brush.solid(shape, "#86AF68", 26, 10)
    steps = ((720, 1880, 88), (664, 1826, 82), (604, 1774, 76), (548, 1722, 70), (500, 1672, 64), (462, 1624, 58),
             (436, 1580, 52))  # fmt: skip
    for x, y, half in steps:
        brush.solid(g.box(x - half, y, half * 2, 30, round_=10), "#E6D4A6", 9, 4)
    _flag(brush, (380, 1530), alive=alive)
    if alive:
        _sheep(brush, (300, 1386))
        _sheep(brush, (150, 1400), flip=True)


def _bushes(brush: Brush, air: Air, *, alive: bool) -> None:
    for x, y, size in ((70, 1790, 1.0), (200, 1830, 1.1), (330, 1740, 0.8)):
        with brush.moved(x, y, scale=size) as own:
            own.solid(g.join(g.oval(-44, -30, 46, 40), g.oval(20, -40, 56, 52), g.oval(70, -18, 36, 30)), "leaf", 12, 5)


def _flag(brush: Brush, foot: g.Point, *, alive: bool) -> None:
    with brush.moved(*foot) as own:
        own.line([(0, 0), (0, -270)], "walnut", 13)
        own.solid(g.oval(0, -276, 14, 14), "sun", 4)
        if alive:
            own.solid(g.blob([(6, -262), (70, -276), (130, -250), (196, -262), (190, -170), (126, -160), (66, -184),
                              (6, -170)], 0.4), "sun", 14, 5)  # fmt: skip
        else:
            own.solid(g.blob([(4, -262), (34, -240), (30, -150), (20, -110), (4, -150)], 0.4), "sun", 8)


def _sheep(brush: Brush, at: g.Point, *, flip: bool = False) -> None:
    with brush.moved(*at, flip=flip) as own:
        for x in (-24, -10, 14, 26):
            own.line([(x, -16), (x, 2)], "charcoal", 7)
        own.solid(g.join(g.oval(-16, -36, 30, 24), g.oval(16, -38, 30, 24), g.oval(0, -46, 28, 24)), "white", 8)
        own.solid(g.blob([(32, -58), (58, -52), (60, -34), (42, -30)], 0.4), "charcoal", 3)


def _bridge(brush: Brush, air: Air, *, alive: bool) -> None:
    """A bridge of stone with a low arch, seen from aside: the parapet stands before who crosses."""
    arch = g.oval(1250, 1796, 118, 76)
    body = g.blob(
        [(1010, 1742), (1110, 1702), (1250, 1684), (1390, 1702), (1490, 1742), (1490, 1800), (1010, 1800)], 0.3
    )
    brush.solid(g.cut(body, arch), "#BFB6A4", 12)
    brush.line([(1136, 1790), (1168, 1742), (1250, 1722), (1332, 1742), (1364, 1790)], "#8F887A", 9)
    for x, y in ((1060, 1760), (1100, 1780), (1410, 1764), (1450, 1784), (1052, 1790), (1440, 1742)):
        brush.fill(g.box(x - 20, y - 8, 36, 16, round_=5), "#A69D8C")


def _rail(brush: Brush, air: Air, *, alive: bool) -> None:
    for x, y in ((1034, 1742), (1140, 1708), (1250, 1696), (1360, 1708), (1466, 1742)):
        brush.solid(g.box(x - 9, y - 66, 18, 70, round_=5), "walnut", 5)
    brush.line([(1034, 1680), (1140, 1648), (1250, 1636), (1360, 1648), (1466, 1680)], tones_dark("wood"), 15)
    brush.line([(1034, 1676), (1140, 1644), (1250, 1632), (1360, 1644), (1466, 1676)], "wood", 13)
    for x, y, colour in ((1560, 1790, "leaf"), (1640, 1800, "moss"), (960, 1800, "moss")):
        for lean in (-16, -4, 8, 20):
            brush.line([(x + lean * 0.5, y), (x + lean, y - 60 - abs(lean))], tones(colour).base, 8)


SCENES = (
    (2452, _tree), (2500, _bench), (2860, _front), (2290, _workshop), (2410, _workbench), (1500, _hill),
    (1800, _bushes), (1640, _bridge), (1712, _rail),
)  # fmt: skip
