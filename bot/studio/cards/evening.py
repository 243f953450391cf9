"""Cards of the end of the day: one lamp that burns, and a plant that dances to the radio."""

import numpy as np

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import leaf
from bot.studio.palette import darker, lighter


def _lamp(brush: Brush) -> None:
    """A row of houses at night; behind one window the lamp is on, and somebody looks out."""
    left, top, _, _ = FIELD
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fade(g.box(*FIELD), ("#1D2B40", "#4C6482"), (top, 600))
        chance = np.random.default_rng(21)
        for x, y, size in chance.random((60, 3)):
            brush.fill(g.oval(left + x * 760, top + y * 230, 1.4 + 2.2 * size, 1.4 + 2.2 * size), "cream", 0.8)
        brush.fill(g.cut(g.oval(690, 164, 48, 48), g.oval(714, 150, 44, 44)), "cream")
        for at, (x, wide, tall, colour, roof) in enumerate(_HOUSES):
            _house(brush, (x, wide, tall), colour, roof, at == 2)
        brush.fade(g.box(0, 606, 900, 200), ("#24405C", "#162838"), (606, 708))
        for x, y, long, colour in ((420, 624, 76, "sun"), (436, 642, 48, "sun"), (426, 662, 62, "sun"),
                                   (446, 682, 30, "sun"),
                                   (140, 636, 60, "denim"), (620, 650, 80, "denim"), (260, 676, 50, "denim"),
                                   (700, 628, 50, "denim")):  # fmt: skip
            brush.line([(x, y), (x + long, y)], colour, 7, 0.8)
    _lit_window(brush)


_HOUSES = ((72, 150, 270, "#3A4A63", "step"), (222, 150, 340, "#4A3F5C", "point"), (372, 168, 386, "#3B5560", "bell"),
           (540, 142, 300, "#524052", "step"), (682, 152, 350, "#37465C", "point"))  # fmt: skip


