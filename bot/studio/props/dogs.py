"""The dog in more ways: sniffing, asleep on something, looking out of a box, carrying paper or its leash."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.animals import _dog, _dog_head, _tail
from bot.studio.props.kind import Kind, Look

COAT = "clay"


def _legs(brush: Brush, spots: tuple[float, ...], step: float, now: float) -> None:
    for index, x in enumerate(spots):
        far = index < len(spots) // 2
        sign = 1 if index in (0, 3) else -1
        swung = sign * step * swing(now, 0.6)
        lift = max(0.0, sign * 7 * swing(now, 0.6, 0.25)) if step else 0.0
        tone = tones("walnut" if far else COAT)
        brush.toned(g.chain([(x, -64), (x + swung * 0.4, -34), (x + swung, -5 - lift)], [15, 10, 8]), tone, 4)


def _trunk(brush: Brush) -> None:
    brush.toned(g.blob([(-84, -92), (-66, -116), (-10, -110), (44, -118), (70, -104), (72, -72), (44, -56), (-40, -58),
                        (-80, -66)]), tones(COAT), 10)  # fmt: skip


def _sniffing(brush: Brush, look: Look) -> None:
    sniff = 5 * swing(look.now, 0.46) + 5 * swing(look.now, 1.9)
    _tail(brush, (-74, -98), COAT, -20 + 16 * swing(look.now, 0.42))
    _legs(brush, (-58, 42, -46, 54), 0, look.now)
    _trunk(brush)
    brush.line([(54, -112), (70, -96), (74, -76)], "teal", 9)
    brush.toned(g.chain([(58, -88), (88, -74)], [24, 20]), tones(COAT), 6)
    _dog_head(brush, (100 + sniff * 0.5, -72 + sniff), look, tilt=16 + sniff * 0.6)


def _asleep(brush: Brush, look: Look) -> None:
    """Curled up on a box or a rug, the eyes half open."""
    breath = 2.4 * swing(look.now, 3.2)
    tone = tones(COAT)
    brush.toned(g.blob([(-104, -2), (-104, -42), (-62, -72 - breath), (0, -68 - breath), (48, -46), (56, -8), (40, 0),
                        (-92, 0)]), tone, 9)  # fmt: skip
    brush.toned(g.blob([(-92, -2), (-96, -34), (-60, -50), (-34, -30), (-40, -2)]), tone, 7)
    with brush.moved(-92, -8, turn=-60 + 5 * swing(look.now, 1.4)) as own:
        own.toned(g.chain([(0, 0), (-22, -14), (-44, -12)], [10, 9, 6]), tone, 4)
    brush.toned(g.chain([(20, -12), (98, -9)], [13, 10]), tone, 4)
    _dog_head(brush, (62, -40), look, tilt=9 + breath * 0.5)


def _peeking(brush: Brush, look: Look) -> None:
    """Only a head and two paws: the rest lies in the dark of a box."""
    up = 4 * swing(look.now, 2.6)
    tone = tones(COAT)
    for x in (-8, 24):
        brush.toned(g.chain([(x - 20, -16), (x + 26, -10)], [13, 10]), tone, 4)
    _dog_head(brush, (0, -54 + up), look, tilt=4 + up)


def _paper_thief(brush: Brush, look: Look) -> None:
    """Trots off with a long strip of packing paper."""
    wave = 8 * swing(look.now, 0.5)
    _tail(brush, (-74, -98), COAT, -24 + 18 * swing(look.now, 0.3))
    _legs(brush, (-56, 40, -46, 52), 26, look.now)
    _trunk(brush)
    brush.line([(50, -122), (66, -106), (76, -86)], "teal", 9)
    _dog_head(brush, (80, -138 + 3 * swing(look.now, 0.3)), look, tilt=-6)
    strip = g.blob([(116, -132), (136, -128), (142, -96), (120, -60 + wave), (60, -26), (-30, -8 + wave), (-150, -14),
                    (-236, 4 + wave), (-232, -16 + wave), (-146, -34), (-20, -30 + wave), (64, -48), (108, -80),
                    (118, -106)], 0.3)  # fmt: skip
    brush.solid(strip, "sand", 5, 3)


def _leashed(brush: Brush, look: Look) -> None:
    """Sits ready with its own leash in its mouth."""
    _dog(brush, look)
    sway = 3 * swing(look.now, 1.3)
    brush.line([(62, -142), (74, -110), (70 + sway, -60), (92, -34), (112, -60), (104, -88)], "brick", 7)
    brush.line([(62, -142), (44, -128), (38, -120)], "brick", 7)


KINDS: dict[str, Kind] = {
    "dog-sniffing": Kind(_sniffing, shade=90, moves=True), "dog-asleep": Kind(_asleep, shade=0, moves=True),
    "dog-peeking": Kind(_peeking, moves=True), "dog-paper": Kind(_paper_thief, shade=90, moves=True),
    "dog-leash": Kind(_leashed, shade=74, moves=True),
}  # fmt: skip
