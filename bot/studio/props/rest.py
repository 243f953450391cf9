"""Things of sitting still: cups that cool, a clock that runs, a quilt, a garden chair with shade, a gnome, a plan."""

import math

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import ease, swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look
from bot.studio.props.kitchen import KINDS as TABLE


def _cup_empty(brush: Brush, look: Look) -> None:
    colour = look.colour or "mustard"
    brush.line([(15, -32), (27, -29), (25, -14), (14, -10)], tones(colour).shade, 6)
    brush.solid(g.blob([(-18, -42), (18, -42), (16, -3), (11, 0), (-11, 0), (-16, -3)], 0.16), colour, 7, 3)
    brush.fill(g.oval(0, -41, 17, 4), tones(colour).light)


def _cup_cold(brush: Brush, look: Look) -> None:
    """Coffee that nobody drank."""
    _cup_empty(brush, look)
    brush.fill(g.oval(0, -40.6, 15, 3.4), "#4A2F22")


def _cup_cooling(brush: Brush, look: Look) -> None:
    """Steams less and less, and after three seconds no more."""
    left = 1 - ease((look.now - 0.6) / 2.4)
    _cup_cold(brush, look)
    if left < 0.02:
        return
    with brush.layer(alpha=left) as own:
        TABLE["mug"].draw(own, look)


def _clock(brush: Brush, look: Look, gone: float = 0) -> None:
    """A clock on legs at ten; `gone` degrees of the long hand later."""
    for x in (-24, 24):
        brush.line([(x, -14), (x * 1.2, 0)], "walnut", 8)
    brush.solid(g.oval(0, -54, 50, 50), look.colour or "teal", 7, 4)
    brush.fill(g.oval(0, -54, 41, 41), "white")
    for hour in range(12):
        angle = hour * math.tau / 12
        size = 3.2 if hour % 3 == 0 else 1.8
        brush.fill(g.oval(math.sin(angle) * 34, -54 - math.cos(angle) * 34, size, size), "ink")
    for length, thick, degrees in ((19, 6, 302 + gone / 12), (30, 4, gone)):
        angle = math.radians(degrees)
        brush.line([(0, -54), (math.sin(angle) * length, -54 - math.cos(angle) * length)], "ink", thick)
    brush.fill(g.oval(0, -54, 4.4, 4.4), "clay")


def _clock_running(brush: Brush, look: Look) -> None:
    """Twenty minutes pass in a few seconds."""
    _clock(brush, look, 120 * ease((look.now - 0.5) / 3.2))


def _clock_later(brush: Brush, look: Look) -> None:
    _clock(brush, look, 120)


def _return_box(brush: Brush, look: Look) -> None:
    """A box that is almost shut, with an arrow that points back to where it came from."""
    colour = look.colour or "cardboard"
    brush.fill(g.path((-116, -150), (116, -150), (96, -172), (-96, -172)), tones(colour).shade)
    brush.solid(g.box(-122, -156, 244, 156, round_=5), colour, 14, 5)
    brush.fill(g.box(-22, -156, 44, 156), tones("sand").light, 0.8)
    brush.line([(46, -36), (70, -76), (40, -112), (-26, -112), (-60, -104)], "walnut", 15)
    brush.fill(g.path((-96, -100), (-48, -134), (-46, -72)), "walnut")
    brush.fill(g.box(-108, -44, 62, 32, round_=3), "paper")
    for y in (-34, -24):
        brush.line([(-100, y), (-62, y)], "stone", 4)


def _box_lid(brush: Brush, look: Look) -> None:
    """The flaps of that box, pressed down as far as what sticks out allows, with tape over them."""
    colour = look.colour or "cardboard"
    brush.solid(g.path((-122, -154), (-148, -206), (-18, -190), (4, -156)), colour, 9, 4)
    brush.solid(g.path((122, -154), (150, -200), (40, -186), (22, -156)), colour, 9, 4)
    brush.fill(g.path((-60, -196), (-44, -194), (60, -140), (46, -128)), "sun", 0.75)


def _quilt(brush: Brush, look: Look) -> None:
    """A blanket over somebody who lies on a sofa; it rises and falls with the breath."""
    rise = 3 * swing(look.now, 3.6)
    shape = g.blob([(-262, -196 - rise), (-250, -246 - rise), (-206, -262 - rise), (-110, -252 - rise),
                    (-30, -238 - rise), (80, -254), (200, -246), (262, -216), (274, -150), (262, -96),
                    (60, -88), (-160, -94), (-250, -130)], 0.42)  # fmt: skip
    brush.solid(shape, look.colour or "mustard", 13, 5)
    for share in range(5):
        x = -110 + share * 80
        fold = [(x + 26, -300 + share * 14), (x + 8, -180), (x - 6, -84)]
        brush.canvas.save()
        brush.canvas.clipPath(shape, doAntiAlias=True)
        brush.line(fold, "amber", 16, 0.55)
        brush.canvas.restore()


