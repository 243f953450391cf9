"""The coach's room: two armchairs at an angle, a low table, a window, books and a plant."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air, lamp
from bot.studio.brush import Brush
from bot.studio.palette import tones
from bot.studio.places import parts
from bot.studio.places.parts import FLOOR, Piece, Setting


def _back(brush: Brush, air: Air) -> None:
    parts.wall(brush, ("#EFE3D0", "#E2CFB2"), floor="#B98F66", skirting="cream")
    parts.boards(brush, "#9B7450")
    brush.fill(g.box(-340, -400, 360, FLOOR + 380), "#7FA295")
    brush.fill(g.box(14, -400, 8, FLOOR + 380), "#6E9184")


def _rug(brush: Brush, air: Air) -> None:
    brush.fill(g.oval(370, 978, 410, 76), "#D8A54A")
    brush.fill(g.oval(370, 978, 376, 66), "#E6BE6E")
    brush.fill(g.oval(370, 978, 300, 49), "#E0B25A")


def _books(brush: Brush, air: Air) -> None:
    brush.fill(g.box(650, 262, 260, FLOOR - 262), "#16303A", 0.1)
    brush.solid(g.box(640, 250, 260, FLOOR - 256, round_=6), "wood", 8)
    for row in range(4):
        top = 268 + row * 132
        brush.fill(g.box(656, top, 228, 116), tones("walnut").shade)
        x = 662.0
        for index in range(8):
            wide, tall = (22, 30, 18, 26)[(index + row) % 4], 78 + (index * 23 + row * 11) % 30
            if (index + row) % 5 == 4:
                x += 18
                continue
            colour = ("plum", "sky", "mustard", "leaf", "cream", "denim", "clay")[(index * 3 + row) % 7]
            brush.solid(g.box(x, top + 116 - tall, wide, tall, round_=3), colour, 4)
            x += wide + 2


def _walls(brush: Brush, air: Air) -> None:
    parts.frame(brush, (-168, 260), (130, 164), ("white", "cream", "leaf"))
    parts.clock(brush, (574, 246), 32)


def _floor_lamp(brush: Brush, air: Air) -> None:
    brush.shadow(8, 868, 50, 8)
    brush.line([(8, 866), (8, 400)], "charcoal", 8)
    brush.fill(g.oval(8, 866, 40, 8), "charcoal")
    lamp(brush, air, (8, 380), 150)
    brush.solid(g.blob([(-34, 300), (50, 300), (78, 410), (-62, 410)], 0.12), "cream", 10, 4)


def armchair(x: float, y: float, colour: str, facing: int) -> Piece:
    """A soft chair, three quarters from the front; who sits there looks towards `facing`."""

    def draw(brush: Brush, air: Air) -> None:
        brush.shadow(x, y + 4, 128, 15)
        with brush.moved(x, y, flip=facing < 0) as own:
            for leg in (-84, 76):
                own.solid(g.path((leg - 8, -34), (leg + 8, -34), (leg + 4, 0), (leg - 4, 0)), "walnut", 3)
            own.solid(g.blob([(-112, -80), (-128, -300), (-96, -348), (-40, -338), (-22, -120)], 0.4), colour, 12, 5)
            own.solid(g.box(-106, -160, 206, 130, round_=24), colour, 12)
            own.solid(g.box(-74, -182, 186, 46, round_=20), colour, 8, 4)

    return Piece(y - 20, draw)


def _arm_rest(x: float, y: float, colour: str, facing: int) -> Piece:
    def draw(brush: Brush, air: Air) -> None:
        with brush.moved(x, y, flip=facing < 0) as own:
            rest = g.blob([(-118, -238), (34, -238), (52, -218), (46, -40), (30, -28), (-98, -28), (-116, -44)], 0.2)
            own.solid(rest, colour, 10, 5)

    return Piece(y + 8, draw)


def _low_table(brush: Brush, air: Air) -> None:
    brush.shadow(368, 1014, 96, 12)
    for x in (320, 416):
        brush.solid(g.path((x - 7, 900), (x + 7, 900), (x + 5, 1010), (x - 5, 1010)), "walnut", 3)
    brush.solid(g.box(282, 884, 172, 20, round_=9), "wood", 5, 3)


SETTING = Setting(
    pieces=(
        Piece(-2000, _back), parts.window("white", (150, 170), (330, 330)), Piece(-950, _walls), Piece(-900, _books),
        parts.sunbeam((180, 514), 290, 130), Piece(-600, _floor_lamp), Piece(-500, _rug),
        Piece(-450, lambda brush, air: parts.plant(brush, (560, 872), 1.45, pot="white")),
        armchair(112, 962, "pine", 1), _arm_rest(112, 962, "pine", 1),
        armchair(624, 962, "mustard", -1), _arm_rest(624, 962, "mustard", -1),
        Piece(1000, _low_table),
    ),
    spots={
        "chair-left": Place(186, 962, seat=170, depth=960), "chair-right": Place(550, 962, seat=170, depth=961),
        "table": Place(368, 886, depth=1002), "table-left": Place(326, 886, depth=1002),
        "table-right": Place(412, 886, depth=1002), "window": Place(300, 880), "door": Place(-240, 960),
        "middle": Place(370, 950), "front": Place(370, 1030),
    },
)  # fmt: skip
