"""Things of the street and the shop: a bag of groceries, the pigeon that likes bread, the bus, speech balloons."""

import math

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import pulse, swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look


def _shopping(brush: Brush, look: Look) -> None:
    """A full bag: a loaf, leek and a carton stand out of it."""
    colour = look.colour or "leaf"
    brush.line([(-30, -96), (-20, -150), (20, -150), (30, -96)], tones(colour).shade, 7)
    brush.solid(g.box(-52, -142, 34, 60, round_=4), "sky", 5)
    brush.fill(g.path((-52, -142), (-35, -156), (-18, -142)), "white")
    for x, lean in ((28, 2), (40, 9)):
        with brush.moved(x, -84, turn=lean) as leek:
            leek.solid(g.box(-6, -66, 12, 70, round_=6), "cream", 3)
            for angle in (-24, 0, 22):
                with leek.moved(0, -62, turn=angle) as leaf:
                    leaf.solid(g.blob([(-6, 4), (-8, -26), (0, -46), (8, -26), (6, 4)], 0.4), "leaf", 4)
    with brush.moved(2, -84, turn=3) as loaf:
        loaf.solid(g.blob([(-15, 8), (-17, -40), (0, -62), (17, -40), (15, 8)], 0.45), "amber", 6, 3)
        for y in (-44, -30, -16):
            loaf.line([(-9, y + 4), (0, y), (9, y - 5)], "sand", 4)
    body = g.blob([(-58, -100), (58, -100), (64, -14), (52, 0), (-52, 0), (-64, -14)], 0.14)
    brush.solid(body, colour, 11, 4)
    brush.inside(body, (g.oval(0, -46, 26, 26), tones(colour).light), (g.box(-70, -104, 140, 12), tones(colour).shade))


def _bird(brush: Brush, look: Look, peck: float) -> None:
    """A pigeon with its feet on the origin; `peck` 1 has the beak down."""
    for x in (-6, 8):
        brush.line([(x, -18), (x + 2, -8), (x + 1, -1)], "clay", 4)
        brush.line([(x + 1, -1), (x + 6, -1), (x + 12, 0)], "clay", 3.4)
    brush.solid(g.blob([(-62, -22), (-40, -44), (-8, -56), (26, -50), (34, -32), (14, -14), (-24, -14)]), "stone", 7)
    brush.solid(g.blob([(-50, -28), (-26, -46), (8, -44), (10, -28), (-22, -20)]), "slate", 5)
    brush.line([(-34, -30), (-16, -36), (2, -33)], "fog", 4)
    with brush.moved(22, -44, turn=14 + 92 * peck) as head:
        head.solid(g.blob([(-14, 8), (-8, -20), (2, -36), (16, -38), (24, -26), (16, 2), (6, 14)]), "slate", 5)
        head.fill(g.blob([(-10, 2), (-4, -12), (16, -8), (12, 6)], 0.4), "seafoam", 0.8)
        head.fill(g.path((22, -31), (38, -24), (22, -22)), "cream")
        head.fill(g.oval(14, -29, 3.6, 3.6), "amber")
        head.fill(g.oval(14, -29, 1.7, 1.7), "ink")


def _pecking(now: float) -> float:
    beat = now % 1.5
    return pulse(beat, 0.2, 0.34, 0.15) + pulse(beat, 0.62, 0.34, 0.15)


def _pigeon(brush: Brush, look: Look) -> None:
    _bird(brush, look, _pecking(look.now))


def _pigeon_crust(brush: Brush, look: Look) -> None:
    """The pigeon at work on a crust of its own."""
    peck = _pecking(look.now)
    brush.solid(g.blob([(38, 0), (34, -18), (54, -30), (78, -22), (84, 0)], 0.4), "amber", 5, 2)
    brush.fill(g.oval(38, -12, 5, 10), "cream")
    for x, y in ((20, -1), (30, 3), (94, 1)):
        brush.fill(g.oval(x, y, 3, 2), "sand")
    _bird(brush, look, peck * 0.86)


