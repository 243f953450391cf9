"""Paper and pens: the puzzle and the plan as they lie on a table or hang in a hand."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.props.close import WORD
from bot.studio.props.kind import Kind, Look


def _grid(brush: Brush, at: g.Point, cell: float, rows: tuple[str, ...]) -> None:
    for row, cells in enumerate(rows):
        for column, kind in enumerate(cells):
            colour = {"#": "charcoal", "o": "white", "*": "sun"}[kind]
            brush.fill(g.box(at[0] + column * cell, at[1] + row * cell, cell - 1.6, cell - 1.6, round_=1.5), colour)


def _puzzle_flat(brush: Brush, look: Look) -> None:
    brush.solid(g.path((-70, 0), (60, 0), (82, -25), (-44, -25)), "paper", 3)
    brush.fill(g.path((-70, 0), (60, 0), (60, 4), (-70, 4)), "fog")
    for row in range(3):
        y = -7 - row * 6
        shift = (-y / 25) * 24
        for column in range(6):
            x = -44 + column * 15 + shift
            dark = (row + column * 2) % 5 == 1 and row > 0
            colour = "sun" if row == 0 else "charcoal" if dark else "fog"
            brush.fill(g.path((x, y), (x + 12, y), (x + 16, y - 4.6), (x + 4, y - 4.6)), colour)


def _puzzle_sheet(brush: Brush, look: Look) -> None:
    """The puzzle held up, its last row filled in."""
    brush.solid(g.box(-74, -176, 148, 180, round_=5), "paper", 5, 2)
    brush.fill(g.box(-62, -166, 62, 9, round_=4), "teal")
    _grid(brush, (-57, -148), 19, ("oooo#o", "o#oooo", "ooo##o", "o#oooo"))
    _grid(brush, (-66, -58), 22, ("******",))
    for column, letter in enumerate(WORD):
        left = -66.0 + column * 22
        brush.fill(g.box(left + 1.4, -56.6, 17.6, 17.6, round_=2), "white")
        brush.word(letter, (left + 10.2, -42.4), 16, "navy", 800)


def _pen(brush: Brush, look: Look) -> None:
    brush.line([(-2, 30), (-1, 0), (0, -30)], look.colour or "navy", 7)
    brush.line([(0, -30), (0, -36), (0, -39)], "charcoal", 3.6)


def _plan_flat(brush: Brush, look: Look) -> None:
    brush.solid(g.path((-66, 0), (54, 0), (76, -24), (-42, -24)), "paper", 3)
    brush.fill(g.oval(-14, -16, 14, 4.5), "blue")
    brush.line([(-36, -5), (0, -6), (32, -5)], "leaf", 3.4)
    brush.fill(g.oval(34, -16, 10, 3.6), "sun")


def _plan_map(brush: Brush, look: Look) -> None:
    """A map that two hands hold: water, a short way to a bench, and a flag for later."""
    brush.solid(g.box(-104, -96, 208, 150, round_=5), "paper", 6, 3)
    brush.fill(g.oval(14, -22, 58, 30), "#A6D2DA")
    for index in range(7):
        x, y = -84 + index * 14, 36 - index * 3
        brush.line([(x, y), (x + 4, y - 1), (x + 8, y - 2)], "leaf", 6)
    for index in range(7):
        brush.fill(g.oval(26 + index * 9.5, 14 - index * 13, 3.4, 3.4), "stone")
    brush.fill(g.box(2, 0, 34, 7, round_=3), "walnut")
    brush.fill(g.box(2, 10, 34, 6, round_=3), "walnut")
    brush.line([(84, -58), (84, -72), (84, -88)], "charcoal", 3.6)
    brush.fill(g.path((84, -90), (64, -82), (84, -74)), "sun")
    for x in (-35, 35):
        brush.line([(x, -94), (x, -20), (x, 52)], "fog", 2, 0.8)


KINDS: dict[str, Kind] = {
    "puzzle-flat": Kind(_puzzle_flat), "puzzle-sheet": Kind(_puzzle_sheet, grip=(0, -8)),
    "pen": Kind(_pen, grip=(0, 0), upright=False), "plan-flat": Kind(_plan_flat),
    "plan-map": Kind(_plan_map, grip=(0, 24), two=True),
}  # fmt: skip
