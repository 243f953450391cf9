"""The cat in more ways: following somebody with its head, walking, lying on what it should not, stretching its neck."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import blink, ease, lerp, swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look

COAT = "charcoal"


def _head(
    brush: Brush, at: g.Point, look: Look, *, aside: float = 0.0, tilt: float = 0.0, asleep: bool = False
) -> None:
    """The head alone; `aside` from -1 to 1 is where it looks."""
    with brush.moved(*at, turn=tilt) as own:
        shape = g.blob([(-30, 16), (-26, -8), (-28, -28), (-11, -17), (10, -17), (27, -28), (26, -7), (31, 14),
                        (18, 32), (0, 38), (-20, 32)], 0.4)  # fmt: skip
        own.toned(shape, tones(COAT), 6)
        shift = 9 * aside
        for x in (-11 + shift, 11 + shift):
            if asleep or blink(look.now, "cat") > 0.5:
                own.line([(x - 5, 6), (x, 9), (x + 5, 6)], "sun", 3)
            else:
                own.fill(g.oval(x, 6, 5, 6), "sun")
                own.fill(g.oval(x + 1.6 * aside, 6, 1.8, 5), "ink")
        own.fill(g.blob([(-4 + shift, 16), (4 + shift, 16), (shift, 21)], 0.3), "rose")


def _tail(brush: Brush, at: g.Point, now: float, up: bool = False) -> None:
    with brush.moved(*at, turn=(50 if up else 0) + 9 * swing(now, 2.4)) as own:
        own.toned(g.chain([(0, 0), (-28, 4), (-52, -12), (-56, -38)], [9, 9, 8, 6]), tones(COAT), 3)


def _watching(brush: Brush, look: Look) -> None:
    """Sits and follows with its head who walks up and down: to the right and back within five seconds."""
    aside = lerp(-0.9, 0.9, ease((look.now - 0.3) / 1.8) - ease((look.now - 2.6) / 1.8))
    _sitting(brush, look, aside=aside, tilt=aside * 8)


def _looking_down(brush: Brush, look: Look) -> None:
    _sitting(brush, look, aside=-0.9, tilt=-14 + 3 * swing(look.now, 2.2))


def _sitting(brush: Brush, look: Look, *, aside: float, tilt: float) -> None:
    tone = tones(COAT)
    _tail(brush, (-34, -8), look.now)
    brush.toned(g.blob([(-44, -6), (-42, -46), (-20, -84), (8, -92), (26, -62), (30, -4), (0, 0)]), tone, 8)
    brush.fill(g.blob([(2, -70), (20, -66), (22, -22), (8, -28)]), "white", 0.9)
    brush.toned(g.blob([(2, -12), (24, -12), (32, -2), (26, 0), (0, 0)]), tone, 3)
    _head(brush, (4, -112), look, aside=aside, tilt=tilt)


def _walking(brush: Brush, look: Look) -> None:
    tone = tones(COAT)
    _tail(brush, (-60, -58), look.now, up=True)
    for x, sign, far in ((-44, 1, True), (34, -1, True), (-34, -1, False), (44, 1, False)):
        step = sign * 13 * swing(look.now, 0.8)
        own = tones("black") if far else tone
        brush.toned(g.chain([(x, -42), (x + step * 0.4, -22), (x + step, -5)], [11, 7, 6]), own, 3)
    brush.toned(g.blob([(-66, -58), (-40, -76), (10, -72), (52, -80), (62, -56), (44, -36), (-40, -34), (-64, -42)]),
                tone, 7)  # fmt: skip
    _head(brush, (70, -92 + 2 * swing(look.now, 0.4)), look, aside=0.6)


def _loaf(brush: Brush, look: Look) -> None:
    """Lies down on whatever is under it, paws tucked in."""
    breath = 2 * swing(look.now, 3.4)
    tone = tones(COAT)
    with brush.moved(-66, -8, turn=-24 + 6 * swing(look.now, 2.2)) as own:
        own.toned(g.chain([(0, 0), (-26, 0), (-46, -8)], [9, 8, 6]), tone, 3)
    brush.toned(g.blob([(-80, -4), (-78, -38), (-44, -64 - breath), (10, -62 - breath), (48, -44), (58, -8), (40, 0),
                        (-66, 0)]), tone, 8)  # fmt: skip
    brush.fill(g.blob([(26, -38), (44, -34), (48, -10), (30, -12)]), "white", 0.9)
    brush.toned(g.blob([(18, -14), (58, -14), (66, -4), (58, 0), (16, 0)]), tone, 3)
    _head(brush, (44, -68 - breath), look, aside=0.3, tilt=3 * swing(look.now, 2.8), asleep=look.now % 3.2 > 1.9)


def _settling(brush: Brush, look: Look) -> None:
    """Walks on the spot, turns round once, and lies down after two seconds and a half."""
    if look.now < 1.7:
        _walking(brush, look)
    elif look.now < 2.5:
        with brush.moved(0, 0, flip=True) as own:
            _walking(own, look)
    else:
        sink = 1 - ease((look.now - 2.5) / 0.35)
        with brush.moved(0, -14 * sink) as own:
            _loaf(own, look)


def _stretching(brush: Brush, look: Look) -> None:
    """Stands with its neck stretched towards something that smells good."""
    tone = tones(COAT)
    _tail(brush, (-60, -60), look.now, up=True)
    for x in (-44, 32, -34, 42):
        brush.toned(g.chain([(x, -42), (x, -5)], [11, 7]), tone, 3)
    brush.toned(g.blob([(-66, -58), (-40, -78), (10, -72), (50, -78), (60, -56), (44, -36), (-40, -34), (-64, -42)]),
                tone, 7)  # fmt: skip
    brush.toned(g.chain([(42, -62), (86, -72)], [22, 18]), tone, 4)
    _head(brush, (104, -84 + 2 * swing(look.now, 1.3)), look, aside=0.9, tilt=8)


KINDS: dict[str, Kind] = {
    "cat-watching": Kind(_watching, shade=50, moves=True),
    "cat-looking-down": Kind(_looking_down, shade=50, moves=True),
    "cat-walking": Kind(_walking, shade=60, moves=True), "cat-loaf": Kind(_loaf, moves=True),
    "cat-settling": Kind(_settling, moves=True), "cat-stretching": Kind(_stretching, shade=60, moves=True),
}  # fmt: skip
