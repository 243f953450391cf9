"""The far half of the trail: the fork with its signpost, the square, the gate of work, and the land behind."""

from bot.studio import geometry as g
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places import outside
from bot.studio.places.parts import tones_dark


def horizon(brush: Brush) -> None:
    """Poplars, a church tower and a windmill, far off."""
    for x, tall in ((40, 96), (90, 110), (140, 100), (400, 88), (440, 80), (1130, 84), (1084, 96), (1040, 80)):
        brush.fill(g.oval(x, 540 - tall * 0.5, 17, tall * 0.62), "#7FA98F")
    brush.fill(g.box(1000, 470, 36, 92), "#9DB3AC")
    brush.fill(g.path((994, 472), (1018, 404), (1042, 472)), "#7E9B95")
    with brush.moved(270, 556) as own:
        own.fill(g.path((-34, 0), (-20, -110), (20, -110), (34, 0)), "#A38C78")
        own.fill(g.blob([(-24, -104), (0, -140), (24, -104)], 0.4), "#7A6656")
        for turn in (20, 110, 200, 290):
            with own.moved(0, -116, turn=turn) as wing:
                wing.line([(0, 0), (0, -98)], "#7A6656", 5)
                wing.fill(g.box(3, -98, 22, 74), "#EFE6D2", 0.9)


def fields(brush: Brush) -> None:
    """Furrows, hedges and single trees that give the hills their size."""
    for left, right, y, tone in ((1150, 1780, 730, "#8FB56C"), (60, 560, 1010, "#8DB26B"), (60, 500, 2110, "#86AD66")):
        for row in range(4):
            middle = ((left + right) / 2, y - 14 + row * 36)
            brush.line([(left + row * 22, y + row * 34), middle, (right, y + row * 32)], tone, 8, 0.6)
    for x, y, size, leaf in ((80, 716, 0.42, "leaf"),
                             (170, 730, 0.5, "moss"), (540, 1150, 0.42, "leaf"), (1740, 1330, 0.7, "leaf"),
                             (1660, 1350, 0.55, "moss"), (1720, 1640, 0.7, "leaf"),
                             (980, 1990, 0.62, "leaf"), (1750, 2500, 0.9, "leaf")):  # fmt: skip
        brush.shadow(x, y, 110 * size, 16 * size)
        outside.tree(brush, (x, y), size, leaf=leaf)


def water(brush: Brush) -> None:
    """A pond, and the stream that runs from it under the bridge."""
    stream = g.blob([(1170, 1600), (1160, 1700), (1180, 1800), (1330, 1850), (1560, 1844), (1860, 1880), (1860, 1960),
                     (1540, 1912), (1300, 1930), (1130, 1880), (1060, 1780), (1080, 1640)], 0.5)  # fmt: skip
    pond = g.oval(1230, 1590, 230, 54)
    wet = g.join(stream, pond)
    brush.fill(wet, "#7FB6C4")
    for x, y, across, down in ((1230, 1582, 190, 34), (1300, 1880, 130, 16), (1640, 1896, 150, 16)):
        brush.inside(wet, (g.oval(x, y, across, down), "#A6D2DA"))


def _dark_trees(brush: Brush, air: Air, *, alive: bool) -> None:
    for x, y, size in ((30, 1216, 0.62), (120, 1196, 0.52), (-30, 1240, 0.6)):
        outside.tree(brush, (x, y), size, leaf="pine")
    if alive:
        outside.cloud(brush, (150, 990), 1.0, "#8C9CA7")
        for x in range(80, 230, 24):
            brush.line([(x, 1020), (x - 10, 1070)], "#6E8CA0", 6, 0.8)


def _signpost(brush: Brush, air: Air, *, alive: bool) -> None:
    brush.shadow(600, 1262, 60, 10)
    brush.solid(g.box(589, 1040, 22, 222, round_=6), "walnut", 6)
    for flip, y, colour in ((False, 1056, "teal"), (True, 1112, "amber")):
        with brush.moved(600, y, flip=flip) as own:
            own.solid(g.path((-30, 0), (120, 0), (152, 24), (120, 48), (-30, 48)), colour, 6, 3)
            own.line([(0, 24), (96, 24)], "cream", 7, 0.85)


