"""The wooden wall of the garden gang's shed, with four weeks on paper: coffee, mornings of work, chairs for rest."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.easing import seed
from bot.studio.places import parts
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

WEEKS = ((), (1, 3), (1, 3), (0, 2, 4))
"""The days (0 is Monday) with a morning of work in each of four weeks; in the first there is only coffee."""
COFFEE_DAY, DAYS = 2, 5
SHEET_WIDE, SHEET_HIGH, ROW = 184.0, 330.0, 50.0


def _planks(brush: Brush, air: Air) -> None:
    brush.fill(g.box(LEFT, -400, RIGHT - LEFT, 2000), "#A97F58")
    for index, x in enumerate(range(-360, 1080, 92)):
        brush.fill(g.box(x, -400, 88, 2000), ("#B0865E", "#A87D55", "#B58B63")[index % 3])
        brush.line([(x + 89, -400), (x + 90, 500), (x + 89, 1600)], "#7F5C3E", 5)
        for row in range(4):
            y = -200 + row * 400 + 300 * seed(f"knot{index}{row}")
            brush.line([(x + 30, y), (x + 38, y + 60), (x + 32, y + 130)], "#97704B", 4, 0.6)
    brush.fill(g.box(LEFT, -40, RIGHT - LEFT, 30), "#8D6746")


def _shelf(brush: Brush, air: Air) -> None:
    """Pots that wait for spring."""
    brush.solid(g.box(232, 610, 210, 18, round_=5), "wood", 5, 3)
    for x, colour in ((276, "clay"), (398, "mustard")):
        parts.plant(brush, (x, 610), 0.5, pot=colour)
    brush.solid(g.blob([(316, 566), (354, 566), (348, 606), (322, 606)], 0.14), "clay", 5)
    brush.fill(g.box(240, 628, 196, 9), "#16303A", 0.15)


def _sheets(brush: Brush, air: Air) -> None:
    for week in range(len(WEEKS)):
        with brush.moved(-100 + week * 210, 70, turn=(-1.2, 0.8, -0.5, 1.3)[week]) as own:
            _sheet(own, week)


def _sheet(brush: Brush, week: int) -> None:
    brush.fill(g.box(7, 9, SHEET_WIDE, SHEET_HIGH, round_=5), "#16303A", 0.22)
    brush.solid(g.box(0, 0, SHEET_WIDE, SHEET_HIGH, round_=5), "paper", 5)
    brush.fill(g.box(0, 0, SHEET_WIDE, 56, round_=5), "leaf")
    brush.word(f"week {week + 1}", (SHEET_WIDE / 2, 40), 34, "white")
    for day in range(DAYS):
        with brush.moved(SHEET_WIDE / 2, 66 + day * ROW + ROW / 2) as own:
            own.fill(g.box(-80, -ROW / 2 + 3, 160, ROW - 6, round_=7), "#EFE7D6")
            _day(own, week, day)
    brush.solid(g.oval(SHEET_WIDE / 2, 2, 9, 9), "brick", 3)


def _day(brush: Brush, week: int, day: int) -> None:
    """A morning is the left half of a day; a day without work has a chair."""
    if day in WEEKS[week]:
        brush.solid(g.box(-76, -ROW / 2 + 7, 76, ROW - 14, round_=7), "sun", 4)
    elif not WEEKS[week] and day == COFFEE_DAY:
        with brush.moved(-36, 19, scale=0.92) as mug:
            mug.line([(15, -32), (27, -29), (25, -14), (14, -10)], "#8E5A2B", 6)
            mug.solid(g.blob([(-18, -38), (18, -38), (16, -3), (11, 0), (-11, 0), (-16, -3)], 0.16), "clay", 6, 3)
            mug.fill(g.oval(0, -37, 17, 4), "#4A2F22")
    else:
        _chair(brush)


def _chair(brush: Brush) -> None:
    with brush.moved(36, 17, scale=0.19) as own:
        for leg in ((44, 50), (-44, -50)):
            own.line([(leg[0], -90), (leg[1], -4)], "slate", 17)
        own.line([(-52, -92), (-60, -196)], "slate", 17)
        own.line([(-58, -92), (56, -92)], "slate", 19)


SETTING = Setting(
    pieces=(Piece(-2000, _planks), Piece(-1900, _sheets), Piece(-1890, _shelf)),
    spots={"left": Place(60, 1080), "right": Place(650, 1090), "middle": Place(330, 1080)},
)  # fmt: skip
