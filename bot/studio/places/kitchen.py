"""A kitchen at home: a table with two chairs, a window, a counter, and a basket for the dog."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#F2E4C8", "#E6D2AC"), floor="#C79F73", skirting="cream")
    parts.boards(brush, "#A9825A")


def _counter(brush: Brush, air: Air) -> None:
    for row in range(4):
        for column in range(14):
            x, y = 430 + column * 48, 382 + row * 34
            colour = "#DCE8E2" if (row + column) % 3 else "#C4DAD2"
            brush.fill(g.box(x, y, 45, 31, round_=4), colour)
    brush.fill(g.box(420, FLOOR - 8, 700, 16), "#16303A", 0.14)
    brush.solid(g.box(428, 532, 700, FLOOR - 532 - 14), "seafoam", 8)
    for x in (440, 566, 692, 818):
        brush.solid(g.box(x, 560, 114, 222, round_=8), "seafoam", 5, 3)
        brush.fill(g.box(x + 44, 580, 28, 7, round_=3), "walnut")
    brush.solid(g.box(414, 512, 720, 24, round_=6), "oak", 6, 3)


def _on_counter(brush: Brush, air: Air) -> None:
    parts.shelf(brush, (466, 330), 230, "oak", ("mustard", "clay", "cream", "leaf", "plum"))
    with brush.moved(640, 512) as kettle:
        kettle.solid(g.blob([(-34, 0), (-30, -48), (-12, -66), (14, -66), (32, -46), (36, 0)], 0.3), "steel", 9, 4)
        kettle.line([(-26, -50), (-48, -44), (-46, -10)], "charcoal", 8)
        kettle.solid(g.path((30, -46), (54, -58), (50, -46), (34, -26)), "steel", 4)
        kettle.fill(g.oval(0, -70, 9, 6), "charcoal")
    with brush.moved(512, 512) as board:
        board.solid(g.box(-34, -12, 74, 12, round_=5), "walnut", 3)
        board.solid(g.blob([(-26, -12), (-28, -34), (-8, -44), (18, -42), (32, -28), (30, -12)], 0.4), "amber", 7, 4)
        for x in (-10, 4, 18):
            board.line([(x - 4, -38), (x + 3, -30)], "sand", 4)


def _fridge(brush: Brush, air: Air) -> None:
    brush.fill(g.box(840, FLOOR - 4, 210, 16), "#16303A", 0.14)
    brush.solid(g.box(850, 268, 190, FLOOR - 274, round_=16), "white", 12)
    brush.line([(852, 470), (1038, 470)], "fog", 4)
    brush.solid(g.box(866, 390, 10, 66, round_=5), "steel", 3)
    brush.solid(g.box(866, 488, 10, 80, round_=5), "steel", 3)
    brush.fill(g.box(920, 320, 64, 80, round_=3), "sky")
    brush.fill(g.oval(952, 352, 14, 14), "sun")
    brush.fill(g.box(928, 378, 48, 12), "leaf")


def _sill(brush: Brush, air: Air) -> None:
    parts.plant(brush, (96, 508), 0.62, pot="clay", now=air.now)
    with brush.moved(246, 508) as pot:
        pot.solid(g.blob([(-22, -38), (22, -38), (17, 0), (-17, 0)], 0.2), "sky", 5)
        for x, y in ((-12, -58), (0, -72), (13, -60), (-2, -52)):
            pot.solid(g.oval(x, y, 10, 18), "grass", 4)


def _wall_things(brush: Brush, air: Air) -> None:
    parts.frame(brush, (-190, 250), (150, 190), ("oak", "ice", "leaf"))
    parts.clock(brush, (776, 226), 34)


def _rug(brush: Brush, air: Air) -> None:
    brush.fill(g.oval(380, 984, 420, 70), "#7E9C94")
    brush.fill(g.oval(380, 984, 384, 58), "#93B0A6")


SETTING = Setting(
    pieces=(
        Piece(-2000, _back),
        parts.window("white", (44, 176), (264, 320)),
        Piece(-950, _wall_things),
        Piece(-900, _counter),
        Piece(-890, _on_counter),
        Piece(-880, _fridge),
        Piece(-870, _sill, moves=True),
        parts.sunbeam((70, 520), 250, 120),
        parts.pendant((408, 300), "mustard"),
        Piece(-400, _rug),
        Piece(934, parts.chair(132, 958, colour="oak")),
        Piece(935, parts.chair(690, 958, colour="oak", facing=-1)),
        Piece(990, parts.table(412, 986, 400, 262, colour="wood")),
    ),
    spots={
        "chair-left": Place(194, 958, seat=165, depth=940),
        "chair-right": Place(628, 958, seat=165, depth=941),
        "window": Place(300, 900), "counter": Place(560, 880), "door": Place(-260, 960),
        "table": Place(412, 724, depth=991), "table-left": Place(316, 724, depth=991),
        "table-right": Place(520, 724, depth=991), "basket": Place(560, 1016), "floor": Place(140, 1024),
    },
)  # fmt: skip
