"""More of a home: a back door, a coffee pot with cups, crisps, a tv, a coat over an arm, a book, a garden bench."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look


def _door(brush: Brush, look: Look) -> None:
    """A back door with a pane of glass, shut; its handle is at the right."""
    brush.solid(g.box(-134, -574, 268, 574, round_=6), "white", 7)
    brush.solid(g.box(-114, -556, 228, 552, round_=4), look.colour or "leaf", 11)
    brush.fade(g.box(-84, -520, 168, 226, round_=8), ("#DDF0EE", "#FBEBC0"), (-520, -294))
    brush.line([(0, -518), (0, -296)], look.colour or "leaf", 9)
    brush.line([(-82, -408), (82, -408)], look.colour or "leaf", 9)
    brush.fill(g.box(-84, -250, 168, 210, round_=8), tones(look.colour or "leaf").shade, 0.6)
    brush.line([(88, -272), (66, -272)], "steel", 10)
    brush.solid(g.oval(90, -272, 11, 15), "steel", 3)


def _coffee_pot(brush: Brush, look: Look) -> None:
    brush.line([(-40, -112), (-72, -100), (-70, -44), (-38, -30)], tones("teal").shade, 11)
    brush.solid(g.path((36, -108), (68, -102), (62, -86), (34, -74)), "teal", 5)
    brush.solid(g.blob([(-34, -120), (34, -120), (46, -8), (36, 0), (-36, 0), (-46, -8)], 0.14), "teal", 11, 5)
    brush.solid(g.blob([(-34, -118), (-16, -138), (16, -138), (34, -118)], 0.3), "charcoal", 5)
    brush.fill(g.oval(0, -142, 8, 6), "charcoal")
    brush.fill(g.oval(0, -58, 16, 16), "sun")


def _stream(brush: Brush, look: Look) -> None:
    """Coffee that falls straight down into what stands under it."""
    brush.line([(0, -64), (1, -30), (0, 0)], "#4A2F22", 6)


def _cup(brush: Brush, look: Look) -> None:
    colour = look.colour or "sky"
    brush.line([(19, -32), (32, -29), (30, -14), (17, -10)], tones(colour).shade, 6)
    brush.solid(g.blob([(-23, -40), (23, -40), (18, -4), (11, 0), (-11, 0), (-18, -4)], 0.2), colour, 7, 3)
    brush.fill(g.oval(0, -39, 21, 4.5), tones(colour).shade)
    brush.solid(g.blob([(-34, -4), (34, -4), (22, 3), (-22, 3)], 0.3), "white", 3)


def _full_cup(brush: Brush, look: Look) -> None:
    _cup(brush, look)
    brush.fill(g.oval(0, -39, 20, 4.5), "#4A2F22")
    for index in (0, 1):
        x = -6 + index * 12
        drift = 3 * swing(look.now + index, 2.6)
        brush.line([(x, -48), (x + drift, -60), (x - drift, -74)], "white", 3.4, 0.6)


def _crisps(brush: Brush, look: Look) -> None:
    for x, y, turn in ((-30, -38, 20), (-6, -46, -30), (20, -42, 50), (34, -36, 0), (-16, -36, 70)):
        with brush.moved(x, y, turn=turn) as own:
            own.solid(g.oval(0, 0, 16, 10), "sun", 3)
    brush.solid(g.blob([(-52, -34), (52, -34), (38, -6), (22, 0), (-22, 0), (-38, -6)], 0.35), "brick", 8, 3)


def _tv(brush: Brush, look: Look) -> None:
    """A tv on a low cupboard, seen from behind and aside: its light falls on who watches."""
    brush.solid(g.box(-120, -110, 240, 104, round_=8), "wood", 8, 3)
    for x in (-104, 92):
        brush.solid(g.box(x, -10, 14, 12), "walnut", 2)
    brush.soft(g.oval(-150, -230, 130, 110), "#BFE4F2", 0.34, 70)
    brush.solid(g.box(-20, -128, 70, 20, round_=6), "charcoal", 4)
    brush.solid(g.path((-104, -312), (104, -290), (104, -120), (-104, -132)), "charcoal", 7)
    brush.fill(g.path((-104, -312), (-90, -310), (-90, -134), (-104, -132)), "#D8F1F8")


def _draped_coat(brush: Brush, look: Look) -> None:
    """A coat that hangs over the lower arm."""
    colour = look.colour or "brick"
    shape = g.blob([(-46, -14), (0, -24), (46, -12), (54, 60), (44, 150), (8, 160), (2, 128), (-10, 158), (-44, 144),
                    (-54, 58)], 0.24)  # fmt: skip
    brush.solid(shape, colour, 11, 5)
    brush.line([(2, -14), (6, 60), (2, 126)], tones(colour).shade, 3)
    for y in (20, 54, 88):
        brush.fill(g.oval(-10, y, 4.5, 4.5), "cream")


def _shut_book(brush: Brush, look: Look) -> None:
    """A shut book, under an arm."""
    with brush.moved(0, 0, turn=8) as own:
        own.solid(g.box(-22, -68, 62, 92, round_=5), look.colour or "plum", 5)
        own.fill(g.box(34, -62, 8, 80), "cream")
        own.fill(g.box(-8, -46, 30, 9, round_=4), "sun")


def _bench(brush: Brush, look: Look) -> None:
    for x in (-262, 248):
        brush.solid(g.box(x, -196, 14, 196, round_=4), "charcoal", 3)
    for y in (-352, -310, -268, -226):
        brush.solid(g.box(-296, y, 592, 28, round_=8), "teal", 5, 3)
    for x in (-262, 248):
        brush.solid(g.box(x, -358, 14, 190, round_=4), "charcoal", 3)
    brush.solid(g.box(-306, -180, 612, 24, round_=9), "teal", 6, 3)


def _heavy_bag(brush: Brush, look: Look) -> None:
    """A big full bag with two long handles, for two."""
    for side in (-1, 1):
        brush.line([(side * 58, -148), (side * 84, -196), (side * 108, -226)], "denim", 11)
        brush.line([(side * 28, -148), (side * 66, -190), (side * 108, -226)], "denim", 11)
    for x, y, colour in ((-44, -166, "lime"), (-6, -178, "amber"), (36, -168, "grass")):
        brush.solid(g.oval(x, y, 30, 28), colour, 7)
    brush.line([(56, -160), (76, -214)], "amber", 17)
    brush.solid(g.blob([(-86, -152), (86, -152), (98, -24), (80, 0), (-80, 0), (-98, -24)], 0.16), "blue", 12, 5)
    brush.fill(g.box(-80, -104, 160, 18, round_=6), "white", 0.6)


def _note_in_pocket(brush: Brush, look: Look) -> None:
    """The corner of a folded paper that sticks out of a breast pocket."""
    brush.solid(g.path((-14, 0), (-17, -30), (9, -36), (14, -2)), "white", 3)
    brush.line([(-9, -12), (6, -15)], "stone", 3)
    brush.line([(-10, -21), (4, -24)], "stone", 3)


KINDS: dict[str, Kind] = {
    "back-door": Kind(_door), "coffee-pot": Kind(_coffee_pot, grip=(-70, -72), shade=46),
    "coffee-stream": Kind(_stream, moves=True),
    "cup": Kind(_cup, shade=34), "cup-full": Kind(_full_cup, shade=34, moves=True),
    "crisps": Kind(_crisps, grip=(0, -16), two=True), "tv": Kind(_tv, shade=130),
    "coat-over-arm": Kind(_draped_coat, grip=(0, 0)), "shut-book": Kind(_shut_book, grip=(8, -20)),
    "garden-bench": Kind(_bench, shade=300), "heavy-bag": Kind(_heavy_bag, shade=100),
    "pocket-note": Kind(_note_in_pocket),
}  # fmt: skip
