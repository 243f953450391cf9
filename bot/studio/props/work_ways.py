"""How people leave their work: a neat row, a crooked pile, fallen leaves, a full cart."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look


def _carton(brush: Brush, size: tuple[float, float]) -> None:
    wide, high = size
    brush.solid(g.box(-wide / 2, -high, wide, high, round_=4), "cardboard", 9, 4)
    brush.fill(g.box(-9, -high, 18, high), tones("cardboard").light, 0.65)


def _label(brush: Brush, at: g.Point) -> None:
    brush.fill(g.box(at[0] - 13, at[1] - 10, 26, 20, round_=2), "paper")
    brush.line([(at[0] - 8, at[1] - 3), (at[0] + 7, at[1] - 3)], "stone", 2.6)
    brush.line([(at[0] - 8, at[1] + 4), (at[0] + 2, at[1] + 4)], "stone", 2.6)


def _neat(brush: Brush, look: Look) -> None:
    """Two rows of boxes so straight that a ruler would fit."""
    for row, count in ((0, 3), (1, 3)):
        for column in range(count):
            with brush.moved(-92 + column * 92, -row * 76) as own:
                _carton(own, (88, 74))
                _label(own, (22, -20))


def _crooked(brush: Brush, look: Look) -> None:
    """A pile that was ready very fast."""
    pile = ((-56, 0, (104, 72), -2, 5), (62, 0, (92, 66), 5, -12), (-22, -76, (100, 64), -9, 30),
            (58, -74, (80, 60), 14, -20), (8, -146, (86, 56), 11, 44), (-14, -204, (66, 46), -17, 8))  # fmt: skip
    for x, y, size, turn, label in pile:
        with brush.moved(x, y, turn=turn) as own:
            _carton(own, size)
            with own.moved(18, -size[1] * 0.42, turn=label) as note:
                _label(note, (0, 0))
    brush.line([(44, -150), (84, -176), (98, -140), (76, -118)], "#D8A24A", 8)


def _leaves(brush: Brush, look: Look) -> None:
    """A heap of leaves, and the last ones beside it."""
    heap = g.blob([(-112, 0), (-84, -52), (-24, -88), (40, -70), (92, -30), (116, 0), (0, 8)])
    brush.solid(heap, "amber", 14, 5)
    for index in range(26):
        x, y = -92 + (index * 47) % 184, -8 - (index * 29) % 66
        if abs(x) * 0.5 - y < 84:
            _leaf(brush, (x, y), index * 53.0, ("sun", "clay", "brick", "mustard")[index % 4])
    for x, y in ((148, -2), (176, 6), (206, -4)):
        _leaf(brush, (x, y), x, "brick" if x > 200 else "mustard")


def _leaf(brush: Brush, at: g.Point, turn: float, colour: str) -> None:
    with brush.moved(*at, turn=turn) as own:
        own.fill(g.blob([(-15, 0), (-4, -8), (13, -1), (15, 1), (-3, 8)]), colour)
        own.line([(-13, 0), (0, 0), (12, 0)], tones(colour).shade, 1.8)


def _cart(brush: Brush, look: Look) -> None:
    """A flat cart, loaded so high that who pushes it sees nothing."""
    for x in (-92, 88):
        brush.solid(g.oval(x, -15, 15, 15), "charcoal", 4)
        brush.fill(g.oval(x, -15, 6, 6), "steel")
    brush.line([(-116, -40), (-126, -220), (-132, -424), (-156, -430)], "slate", 11)
    for x, y, size in ((-46, -44, (128, 104)), (66, -44, (88, 92)), (-50, -150, (116, 96)), (58, -138, (96, 84)),
                       (-2, -248, (120, 88)),
                       (16, -338, (92, 74))):  # fmt: skip
        with brush.moved(x, y) as own:
            _carton(own, size)
            _label(own, (size[0] * 0.28, -24))
    brush.solid(g.box(-122, -46, 240, 20, round_=8), "denim", 6, 3)


def _rake(brush: Brush, look: Look) -> None:
    """A leaf rake that leans forward, held by the upper end of its pole."""
    brush.line([(-30, -440), (20, -225), (66, -34)], "oak", 9)
    for index in range(7):
        x = 34 + index * 14
        brush.line([(66, -40), (x + 4, -18), (x + 10, -2)], "steel", 4)


KINDS: dict[str, Kind] = {
    "neat-boxes": Kind(_neat, shade=140), "crooked-boxes": Kind(_crooked, shade=120),
    "leaf-rake": Kind(_rake, grip=(-9, -350)),
    "leaf-heap": Kind(_leaves, shade=118), "full-cart": Kind(_cart, shade=128),
}  # fmt: skip
