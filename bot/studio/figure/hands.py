"""Hands: a palm, four fingers and a thumb, in the few ways that a hand can be held."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.figure.skeleton import ArmJoints
from bot.studio.palette import Tone

Finger = tuple[float, float, float, float]
"""Where a finger starts (x), how long it is, its angle and how much its tip bends (degrees)."""

FINGERS: dict[str, tuple[Finger, ...]] = {
    "relaxed": ((-8.5, 17, -8, 12), (-3, 20, -2, 12), (3, 20, 5, 12), (8.5, 17, 12, 14)),
    "open": ((-9, 19, -24, -2), (-3.5, 24, -9, 0), (3, 24, 6, 0), (9, 21, 20, 2)),
    "flat": ((-8.5, 18, -2, 0), (-3, 21, 0, 0), (3, 21, 1, 0), (8.5, 18, 3, 0)),
    "point": ((-8.5, 9, 6, 70), (-3, 10, 6, 70), (3, 10, 6, 70), (8.5, 25, 2, 0)),
    "hold": ((-8, 13, 24, 62), (-3, 14, 26, 60), (3, 14, 28, 58), (8, 12, 30, 54)),
    "grip": (),
}
THUMBS: dict[str, tuple[float, float]] = {
    "relaxed": (20, 24), "open": (24, 62), "flat": (18, 20), "point": (15, -24), "hold": (15, 58),
    "grip": (14, 20),
}  # fmt: skip
"""The length and the angle of the thumb."""


def draw(brush: Brush, arm: ArmJoints, tone: Tone, *, size: float = 1.0, back: bool = False) -> None:
    """The hand at the end of an arm; `back` is the far hand, whose thumb lies behind the fingers."""
    with brush.moved(*arm.wrist, turn=-arm.angle, scale=size) as own:
        pieces = _fist() if arm.hand == "grip" else _spread(arm.hand)
        thumb = _thumb(arm.hand)
        if back:
            own.toned(thumb, tone, 3)
        own.toned(g.join(*pieces), tone, 4)
        for crease in _creases(arm.hand):
            own.line(crease, tone.shade, 1.6)
        if not back:
            own.toned(thumb, tone, 3)


def _spread(hand: str) -> list[g.Shape]:
    palm = g.blob([(-9, -8), (8, -8), (13, 6), (12.5, 22), (0, 26), (-12.5, 22), (-12, 6)], 0.5)
    pieces = [palm]
    for x, length, angle, bend in FINGERS.get(hand, FINGERS["relaxed"]):
        root = (x, 19.0)
        joint = g.hang(root, length * 0.55, angle)
        tip = g.hang(joint, length * 0.55, angle + bend)
        pieces.append(g.chain([root, joint, tip], [4.7, 4.4, 3.7]))
    return pieces


def _fist() -> list[g.Shape]:
    palm = g.blob([(-8, -8), (8, -8), (13.5, 4), (14, 20), (6, 27), (-8, 26), (-13, 16), (-12, 3)], 0.5)
    knuckles = [g.bone((-6, 24 - i * 0.5), (-6 + i * 5.4, 26 - i * 0.7), 4.8, 4.6) for i in range(1, 4)]
    return [palm, *knuckles]


def _thumb(hand: str) -> g.Shape:
    length, angle = THUMBS.get(hand, THUMBS["relaxed"])
    root = (8.0, 5.0)
    joint = g.hang(root, length * 0.55, angle + 12)
    return g.chain([root, joint, g.hang(joint, length * 0.55, angle - 8)], [5.6, 5.0, 4.0])


def _creases(hand: str) -> list[list[g.Point]]:
    if hand == "grip":
        return [[(x, 20), (x + 0.6, 28)] for x in (-4.5, 1.2, 6.8)]
    if hand in ("relaxed", "flat"):
        return [[(x, 22), (x + 1.2, 35)] for x in (-5.6, 0.2, 5.8)]
    return []
