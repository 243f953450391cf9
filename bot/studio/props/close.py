"""Things on a table seen from above, close by: a puzzle, a plan on paper, and the hand that writes there."""

import itertools
from collections.abc import Callable

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import ease, lerp, pulse, swing
from bot.studio.figure import hands
from bot.studio.figure.skeleton import ArmJoints
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look

CELL, WIDE = 66.0, 78.0
WORD = "RUSTIG"
GRID = ("SOEP.H", "T.AUTO", "OMA..N", "K.HOED")
"""The upper part of the puzzle: a point is a black box."""
FIRST, EACH = 0.5, 0.52
"""When the first letter is written and how long each takes, in seconds."""


def writing_hand(brush: Brush, tip: g.Point, skin: str, sleeve: str) -> None:
    """A right hand from below with a pen whose tip is at `tip`."""
    with brush.moved(*tip) as own:
        own.soft(g.chain([(50, 40), (150, 150), (330, 460)], [30, 52, 80]), "#16303A", 0.16, 12)
        own.line([(14, -6), (60, -27), (150, -68)], "navy", 14)
        own.line([(0, 0), (8, -3.5), (16, -7)], "charcoal", 7)
        wrist, elbow = (128.0, 66.0), (340.0, 404.0)
        own.toned(g.bone(elbow, wrist, 66, 40), tones(skin), 14)
        own.toned(g.cut(g.bone((390, 484), (206, 190), 100, 72), g.oval(148, 100, 74, 74)), tones(sleeve), 18, 5)
        hands.draw(own, ArmJoints(elbow, elbow, wrist, -141, "hold"), tones(skin), size=3.1)


def _paper(brush: Brush, size: tuple[float, float], colour: str = "paper") -> None:
    wide, high = size
    brush.soft(g.box(-wide / 2 + 8, -high / 2 + 12, wide, high, round_=10), "#16303A", 0.22, 10)
    brush.solid(g.box(-wide / 2, -high / 2, wide, high, round_=8), colour, 5)


def _puzzle(brush: Brush, written: int) -> None:
    _paper(brush, (548, 640))
    brush.fill(g.box(-234, -292, 210, 22, round_=8), "teal")
    for row, cells in enumerate(GRID):
        for column, letter in enumerate(cells):
            x, y = -198 + column * CELL, -250 + row * CELL
            brush.fill(g.box(x, y, CELL - 4, CELL - 4, round_=5), "charcoal" if letter == "." else "white")
            if letter != ".":
                brush.word(letter, (x + CELL / 2 - 2, y + 46), 42, "slate", 600)
    for x, y, wide in ((-234, 48, 300), (-234, 76, 210)):
        brush.fill(g.box(x, y, wide, 12, round_=6), "stone", 0.7)
    for index, letter in enumerate(WORD):
        x = _box_left(index)
        brush.fill(g.box(x - 3, 122, WIDE, WIDE, round_=9), "sun")
        brush.fill(g.box(x + 2, 127, WIDE - 10, WIDE - 10, round_=6), "white")
        if index < written:
            brush.word(letter, (x + WIDE / 2 - 3, 181), 56, "navy", 700)


def _box_left(index: int) -> float:
    return -240 + index * (WIDE + 4)


def _empty(brush: Brush, look: Look) -> None:
    """The pen taps beside the empty boxes and finds nothing."""
    with brush.moved(0, 0, turn=-4) as own:
        _puzzle(own, 0)
        lift = max(0.0, swing(look.now, 0.8)) * 16 * pulse(look.now, 0.8, 2.6, 0.3)
        step = ease((look.now - 2.2) / 0.8) * 1.3
        writing_hand(own, (_box_left(0) + 38 + step * WIDE, 164 - lift), "skin-pale", "blue")


def _written(brush: Brush, look: Look) -> None:
    """The word is written letter by letter, then the hand goes away."""
    gone = (look.now - FIRST) / EACH
    index = max(0, min(len(WORD) - 1, int(gone)))
    share = max(0.0, min(1.0, gone - index))
    x = _box_left(index) + 24 + 26 * share
    if share > 0.75 and index < len(WORD) - 1:
        x = lerp(x, _box_left(index + 1) + 24, ease((share - 0.75) * 4))
    y = 166 + (20 * swing(share, 0.5) if 0 < share < 0.75 else 0)
    away = ease((look.now - FIRST - len(WORD) * EACH - 0.15) / 0.7)
    with brush.moved(0, 0, turn=-4) as own:
        _puzzle(own, max(0, int(gone + 0.35)) if look.now > FIRST else 0)
        writing_hand(own, (x + 260 * away, y + 330 * away), "skin-pale", "blue")


def _cloud(brush: Brush) -> None:
    puffs = (g.oval(-34, 0, 34, 26), g.oval(6, -18, 40, 38), g.oval(44, 2, 30, 22))
    bumps = g.join(*puffs, g.box(-62, 0, 132, 24, round_=12))
    brush.fill(bumps, "blue")
    for x in (-36, -4, 28):
        brush.line([(x, 42), (x - 5, 56), (x - 10, 70)], "denim", 8)


def _umbrella(brush: Brush) -> None:
    dome = g.cut(g.oval(0, 20, 72, 78), g.box(-90, 20, 180, 120))
    brush.fill(g.cut(dome, g.join(*(g.oval(x, 22, 24, 12) for x in (-48, 0, 48)))), "sun")
    brush.line([(0, 10), (0, 74), (10, 88), (24, 78)], "charcoal", 8)


def _arrow(brush: Brush) -> None:
    brush.line([(-44, 0), (0, -3), (40, 0)], "teal", 10)
    brush.line([(16, -24), (42, 0), (16, 24)], "teal", 10)


