"""Two folded cards, one for the wind and one for the rope, with the sheet they come from; a towel, drips, a clock."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look


def _tent(brush: Brush) -> None:
    brush.fill(g.path((-46, -66), (46, -66), (58, 2), (-34, 2)), tones("paper").shade)
    brush.solid(g.path((-50, -64), (42, -64), (46, 0), (-54, 0)), "white", 4)


def _blank(brush: Brush, look: Look) -> None:
    _tent(brush)


def _wind(brush: Brush, look: Look) -> None:
    """A swirl of wind."""
    _tent(brush)
    for y, long in ((-44, 26), (-30, 34), (-16, 20)):
        brush.line([(-38, y), (-38 + long, y - 2), (-30 + long, y - 10), (-36 + long, y - 15), (-42 + long, y - 10)],
                   "denim", 4.5)  # fmt: skip


def _wind_lain_on(brush: Brush, look: Look) -> None:
    """The card of the wind until the cat comes to lie on it, after two seconds and a half."""
    if look.now < 2.5:
        _wind(brush, look)
        return
    brush.solid(g.path((-96, -6), (70, -8), (96, 3), (-84, 4)), "white", 3)
    brush.line([(78, -4), (88, -3), (84, 1)], "denim", 3.5)


def _rope(brush: Brush, look: Look) -> None:
    """A stake with a rope around it."""
    _tent(brush)
    brush.line([(-4, -8), (-4, -56)], "walnut", 8)
    for y in (-40, -32):
        brush.line([(-20, y + 3), (-4, y - 3), (14, y + 3)], "amber", 5)
    brush.line([(14, -30), (22, -16), (16, -8)], "amber", 5)


def _sheet(brush: Brush, look: Look) -> None:
    brush.solid(g.box(-60, -84, 120, 84, round_=3), "white", 4)
    brush.line([(0, -80), (0, -4)], "fog", 2.5)


def _half(brush: Brush, look: Look) -> None:
    brush.solid(g.path((-28, -80), (26, -82), (30, -56), (24, -30), (30, 0), (-28, 0)), "white", 4)


def _towel(brush: Brush, look: Look) -> None:
    sway = 3 * swing(look.now, 0.5)
    brush.solid(g.blob([(-34, -26), (30, -30), (38, 10), (30 + sway, 92), (4 + sway, 96), (-2, 20), (-12 + sway, 70),
                        (-36 + sway, 66)], 0.24), look.colour or "cream", 7, 3)  # fmt: skip
    for y in (74, 84):
        brush.line([(6 + sway, y), (28 + sway, y - 2)], "brick", 4)


def _drips(brush: Brush, look: Look) -> None:
    """Drops that fall from wet clothes, each with its own pace."""
    for index, (x, top, long) in enumerate(((-56, -330, 320), (-20, -280, 272), (34, -300, 292), (66, -360, 350),
                                            (4, -240, 236))):  # fmt: skip
        gone = (look.now * (0.8 + index * 0.13) + index * 0.29) % 1.0
        y = top + long * gone * gone
        brush.fill(g.blob([(x, y - 12), (x + 5, y + 2), (x, y + 7), (x - 5, y + 2)], 0.5), "#A9CBDD")


def _mat(brush: Brush, look: Look) -> None:
    brush.fill(g.oval(0, 0, 170, 24), "#6B4A38")
    brush.fill(g.oval(0, 0, 152, 19), "#8A6249")


def _two(brush: Brush, look: Look) -> None:
    """A wall clock at two o'clock."""
    brush.fill(g.oval(3, 5, 42, 42), "#16303A", 0.12)
    brush.solid(g.oval(0, 0, 42, 42), "teal", 3)
    brush.fill(g.oval(0, 0, 35, 35), "white")
    for index in range(12):
        brush.fill(g.oval(*g.hang((0, 0), 29, index * 30), 2.2, 2.2), "stone")
    brush.line([(0, 0), g.hang((0, 0), 17, 120)], "ink", 5)
    brush.line([(0, 0), (0, -27)], "ink", 4)


KINDS: dict[str, Kind] = {
    "card-blank": Kind(_blank, grip=(-4, -6), shade=44), "card-wind": Kind(_wind, grip=(-4, -6), shade=44),
    "card-wind-lain-on": Kind(_wind_lain_on, moves=True),
    "card-rope": Kind(_rope, grip=(-4, -6), shade=44), "sheet": Kind(_sheet, grip=(0, -30), two=True),
    "half-sheet": Kind(_half, grip=(0, -20)), "towel": Kind(_towel, grip=(0, -16)),
    "drips": Kind(_drips, moves=True), "mat": Kind(_mat), "clock-two": Kind(_two),
}  # fmt: skip
