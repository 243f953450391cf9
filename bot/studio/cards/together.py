"""Cards of being together: a keeper that the others let sleep, and six who drink to each other."""

import math

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import FIELD, Motif, stipple, within
from bot.studio.cards.parts import COFFEE, grass
from bot.studio.palette import darker, lighter


def _football(brush: Brush) -> None:
    """The keeper has the ball, and it is asleep."""
    with within(brush, g.box(*FIELD, round_=26)):
        brush.fade(g.box(*FIELD), ("#9CCBD6", "#EAF2E2"), (68, 420))
        brush.fill(
            g.blob(
                [(0, 400), (150, 350), (300, 380), (460, 340), (640, 376), (780, 346), (900, 390), (900, 520), (0, 520)]
            ),
            "pine",
        )
        field = g.box(0, 430, 900, 300)
        brush.fill(field, "grass")
        for at in range(5):
            brush.fill(
                g.path((-40 + at * 220, 740), (90 + at * 220, 740), (190 + at * 150, 430), (110 + at * 150, 430)),
                "#7FA85F",
            )
        stipple(brush, field, "leaf", 600, lean=(0, 1))
        _net(brush)
    for line in (((150, 600), (150, 210)), ((150, 210), (750, 210)), ((750, 210), (750, 600))):
        brush.line(line, darker("white", 0.25), 25)
        brush.line(line, "white", 21)
    brush.line([(80, 604), (820, 604)], "white", 11)
    _keeper(brush)
    _ball(brush, (612, 584), 62)
    for x, y, tall in ((110, 690, 36), (330, 684, 30), (740, 692, 38), (800, 650, 26)):
        grass(brush, x, y, tall, "leaf")


def _net(brush: Brush) -> None:
    for at in range(20):
        brush.line([(162 + at * 30, 216), (200 + at * 26, 520)], "white", 2.6, 0.75)
    for at in range(11):
        inset = at * 3.4
        brush.line(
            [(160 + inset, 226 + at * 29), (450, 236 + at * 29), (740 - inset, 226 + at * 29)], "white", 2.6, 0.75
        )


def _keeper(brush: Brush) -> None:
    brush.fill(g.oval(420, 652, 240, 17), "#16303A", 0.22)
    brush.line([(232, 620), (176, 636), (170, 664), (220, 664), (300, 656)], "charcoal", 28)
    body = g.blob(
        [(220, 656), (222, 566), (300, 506), (420, 498), (520, 540), (560, 610), (548, 658), (380, 666)], 0.44
    )
    brush.solid(body, "charcoal", 15)
    for x in (300, 346, 392):
        brush.line([(x, 514), (x - 6, 534), (x + 2, 556)], lighter("charcoal", 0.14), 11)
    head = g.blob([(410, 586), (404, 528), (414, 486), (444, 514), (492, 512), (520, 480), (532, 526), (530, 590),
                   (500, 622), (438, 622)], 0.36)  # fmt: skip
    brush.solid(head, "charcoal", 9)
    for x in (444, 494):
        brush.line([(x - 13, 564), (x, 573), (x + 13, 564)], "sun", 6)
    brush.fill(g.blob([(462, 582), (478, 582), (470, 592)], 0.3), "rose")
    brush.line([(456, 600), (470, 596), (484, 602)], lighter("charcoal", 0.35), 4)
    for side in (-1, 1):
        for y in (584, 596):
            brush.line([(470 + side * 36, y), (470 + side * 84, y - 4 + (y - 584) * 1.2)], lighter("charcoal", 0.4), 3)
    for x, y in ((520, 640), (560, 628)):
        brush.solid(g.oval(x, y, 40, 22), "brick", 7)
        brush.line([(x - 22, y - 8), (x - 22, y + 10)], "cream", 9)


