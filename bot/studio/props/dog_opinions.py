"""The dog with an opinion of its own: flat on the floor, a paw over its ear, its head up, a yawn."""

from dataclasses import dataclass

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import blink, ease, lerp, pulse, swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look

FUR = "clay"


@dataclass(frozen=True)
class Mood:
    """How the head is: eyes shut (0-1), a yawn (0-1), the ear up (0-1)."""

    shut: float = 0
    yawn: float = 0
    alert: float = 0


def _head(brush: Brush, at: g.Point, look: Look, mood: Mood, *, tilt: float) -> None:
    tone = tones(FUR)
    with brush.moved(*at, turn=tilt - 26 * mood.yawn) as own:
        _jaw(own, mood)
        own.toned(g.blob([(-34, -22), (-12, -38), (16, -34), (28, -16), (50, -4), (58, 10), (48, 20), (22, 24),
                          (-8, 28), (-32, 14)]), tone, 7)  # fmt: skip
        own.fill(g.blob([(18, 4), (40, -4), (56, 8), (48, 19), (24, 23), (10, 18)]), "cream")
        own.fill(g.oval(55, 2, 8, 6.5), "ink")
        if mood.yawn < 0.2:
            own.line([(50, 14), (40, 18), (30, 15)], "ink", 2.6)
        if max(mood.shut, mood.yawn, blink(look.now, "dog")) > 0.5:
            own.line([(9, -8), (15, -6), (21, -8)], "ink", 3)
        else:
            own.fill(g.oval(15, -9, 5, 6), "ink")
            own.fill(g.oval(16.6, -11, 1.6, 1.6), "white")
        own.line([(8, -21 - 3 * mood.alert), (15, -24 - 4 * mood.alert), (22, -21)], tone.shade, 4)
        with own.moved(-20, -24, turn=-30 * mood.alert + 3 * swing(look.now, 2.4)) as ear:
            ear.toned(g.blob([(-8, -10), (12, -8), (16, 14), (4, 40), (-12, 42), (-20, 20)]), tones("walnut"), 6)


def _jaw(brush: Brush, mood: Mood) -> None:
    if mood.yawn < 0.05:
        return
    with brush.moved(14, 16, turn=34 * mood.yawn) as jaw:
        jaw.fill(g.blob([(-10, -14), (34, -14), (36, 4), (10, 10)], 0.4), "#5A2326")
        jaw.fill(g.blob([(4, -6), (38, -4), (40, 4), (12, 6)], 0.4), "#C4716A")
        jaw.toned(g.blob([(-12, 0), (12, 2), (36, 2), (38, 10), (8, 16), (-10, 12)], 0.4), tones(FUR), 3)


def _flat(brush: Brush, look: Look, *, up: float, paw: float) -> None:
    """Flat on its belly; `up` lifts the head, `paw` lays a paw over the ear."""
    tone, breath = tones(FUR), 2 * swing(look.now, 3.0)
    with brush.moved(-92, -18, turn=70 + 4 * swing(look.now, 1.8)) as tail:
        tail.toned(g.chain([(0, 0), (-14, -26), (-8, -54)], [10, 9, 6]), tone, 4)
    brush.toned(g.blob([(-104, -14), (-98, -48 - breath), (-56, -66 - breath), (10, -60 - breath), (58, -44), (70, -12),
                        (30, 0), (-80, 0)]), tone, 9)  # fmt: skip
    brush.toned(g.blob([(-108, -8), (-92, -44), (-56, -46), (-44, -16), (-58, 0), (-98, 0)]), tone, 7)
    brush.toned(g.blob([(-84, -12), (-50, -14), (-36, -4), (-42, 0), (-88, 0)]), tone, 3)
    brush.toned(g.chain([(40, -20), (80, -9), (120, -8)], [13, 10, 9]), tone, 4)
    head = (lerp(82, 66, up), lerp(-30, -96, up))
    brush.toned(g.chain([(44, -36), (lerp(58, 54, up), head[1] + 4)], [24, 22]), tone, 6)
    brush.line([(lerp(52, 38, up), lerp(-56, -62, up)), (lerp(60, 60, up), lerp(-30, -56, up)),
                (lerp(62, 76, up), lerp(-8, -64, up))], "teal", 8)  # fmt: skip
    _head(brush, head, look, Mood(shut=max(paw, 0.8 - 2 * up), alert=up), tilt=lerp(10, -6, up))
    if paw > 0.02:
        tip = (lerp(104, 74, paw), lerp(-10, -66, paw))
        elbow = (lerp(72, 94, paw), lerp(-12, -22, paw))
        brush.toned(g.chain([(46, -18), elbow, tip], [12, 11, 11]), tone, 4)
    else:
        brush.toned(g.chain([(46, -18), (72, -12), (104, -8)], [12, 10, 10]), tone, 4)


