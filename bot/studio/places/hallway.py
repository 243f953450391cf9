"""A hall at home in the evening: the front door, a hook with work clothes, a small cupboard under a lamp, a mat."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, lamp
from bot.studio.brush import Brush
from bot.studio.palette import tones
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#E8DCC6", "#D9C7A8"), floor="#A77C56", skirting="white")
    parts.boards(brush, "#8A6445")
    for x in range(-330, 1060, 72):
        brush.line([(x, -380), (x, FLOOR - 22)], "#D3BF9C", 4, 0.45)


def _front_door(brush: Brush, air: Air) -> None:
    brush.solid(g.box(-96, 156, 316, FLOOR - 154, round_=6), "white", 7)
    brush.solid(g.box(-74, 178, 272, FLOOR - 180, round_=4), "pine", 12)
    for x in (-44, 84):
        brush.fade(g.box(x, 220, 84, 190, round_=8), air.light.sky, (220, 410))
        brush.fill(g.path((x + 8, 400), (x + 42, 226), (x + 62, 226), (x + 28, 400)), "white", 0.14)
    brush.fill(g.oval(18, 262, 3, 3), "white", 0.8)
    brush.fill(g.oval(120, 250, 13, 13), "#F6E7BE", 0.9)
    for x in (-44, 84):
        brush.fill(g.box(x, 470, 84, 260, round_=8), tones("pine").shade, 0.7)
    brush.solid(g.box(2, 434, 120, 15, round_=7), "steel", 4)
    brush.line([(168, 520), (146, 520)], "steel", 11)
    brush.solid(g.oval(172, 520, 11, 16), "steel", 3)


def _mat(brush: Brush, air: Air) -> None:
    brush.fill(g.oval(80, 868, 190, 26), "#6B4B38")
    brush.fill(g.oval(80, 865, 176, 20), "#8A6449")


def _hooks(brush: Brush, air: Air) -> None:
    brush.solid(g.box(262, 254, 230, 26, round_=8), "wood", 5, 3)
    for x in (300, 376, 454):
        brush.line([(x, 276), (x, 296), (x + 9, 302)], "charcoal", 7)


def _clothes(brush: Brush, air: Air) -> None:
    """Clean overalls over a yellow shirt on a hanger."""
    with brush.moved(376, 302) as own:
        own.line([(0, -6), (6, 4), (0, 14)], "steel", 5)
        own.line([(-62, 46), (0, 14), (62, 46)], "oak", 9)
        for side in (-1, 1):
            own.solid(g.bone((side * 58, 58), (side * 84, 150), 24, 20), "mustard", 7)
        own.solid(g.blob([(-24, 28), (24, 28), (66, 50), (64, 210), (-64, 210), (-66, 50)], 0.18), "mustard", 9, 4)
        own.fill(g.blob([(-20, 26), (0, 50), (20, 26), (0, 34)], 0.3), tones("mustard").shade)
        legs = ((-58, 190), (2, 190), (0, 424), (-60, 424)), ((-2, 190), (58, 190), (62, 424), (4, 424))
        own.solid(g.join(*(g.path(*leg) for leg in legs)), "pine", 10, 4)
        own.solid(g.blob([(-38, 104), (38, 104), (58, 168), (58, 200), (-58, 200), (-58, 168)], 0.14), "pine", 8)
        for side in (-1, 1):
            own.line([(side * 32, 108), (side * 36, 60), (side * 26, 32)], "pine", 11)
            own.fill(g.oval(side * 32, 112, 5, 5), "sun")
        own.fill(g.blob([(-20, 124), (20, 124), (18, 156), (-18, 156)], 0.15), tones("pine").shade)


def _cupboard(brush: Brush, air: Air) -> None:
    brush.fill(g.box(556, FLOOR + 30, 290, 15), "#16303A", 0.15)
    for x in (572, 814):
        brush.solid(g.box(x, FLOOR - 20, 14, 58), "walnut", 3)
    brush.solid(g.box(556, 600, 290, FLOOR - 606, round_=7), "wood", 9, 4)
    for y in (630, 706):
        brush.solid(g.box(574, y, 254, 62, round_=6), "wood", 5, 3)
        brush.fill(g.oval(701, y + 31, 8, 8), "walnut")
    brush.solid(g.box(544, 586, 314, 20, round_=7), "oak", 5, 3)
    parts.frame(brush, (606, 252), (126, 100), ("walnut", "ice", "leaf"))


def _lamp(brush: Brush, air: Air) -> None:
    lamp(brush, air, (802, 470), 240)
    brush.solid(g.oval(802, 584, 32, 7), "walnut", 2)
    brush.line([(802, 582), (802, 500)], "walnut", 9)
    brush.solid(g.blob([(770, 410), (834, 410), (860, 502), (744, 502)], 0.12), "#FFE7B0", 9, 5)


SETTING = Setting(
    pieces=(
        Piece(-2000, _back), Piece(-1900, _front_door), Piece(-1850, _mat), Piece(-1800, _hooks),
        Piece(-1790, _clothes), Piece(-1700, _cupboard), Piece(-1600, _lamp),
    ),
    spots={
        "door": Place(80, 870), "cupboard": Place(640, 590, depth=-1650), "cupboard-left": Place(590, 590, depth=-1650),
        "cupboard-right": Place(716, 590, depth=-1650), "hook": Place(376, 302), "floor": Place(330, 920),
    },
)  # fmt: skip
