"""Hair and headwear by style: what hangs behind the head, and what lies on it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.palette import tones

Layer = Callable[[Brush, str, float], None]
"""Draws one layer on a head centred on the origin: the colour, and how far the face is turned (0-1)."""


@dataclass(frozen=True)
class Style:
    """Two layers of hair; `ears` tells whether the ears are in sight."""

    behind: Layer | None
    over: Layer
    ears: bool = True


def _bob_behind(brush: Brush, colour: str, turn: float) -> None:
    back = [(-30 - 6 * turn, -44), (4, -58), (36 - 2 * turn, -40), (45 - 14 * turn, 0), (43 - 22 * turn, 34),
            (26 - 20 * turn, 44), (-30 - 8 * turn, 47), (-48 - 3 * turn, 34), (-48 - 5 * turn, -4)]  # fmt: skip
    brush.solid(g.blob(back), colour, 9)


def _bob_over(brush: Brush, colour: str, turn: float) -> None:
    tone, part = tones(colour), 12 * turn + 6
    left = [(part, -54), (-18 - 8 * turn, -57), (-42 - 6 * turn, -38), (-50 - 4 * turn, 0), (-47 - 3 * turn, 36),
            (-36 - 1 * turn, 40), (-29 + 6 * turn, 22), (-27 + 8 * turn, -6), (-12 + 12 * turn, -24)]  # fmt: skip
    right = [(part - 4, -54), (28 + 4 * turn, -50), (44 - 2 * turn, -24), (45 - 5 * turn, 4), (41 - 3 * turn, 20),
             (36 + 1 * turn, -6), (28 + 6 * turn, -24), (part + 2, -38)]  # fmt: skip
    brush.toned(g.blob(right, 0.45), tone, 6)
    brush.toned(g.blob(left, 0.45), tone, 8, 0)
    brush.line([(part - 10, -48), (-20 - 5 * turn, -42), (-35 - 3 * turn, -22)], tone.light, 3)
    brush.line([(-38 - 3 * turn, 0), (-38 - 2 * turn, 24)], tone.shade, 2.6)


def _crop_over(brush: Brush, colour: str, turn: float) -> None:
    points = [(-38 - 4 * turn, 2), (-42 - 5 * turn, -22), (-28 - 5 * turn, -48), (4, -58), (32, -47),
              (41 + 2 * turn, -24), (39 + 2 * turn, -12), (34 + 5 * turn, -24), (14 + 14 * turn, -32),
              (-12 + 12 * turn, -30), (-25 + 9 * turn, -22), (-28 + 6 * turn, -4), (-32 + 3 * turn, 4)]  # fmt: skip
    brush.solid(g.blob(points, 0.42), colour, 6, 3)


def _quiff_over(brush: Brush, colour: str, turn: float) -> None:
    tone = tones(colour)
    sides = [(-37 - 3 * turn, 4), (-42 - 5 * turn, -20), (-30 - 5 * turn, -44), (30, -46), (41 + 2 * turn, -20),
             (36 + 4 * turn, -20), (28 + 6 * turn, -32), (-22 + 9 * turn, -28), (-27 + 6 * turn, -4)]  # fmt: skip
    brush.fill(g.blob(sides, 0.4), tone.shade)
    top = [(-34 - 2 * turn, -30), (-36, -52), (-10, -66), (22 + 6 * turn, -68), (44 + 6 * turn, -54),
           (42 + 4 * turn, -34), (30 + 6 * turn, -28), (6 + 10 * turn, -36), (-16 + 8 * turn, -28)]  # fmt: skip
    brush.toned(g.blob(top, 0.5), tone, 7, 3)
    brush.line([(-18, -44), (4, -54), (26 + 4 * turn, -52)], tone.shade, 3)


def _rim_over(brush: Brush, colour: str, turn: float) -> None:
    tone = tones(colour)
    back = [(-35 - 5 * turn, -20), (-43 - 5 * turn, -10), (-43 - 4 * turn, 12), (-36 - 1 * turn, 24),
            (-29 + 5 * turn, 10), (-28 + 6 * turn, -10)]  # fmt: skip
    brush.toned(g.blob(back, 0.5), tone, 5)
    if turn < 0.5:
        front = [(36, -16), (42, -8), (41, 10), (36, 8), (34, -8)]
        brush.toned(g.blob(front, 0.5), tone, 3)
    brush.fill(g.oval(-6 + 10 * turn, -42, 13, 5), "#FFF4DF", 0.28)


def _curls(brush: Brush, colour: str, turn: float, spots: list[tuple[float, float, float]]) -> None:
    shapes = [g.oval(x - 5 * turn, y, r, r) for x, y, r in spots]
    brush.solid(g.join(*shapes), colour, 9, 4)


def _afro_behind(brush: Brush, colour: str, turn: float) -> None:
    ring = [(-46, 16, 21), (-56, -10, 22), (-50, -38, 23), (-28, -60, 24), (2, -68, 24), (32, -58, 22),
            (48, -34, 20), (48 - 6 * turn, -8, 17), (42 - 10 * turn, 14, 14), (0, -30, 48)]  # fmt: skip
    _curls(brush, colour, turn, ring)  # type: ignore[arg-type]  # whole numbers are numbers too


def _afro_over(brush: Brush, colour: str, turn: float) -> None:
    tone = tones(colour)
    fringe = [(-34 + 2 * turn, -14, 13), (-28 + 6 * turn, -30, 14), (-12 + 8 * turn, -38, 14),
              (8 + 8 * turn, -40, 14), (26 + 6 * turn, -34, 13), (37 + 4 * turn, -20, 10)]  # fmt: skip
    brush.fill(g.join(*[g.oval(x, y, r, r) for x, y, r in fringe]), tone.base)
    for x, y in ((-40, -44), (-12, -62), (20, -58), (-52, -8), (-22, -44)):
        brush.line([(x - 5, y + 3), (x, y - 3), (x + 6, y + 1)], tone.light, 3)


def _tail_behind(brush: Brush, colour: str, turn: float) -> None:
    tail = [(-34 - 8 * turn, -30), (-54 - 12 * turn, -22), (-62 - 12 * turn, 10), (-56 - 14 * turn, 46),
            (-44 - 12 * turn, 70), (-40 - 8 * turn, 40), (-36 - 4 * turn, 0)]  # fmt: skip
    brush.solid(g.blob(tail), colour, 7)


def _tail_over(brush: Brush, colour: str, turn: float) -> None:
    tone = tones(colour)
    cap = [(-34 - 4 * turn, 8), (-44 - 6 * turn, -18), (-32 - 6 * turn, -47), (2, -58), (32, -48),
           (41 + 2 * turn, -22), (38 + 2 * turn, -4), (33 + 5 * turn, -20), (18 + 12 * turn, -36),
           (-4 + 14 * turn, -34), (-24 + 10 * turn, -14), (-28 + 6 * turn, 2)]  # fmt: skip
    brush.toned(g.blob(cap, 0.45), tone, 7, 3)
    brush.line([(10 + 10 * turn, -46), (-14, -44), (-36 - 4 * turn, -24)], tone.shade, 2.4)
    brush.fill(g.oval(-42 - 9 * turn, -24, 6.5, 8), "sun")


def _bun_over(brush: Brush, colour: str, turn: float) -> None:
    _crop_over(brush, colour, turn)
    tone = tones(colour)
    brush.toned(g.oval(-20 - 14 * turn, -60, 20, 18), tone, 6, 3)
    brush.line([(-30 - 14 * turn, -60), (-20 - 14 * turn, -66), (-9 - 14 * turn, -60)], tone.shade, 2.4)


def _long_behind(brush: Brush, colour: str, turn: float) -> None:
    back = [(-28 - 6 * turn, -46), (4, -58), (36 - 2 * turn, -38), (46 - 16 * turn, 6), (46 - 26 * turn, 60),
            (30 - 30 * turn, 86), (-34 - 12 * turn, 90), (-54 - 6 * turn, 60), (-50 - 6 * turn, 0)]  # fmt: skip
    brush.solid(g.blob(back), colour, 10)


def _scarf_behind(brush: Brush, colour: str, turn: float) -> None:
    drape = [(-34 - 6 * turn, -40), (4, -58), (38, -38), (44 - 4 * turn, 10), (46 - 6 * turn, 48), (54, 84),
             (20, 98), (-34, 96), (-58, 78), (-48 - 4 * turn, 40), (-46 - 6 * turn, 0)]  # fmt: skip
    brush.solid(g.blob(drape), colour, 11)


def _scarf_over(brush: Brush, colour: str, turn: float) -> None:
    tone, shift = tones(colour), 10 * turn
    hood = g.blob([(-44 - 5 * turn, 30), (-47 - 5 * turn, -10), (-34 - 5 * turn, -48), (2, -62), (34, -50),
                   (45 + 2 * turn, -16), (44 + 1 * turn, 24), (26 + 4 * turn, 56), (-22, 58)])  # fmt: skip
    window = g.blob([(-27 + shift, 14), (-30 + shift, -12), (-16 + shift, -34), (6 + shift, -38),
                     (26 + shift, -32), (36 + 4 * turn, -10), (34 + 5 * turn, 22), (20 + shift, 44),
                     (4 + shift, 50), (-16 + shift, 42)])  # fmt: skip
    brush.toned(g.cut(hood, window), tone, 8, 3)
    under = [(-26 + shift, -24), (-12 + shift, -36), (8 + shift, -39), (28 + 0.7 * shift, -30)]
    brush.line(under, tone.shade, 5)
    fold = g.blob([(-44, 42), (-10 + shift, 54), (30 + shift, 46), (48, 66), (40, 92), (6, 74), (-40, 82), (-54, 66)])
    brush.toned(fold, tone, 6, 3)
    brush.line([(-34, 56), (0 + shift, 66), (38, 60)], tone.shade, 3)


STYLES: dict[str, Style] = {
    "bob": Style(_bob_behind, _bob_over, ears=False),
    "crop": Style(None, _crop_over),
    "quiff": Style(None, _quiff_over),
    "rim": Style(None, _rim_over),
    "afro": Style(_afro_behind, _afro_over, ears=True),
    "tail": Style(_tail_behind, _tail_over),
    "bun": Style(None, _bun_over),
    "long": Style(_long_behind, _bob_over, ears=False),
    "headscarf": Style(_scarf_behind, _scarf_over, ears=False),
}
