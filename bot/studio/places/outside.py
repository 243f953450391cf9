"""The world outdoors: skies, clouds, trees, hedges and houses."""

from bot.studio import geometry as g
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import mix


def sky(brush: Brush, air: Air, area: tuple[float, float, float, float]) -> None:
    """The sky over an area (left, top, width, height), with the sun or with clouds."""
    x, y, wide, high = area
    brush.fade(g.box(x, y, wide, high), air.light.sky, (y, y + high))
    if air.light.shafts > 0.4 and air.weather != "rain":
        size = wide * 0.05 + 22
        centre = (x + wide * 0.76, y + high * 0.24)
        brush.soft(g.oval(*centre, size * 1.7, size * 1.7), "#FFE9A8", 0.55, size * 0.6)
        brush.fill(g.oval(*centre, size, size), "#FFDD85")
    tone = "white" if air.light.shafts else "#DDE3E3"
    for index, (left, top, size) in enumerate(((0.16, 0.2, 0.9), (0.6, 0.36, 0.7), (0.95, 0.14, 1.0))):
        drift = 9 * swing(air.now + index * 5, 26)
        cloud(brush, (x + wide * left + drift, y + high * top), size * (0.3 + wide / 1000), tone)


def cloud(brush: Brush, at: g.Point, size: float, colour: str) -> None:
    """A flat cloud with a straight foot."""
    with brush.moved(*at, scale=size) as own:
        bumps = [g.oval(-60, -10, 42, 30), g.oval(-14, -30, 50, 44), g.oval(44, -18, 44, 34), g.oval(82, -2, 30, 20)]
        own.fill(g.cut(g.join(*bumps, g.box(-98, -12, 206, 26, round_=13)), g.box(-200, 12, 400, 100)), colour, 0.86)


def view(brush: Brush, air: Air, area: tuple[float, float, float, float]) -> None:
    """What a window shows: sky, roofs and trees."""
    x, y, wide, high = area
    sky(brush, air, area)
    far = mix(air.light.sky[1], "#4F7A78", 0.35)
    for left, width, tall in ((-0.05, 0.3, 0.3), (0.3, 0.26, 0.38), (0.62, 0.32, 0.28)):
        roof(brush, (x + wide * left, y + high), wide * width, high * tall, far)
    for left, size in ((0.12, 0.26), (0.5, 0.2), (0.9, 0.3)):
        crown = g.oval(x + wide * left, y + high * (1.02 - size * 0.4), wide * size * 0.62, high * size * 0.72)
        brush.fill(crown, mix(air.light.sky[1], "#2F7D5B", 0.62))


def roof(brush: Brush, foot: g.Point, wide: float, high: float, colour: str) -> None:
    """A house in one tone, with a pointed roof."""
    x, y = foot
    brush.fill(g.path((x, y), (x, y - high * 0.66), (x + wide / 2, y - high), (x + wide, y - high * 0.66),
                      (x + wide, y)), colour)  # fmt: skip


def tree(brush: Brush, foot: g.Point, size: float, *, leaf: str = "leaf", now: float = 0.0) -> None:
    """A tree with a round crown that moves a little in the wind."""
    sway = 1.1 * swing(now + foot[0], 5.2)
    with brush.moved(*foot, scale=size) as own:
        own.solid(g.blob([(-16, 0), (-11, -120), (-8, -240), (9, -240), (13, -120), (20, 0)], 0.3), "walnut", 7)
        own.line([(2, -150), (34, -196), (46, -230)], "walnut", 11)
        with own.moved(0, -200, turn=sway) as crown:
            bumps = [
                g.oval(-62, -40, 66, 62),
                g.oval(50, -50, 72, 66),
                g.oval(-20, -116, 74, 70),
                g.oval(24, -6, 60, 46),
            ]
            crown.solid(g.join(*bumps, g.oval(0, -56, 70, 70)), leaf, 16, 8)
            for x, y in ((-58, -64), (-16, -136), (44, -84), (-10, -50), (60, -28)):
                crown.line([(x - 13, y + 5), (x, y - 4), (x + 14, y + 4)], "grass", 5, 0.55)


def hedge(brush: Brush, span: tuple[float, float], foot: float, high: float, colour: str) -> None:
    """A clipped hedge with a soft top."""
    left, right = span
    shape = g.box(left, foot - high, right - left, high + 12, round_=26)
    brush.solid(shape, colour, 14, 6)
    for index in range(int((right - left) / 58)):
        x, y = left + 30 + index * 58, foot - high * (0.3 + 0.4 * ((index * 5) % 3) / 2)
        brush.line([(x - 9, y + 4), (x, y - 3), (x + 10, y + 4)], "grass", 4, 0.5)


def house(brush: Brush, foot: g.Point, size: tuple[float, float], colours: tuple[str, str, str]) -> None:
    """A terraced house: wall, roof, door, and two windows with curtains."""
    (x, y), (wide, high) = foot, size
    face, top, door = colours
    brush.solid(g.box(x, y - high, wide, high), face, 10)
    brush.solid(g.path((x - 14, y - high), (x + wide / 2, y - high - wide * 0.42), (x + wide + 14, y - high)), top, 10)
    brush.solid(g.box(x + wide * 0.62, y - 150, wide * 0.24, 150, round_=5), door, 6)
    brush.fill(g.oval(x + wide * 0.66, y - 74, 4, 4), "sun")
    for left, low in ((0.12, 60), (0.12, high * 0.62), (0.58, high * 0.62)):
        pane = g.box(x + wide * left, y - low - 96, wide * 0.32, 96, round_=4)
        brush.fill(g.box(x + wide * left - 7, y - low - 103, wide * 0.32 + 14, 110, round_=4), "white")
        brush.fill(pane, "#A9C7CC")
        brush.inside(pane, (g.path((x + wide * left, y - low - 96), (x + wide * (left + 0.12), y - low - 96),
                                   (x + wide * left, y - low)), "white"))  # fmt: skip


def grass_tufts(brush: Brush, spots: tuple[g.Point, ...], colour: str = "moss") -> None:
    """Blades of grass here and there."""
    for x, y in spots:
        for lean in (-7, 0, 8):
            brush.line([(x, y), (x + lean * 0.4, y - 9), (x + lean, y - 17)], colour, 3.4)


def flowers(brush: Brush, spots: tuple[g.Point, ...], colours: tuple[str, ...]) -> None:
    """Small flowers on stems."""
    for index, (x, y) in enumerate(spots):
        brush.line([(x, y), (x + 2, y - 22)], "moss", 3.4)
        for dx, dy in ((-6, -24), (6, -24), (0, -30), (0, -19)):
            brush.fill(g.oval(x + 2 + dx * 0.8, y + dy, 5, 5), colours[index % len(colours)])
        brush.fill(g.oval(x + 2, y - 24, 3.6, 3.6), "cream")
