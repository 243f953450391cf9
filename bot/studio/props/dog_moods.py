"""The dog in three moods: fresh and wanting on, woken from sleep, and worn out in two arms."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import ease, swing
from bot.studio.palette import tones
from bot.studio.props.animals import _dog, _dog_head, _tail
from bot.studio.props.kind import Kind, Look

TONGUE = "#D98079"


def _keen(brush: Brush, look: Look) -> None:
    """Hops on the spot, tongue out: it could go round again."""
    hop = 13 * abs(swing(look.now, 0.86))
    with brush.moved(0, -hop, turn=-3 * swing(look.now, 0.86)) as own:
        _dog(own, look)
        own.fill(g.blob([(56, -148), (68, -150), (70, -128), (62, -120), (55, -130)]), TONGUE)


def _perks(brush: Brush, look: Look) -> None:
    """Lies and dozes; lifts its head when it is told to `buzz`."""
    tone, up = tones("clay"), ease(look.buzz)
    breath = 2 * swing(look.now, 3.0)
    _tail(brush, (-84, -20), "clay", 26 + (3 + 9 * up) * swing(look.now, 0.5 if up else 1.6))
    brush.toned(g.blob([(-98, -10), (-92, -48 - breath), (-40, -70 - breath), (24, -62 - breath - 8 * up),
                        (62, -42 - 20 * up), (66, -10), (0, 0)]), tone, 9)  # fmt: skip
    brush.toned(g.chain([(26, -18), (92, -10)], [13, 10]), tone, 4)
    brush.toned(g.chain([(40, -40), (62, -48 - 30 * up)], [26, 20]), tone, 5)
    _dog_head(brush, (66, -40 - 48 * up), look, tilt=12 - 30 * up)


def _carried(brush: Brush, look: Look) -> None:
    """Hangs over two arms, fast asleep: head to the front, tail to the back."""
    tone = tones("clay")
    sway = 4 * swing(look.now, 1.1)
    _tail(brush, (-84, -18), "clay", -120 + sway)
    for x in (-58, -34):
        brush.toned(g.chain([(x, -20), (x - 4 + sway * 0.4, 26), (x + 2 + sway, 56)], [17, 11, 8]), tone, 5)
    brush.toned(g.blob([(-96, -18), (-78, -54), (-20, -64), (40, -62), (82, -46), (88, -16), (40, 2), (-40, 6),
                        (-86, 2)]), tone, 10)  # fmt: skip
    for x in (44, 66):
        brush.toned(g.chain([(x, -14), (x + 4 + sway * 0.4, 26), (x + 8 + sway, 52)], [14, 10, 8]), tone, 5)
    brush.line([(70, -60), (84, -40), (88, -18)], "teal", 9)
    with brush.moved(104, -44, turn=30 + sway * 0.6) as own:
        _asleep(own)


def _asleep(brush: Brush) -> None:
    tone = tones("clay")
    brush.toned(g.blob([(-34, -22), (-12, -38), (16, -34), (28, -16), (50, -4), (58, 10), (48, 22), (22, 26),
                        (-8, 28), (-32, 14)]), tone, 7)  # fmt: skip
    brush.fill(g.blob([(18, 4), (40, -4), (56, 8), (48, 21), (24, 25), (10, 18)]), "cream")
    brush.fill(g.oval(55, 2, 8, 6.5), "ink")
    brush.line([(8, -8), (15, -5), (22, -9)], "ink", 3)
    brush.fill(g.blob([(38, 18), (50, 18), (50, 38), (43, 42), (37, 34)]), TONGUE)
    brush.toned(g.blob([(-28, -34), (-8, -32), (-4, -8), (-14, 20), (-32, 22), (-40, -2)]), tones("walnut"), 6)


KINDS: dict[str, Kind] = {
    "dog-keen": Kind(_keen, shade=74, moves=True), "dog-perks": Kind(_perks, shade=100, moves=True),
    "dog-carried": Kind(_carried, grip=(0, -2), two=True, moves=True),
}  # fmt: skip