def _ball(brush: Brush, at: g.Point, size: float) -> None:
    x, y = at
    ball = g.oval(x, y, size, size)
    brush.solid(ball, "white", 12)
    patch = [g.polar((0, 0), size * 0.36, index * math.tau / 5 - 1.2) for index in range(5)]
    spots = [g.path(*[(x + px + dx * size, y + py + dy * size) for px, py in patch])
             for dx, dy in ((-0.1, -0.05), (0.72, -0.46), (-0.86, -0.5), (0.5, 0.78), (-0.66, 0.72),
             (-0.02, -1.0))]  # fmt: skip
    brush.inside(ball, *[(spot, "night") for spot in spots])


def _hands(brush: Brush) -> None:
    """Six mugs meet over the table, seen from above; one of the hands is a paw."""
    table = g.oval(450, 388, 326, 318)
    brush.fill(table, "oak")
    stipple(brush, table, darker("oak", 0.18), 900, lean=(1, 1))
    with within(brush, table):
        for y in (190, 300, 420, 540, 650):
            brush.line([(100, y), (450, y + 8), (800, y - 4)], darker("oak", 0.1), 5)
        for index, (skin, sleeve, cup) in enumerate(_COMPANY):
            angle = index * math.tau / 6 - 1.1
            _arm(brush, angle, skin, sleeve)
            _cup_from_above(brush, g.polar((450, 388), 106, angle), cup, angle)
            _grip(brush, angle, skin)
    for index in range(6):
        angle = index * math.tau / 6 - 0.58
        near, far = g.polar((450, 388), 150, angle), g.polar((450, 388), 176, angle)
        brush.line([near, far], "cream", 7)


_COMPANY = (("skin-fair", "denim", "brick"), ("skin-deep", "mustard", "white"), ("clay", "clay", "sun"),
            ("skin-tan", "plum", "leaf"), ("skin-pale", "teal", "rose"), ("skin-brown", "brick", "sky"))  # fmt: skip


def _arm(brush: Brush, angle: float, skin: str, sleeve: str) -> None:
    wrist, elbow = g.polar((450, 388), 212, angle), g.polar((450, 388), 420, angle)
    brush.fill(g.bone(g.between(wrist, (450, 400), -0.06), elbow, 44, 60), "#16303A", 0.16)
    brush.solid(g.bone(wrist, elbow, 36, 44), skin, 8)
    if sleeve != skin:
        brush.solid(g.bone(g.polar((450, 388), 262, angle), elbow, 50, 62), sleeve, 10)
        brush.line([g.polar(g.polar((450, 388), 250, angle), 42, angle + math.pi / 2),
                    g.polar(g.polar((450, 388), 250, angle), 42, angle - math.pi / 2)],
                    lighter(sleeve, 0.25), 15)  # fmt: skip


def _cup_from_above(brush: Brush, at: g.Point, colour: str, angle: float) -> None:
    brush.fill(g.oval(at[0] + 7, at[1] + 10, 52, 52), "#16303A", 0.18)
    brush.solid(g.oval(*at, 51, 51), colour, 8)
    brush.fill(g.oval(*at, 40, 40), COFFEE)
    brush.fill(g.oval(at[0] - 12, at[1] - 10, 12, 8), "#7A5540")


def _grip(brush: Brush, angle: float, skin: str) -> None:
    palm = g.polar((450, 388), 176, angle)
    brush.solid(g.oval(*palm, 42, 42), skin, 7)
    if skin == "clay":
        for turn in (-0.5, 0.0, 0.5):
            brush.solid(g.oval(*g.polar(palm, 38, angle + math.pi + turn * 1.5), 19, 19), "cream", 4)
        return
    cup = g.polar((450, 388), 106, angle)
    for turn in (-1.15, -0.8, 0.8, 1.1):
        knuckle = g.polar(palm, 34, angle + math.pi - turn * 1.3)
        tip = g.polar(cup, 50, angle + turn * 1.45)
        brush.solid(g.bone(knuckle, tip, 14, 11.5), skin, 4)


MOTIFS: dict[str, Motif] = {
    "football": Motif(_football, "#EAD8B4"),
    "hands": Motif(_hands, "#C9DDD9"),
}