def _low_chair(brush: Brush, look: Look) -> None:
    """A very small folding chair from the side, seat at 86; who sits there looks to the right."""
    colour = look.colour or "brick"
    for one, other in (((-44, -86), (44, 0)), ((44, -86), (-44, 0))):
        brush.line([one, g.between(one, other, 0.5), other], "steel", 9)
    brush.line([(-50, -84), (-62, -150), (-70, -206)], "steel", 9)
    brush.solid(g.blob([(-66, -210), (-78, -206), (-68, -128), (-54, -132)], 0.2), colour, 5, 2)
    brush.solid(g.box(-56, -96, 112, 16, round_=7), colour, 5, 3)


def _sunshade(brush: Brush, look: Look) -> None:
    """A garden sunshade on a foot, its pole at the origin."""
    sway = 0.6 * swing(look.now, 4.2)
    brush.solid(g.box(-50, -18, 100, 18, round_=8), "stone", 4)
    with brush.moved(0, -10, turn=sway) as own:
        own.solid(g.box(-6, -700, 12, 700, round_=5), "white", 4)
        dome = g.cut(g.oval(0, -600, 330, 150), g.box(-400, -600, 800, 300))
        own.solid(dome, "sun", 14, 6)
        for left, right in ((-210, -80), (80, 210)):
            wedge = g.path((0, -752), (left, -600), (right, -600))
            own.inside(dome, (wedge, "paper"))
        for index in range(6):
            x = -275 + index * 110
            hem = g.cut(g.oval(x, -602, 55, 24), g.box(x - 60, -640, 120, 38))
            own.solid(hem, "paper" if index in (1, 4) else "sun", 4)
        own.fill(g.oval(0, -752, 9, 10), "white")


def _gnome(brush: Brush, look: Look) -> None:
    brush.solid(g.blob([(-32, -6), (-34, -58), (-20, -80), (22, -80), (36, -58), (34, -6), (0, 0)], 0.4), "blue", 7)
    for x in (-16, 18):
        brush.solid(g.oval(x, -6, 19, 10), "walnut", 4)
    brush.fill(g.box(-33, -42, 67, 9), "walnut")
    brush.solid(g.oval(2, -92, 23, 21), "skin-fair", 5)
    brush.solid(g.blob([(-24, -90), (0, -78), (28, -90), (20, -54), (2, -36), (-16, -54)], 0.4), "white", 6)
    brush.solid(g.oval(4, -89, 7, 6), "skin-fair", 2)
    brush.solid(g.blob([(-30, -100), (0, -112), (34, -100), (16, -142), (-2, -174), (-16, -140)], 0.3), "brick", 7, 3)
    for x in (-7, 13):
        brush.fill(g.oval(x, -99, 2.8, 3.4), "ink")
    brush.line([(36, -52), (50, -66), (50, -78)], "blue", 13)
    brush.fill(g.oval(50, -80, 8, 8), "skin-fair")


def _gnome_wet(brush: Brush, look: Look) -> None:
    """The gnome in a puddle, with drops that run off its beard."""
    brush.fill(g.oval(4, 2, 84, 13), "blue", 0.6)
    _gnome(brush, look)
    for index, (x, top) in enumerate(((-34, -74), (-12, -52), (12, -44), (38, -70), (24, -104), (-22, -112))):
        fall = (look.now * 0.9 + index * 0.27) % 1.0
        brush.fill(g.oval(x, top + fall * 66, 3.6, 5.8), "ice", 0.95 - 0.5 * fall)
    for side in (-1, 1):
        brush.fill(g.oval(4 + side * (30 + 24 * ((look.now + side) % 1.0)), 3, 8, 2.4), "ice", 0.8)


def _plan(brush: Brush, look: Look) -> None:
    """A sheet of paper that is full to the edge: everything has been arranged."""
    brush.solid(g.box(-52, -140, 104, 142, round_=4), look.colour or "paper", 5)
    brush.fill(g.box(-42, -130, 84, 14, round_=4), "leaf")
    for row in range(6):
        y = -106 + row * 18
        brush.solid(g.box(-42, y, 12, 12, round_=3), "sun" if row % 2 else "mint", 2)
        brush.line([(-22, y + 6), (8 + (row * 17) % 22, y + 6), (14 + (row * 17) % 26, y + 6)], "stone", 4)


def _cushion(brush: Brush, look: Look) -> None:
    shape = g.blob([(-60, -6), (-52, -30), (0, -38), (52, -30), (60, -6), (0, 2)], 0.45)
    brush.solid(shape, look.colour or "rose", 7, 4)


KINDS: dict[str, Kind] = {
    "cup-empty": Kind(_cup_empty, grip=(0, -20), shade=20), "cup-cold": Kind(_cup_cold, grip=(0, -20), shade=20),
    "cup-cooling": Kind(_cup_cooling, grip=(0, -20), shade=20, moves=True),
    "table-clock": Kind(_clock, shade=44), "table-clock-running": Kind(_clock_running, shade=44, moves=True),
    "table-clock-later": Kind(_clock_later, shade=44), "return-box": Kind(_return_box, shade=126),
    "return-lid": Kind(_box_lid), "quilt": Kind(_quilt, moves=True),
    "low-chair": Kind(_low_chair, shade=60), "sunshade": Kind(_sunshade, shade=60, moves=True),
    "gnome": Kind(_gnome, shade=40), "gnome-wet": Kind(_gnome_wet, moves=True),
    "plan-sheet": Kind(_plan, grip=(0, -8)), "cushion": Kind(_cushion, shade=54),
}  # fmt: skip
