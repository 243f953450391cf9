"""What autumn lets fall: a carpet of leaves, single leaves that come down, a heap, and the dog in it."""

import math

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import clamp, ease, lerp, seed, swing
from bot.studio.leaves import COLOURS, leaf, scatter, strewn, tint
from bot.studio.palette import tones
from bot.studio.props.animals import _dog_head, _tail
from bot.studio.props.dogs import COAT, _trunk
from bot.studio.props.kind import Kind, Look

BURST = 2.92
"""When the dog is in the heap, in seconds within the scene."""


def _carpet(name: str, count: int) -> Kind:
    """Leaves on a stretch of path 400 wide, so many that little of the path is seen."""

    def draw(brush: Brush, look: Look) -> None:
        for own, (x, y), _ in strewn(f"{name} patch", count // 7, (-190, -52, 190, 62)):
            brush.fill(g.oval(x, y, 52, 11), tint(own), 0.42)
        scatter(brush, name, count, (-206, -62, 206, 70), 1.12)

    return Kind(draw)


def _few(brush: Brush, look: Look) -> None:
    """A handful of leaves that came down after the work."""
    scatter(brush, "few", 9, (-190, -50, 190, 60), 1.1)


def _strewn(brush: Brush, look: Look) -> None:
    """What lies about when wind and a dog were there."""
    scatter(brush, "strewn", 34, (-206, -58, 206, 64), 1.1)


def _falling(start: float, seconds: float, *, high: float, stays: bool = True) -> Kind:
    """One leaf that hangs high over the origin, its shadow already below, until it sways down there."""

    def draw(brush: Brush, look: Look) -> None:
        gone = clamp((look.now - start) / seconds)
        if gone >= 1 and not stays:
            return
        if stays:
            brush.shadow(0, 3, 17, 4.5, 0.04 + 0.12 * gone)
        calm = min(1.0, (1 - gone) * 4, gone * 5)
        x = 74 * math.sin((1 - gone) * 3.4 * math.pi) * calm
        turn = 20 + 80 * math.cos((1 - gone) * 3.4 * math.pi) * calm
        leaf(brush, (x, -high * (1 - gone)), turn, colour=COLOURS[0], size=1.4, flat=lerp(1, 0.66, ease(gone * 4 - 3)))

    return Kind(draw, moves=True)


def _mound(brush: Brush, size: float) -> None:
    with brush.moved(0, 0) as own:
        own.canvas.scale(1, size)
        heap = g.blob([(-150, 4), (-122, -56), (-64, -112), (4, -134), (70, -108), (124, -54), (152, 4), (0, 14)])
        own.solid(heap, "#C17A2A", 18, 6)
        for name, (x, y), turn in strewn("mound", 92, (-146, -128, 146, 10)):
            if (x / 158) ** 2 + ((y - 8) / 140) ** 2 < 1:
                leaf(own, (x, y), turn, colour=tint(name), size=1.05, flat=0.8)


def _flies(name: str, since: float) -> tuple[g.Point, float]:
    """Where a leaf is after the heap burst, and its turn: up, and down again where it stays."""
    up, way = 300 + 420 * seed(f"{name} up"), -420 + 620 * seed(f"{name} way")
    fall, ground = 900.0, 30 * seed(f"{name} deep") - 10
    lands = 2 * up / fall
    when = min(since, lands)
    y = -50 * max(0.0, 1 - when) - up * when + fall / 2 * when * when
    return (120 * (seed(name) - 0.5) + way * when * 0.6, min(y, 0.0) + ground), 360 * seed(name) + 300 * when


def _heap_bursting(brush: Brush, look: Look) -> None:
    """The heap until the dog runs through it; then most of it is in the air."""
    since = look.now - BURST
    _mound(brush, lerp(1.0, 0.34, ease(since / 0.4)))
    scatter(brush, "heap edge", 14, (-210, -10, 210, 20), 1.0)
    if since <= 0:
        return
    for index in range(54):
        own = f"burst{index}"
        at, turn = _flies(own, since)
        leaf(brush, at, turn, colour=tint(own), size=1.12)


def _leg(brush: Brush, hip: g.Point, swing_: float, far: bool) -> None:
    x, y = hip
    knee = (x + swing_ * 0.45 + 6, y + 30)
    brush.toned(g.chain([hip, knee, (x + swing_, y + 58 - abs(swing_) * 0.34)], [16, 10, 8]),
                tones("walnut" if far else COAT), 4)  # fmt: skip


def _dog_running(brush: Brush, look: Look) -> None:
    """At full gallop, ears behind."""
    beat = swing(look.now, 0.34)
    with brush.moved(0, -10 - 9 * abs(beat), turn=3 * beat) as own:
        _tail(own, (-76, -98), COAT, -52 + 8 * beat)
        for x, ahead, far in ((-56, -1, True), (46, 1, True), (-48, -1, False), (54, 1, False)):
            _leg(own, (x, -66), ahead * (6 + 40 * beat) + (6 if far else -4), far)
        _trunk(own)
        own.line([(52, -122), (68, -106), (78, -86)], "teal", 9)
        _dog_head(own, (86, -132), look, tilt=-8 + 5 * beat)


def _dog_in_leaves(brush: Brush, look: Look) -> None:
    """A heap with a dog's head in it, and one leaf on that head."""
    up = 3 * swing(look.now, 2.6)
    _mound(brush, 0.9)
    _dog_head(brush, (30, -96 + up), look, tilt=2 + up)
    leaf(brush, (22, -138 + up), 18, colour=COLOURS[0], size=1.2)
    with brush.moved(16, 6) as own:
        for name, (x, y), turn in strewn("snug", 30, (-110, -74, 110, -28)):
            leaf(own, (x, y), turn, colour=tint(name), size=1.1, flat=0.8)


def _mist(brush: Brush, look: Look) -> None:
    """Banks of morning mist that drift over the ground; the origin is their middle."""
    for x, y, across, down, way in ((-260, -40, 330, 46, 1), (240, 10, 380, 54, -1), (-60, 70, 420, 40, 1),
                                    (330, -110, 260, 36, -1)):  # fmt: skip
        drift = 26 * way * swing(look.now, 17, x / 900)
        brush.soft(g.oval(x + drift, y, across, down), "#FFF6E4", 0.5, 34)


KINDS: dict[str, Kind] = {
    "leaf-carpet": _carpet("carpet", 120), "leaf-carpet-two": _carpet("second carpet", 120),
    "leaves-few": Kind(_few), "leaves-strewn": Kind(_strewn), "falling-leaf": _falling(0.25, 1.7, high=740),
    "falling-leaf-next": _falling(1.1, 1.6, high=740), "falling-leaf-third": _falling(2.0, 1.7, high=740),
    "falling-leaf-slow": _falling(0.9, 3.2, high=740),
    "falling-leaf-on-head": _falling(2.4, 1.9, high=420, stays=False),
    "heap-bursting": Kind(_heap_bursting, moves=True),
    "dog-running": Kind(_dog_running, shade=86, moves=True), "dog-in-leaves": Kind(_dog_in_leaves, moves=True),
    "mist": Kind(_mist, moves=True),
}  # fmt: skip
