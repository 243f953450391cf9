"""Cards from the workplace: a bird that cannot wait, a cat in the post, and the hero of every coffee break."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import bird, mug
from bot.studio.palette import darker, lighter


def _workbench(brush: Brush) -> None:
    """Every tool hangs on its own shadow, but for the mug; the birdhouse is not finished and lived in already."""
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fill(g.box(*FIELD), "oak")
        holes = [g.oval(100 + x * 40, 96 + y * 40, 4, 4) for x in range(19) for y in range(12)]
        for hole in holes:
            brush.fill(hole, "#B58C5C")
        brush.solid(g.box(40, 572, 820, 200), "walnut", 0)
        brush.fill(g.box(40, 572, 820, 18), lighter("walnut", 0.25))
        brush.fill(g.box(40, 562, 820, 10), "#16303A", 0.14)
    _tools(brush)
    _birdhouse(brush)
    _paint_pot(brush)


def _tools(brush: Brush) -> None:
    shade = darker("oak", 0.24)
    _saw(brush, 150, 130)
    for x, colour in ((476, "brick"), (522, "mustard"), (568, "teal")):
        brush.solid(g.box(x - 12, 110, 24, 86, round_=11), colour, 5)
        brush.line([(x, 196), (x, 286)], "steel", 9)
    hammer = g.join(g.box(628, 118, 164, 50, round_=12), g.box(692, 118, 34, 260, round_=12))
    brush.fill(hammer, shade)
    brush.solid(g.oval(709, 186, 10, 10), "charcoal", 3)
    mug(brush, 676, 318, 0.58, "leaf", full=False)


def _saw(brush: Brush, x: float, y: float) -> None:
    teeth = [(x + 66 + at * 17 / 2, y + (98 if at % 2 else 84) - at * 1.4) for at in range(26)]
    brush.fill(g.path((x + 66, y + 10), (x + 282, y + 6), *reversed(teeth)), "steel")
    brush.fill(g.path((x + 66, y + 10), (x + 282, y + 6), (x + 282, y + 16), (x + 66, y + 24)), lighter("steel", 0.4))
    grip = g.cut(g.blob([(x, y + 6), (x + 70, y - 4), (x + 86, y + 60), (x + 58, y + 112), (x - 8, y + 104)], 0.34),
                 g.oval(x + 34, y + 54, 17, 26))  # fmt: skip
    brush.solid(grip, "brick", 8)


def _birdhouse(brush: Brush) -> None:
    brush.fill(g.oval(350, 588, 140, 12), "#16303A", 0.28)
    front = g.path((244, 584), (244, 390), (350, 300), (456, 390), (456, 584))
    brush.solid(front, "cream", 14)
    brush.inside(front, (g.path((230, 600), (230, 452), (330, 462), (350, 520), (470, 500), (470, 600)), "blue"))
    stipple(brush, front, "sand", 240, lean=(1, 1))
    for points in (((350, 282), (206, 404)), ((350, 282), (494, 404))):
        brush.line(points, darker("teal", 0.2), 30)
        brush.line([(x, y - 4) for x, y in points], "teal", 25)
    brush.fill(g.oval(350, 436, 47, 47), darker("walnut", 0.4))
    brush.line([(350, 512), (350, 528)], "wood", 17)
    brush.solid(g.oval(350, 512, 12, 12), "wood", 4)
    bird(brush, 348, 504, colour="brick", size=0.96)
    for x, y, turn in ((180, 576, 20), (214, 582, -30), (522, 578, 50)):
        with brush.moved(x, y, turn=turn) as nail:
            nail.line([(0, 0), (24, 0)], "steel", 5)
            nail.line([(0, -6), (0, 6)], "steel", 5)


def _paint_pot(brush: Brush) -> None:
    brush.fill(g.oval(640, 590, 86, 10), "#16303A", 0.28)
    brush.solid(g.box(566, 476, 146, 112, round_=10), "steel", 12)
    brush.fill(g.box(566, 500, 146, 58), "blue")
    brush.fill(
        g.blob([(566, 480), (712, 480), (700, 520), (680, 500), (660, 536), (640, 496), (590, 512)], 0.4),
        lighter("blue", 0.2),
    )
    brush.fill(g.oval(639, 478, 73, 14), darker("blue", 0.25))
    brush.line([(656, 484), (718, 402)], "blue", 24)
    brush.line([(708, 416), (734, 380)], "steel", 24)
    brush.line([(730, 386), (774, 322)], "wood", 17)


def _parcel(brush: Brush) -> None:
    """The parcel is ready to be sent, were it not for who sits in it."""
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fill(g.box(*FIELD), "mustard")
        wall = g.box(*FIELD)
        stipple(brush, wall, darker("mustard", 0.12), 900, lean=(0, -1))
        brush.fill(g.box(40, 560, 820, 200), "wood")
        brush.fill(g.box(40, 560, 820, 14), lighter("wood", 0.3))
        brush.fill(g.oval(452, 660, 300, 26), "#16303A", 0.2)
    for side in (-1, 1):
        brush.solid(g.path((450 + side * 206, 390), (450 + side * 330, 330), (450 + side * 350, 372),
                    (450 + side * 214, 440)),
                    darker("cardboard", 0.12), 7)  # fmt: skip
    brush.fill(g.box(246, 366, 408, 60), darker("cardboard", 0.4))
    _cat_in_box(brush)
    box = g.box(240, 404, 420, 254, round_=8)
    brush.solid(box, "cardboard", 18)
    stipple(brush, box, darker("cardboard", 0.2), 320, lean=(1, 1))
    brush.inside(box, (g.box(424, 390, 50, 280), "cream"), (g.box(230, 528, 440, 42), "cream"),
                 (g.path((230, 440), (330, 400), (370, 400), (230, 484)), "cream"))  # fmt: skip
    brush.line([(468, 534), (560, 500), (640, 566), (716, 604)], darker("cream", 0.12), 30)
    for x in (388, 512):
        brush.solid(
            g.blob([(x - 34, 426), (x - 32, 394), (x, 382), (x + 32, 394), (x + 34, 426), (x, 436)]), "charcoal", 7
        )
        for toe in (-11, 11):
            brush.line([(x + toe, 414), (x + toe, 428)], lighter("charcoal", 0.22), 4)
    _tape_roll(brush)


def _cat_in_box(brush: Brush) -> None:
    brush.line([(610, 420), (650, 330), (628, 250), (668, 196)], "charcoal", 26)
    brush.line([(642, 292), (634, 262), (642, 240)], "cream", 27)
    head = g.blob([(336, 330), (328, 262), (322, 176), (392, 222), (508, 222), (578, 176), (572, 262), (564, 330),
                   (520, 398), (380, 398)], 0.34)  # fmt: skip
    brush.solid(head, "charcoal", 13)
    for x, tip in ((338, 196), (562, 196)):
        way = 1 if x < 450 else -1
        brush.fill(g.path((x, tip + 8), (x + way * 10, tip + 58), (x + way * 44, tip + 38)), "rose")
    for x in (398, 502):
        brush.fill(g.oval(x, 304, 30, 26), "sun")
        brush.fill(g.oval(x + 4, 304, 9, 22), "ink")
        brush.fill(g.box(x - 34, 270, 68, 22), "charcoal")
    brush.fill(g.blob([(438, 340), (462, 340), (450, 354)], 0.3), "rose")
    brush.line([(430, 372), (450, 364), (470, 372)], lighter("charcoal", 0.4), 5)
    for side in (-1, 1):
        for y in (344, 362):
            brush.line(
                [(450 + side * 66, y), (450 + side * 152, y - 10 + (y - 344) * 1.4)], lighter("charcoal", 0.45), 3.4
            )


def _tape_roll(brush: Brush) -> None:
    ring = g.cut(g.oval(742, 626, 60, 60), g.oval(742, 626, 32, 32))
    brush.solid(ring, darker("cream", 0.08), 9)
    brush.line([(742, 592), (742, 592)], "cream", 2)
    hole = g.cut(g.oval(742, 626, 38, 38), g.oval(742, 626, 29, 29))
    brush.fill(hole, "clay")


def _machine(brush: Brush) -> None:
    """The coffee machine sleeps again; the flask does not mind and flies."""
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fill(g.box(*FIELD), "#C7DDD6")
        for ray in range(12):
            with brush.moved(574, 400, turn=ray * 30) as own:
                own.fill(g.path((0, 0), (-70, -640), (70, -640)), "#D7E8E1")
        brush.solid(g.box(40, 614, 820, 140), "clay", 0)
        brush.fill(g.box(40, 614, 820, 16), lighter("clay", 0.3))
    _machine_itself(brush)
    _flask(brush)
    mug(brush, 740, 640, 0.52, "brick")
    for x, y, long in ((512, 612, 60), (556, 640, 70), (600, 622, 44)):
        brush.line([(x, y), (x - long * 0.3, y + long)], "paper", 8)


def _machine_itself(brush: Brush) -> None:
    brush.fill(g.oval(260, 640, 170, 14), "#16303A", 0.24)
    body = g.box(128, 236, 250, 400, round_=26)
    brush.solid(body, "slate", 18, 6)
    stipple(brush, body, darker("slate", 0.3), 320, lean=(1, 1))
    brush.fill(g.box(160, 270, 186, 110, round_=14), "night")
    for x in (214, 292):
        brush.line([(x - 20, 320), (x, 330), (x + 20, 320)], "mint", 8)
    brush.line([(240, 352), (253, 348), (266, 352)], "mint", 7)
    brush.fill(g.box(168, 420, 170, 168, round_=12), darker("slate", 0.45))
    brush.solid(g.box(230, 414, 46, 40, round_=8), "steel", 6)
    brush.fill(g.oval(254, 496, 9, 12), "#6B4633")
    brush.solid(g.box(158, 588, 190, 24, round_=8), "steel", 6)
    for y, colour in ((294, "stone"), (330, "stone"), (366, "brick")):
        brush.fill(g.oval(361, y, 7, 7), colour)
    brush.line([(128, 600), (98, 620), (108, 668), (164, 676), (196, 690)], "charcoal", 10)
    brush.solid(g.box(190, 676, 44, 28, round_=7), "charcoal", 4)
    for y in (684, 697):
        brush.line([(234, y), (252, y)], "steel", 6)


def _flask(brush: Brush) -> None:
    with brush.moved(580, 420, turn=16) as own:
        cape = g.blob(
            [(-40, -96), (-86, -20), (-176, 60), (-230, 190), (-148, 170), (-120, 214), (-60, 150), (10, 60)], 0.4
        )
        own.solid(cape, "brick", 14)
        body = g.box(-66, -104, 132, 296, round_=34)
        own.solid(body, "teal", 16, 5)
        stipple(own, body, darker("teal", 0.4), 220, lean=(1, 1))
        own.inside(body, (g.box(-80, -20, 180, 16), "sun"), (g.box(-80, 4, 180, 8), "sun"))
        own.solid(g.box(-54, -142, 108, 48, round_=12), "steel", 8)
        own.solid(g.blob([(-46, -140), (-46, -190), (-30, -210), (30, -210), (46, -190), (46, -140)], 0.2), "sun", 9)
        own.line([(-58, -98), (0, -80), (58, -98)], "brick", 17)
        for x in (-22, 26):
            own.fill(g.oval(x, 58, 8, 10), "white")
        own.line([(-14, 92), (4, 102), (22, 92)], "white", 7)
        own.line([(62, -10), (120, -70), (150, -134)], "teal", 24)
        own.solid(g.oval(152, -140, 20, 20), "cream", 5)


MOTIFS: dict[str, Motif] = {
    "workbench": Motif(_workbench, "#D3E3DC"),
    "parcel": Motif(_parcel, "#CFE0E2"),
    "machine": Motif(_machine, "#E9CDBB"),
}
