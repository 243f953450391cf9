"""A corridor that is cleaned: shining floor, doors, a window at the end and room for the trolley."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, LEFT, RIGHT, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#E6ECEA", "#D3DEDC"), floor="#B7C6C3", skirting="denim")
    brush.fill(g.box(LEFT, 470, RIGHT - LEFT, FLOOR - 490), "#B6CCD0")
    brush.fill(g.box(LEFT, 462, RIGHT - LEFT, 12), "white")
    parts.floor_tiles(brush, "#9DB0AD")
    for x in (-120, 220, 560, 900):
        brush.fill(g.path((x, FLOOR + 6), (x + 90, FLOOR + 6), (x + 130, 1050), (x - 20, 1050)), "white", 0.16)


def _doors(brush: Brush, air: Air) -> None:
    for x, colour in ((-230, "leaf"), (420, "denim"), (760, "leaf")):
        brush.solid(g.box(x - 14, 246, 238, FLOOR - 246, round_=6), "white", 5)
        brush.solid(g.box(x, 260, 210, FLOOR - 262, round_=4), colour, 9)
        brush.fill(g.box(x + 30, 300, 60, 190, round_=8), "#CFE2E4")
        brush.solid(g.oval(x + 184, 560, 10, 10), "steel", 3)


def _lamps(brush: Brush, air: Air) -> None:
    for x in (-60, 340, 740):
        brush.fill(g.box(x - 80, 84, 160, 22, round_=10), "#FFF6DC")
        brush.soft(g.oval(x, 110, 140, 40), "#FFF3C9", 0.5, 30)


SETTING = Setting(
    pieces=(
        Piece(-2000, _back), parts.window("white", (60, 190), (270, 230)), Piece(-900, _doors), Piece(-890, _lamps),
        parts.sunbeam((80, 434), 230, 120),
    ),
    spots={
        "left": Place(150, 960), "middle": Place(340, 970), "right": Place(580, 960), "trolley": Place(540, 985),
        "off-left": Place(-240, 960), "off-right": Place(960, 960),
    },
)  # fmt: skip