def _asleep(brush: Brush, look: Look) -> None:
    _flat(brush, look, up=0, paw=0)


def _paw_on_ear(brush: Brush, look: Look) -> None:
    """Two seconds into the scene the dog has heard enough."""
    _flat(brush, look, up=0, paw=ease((look.now - 1.9) / 0.7))


def _listens(brush: Brush, look: Look) -> None:
    """The silence wakes the dog."""
    _flat(brush, look, up=ease((look.now - 1.3) / 0.8), paw=0)


def _basket_listens(brush: Brush, look: Look) -> None:
    brush.solid(g.oval(0, -14, 130, 24), "denim", 8)
    with brush.moved(-14, -8) as own:
        _listens(own, look)
    brush.solid(g.blob([(-128, -24), (-60, -12), (60, -10), (128, -24), (120, 2), (60, 10), (-60, 10), (-120, 2)], 0.4),
                "blue", 7, 3)  # fmt: skip


def _yawns(brush: Brush, look: Look) -> None:
    """Sits and yawns, widest almost a second into the scene."""
    tone, yawn = tones(FUR), pulse(look.now % 4.5, 0.1, 1.9, 0.6)
    with brush.moved(-52, -26, turn=8 * swing(look.now, 1.1)) as tail:
        tail.toned(g.chain([(0, 0), (-24, -22), (-30, -52)], [10, 9, 6]), tone, 4)
    brush.toned(g.blob([(-58, -30), (-52, -66), (-22, -104), (14, -132), (42, -122), (46, -84), (38, -10), (20, -4),
                        (-44, -4)]), tone, 10)  # fmt: skip
    brush.fill(g.blob([(22, -112), (44, -104), (44, -70), (30, -58), (20, -80)]), "cream")
    brush.toned(g.blob([(-58, -34), (-30, -56), (-4, -36), (-6, -6), (-50, -4)]), tone, 8)
    for x in (8, 32):
        brush.toned(g.chain([(x, -60), (x + 3, -12)], [13, 9]), tone, 5)
        brush.toned(g.blob([(x - 8, -14), (x + 12, -14), (x + 22, -4), (x + 18, 0), (x - 8, 0)]), tone, 3)
    brush.toned(g.blob([(-30, -16), (0, -16), (10, -4), (4, 0), (-34, 0)]), tone, 3)
    brush.line([(2, -128), (24, -116), (44, -122)], "teal", 9)
    _head(brush, (20, -160), look, Mood(yawn=yawn), tilt=-4)


KINDS: dict[str, Kind] = {
    "dog-flat": Kind(_asleep, shade=116, moves=True), "dog-paw": Kind(_paw_on_ear, shade=116, moves=True),
    "dog-listens": Kind(_listens, shade=116, moves=True), "dog-yawns": Kind(_yawns, shade=74, moves=True),
    "dog-basket-listens": Kind(_basket_listens, shade=132, moves=True),
}  # fmt: skip
