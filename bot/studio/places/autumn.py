"""Trees in autumn: small ones far away, and one that is so large that its crown hangs over everything."""

from bot.studio import geometry as g
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.easing import seed, swing
from bot.studio.leaves import leaf, tint
from bot.studio.palette import tones

CROWN = ((-300, 40, 190, 150), (-150, 130, 180, 130), (60, 150, 200, 130), (270, 90, 190, 150), (-220, -120, 210, 180),
         (20, -60, 260, 200), (250, -110, 220, 190), (-60, -290, 280, 200), (180, -270, 230, 180))  # fmt: skip
"""The bumps of the large crown around its own middle."""
LIMBS = (
    (((-24, -420), (-120, -560), (-230, -650)), (40, 26, 14)),
    (((24, -420), (150, -580), (250, -680)), (40, 26, 14)),
    (((0, -400), (10, -560), (-10, -720)), (52, 34, 18)),
)
"""The limbs of the large tree, from its foot: joints and how thick they are there."""
BARK = ((-24, -60, 70), (10, -110, 90), (-30, -230, 80), (22, -270, 100), (-8, -370, 70), (30, -40, 40))
"""Grooves in the bark: their foot and how high they are."""
TUFTS = 24
"""How many leaves of each bump can be told apart."""


def small_tree(brush: Brush, foot: g.Point, size: float, *, colour: str, air: Air) -> None:
    """A round tree at a distance, that moves more when the wind blows."""
    windy = air.weather == "wind"
    sway = (3.2 if windy else 1.0) * swing(air.now + foot[0], 1.7 if windy else 5.2)
    tone = tones(colour)
    with brush.moved(*foot, scale=size) as own:
        own.solid(g.blob([(-15, 0), (-10, -110), (-8, -220), (9, -220), (12, -110), (18, 0)], 0.3), "walnut", 7)
        with own.moved(0, -190, turn=sway) as crown:
            bumps = ((-58, -40, 62, 58), (48, -48, 66, 60), (-10, -112, 72, 66), (0, -40, 80, 70))
            crown.solid(g.join(*(g.oval(*bump) for bump in bumps)), colour, 16, 8)
            for x, y in ((-58, -64), (-16, -130), (40, -84), (-10, -46), (60, -28), (12, -100)):
                crown.line([(x - 13, y + 5), (x, y - 4), (x + 14, y + 4)], tone.light, 5, 0.7)


def large_trunk(brush: Brush, foot: g.Point) -> None:
    """The trunk of the large tree: roots, bark, three limbs, and a nail for whoever wants to hang up a bag."""
    with brush.moved(*foot) as own:
        own.fill(g.oval(0, 4, 130, 16), "#16303A", 0.2)
        limbs = [g.chain(joints, radii) for joints, radii in LIMBS]
        bark = g.blob([(-92, 6), (-58, -40), (-50, -160), (-52, -320), (-64, -450), (62, -450), (52, -320), (50, -160),
                       (62, -44), (104, 6), (30, 10), (-30, 12)], 0.4)  # fmt: skip
        own.solid(g.join(bark, *limbs), "walnut", 20, 7)
        for x, y, high in BARK:
            own.line([(x, y), (x + 4, y - high / 2), (x, y - high)], "#16303A", 4, 0.2)
        own.solid(g.oval(14, -206, 15, 22), "#5E4030", 5)
        own.line([(-50, -268), (-62, -272), (-66, -278)], "charcoal", 6)


def large_crown(brush: Brush, middle: g.Point, air: Air) -> None:
    """A crown full of yellow leaves; without wind only a few of them stir."""
    windy = air.weather == "wind"
    sway = 0.8 * swing(air.now, 2.2) if windy else 0.0
    with brush.moved(*middle, turn=sway) as own:
        whole = g.join(*(g.oval(*bump) for bump in CROWN))
        own.solid(whole, "#D4962E", 26, 10)
        for x, y, across, down in CROWN:
            own.inside(whole, (g.oval(x - 14, y - 18, across * 0.86, down * 0.8), "#DFA838"))
        for x, y, across, down in CROWN:
            own.inside(whole, (g.oval(x - 40, y - 44, across * 0.5, down * 0.42), "#EAB94C"))
        for bump in range(len(CROWN)):
            _tufts(own, bump, air.now, windy)


def _tufts(brush: Brush, bump: int, now: float, windy: bool) -> None:
    """Leaves that can be told apart, spread as the seeds of a sunflower; the outermost hang over the edge."""
    x, y, across, down = CROWN[bump]
    for index in range(TUFTS):
        own = f"crown {bump} {index}"
        place = g.polar((0, 0), (index / TUFTS) ** 0.5, 2.39996 * index + bump)
        stirs = index % 8 == 3
        flutter = 14 * swing(now + 9 * seed(own), 0.9 if windy else 2.4) if stirs else 0.0
        spot = (x + place[0] * across, y + place[1] * down)
        leaf(brush, spot, 360 * seed(own) + flutter, colour=tint(own), size=0.8 + 0.4 * seed(f"{own} size"))
