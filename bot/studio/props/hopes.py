"""What people expect of the same day: a thought of one small plate, and a thought of a whole party."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look


def _cloud(brush: Brush, now: float, size: tuple[float, float], puffs: tuple[tuple[float, float, float], ...]) -> None:
    """A thought cloud above the origin, with two small puffs on their way down to a head."""
    wide, high = size
    sway = 3 * swing(now, 4.2)
    shapes = [g.oval(x * wide, -high * 0.55 + y * high + sway, r * wide, r * wide * 0.82) for x, y, r in puffs]
    cloud = g.join(g.oval(0, -high * 0.55 + sway, wide * 0.42, high * 0.4), *shapes)
    small = [g.oval(4, 26, 11, 9), g.oval(-6, 0, 17, 14)]
    with brush.moved(5, 9) as shade:
        shade.fill(cloud, "#16303A", 0.12)
    for shape in (cloud, *small):
        brush.solid(shape, "white", 6)


ROUND = ((-0.34, 0.02, 0.2), (0.34, 0.0, 0.2), (-0.18, -0.26, 0.22), (0.16, -0.28, 0.23), (-0.2, 0.26, 0.2),
         (0.2, 0.27, 0.2))  # fmt: skip
"""Puffs around a cloud, in shares of its width and height."""


def _bread_roll(brush: Brush, at: g.Point, turn: float) -> None:
    with brush.moved(*at, turn=turn) as own:
        own.solid(g.blob([(-34, 2), (-32, -10), (0, -14), (32, -10), (34, 2)], 0.3), "amber", 5)
        own.line([(-32, -12), (-10, -17), (12, -12), (32, -15)], "lime", 7)
        own.fill(g.box(-30, -23, 60, 8, round_=4), "#E7C24F")
        own.solid(g.blob([(-34, -20), (-28, -40), (0, -48), (28, -40), (34, -20)], 0.4), "amber", 6, 3)


def _small_plate(brush: Brush, look: Look) -> None:
    """Two rolls on one plate: more is not needed."""
    _cloud(brush, look.now, (280, 210), ROUND)
    with brush.moved(0, -92 + 3 * swing(look.now, 4.2)) as own:
        own.solid(g.blob([(-86, -8), (86, -8), (54, 10), (-54, 10)], 0.3), "sky", 5, 3)
        _bread_roll(own, (-36, -8), -2)
        _bread_roll(own, (36, -8), 3)


def _tower(brush: Brush, at: g.Point, size: float, plates: int) -> None:
    with brush.moved(*at, scale=size) as own:
        for index in range(plates):
            y, half = -index * 26.0, 46 - index * 5.0
            own.line([(0, y), (0, y - 20)], "steel", 6)
            own.solid(g.blob([(-half, y - 6), (half, y - 6), (half * 0.6, y + 3), (-half * 0.6, y + 3)], 0.3), "ice", 3)
            for step in range(-1, 2):
                own.solid(g.oval(step * half * 0.55, y - 13, 11, 9), ("amber", "rose", "lime")[(step + index) % 3], 3)


def _balloon(brush: Brush, at: g.Point, foot: g.Point, colour: str, now: float) -> None:
    x, y = at[0] + 3 * swing(now + at[0], 3.1), at[1] + 3 * swing(now + at[0], 2.3)
    brush.line([(x, y + 36), ((x + foot[0]) / 2 + 6, (y + foot[1]) / 2 + 16), foot], "stone", 2.6)
    round_ = [(x, y - 38), (x + 29, y - 12), (x + 19, y + 20), (x, y + 36), (x - 19, y + 20), (x - 29, y - 12)]
    brush.solid(g.blob(round_), colour, 7, 3)
    brush.fill(g.oval(x - 10, y - 16, 5, 8), tones(colour).light)


def _party(brush: Brush, look: Look) -> None:
    """A long table with towers of plates, and balloons."""
    _cloud(brush, look.now, (470, 330), ROUND)
    with brush.moved(0, -118 + 3 * swing(look.now, 4.2)) as own:
        for at, foot, colour in (((-150, -150), (-124, -44), "brick"), ((-104, -176), (-118, -44), "sun"),
                                 ((112, -178), (124, -44), "leaf"), ((158, -148), (130, -44), "rose"),
                                 ((4, -190), (4, -100), "blue")):  # fmt: skip
            _balloon(own, at, foot, colour, look.now)
        own.solid(g.box(-172, -26, 344, 84, round_=6), "cream", 8, 4)
        for index in range(8):
            x = -160 + index * 41
            own.fill(g.path((x, 12), (x + 15, 26), (x + 30, 12), (x + 15, -2)), "rose", 0.8)
        own.solid(g.box(-182, -38, 364, 18, round_=8), "white", 4)
        for x, size, plates in ((-128, 0.82, 4), (-58, 1.0, 3), (8, 0.92, 4), (74, 0.96, 3), (132, 0.8, 4)):
            _tower(own, (x, -42), size, plates)


KINDS: dict[str, Kind] = {"thought-rolls": Kind(_small_plate, moves=True), "thought-party": Kind(_party, moves=True)}
