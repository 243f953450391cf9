"""Cards of the table: soup that smiles, bread with helpers, and a cake that is being watched."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import leaf
from bot.studio.palette import darker, lighter


def _soup(brush: Brush) -> None:
    """Seen from above: two slices of carrot and a string of beans happen to make a face."""
    cloth = g.box(*FIELD, round_=26)
    brush.fill(cloth, "white")
    with within(brush, cloth):
        for at in range(10):
            brush.fill(g.box(72 + at * 84, 60, 42, 700), "#8FB8A8", 0.55)
            brush.fill(g.box(60, 68 + at * 84, 800, 42), "#8FB8A8", 0.55)
    brush.soft(g.oval(446, 408, 246, 240), "#16303A", 0.3, 12)
    brush.solid(g.oval(436, 392, 244, 240), "teal", 14, 6)
    brush.fill(g.oval(436, 392, 204, 200), darker("teal", 0.25))
    soup = g.oval(436, 398, 196, 190)
    brush.fill(soup, "amber")
    stipple(brush, soup, "#E0A040", 420, lean=(-1, -1), size=2.6)
    for x in (362, 510):
        brush.solid(g.oval(x, 344, 40, 39), "#E07F35", 6)
        brush.fill(g.oval(x, 344, 16, 15), "#F2A765")
    for x, y in ((330, 438), (360, 476), (402, 500), (446, 506), (490, 494), (526, 464), (548, 424)):
        brush.solid(g.oval(x, y, 17, 16), "grass", 4)
    brush.solid(g.oval(436, 412, 19, 18), "brick", 4)
    for x, y, long, turn in ((318, 296, 54, -40), (348, 284, 50, 10), (524, 284, 54, 30), (556, 300, 46, 70)):
        leaf(brush, x, y, long, turn, "leaf")
    _spoon(brush)
    _heel_of_bread(brush)


def _spoon(brush: Brush) -> None:
    with brush.moved(742, 396, turn=5) as own:
        own.line([(6, -40), (6, 222)], darker("steel", 0.4), 18)
        own.line([(0, -40), (0, 218)], "steel", 18)
        own.solid(g.oval(0, -98, 46, 68), "steel", 8)
        own.fill(g.oval(0, -96, 32, 52), darker("steel", 0.14))


def _heel_of_bread(brush: Brush) -> None:
    with brush.moved(172, 630, turn=-16) as own:
        own.solid(g.blob([(-74, 54), (-84, -10), (-46, -58), (40, -58), (82, -12), (74, 54)], 0.42), "clay", 9)
        crumb = g.blob([(-58, 40), (-66, -8), (-38, -42), (34, -42), (64, -10), (58, 40)], 0.42)
        own.fill(crumb, "cream")
        stipple(own, crumb, "sand", 90, lean=(1, 1), size=3)


def _bread(brush: Brush) -> None:
    """Chocolate sprinkles on bread; the ants have found them too."""
    plate = g.oval(450, 360, 316, 292)
    brush.fill(plate, "blue")
    stipple(brush, plate, "denim", 800, lean=(1, 1))
    brush.fill(g.oval(450, 352, 246, 226), lighter("blue", 0.4))
    with brush.moved(450, 360, turn=-6) as own:
        own.soft(g.box(-186, -160, 400, 380, round_=60), "#16303A", 0.28, 10)
        slice_ = g.blob([(-176, 190), (-190, 20), (-206, -96), (-120, -184), (0, -170), (120, -184), (206, -96),
                         (190, 20), (176, 190), (0, 202)], 0.4)  # fmt: skip
        own.solid(slice_, "clay", 12)
        crumb = g.blob([(-152, 166), (-166, 20), (-178, -84), (-106, -158), (0, -146), (106, -158), (178, -84),
                        (166, 20),
                        (152, 166), (0, 176)], 0.4)  # fmt: skip
        own.fill(crumb, "cream")
        _sprinkles(own, crumb)
    for index, (x, y) in enumerate(((640, 560), (570, 634), (470, 670), (366, 676), (262, 650), (168, 610))):
        _ant(brush, x, y, (28, 16, 4, -4, -14, -24)[index])


def _sprinkles(brush: Brush, crumb: g.Shape) -> None:
    colours = ("#4A2F22", "#5C3B2A", "#3A251C", "#7A4E34")
    with within(brush, crumb):
        for row in range(17):
            for column in range(17):
                jog = (row * 37 + column * 61) % 23 - 11
                x, y = -172 + column * 22 + jog, -160 + row * 21 + (jog * 3) % 13
                if x > 70 and y > 60 and (row + column) % 3:
                    continue
                with brush.moved(x, y, turn=(row * 71 + column * 43) % 180) as own:
                    own.line([(-7, 0), (7, 0)], colours[(row + column * 3) % 4], 7)


def _ant(brush: Brush, x: float, y: float, turn: float) -> None:
    """An ant that walks to the left with a sprinkle on its back."""
    with brush.moved(x, y, turn=turn) as own:
        for foot in (-14, 0, 14):
            own.line([(foot * 0.6, 0), (foot * 1.3, 10), (foot * 1.5 - 2, 22)], "ink", 3.6)
        own.fill(g.oval(22, -2, 17, 12), "ink")
        own.fill(g.oval(-2, 0, 10, 8), "ink")
        own.fill(g.oval(-22, -4, 12, 10), "ink")
        own.line([(-28, -10), (-38, -24)], "ink", 3.2)
        own.line([(-22, -12), (-27, -28)], "ink", 3.2)
        own.fill(g.oval(-26, -6, 2.4, 2.4), "white")
        own.line([(-18, -26), (26, -32)], "#5C3B2A", 13)


def _cake(brush: Brush) -> None:
    """Somebody is very near to the cake and thinks that nobody sees it."""
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fill(g.box(*FIELD), "#F0D9AE")
        for x in range(7):
            for y in range(6):
                brush.fill(g.oval(110 + x * 122 + (y % 2) * 60, 120 + y * 84, 7, 7), "#E5C48C")
        brush.line([(60, 96), (240, 160), (450, 182), (660, 160), (850, 96)], "walnut", 4)
        for index, (x, y) in enumerate(
            ((128, 122), (220, 152), (312, 170), (406, 180), (500, 180), (594, 170), (686, 150), (776, 120))
        ):
            brush.fill(
                g.path((x - 27, y), (x + 27, y + 2), (x, y + 54)), ("brick", "teal", "mustard", "plum")[index % 4]
            )
        _watcher(brush)
        brush.solid(g.box(40, 580, 820, 200), "leaf", 0)
        brush.fill(g.box(40, 580, 820, 14), lighter("leaf", 0.3))
        for x in range(16):
            brush.fill(g.oval(70 + x * 52, 600, 30, 24), "white")
        brush.fill(g.box(40, 574, 820, 26), "white")
    _cake_itself(brush)
    for x in (576, 700):
        brush.solid(g.blob([(x - 36, 598), (x - 32, 568), (x, 560), (x + 32, 568), (x + 36, 598), (x, 604)]), "clay", 7)
        for toe in (-11, 11):
            brush.line([(x + toe, 582), (x + toe, 596)], darker("clay", 0.4), 4)


def _cake_itself(brush: Brush) -> None:
    brush.fill(g.oval(320, 612, 190, 14), "#16303A", 0.2)
    brush.solid(g.box(284, 560, 72, 48, round_=10), "sky", 6)
    brush.solid(g.oval(320, 560, 190, 24), "sky", 7)
    body = g.box(164, 402, 312, 156, round_=20)
    brush.solid(body, "#A2623F", 14)
    brush.inside(body, (g.box(150, 466, 340, 20), "cream"))
    icing = g.join(
        g.box(160, 382, 320, 50, round_=24), *(g.oval(188 + at * 44, 430, 22, 20 + (at * 13) % 26) for at in range(7))
    )
    brush.solid(icing, "rose", 9)
    for x, colour in ((206, "teal"), (264, "mustard"), (322, "brick"), (380, "leaf"), (434, "plum")):
        brush.line([(x, 384), (x, 322)], colour, 13)
        brush.line([(x - 4, 372), (x + 4, 362)], "white", 4)
        brush.line([(x - 4, 348), (x + 4, 338)], "white", 4)
        brush.soft(g.oval(x, 292, 22, 26), "sun", 0.5, 10)
        brush.fill(g.blob([(x, 268), (x + 11, 296), (x, 312), (x - 11, 296)]), "sun")
        brush.fill(g.blob([(x, 286), (x + 5, 300), (x, 308), (x - 5, 300)]), "white")
    for x, y in ((196, 516), (262, 530), (334, 514), (402, 532), (448, 514)):
        brush.fill(g.oval(x, y, 9, 9), "sun")


def _watcher(brush: Brush) -> None:
    """The dog from the nose up, behind the table, with a dab of icing on its nose."""
    with brush.moved(638, 600) as own:
        for side in (-1, 1):
            own.solid(g.blob([(side * 64, -214), (side * 118, -196), (side * 142, -110), (side * 122, -22),
                              (side * 84, -60),
                              (side * 78, -140)], 0.5), "walnut", 9)  # fmt: skip
        head = g.blob([(-108, 60), (-112, -90), (-80, -186), (0, -222), (80, -186), (112, -90), (108, 60)])
        own.solid(head, "clay", 12)
        own.inside(head, (g.blob([(-26, -230), (26, -230), (18, -130), (0, -104), (-18, -130)]), "cream"))
        own.fill(g.blob([(-72, 40), (-60, -62), (0, -88), (60, -62), (72, 40)]), "cream")
        own.fill(g.blob([(-32, -70), (0, -82), (32, -70), (22, -46), (0, -36), (-22, -46)]), "ink")
        own.fill(g.blob([(-28, -78), (-8, -88), (10, -80), (2, -68), (-18, -66)]), "rose")
        for x in (-48, 48):
            own.fill(g.oval(x, -118, 20, 21), "white")
            own.fill(g.oval(x - 9, -116, 11, 13), "ink")
            own.line([(x - 20, -152), (x, -160), (x + 20, -154)], darker("clay", 0.3), 8)


MOTIFS: dict[str, Motif] = {
    "soup": Motif(_soup, "#EBC9A4"),
    "bread": Motif(_bread, "#EAD9B0"),
    "cake": Motif(_cake, "#D3E3DC"),
}