def _short_path(brush: Brush) -> None:
    for index in range(5):
        x = -220 + index * 48
        brush.line([(x + 60, 6 * swing(index, 3)), (x + 80, 6 * swing(index + 0.5, 3))], "leaf", 11)
    with brush.moved(150, 10) as bench:
        for y in (-46, -26):
            bench.fill(g.box(-60, y, 120, 13, round_=6), "wood")
        bench.fill(g.box(-66, 0, 132, 14, round_=6), "wood")
        for x in (-46, 40):
            bench.fill(g.box(x, 12, 9, 36, round_=4), "charcoal")


def _house(brush: Brush) -> None:
    brush.fill(g.box(-44, -34, 88, 78, round_=4), "clay")
    brush.fill(g.path((-58, -30), (0, -86), (58, -30)), "brick")
    brush.fill(g.box(-12, 0, 26, 44, round_=3), "paper")


def _way_back(brush: Brush) -> None:
    brush.line([(170, -40), (110, 18), (0, 34), (-120, 22), (-176, -24)], "teal", 9)
    brush.line([(-176, 12), (-180, -28), (-140, -24)], "teal", 9)


DRAWN: tuple[tuple[float, g.Point, Callable[[Brush], None]], ...] = (
    (0.0, (-150, -180), _cloud), (0.7, (0, -170), _arrow), (1.1, (146, -196), _umbrella), (1.8, (-190, 70), _house),
    (2.3, (34, 96), _short_path), (3.4, (0, 210), _way_back),
)  # fmt: skip
"""When each part of the plan is there, where, and how it looks."""


def _plan(brush: Brush, look: Look) -> None:
    """A plan in drawings: when it rains, take the umbrella, as far as the bench."""
    with brush.moved(0, 0, turn=3) as own:
        _paper(own, (520, 620))
        for start, at, draw in DRAWN:
            share = ease((look.now - start) / 0.7)
            if share > 0.01:
                with own.moved(*at, scale=0.6 + 0.4 * share) as part, part.layer(alpha=share):
                    draw(part)
        writing_hand(own, _hand_at(look.now), "skin-brown", "slate")


def _hand_at(now: float) -> g.Point:
    stops = [(0.0, (-170.0, -140.0)), (0.6, (-30.0, -160.0)), (1.1, (100.0, -160.0)), (1.8, (-190.0, 90.0)),
             (2.3, (-120.0, 110.0)), (3.3, (150.0, 120.0)), (3.7, (150.0, 190.0)), (4.5, (-150.0, 230.0)),
             (5.0, (40.0, 330.0))]  # fmt: skip
    place = stops[0][1]
    for (start, one), (end, other) in itertools.pairwise(stops):
        if now >= start:
            place = g.between(one, other, ease((now - start) / (end - start)))
    return place[0] + 5 * swing(now, 0.34), place[1] + 7 * swing(now, 0.27)


def _mug(brush: Brush, look: Look) -> None:
    brush.soft(g.oval(10, 14, 84, 80), "#16303A", 0.2, 9)
    brush.line([(66, 20), (108, 34), (96, 66), (54, 58)], tones(look.colour or "mustard").shade, 20)
    brush.solid(g.oval(0, 0, 80, 80), look.colour or "mustard", 10, 5)
    brush.fill(g.oval(0, 0, 64, 64), "#4A2F22")
    brush.line([(-34, -22), (-14, -42), (14, -46)], "#7A5540", 8)
    for index in range(3):
        x, drift = -20 + index * 22, 7 * swing(look.now + index, 2.4)
        brush.line([(x, 10), (x + drift, -24), (x - drift, -62)], "white", 9, 0.34)


def _biscuits(brush: Brush, look: Look) -> None:
    brush.soft(g.oval(8, 12, 104, 98), "#16303A", 0.2, 9)
    brush.solid(g.oval(0, 0, 100, 96), "sky", 8, 4)
    brush.fill(g.oval(0, 0, 74, 70), "ice")
    for x, y in ((-30, -14), (26, -30), (12, 26)):
        brush.solid(g.oval(x, y, 34, 33), "oak", 6, 3)
        for dx, dy in ((-10, -8), (8, -4), (-2, 12)):
            brush.fill(g.oval(x + dx, y + dy, 4.5, 4.5), "walnut")


def _snout(brush: Brush, look: Look) -> None:
    """The dog from above: a nose and two eyes over the edge of the table, near the biscuits."""
    up = 16 * ease((look.now - 0.7) / 0.9) + 3 * swing(look.now, 1.7)
    with brush.moved(0, -up) as own:
        tone = tones("clay")
        for side in (-1, 1):
            own.toned(g.blob([(side * 62, 40), (side * 96, 30), (side * 118, 84), (side * 92, 130), (side * 64, 100)]),
                      tones("walnut"), 6)  # fmt: skip
        own.toned(g.blob([(-76, 120), (-74, 48), (-40, 14), (40, 14), (74, 48), (76, 120)]), tone, 10)
        own.fill(g.blob([(-40, 60), (-26, 0), (0, -18), (26, 0), (40, 60), (0, 80)]), "cream")
        own.fill(g.blob([(-20, -4), (0, -16), (20, -4), (12, 14), (-12, 14)]), "ink")
        for side in (-1, 1):
            own.fill(g.oval(side * 40, 56, 9, 11), "ink")
            own.fill(g.oval(side * 40 + 3, 51, 3, 3), "white")


KINDS: dict[str, Kind] = {
    "close-puzzle": Kind(_empty, moves=True), "close-puzzle-written": Kind(_written, moves=True),
    "close-plan": Kind(_plan, moves=True), "close-mug": Kind(_mug, moves=True), "close-biscuits": Kind(_biscuits),
    "close-snout": Kind(_snout, moves=True),
}  # fmt: skip