def _driver(brush: Brush, at: g.Point) -> None:
    with brush.moved(*at) as own:
        own.solid(g.blob([(-66, 84), (-56, 22), (-14, 2), (26, 4), (62, 30), (72, 84)], 0.4), "navy", 9)
        own.solid(g.box(-18, -34, 34, 44, round_=14), "skin-brown", 5)
        own.solid(g.blob([(-44, -52), (-36, -98), (4, -114), (40, -92), (42, -46), (18, -20), (-22, -20)]),
                  "skin-brown", 8)  # fmt: skip
        own.solid(g.blob([(-40, -84), (-20, -120), (24, -122), (48, -88), (46, -64), (32, -84)], 0.4), "hair-grey", 6)
        own.fill(g.oval(-28, -64, 4.5, 5.5), "ink")
        own.line([(-36, -36), (-26, -32), (-14, -37)], "#5A2326", 4)


def _wheel(brush: Brush, x: float, turn: float) -> None:
    brush.fill(g.oval(x, -96, 128, 124), "#1B2A2C")
    with brush.moved(x, -92, turn=turn) as own:
        own.solid(g.oval(0, 0, 94, 94), "black", 9)
        own.solid(g.oval(0, 0, 52, 52), "steel", 6)
        for spoke in range(5):
            angle = spoke * math.tau / 5
            own.fill(g.oval(math.cos(angle) * 32, math.sin(angle) * 32, 8, 8), "slate")


def _bus(brush: Brush, look: Look) -> None:
    """A city bus that comes from the right; the foot of its nose is the origin, its driver looks out for people."""
    brush.fill(g.box(-10, -26, 1500, 40, round_=18), "#16303A", 0.3)
    body = g.blob([(0, -76), (6, -420), (40, -826), (84, -876), (1500, -876), (1500, -70), (30, -60)], 0.07)
    brush.solid(body, "sun", 14, 8)
    brush.inside(body, (g.box(-20, -250, 1600, 60), "teal"), (g.box(-20, -180, 1600, 14), "teal"))
    brush.solid(g.blob([(28, -440), (62, -744), (150, -744), (150, -430)], 0.08), "charcoal", 6)
    for left, wide in ((174, 300), (500, 320), (846, 320)):
        glass = g.box(left, -744, wide, 310, round_=26)
        brush.fill(glass, "#D6E8EA")
        if left == 174:
            _driver(brush, (left + 130, -508))
            brush.line([(left + 22, -446), (left + 40, -494), (left + 30, -520)], "black", 12)
        shine = g.path((left + 40, -744), (left + 120, -744), (left + 20, -434), (left - 60, -434))
        brush.inside(glass, (shine, 0x40FFFFFF))
    brush.solid(g.box(96, -836, 300, 62, round_=12), "black", 4)
    for x in range(118, 250, 22):
        brush.fill(g.oval(x, -805, 5, 5), "sun")
    brush.solid(g.oval(34, -300, 20, 30), "cream", 5)
    brush.line([(52, -700), (-10, -690), (-14, -640)], "charcoal", 10)
    brush.solid(g.box(-34, -650, 34, 96, round_=12), "charcoal", 5)
    _wheel(brush, 640, 0)


def _balloon(brush: Brush, look: Look) -> None:
    """An empty speech balloon; the tip of its tail is the origin."""
    sway = 2.0 * swing(look.now, 3.4)
    tail = g.blob([(14, -66), (0, 0), (66, -62)], 0.16)
    shape = g.join(g.box(-34, -190, 230, 134, round_=62), tail)
    with brush.moved(0, sway) as own:
        with own.moved(5, 8) as shade:
            shade.fill(shape, "#16303A", 0.13)
        own.solid(shape, look.colour or "white", 7)


def _sharp(brush: Brush, look: Look) -> None:
    """A balloon with jagged edges, of somebody who is angry."""
    points = []
    for index in range(22):
        angle = index * math.tau / 22
        far = 1.0 if index % 2 else 0.74
        points.append((20 + math.cos(angle) * 128 * far, -150 + math.sin(angle) * 92 * far))
    points[7:8] = [(-16, -72), (-6, 0), (24, -70)]
    shape = g.path(*points)
    brush.solid(shape, look.colour or "white", 9)


KINDS: dict[str, Kind] = {
    "shopping": Kind(_shopping, grip=(0, -148), shade=62),
    "pigeon": Kind(_pigeon, moves=True), "pigeon-crust": Kind(_pigeon_crust, shade=44, moves=True),
    "city-bus": Kind(_bus, moves=True),
    "speech-balloon": Kind(_balloon, moves=True), "speech-sharp": Kind(_sharp),
}  # fmt: skip