def _house(brush: Brush, size: tuple[float, float, float], colour: str, roof: str, lit: bool) -> None:
    x, wide, tall = size
    foot, eaves, middle = 606.0, 606.0 - tall, size[0] + size[1] / 2
    if roof == "step":
        top = g.join(*(g.box(x + 20 * at, eaves - 24 * at, wide - 40 * at, 60) for at in range(4)))
    elif roof == "point":
        top = g.path((x, eaves + 2), (middle, eaves - 86), (x + wide, eaves + 2))
    else:
        top = g.blob([(x, eaves + 20), (x + 20, eaves - 30), (middle - 30, eaves - 60), (middle, eaves - 96),
                      (middle + 30, eaves - 60), (x + wide - 20, eaves - 30), (x + wide, eaves + 20)], 0.4)  # fmt: skip
    front = g.join(g.box(x + 2, eaves, wide - 4, tall), top)
    brush.solid(front, colour, 12)
    stipple(brush, front, darker(colour, 0.4), 150, lean=(1, 1))
    if lit:
        return
    for row in range(int((tall - 60) // 84)):
        for column in (0.27, 0.73):
            pane = g.box(x + wide * column - 22, foot - tall + 34 + row * 84, 44, 56, round_=5)
            brush.fill(pane, darker(colour, 0.45))
            brush.inside(pane, (g.path((x + wide * column - 22, foot - tall + 90 + row * 84),
                                       (x + wide * column, foot - tall + 34 + row * 84),
                                       (x + wide * column - 22, foot - tall + 34 + row * 84)), lighter(colour,
                                       0.12)))  # fmt: skip
    brush.fill(g.box(middle - 20, foot - 66, 40, 66, round_=6), darker(colour, 0.5))


def _lit_window(brush: Brush) -> None:
    brush.soft(g.oval(456, 420, 130, 150), "sun", 0.5, 44)
    brush.solid(g.box(392, 300, 128, 236, round_=12), "cream", 5)
    pane = g.box(404, 312, 104, 212, round_=6)
    brush.fade(pane, ("#FBD98C", "#F2B33D"), (312, 524))
    with within(brush, pane):
        brush.line([(456, 300), (456, 352)], "walnut", 5)
        brush.solid(g.blob([(418, 394), (440, 348), (472, 348), (494, 394)], 0.2), "brick", 6)
        brush.fill(g.oval(456, 396, 38, 8), "paper")
        brush.fill(g.blob([(424, 530), (424, 480), (440, 456), (438, 432), (450, 442), (466, 442), (478, 432),
                           (476, 456),
                           (490, 484), (490, 530)], 0.3), "night")  # fmt: skip
        for x in (450, 466):
            brush.fill(g.oval(x, 456, 3.6, 4.2), "sun")
        for x in (402, 510):
            brush.fill(
                g.blob([(x - 16, 300), (x + 16, 300), (x + 20, 420), (x + 12, 530), (x - 12, 530), (x - 20, 420)], 0.3),
                "paper",
                0.85,
            )
    brush.solid(g.box(384, 532, 144, 16, round_=6), "cream", 4)
    brush.solid(g.box(398, 548, 116, 22, round_=6), "brick", 5)
    for at in range(6):
        leaf(brush, 408 + at * 19, 550, 34, -40 + at * 16, "leaf")


def _radio(brush: Brush) -> None:
    """The radio plays, and the plant cannot stand still."""
    disc = g.box(*FIELD, round_=26)
    with within(brush, disc):
        brush.fill(disc, "#E3B7A4")
        for x in range(8):
            for y in range(7):
                with brush.moved(112 + x * 104 + (y % 2) * 52, 104 + y * 84, turn=45) as own:
                    own.fill(g.box(-12, -12, 24, 24, round_=6), "#D9A591")
        brush.solid(g.box(40, 590, 820, 160), "teal", 0)
        brush.fill(g.box(40, 590, 820, 18), lighter("teal", 0.22))
        for x in (110, 480):
            brush.fill(g.box(x, 632, 320, 110, round_=12), darker("teal", 0.2))
            brush.fill(g.oval(x + 160, 672, 13, 13), "sun")
    _radio_itself(brush)
    _dancer(brush)
    for x, y, size, turn in ((120, 250, 1.0, -10), (216, 170, 0.8, 8), (390, 204, 1.1, -6), (494, 120, 0.8, 12)):
        _note(brush, (x, y), size, turn)


def _radio_itself(brush: Brush) -> None:
    brush.fill(g.oval(310, 598, 210, 12), "#16303A", 0.3)
    brush.line([(430, 322), (520, 190)], "steel", 8)
    brush.fill(g.oval(522, 187, 9, 9), "steel")
    brush.line([(150, 330), (170, 276), (300, 264), (440, 276), (460, 330)], "walnut", 15)
    body = g.box(112, 316, 392, 278, round_=46)
    brush.solid(body, "mustard", 17, 6)
    stipple(brush, body, darker("mustard", 0.25), 420, lean=(1, 1))
    brush.fill(g.box(140, 344, 336, 68, round_=18), "cream")
    for at in range(13):
        brush.line([(164 + at * 24, 368), (164 + at * 24, 384 if at % 3 else 392)], "slate", 4)
    brush.line([(356, 352), (356, 404)], "brick", 7)
    grille = g.oval(232, 506, 76, 76)
    brush.fill(grille, darker("walnut", 0.2))
    for ring in (60, 44, 28, 12):
        brush.fill(g.cut(g.oval(232, 506, ring, ring), g.oval(232, 506, ring - 6, ring - 6)), "wood")
    for x, y, size in ((392, 472, 36), (392, 554, 20), (446, 548, 15), (338, 548, 15)):
        brush.solid(g.oval(x, y, size, size), "walnut", 6)
        brush.line([(x, y), (x + size * 0.5, y - size * 0.6)], "cream", 5)


def _dancer(brush: Brush) -> None:
    brush.fill(g.oval(684, 600, 84, 10), "#16303A", 0.3)
    with brush.moved(684, 596, turn=9) as own:
        own.line([(-4, -120), (14, -210), (-16, -300), (8, -386)], "leaf", 17)
        for x, y, long, turn, colour in ((12, -214, 150, -66, "leaf"), (4, -236, 150, 58, "moss"),
                                         (-14, -300, 122, -48, "moss"),
                                         (-12, -306, 128, 66, "leaf"), (6, -380, 104, -22, "leaf"),
                                         (8, -384, 100, 30, "moss"),
                                         (2, -160, 96, -82, "moss"), (6, -160, 90, 80, "leaf")):  # fmt: skip
            leaf(own, x, y, long, turn, colour)
        own.solid(g.path((-82, -124), (82, -124), (60, 0), (-60, 0)), "brick", 12)
        own.solid(g.box(-92, -142, 184, 38, round_=10), "brick", 9)
        own.line([(-70, -78), (0, -70), (70, -78)], lighter("brick", 0.25), 8)
    for side in (-1, 1):
        for far in (104, 128):
            x = 684 + side * far
            brush.line([(x, 500), (x + side * 10, 532), (x, 562)], "cream", 6)


def _note(brush: Brush, at: g.Point, size: float, turn: float) -> None:
    with brush.moved(*at, turn=turn, scale=size) as own:
        own.line([(18, 0), (18, -78), (44, -62), (48, -36)], "navy", 9)
        with own.moved(0, 0, turn=-20) as head:
            head.fill(g.oval(0, 6, 24, 18), "navy")


MOTIFS: dict[str, Motif] = {
    "lamp": Motif(_lamp, "#D9C9A3"),
    "radio": Motif(_radio, "#CBDDD6"),
}
