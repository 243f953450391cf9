"""What returns on several cards: mugs, clouds, leaves, birds, steam and flowers, each drawn at its own scale."""

from collections.abc import Sequence

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.cards.paper import stipple
from bot.studio.palette import darker, lighter

COFFEE = "#4A2F22"


def cloud(brush: Brush, x: float, y: float, wide: float, *, colour: str = "white", shade: str = "fog") -> None:
    """A flat-bottomed cloud around (x, y), `wide` pixels across."""
    with brush.moved(x, y, scale=wide / 240) as own:
        shape = g.join(g.box(-116, -2, 232, 46, round_=23), g.oval(-52, -14, 48, 46), g.oval(18, -36, 62, 60),
                       g.oval(76, -2, 36, 34))  # fmt: skip
        own.fill(shape, colour)
        own.inside(shape, (g.join(g.box(-130, 22, 260, 40), g.oval(-64, 28, 56, 16), g.oval(52, 24, 70, 22)), shade))


def leaf(brush: Brush, x: float, y: float, long: float, turn: float, colour: str) -> None:
    """A leaf from its stalk at (x, y); 0 degrees points up."""
    with brush.moved(x, y, turn=turn, scale=long / 100) as own:
        shape = g.blob([(0, 0), (-26, -34), (-20, -74), (0, -100), (20, -74), (26, -34)], 0.5)
        own.fill(shape, colour)
        own.inside(shape, (g.box(0, -110, 40, 120), darker(colour, 0.14)))
        own.line([(0, -4), (0, -78)], lighter(colour, 0.35), 3)


def steam(brush: Brush, x: float, y: float, tall: float, *, colour: str = "white", alpha: float = 0.8) -> None:
    """One curl of steam that rises from (x, y)."""
    points = [(0, 0), (-14, -0.22), (12, -0.5), (-10, -0.78), (6, -1.0)]
    brush.line([(x + dx, y + dy * tall) for dx, dy in points], colour, 9, alpha)


def bird(brush: Brush, x: float, y: float, *, colour: str, belly: str = "cream", size: float = 1.0,
         flip: bool = False, gaze: float = 0) -> None:  # fmt: skip
    """A round small bird that stands on (x, y) and looks to the right."""
    with brush.moved(x, y, scale=size, flip=flip) as own:
        for foot in (-6, 8):
            own.line([(foot, -14), (foot + 1, 0)], "walnut", 3.4)
        own.solid(g.blob([(-34, -44), (-76, -34), (-78, -22), (-34, -24)], 0.3), darker(colour, 0.2), 3)
        body = g.blob([(-40, -34), (-22, -66), (4, -84), (32, -78), (42, -54), (36, -26), (8, -10), (-24, -14)])
        own.solid(body, colour, 8)
        own.inside(body, (g.oval(34, -28, 30, 30), belly))
        own.fill(g.path((38, -66), (58, -58), (38, -52)), "sun")
        own.solid(g.blob([(-34, -44), (-6, -56), (10, -40), (-8, -24), (-40, -26)], 0.4), darker(colour, 0.16), 4)
        own.fill(g.oval(22 + gaze, -64, 4.6, 5.2), "ink")
        own.fill(g.oval(23.6 + gaze, -66, 1.6, 1.6), "white")


def mug(brush: Brush, x: float, y: float, size: float, colour: str, *, full: bool = True) -> None:
    """A straight mug that stands on (x, y): 200 wide and 190 high at size 1, its ear to the right."""
    with brush.moved(x, y, scale=size) as own:
        own.line([(92, -150), (150, -138), (152, -72), (88, -52)], darker(colour, 0.2), 24)
        body = g.blob([(-100, -184), (100, -184), (92, -20), (74, 0), (-74, 0), (-92, -20)], 0.16)
        own.solid(body, colour, 16)
        stipple(own, body, darker(colour, 0.3), 260, lean=(1, 1))
        own.fill(g.oval(0, -182, 99, 22), lighter(colour, 0.3))
        own.fill(g.oval(0, -180, 89, 17), COFFEE if full else darker(colour, 0.4))
        if full:
            own.inside(g.oval(0, -180, 89, 17), (g.oval(-26, -172, 60, 12), "#6B4633"))


def flower(brush: Brush, x: float, y: float, size: float, colour: str, *, heart: str = "sun", petals: int = 6) -> None:
    """An open flower seen from the front."""
    with brush.moved(x, y, scale=size) as own:
        for index in range(petals):
            with own.moved(0, 0, turn=index * 360 / petals + 8) as petal:
                petal.fill(g.blob([(0, -6), (-15, -26), (-9, -46), (9, -46), (15, -26)]), colour)
                petal.fill(g.blob([(0, -8), (2, -26), (4, -44), (12, -42), (15, -26)]), darker(colour, 0.13))
        own.solid(g.oval(0, 0, 14, 14), heart, 4)


def stalk(brush: Brush, points: Sequence[g.Point], thick: float = 7, colour: str = "leaf") -> None:
    """A green stem through the points."""
    brush.line(points, colour, thick)


def tulip(brush: Brush, x: float, y: float, size: float, colour: str, turn: float = 0) -> None:
    """The head of a tulip whose stem ends at (x, y)."""
    with brush.moved(x, y, turn=turn, scale=size) as own:
        own.fill(g.blob([(-4, 4), (-36, -22), (-30, -74), (-8, -50), (2, -10)], 0.4), darker(colour, 0.18))
        own.fill(g.blob([(4, 4), (36, -22), (30, -74), (8, -50), (-2, -10)], 0.4), darker(colour, 0.1))
        own.solid(g.blob([(0, 6), (-26, -18), (-18, -56), (0, -84), (18, -56), (26, -18)], 0.45), colour, 6)


def drop(brush: Brush, x: float, y: float, size: float, colour: str) -> None:
    """A falling drop around (x, y)."""
    with brush.moved(x, y, scale=size) as own:
        own.fill(g.blob([(0, -14), (8, 3), (0, 12), (-8, 3)]), colour)


def grass(brush: Brush, x: float, y: float, tall: float, colour: str) -> None:
    """A tuft of three blades that stands on (x, y)."""
    for lean in (-0.45, 0.05, 0.5):
        brush.line([(x, y), (x + lean * tall * 0.4, y - tall * 0.6), (x + lean * tall, y - tall)], colour, tall * 0.16)
