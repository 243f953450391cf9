"""Things of the garden: can, pots, trays, barrow, rake."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.palette import tones
from bot.studio.places.parts import plant
from bot.studio.props.kind import Kind, Look


def _can(brush: Brush, look: Look) -> None:
    colour = look.colour or "leaf"
    brush.line([(-28, -66), (-64, -62), (-60, -22), (-34, -14)], tones(colour).shade, 8)
    brush.line([(-24, -72), (0, -100), (24, -72)], tones(colour).shade, 8)
    brush.solid(g.path((26, -26), (88, -84), (96, -76), (30, -8)), colour, 4)
    brush.solid(g.path((78, -92), (104, -70), (92, -60), (72, -80)), colour, 4)
    brush.solid(g.blob([(-38, -70), (34, -70), (38, -4), (30, 0), (-32, 0), (-40, -4)], 0.14), colour, 9, 4)


def _water(brush: Brush, look: Look) -> None:
    with brush.moved(92, -74, turn=-look.tilt) as falling:
        for index in range(5):
            x = -14 + index * 7
            for step in range(4):
                fall = (look.now * 1.9 + step * 0.25 + index * 0.13) % 1.0 * 130
                falling.line([(x + fall * 0.12, fall + 4), (x + 1 + fall * 0.12, fall + 15)], "blue", 3.4, 0.85)


def _pot(brush: Brush, look: Look) -> None:
    brush.solid(
        g.blob([(-27, -46), (27, -46), (21, -3), (16, 0), (-16, 0), (-21, -3)], 0.15), look.colour or "clay", 7, 3
    )
    brush.solid(g.box(-31, -52, 62, 13, round_=5), look.colour or "clay", 4)
    for x, y, angle in ((-12, -76, -34), (0, -88, 0), (13, -76, 34)):
        with brush.moved(x * 0.4, -52, turn=angle) as leaf:
            long = -(y + 50)
            leaf.solid(g.blob([(0, 0), (-9, -long * 0.5), (0, -long - 6), (9, -long * 0.5)]), "grass", 5)


def _tray(brush: Brush, look: Look) -> None:
    for x in range(-60, 61, 24):
        brush.line([(x, -22), (x, -44)], "moss", 4)
        for angle in (-46, 46):
            with brush.moved(x, -40, turn=angle) as leaf:
                leaf.solid(g.blob([(0, 4), (-7, -9), (0, -24), (7, -9)]), "grass", 4)
    brush.fill(g.box(-72, -28, 144, 10, round_=4), "walnut")
    brush.solid(g.box(-76, -22, 152, 22, round_=5), look.colour or "charcoal", 5)


def _barrow(brush: Brush, look: Look) -> None:
    brush.line([(-150, -112), (-60, -62), (60, -34)], "walnut", 10)
    brush.line([(-52, -50), (-62, -2)], "charcoal", 9)
    brush.solid(g.oval(76, -30, 30, 30), "charcoal", 6)
    brush.fill(g.oval(76, -30, 12, 12), "steel")
    for x, y, size in ((-50, -112, 34), (-8, -124, 40), (36, -112, 32)):
        brush.solid(g.oval(x, y, size, size * 0.8), "grass", 9)
    brush.solid(g.blob([(-104, -114), (86, -114), (50, -46), (-50, -46)], 0.14), look.colour or "leaf", 11, 4)


def _rake(brush: Brush, look: Look) -> None:
    brush.line([(0, -350), (0, -24)], "oak", 9)
    for x in range(-36, 37, 12):
        brush.line([(0, -36), (x, -6)], "steel", 4)


def _plant(brush: Brush, look: Look) -> None:
    plant(brush, (0, 0), 1.0, pot=look.colour or "clay", now=look.now)


def _can_pouring(brush: Brush, look: Look) -> None:
    _can(brush, look)
    if look.stream:
        _water(brush, look)


KINDS: dict[str, Kind] = {
    "watering-can": Kind(_can_pouring, grip=(0, -94), shade=46),
    "pot": Kind(_pot, grip=(0, -24), shade=30), "tray": Kind(_tray, grip=(0, -10), two=True, shade=78),
    "barrow": Kind(_barrow, shade=120), "rake": Kind(_rake, grip=(0, -230)),
    "plant": Kind(_plant, grip=(0, -40), shade=46, moves=True),
}  # fmt: skip
