"""Things of work: boxes, tape, trolley, mop, towels, trays, notes."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look


def _box(brush: Brush, look: Look) -> None:
    colour = look.colour or "cardboard"
    brush.solid(g.box(-62, -96, 124, 96, round_=5), colour, 10, 4)
    brush.fill(g.box(-12, -96, 24, 96), tones(colour).light, 0.65)
    brush.fill(g.box(24, -40, 28, 26, round_=2), "paper")
    brush.line([(29, -32), (46, -32)], "stone", 3)
    brush.line([(29, -24), (41, -24)], "stone", 3)


def _open_box(brush: Brush, look: Look) -> None:
    colour = look.colour or "cardboard"
    brush.fill(g.path((-58, -84), (58, -84), (50, -98), (-50, -98)), tones(colour).shade)
    brush.solid(g.box(-62, -86, 124, 86, round_=4), colour, 10, 4)
    brush.solid(g.path((-62, -86), (-88, -112), (-74, -122), (-48, -90)), colour, 4)
    brush.solid(g.path((62, -86), (90, -110), (78, -120), (48, -90)), colour, 4)


def _stack(brush: Brush, look: Look) -> None:
    lean = 1.6 * swing(look.now, 3.3)
    with brush.moved(0, 0) as own:
        for index, (wide, high, shift) in enumerate(((150, 104, 0), (136, 96, -6), (128, 92, 8), (112, 84, -5),
                                                     (96, 76, 9), (80, 66, -4))):  # fmt: skip
            foot = -sum((104, 96, 92, 84, 76, 66)[:index])
            x = shift + lean * index * index * 0.55
            own.solid(g.box(x - wide / 2, foot - high, wide, high, round_=5), "cardboard", 12, 4)
            own.fill(g.box(x - 11, foot - high, 22, high), tones("cardboard").light, 0.6)
            own.fill(g.box(x + wide / 2 - 46, foot - 40, 30, 24, round_=2), "paper")


def _trolley(brush: Brush, look: Look) -> None:
    for x in (-78, 74):
        brush.solid(g.oval(x, -12, 12, 12), "charcoal", 4)
    brush.solid(g.box(-98, -48, 196, 26, round_=8), "blue", 6)
    for x in (-92, 84):
        brush.solid(g.box(x, -262, 10, 216, round_=5), "steel", 3)
    brush.solid(g.box(-96, -176, 192, 14, round_=5), "blue", 4)
    brush.solid(g.blob([(-84, -160), (-6, -160), (-14, -54), (-76, -54)], 0.12), "sun", 9)
    for x, colour in ((14, "seafoam"), (44, "rose"), (70, "ice")):
        brush.solid(g.box(x - 11, -232, 22, 56, round_=6), colour, 5)
        brush.solid(g.box(x - 5, -252, 16, 22, round_=4), "charcoal", 3)
    brush.solid(g.box(6, -148, 78, 20, round_=6), "white", 4)
    brush.solid(g.box(6, -126, 78, 20, round_=6), "sky", 4)
    brush.line([(-92, -262), (-118, -268)], "charcoal", 12)


def _mop(brush: Brush, look: Look) -> None:
    brush.line([(0, -330), (0, -30)], "steel", 8)
    brush.solid(g.blob([(-40, 0), (-34, -26), (-12, -36), (12, -36), (34, -26), (42, 0)], 0.3), look.colour or "ice", 7)
    for x in (-24, -8, 8, 24):
        brush.line([(x * 0.6, -26), (x, -4)], "fog", 3)


def _bucket(brush: Brush, look: Look) -> None:
    brush.line([(-40, -68), (0, -112), (40, -68)], "steel", 5)
    brush.solid(
        g.blob([(-44, -72), (44, -72), (34, -4), (26, 0), (-26, 0), (-34, -4)], 0.14), look.colour or "denim", 9, 4
    )
    brush.fill(g.oval(0, -71, 42, 8), "ice")


def _towels(brush: Brush, look: Look) -> None:
    for index, colour in enumerate(("white", "sky", "seafoam", "white", "sand")):
        wide = 104 - index * 3
        brush.solid(g.box(-wide / 2, -20 - index * 19, wide, 20, round_=9), colour, 5)


def _clipboard(brush: Brush, look: Look) -> None:
    brush.solid(g.box(-27, -72, 54, 72, round_=5), "walnut", 4)
    brush.fill(g.box(-22, -64, 44, 60, round_=2), "paper")
    brush.solid(g.box(-11, -76, 22, 11, round_=4), "steel", 3)
    for y in (-52, -41, -30, -19):
        brush.line([(-15, y), (12, y)], "stone", 3)


def _tape(brush: Brush, look: Look) -> None:
    brush.solid(g.cut(g.oval(0, -24, 24, 24), g.oval(0, -24, 11, 11)), look.colour or "amber", 6)


def _crate(brush: Brush, look: Look) -> None:
    for index, (x, colour) in enumerate(((-44, "lime"), (-16, "amber"), (14, "lime"), (44, "sun"))):
        brush.solid(g.oval(x, -62 - (index % 2) * 6, 19, 19), colour, 6)
    brush.solid(g.box(-68, -58, 136, 58, round_=5), look.colour or "leaf", 8)
    brush.fill(g.box(-26, -42, 52, 12, round_=6), tones(look.colour or "leaf").shade)


def _bag(brush: Brush, look: Look) -> None:
    brush.line([(-24, -70), (-18, -112), (18, -112), (24, -70)], tones(look.colour or "clay").shade, 7)
    brush.solid(
        g.blob([(-42, -72), (42, -72), (50, -8), (40, 0), (-40, 0), (-50, -8)], 0.14), look.colour or "clay", 9, 4
    )


def _note(brush: Brush, look: Look) -> None:
    """A note without words: a sad face and a strip of tape."""
    with brush.moved(0, 0, turn=-5) as own:
        own.solid(g.box(-40, -80, 80, 80, round_=4), "white", 5)
        own.fill(g.box(-18, -90, 36, 18), "sun", 0.85)
        for x in (-14, 14):
            own.fill(g.oval(x, -48, 5, 6), "ink")
        own.line([(-17, -20), (0, -30), (17, -20)], "ink", 5)


def _stick(brush: Brush, look: Look) -> None:
    brush.line([(0, -6), (0, -262)], "walnut", 9)
    brush.line([(1, -262), (4, -276), (-16, -284), (-30, -272)], "walnut", 9)
    brush.fill(g.box(-6, -9, 12, 9, round_=3), "black")


def _umbrella(brush: Brush, look: Look) -> None:
    colour = look.colour or "sun"
    brush.line([(0, 0), (0, -250)], "charcoal", 7)
    brush.line([(0, -4), (2, 12), (14, 12), (16, 2)], "charcoal", 7)
    dome = g.cut(g.oval(0, -216, 170, 110), g.box(-200, -216, 400, 200))
    scallops = g.join(*[g.oval(-127.5 + 85 * i, -216, 43, 17) for i in range(4)])
    shape = g.cut(dome, scallops)
    brush.solid(shape, colour, 12, 5)
    for end in (-85, 0, 85):
        brush.line([(0, -324), (end * 0.66, -276), (end, -228)], tones(colour).shade, 3)


KINDS: dict[str, Kind] = {
    "box": Kind(_box, grip=(0, -40), two=True, shade=66),
    "open-box": Kind(_open_box, grip=(0, -40), two=True, shade=66),
    "stack": Kind(_stack, shade=92, moves=True),
    "trolley": Kind(_trolley, shade=110), "mop": Kind(_mop, grip=(0, -210), shade=44),
    "bucket": Kind(_bucket, grip=(0, -108), shade=44), "towels": Kind(_towels, grip=(0, -20), two=True, shade=56),
    "clipboard": Kind(_clipboard, grip=(0, -18)), "tape": Kind(_tape, grip=(0, -24), shade=22),
    "crate": Kind(_crate, grip=(0, -30), two=True, shade=70),
    "bag": Kind(_bag, grip=(0, -108), shade=48), "note": Kind(_note, grip=(0, -40)),
    "stick": Kind(_stick, grip=(-6, -270)), "umbrella": Kind(_umbrella, grip=(0, -30)),
}  # fmt: skip
