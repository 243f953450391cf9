"""The dog and the cat."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import blink, swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look


def _tail(brush: Brush, at: g.Point, colour: str, wag: float) -> None:
    with brush.moved(*at, turn=wag) as own:
        own.toned(g.chain([(0, 0), (-24, -22), (-30, -52)], [10, 9, 6]), tones(colour), 4)


def _dog_head(brush: Brush, at: g.Point, look: Look, *, tilt: float = 0, colour: str = "clay") -> None:
    tone = tones(colour)
    with brush.moved(*at, turn=tilt) as own:
        own.toned(g.blob([(-34, -22), (-12, -38), (16, -34), (28, -16), (50, -4), (58, 10), (48, 22), (22, 26),
                          (-8, 28), (-32, 14)]), tone, 7)  # fmt: skip
        own.fill(g.blob([(18, 4), (40, -4), (56, 8), (48, 21), (24, 25), (10, 18)]), "cream")
        own.fill(g.oval(55, 2, 8, 6.5), "ink")
        own.line([(50, 14), (40, 18), (30, 15)], "ink", 2.6)
        if blink(look.now, "dog") > 0.5:
            own.line([(9, -8), (15, -6), (21, -8)], "ink", 3)
        else:
            own.fill(g.oval(15, -9, 5, 6), "ink")
            own.fill(g.oval(16.6, -11, 1.6, 1.6), "white")
        own.line([(8, -21), (15, -24), (22, -21)], tone.shade, 4)
        flap = 4 * swing(look.now, 2.4)
        with own.moved(-20, -24, turn=flap) as ear:
            ear.toned(g.blob([(-8, -10), (12, -8), (16, 14), (4, 40), (-12, 42), (-20, 20)]), tones("walnut"), 6)


def _dog(brush: Brush, look: Look) -> None:
    wag = 16 * swing(look.now, 0.5) - 8
    tone = tones("clay")
    _tail(brush, (-52, -26), "clay", wag)
    body = g.blob([(-58, -30), (-52, -66), (-22, -104), (14, -132), (42, -122), (46, -84), (38, -10), (20, -4),
                   (-44, -4)])  # fmt: skip
    brush.toned(body, tone, 10)
    brush.fill(g.blob([(22, -112), (44, -104), (44, -70), (30, -58), (20, -80)]), "cream")
    brush.toned(g.blob([(-58, -34), (-30, -56), (-4, -36), (-6, -6), (-50, -4)]), tone, 8)
    for x in (8, 32):
        brush.toned(g.chain([(x, -60), (x + 3, -12)], [13, 9]), tone, 5)
        brush.toned(g.blob([(x - 8, -14), (x + 12, -14), (x + 22, -4), (x + 18, 0), (x - 8, 0)]), tone, 3)
    brush.toned(g.blob([(-30, -16), (0, -16), (10, -4), (4, 0), (-34, 0)]), tone, 3)
    brush.line([(2, -128), (24, -116), (44, -122)], "teal", 9)
    _dog_head(brush, (20, -160), look, tilt=-4 + 4 * swing(look.now, 3.7))


def _dog_lying(brush: Brush, look: Look) -> None:
    tone = tones("clay")
    breath = 2 * swing(look.now, 3.0)
    brush.solid(g.oval(0, -12, 128, 22), "denim", 8)
    _tail(brush, (-84, -20), "clay", 26 + 3 * swing(look.now, 1.6))
    brush.toned(g.blob([(-98, -18), (-92, -52 - breath), (-40, -74 - breath), (24, -66 - breath), (62, -44), (66, -14),
                        (0, -6)]), tone, 9)  # fmt: skip
    brush.toned(g.chain([(26, -22), (92, -16)], [13, 10]), tone, 4)
    _dog_head(brush, (66, -44), look, tilt=12)
    brush.solid(g.blob([(-126, -22), (-60, -12), (60, -10), (126, -22), (118, 2), (60, 10), (-60, 10), (-118, 2)], 0.4),
                "blue", 7, 3)  # fmt: skip


def _dog_walking(brush: Brush, look: Look) -> None:
    tone = tones("clay")
    step = 24 * swing(look.now, 0.72)
    _tail(brush, (-74, -96), "clay", -14 + 12 * swing(look.now, 0.4))
    for x, sign, far in ((-56, 1, True), (40, -1, True), (-46, -1, False), (52, 1, False)):
        foot = (x + sign * step, -4 - max(0.0, sign * 6 * swing(look.now, 0.72, 0.25)))
        brush.toned(
            g.chain([(x, -66), (x + sign * step * 0.4, -34), foot], [16, 10, 8]), tones("walnut") if far else tone, 4
        )
        if not far and x > 0:
            continue
    brush.toned(g.blob([(-84, -92), (-66, -116), (-10, -112), (44, -124), (72, -112), (74, -74), (44, -58), (-40, -60),
                        (-80, -66)]), tone, 10)  # fmt: skip
    brush.line([(50, -124), (66, -108), (78, -88)], "teal", 9)
    _dog_head(brush, (78, -142 + 2 * swing(look.now, 0.36)), look)


def _cat(brush: Brush, look: Look) -> None:
    tone = tones(look.colour or "charcoal")
    with brush.moved(-34, -8, turn=8 * swing(look.now, 2.8)) as tail:
        tail.toned(g.chain([(0, 0), (-28, 4), (-52, -12), (-54, -36)], [9, 9, 8, 6]), tone, 3)
    brush.toned(g.blob([(-44, -6), (-42, -46), (-14, -84), (16, -92), (30, -62), (32, -4), (0, 0)]), tone, 8)
    head = g.blob([(-18, -100), (-14, -124), (-16, -142), (0, -132), (18, -132), (34, -142), (34, -122), (40, -104),
                   (28, -86), (10, -80), (-10, -86)], 0.4)  # fmt: skip
    brush.toned(head, tone, 6)
    shut = blink(look.now, "cat") > 0.5
    for x in (2, 22):
        if shut:
            brush.line([(x - 4, -107), (x, -105), (x + 4, -107)], "sun", 3)
        else:
            brush.fill(g.oval(x, -107, 4.4, 5.4), "sun")
            brush.fill(g.oval(x, -107, 1.6, 5), "ink")
    brush.fill(g.blob([(8, -98), (16, -98), (12, -93)], 0.3), "rose")
    brush.fill(g.blob([(14, -70), (30, -64), (30, -20), (18, -28)]), "white", 0.9)
    brush.toned(g.blob([(8, -12), (30, -12), (36, -2), (30, 0), (6, 0)]), tone, 3)


KINDS: dict[str, Kind] = {
    "dog": Kind(_dog, shade=74, moves=True),
    "dog-lying": Kind(_dog_lying, shade=132, moves=True),
    "dog-walking": Kind(_dog_walking, shade=90, moves=True),
    "cat": Kind(_cat, shade=50, moves=True),
}