def _square(brush: Brush, air: Air, *, alive: bool) -> None:
    """A small square: three fronts side by side, and stone before them."""
    brush.fill(g.oval(1430, 1062, 410, 84), "#D0C3A6")
    brush.fill(g.oval(1430, 1054, 386, 72), "#E4DAC4")
    fronts = ((1160, 190, 280, "#D9C09A", "slate", "navy"), (1350, 204, 330, "#B9745A", "walnut", "pine"),
              (1554, 190, 296, "#E6D7B4", "brick", "teal"))  # fmt: skip
    for left, wide, high, face, roof, door in fronts:
        _front_of_house(brush, (left, 1000), (wide, high), (face, roof, door), alive=alive)
    if alive:
        brush.line([(1160, 770), (1300, 806), (1450, 816), (1600, 806), (1744, 764)], "charcoal", 4)
        for index, colour in enumerate(("sun", "brick", "teal", "mint", "rose", "sun", "leaf")):
            x = 1200 + index * 84
            y = 817 - abs(x - 1452) ** 2 * 0.00055
            brush.solid(g.path((x - 20, y), (x + 20, y), (x, y + 40)), colour, 4)


def _front_of_house(
    brush: Brush, foot: g.Point, size: tuple[float, float], colours: tuple[str, str, str], *, alive: bool
) -> None:
    (left, base), (wide, high), (face, roof, door) = foot, size, colours
    top = base - high
    brush.solid(g.path((left - 8, top), (left + wide / 2, top - 84), (left + wide + 8, top)), roof, 9)
    brush.solid(g.box(left, top, wide, high), face, 9)
    brush.solid(g.box(left + wide * 0.58, base - 140, wide * 0.32, 140, round_=5), door, 6)
    brush.fill(g.oval(left + wide * 0.64, base - 66, 5, 5), "sun")
    for x, y, tall in ((0.12, top + 30, 76), (0.58, top + 30, 76), (0.12, base - 128, 84)):
        brush.fill(g.box(left + wide * x - 6, y - 6, wide * 0.3 + 12, tall + 12, round_=4), "white")
        brush.fill(g.box(left + wide * x, y, wide * 0.3, tall), "#FFE3A0" if alive else "#A9C0C4")


def _gate(brush: Brush, air: Air, *, alive: bool) -> None:
    """Where people work: a wide building whose gate stands open, with light inside."""
    brush.fill(g.oval(800, 704, 330, 28), "#D9C89C")
    for x in (620, 770, 920):
        brush.solid(g.path((x - 80, 400), (x - 80, 316), (x + 72, 400)), "slate", 7)
        brush.fill(
            g.path((x - 70, 394), (x - 70, 338), (x - 22, 364), (x - 22, 394)), "#FFE9B0" if alive else "#BFDDE2"
        )
    brush.solid(g.box(520, 392, 520, 308, round_=6), "#C98F6C", 10)
    brush.solid(g.box(510, 384, 540, 28, round_=6), tones_dark("brick"), 5)
    for x in (548, 946):
        for y in (452, 570):
            brush.fill(g.box(x - 7, y - 7, 80, 84, round_=5), "white")
            brush.fill(g.box(x, y, 66, 70), "#FFE3A0" if alive else "#A9C0C4")
    brush.solid(g.box(674, 450, 228, 252, round_=8), "white", 5)
    inside = ("#FFF1C4", "#F6D68A") if alive else ("#B9C4C2", "#A3B0AE")
    brush.fade(g.box(690, 466, 196, 236), inside, (466, 702))
    for x, lean in ((690, -72), (886, 72)):
        brush.solid(g.path((x, 466), (x + lean, 452), (x + lean, 724), (x, 702)), "teal", 8)
    if alive:
        brush.fill(g.path((694, 702), (882, 702), (930, 800), (690, 810)), "#FFE9B0", 0.5)


SCENES = (
    (1150, _dark_trees), (1264, _signpost), (960, _square), (690, _gate),
)  # fmt: skip
