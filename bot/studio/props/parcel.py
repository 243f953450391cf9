"""The new chair and its huge box: standing, lying, as a seat with a dog in it, and all that comes out of it."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import ease, swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look

PRINT = "walnut"
CHAIR = "mustard"


def _chair_print(brush: Brush, size: float) -> None:
    """The chair as it is printed on the box."""
    with brush.moved(0, 0, scale=size) as own:
        own.fill(g.box(-52, -128, 104, 96, round_=26), PRINT, 0.85)
        own.fill(g.box(-76, -82, 38, 74, round_=16), PRINT)
        own.fill(g.box(38, -82, 38, 74, round_=16), PRINT)
        own.fill(g.box(-44, -52, 88, 40, round_=12), PRINT)
        own.line([(-60, -8), (-64, 10)], PRINT, 9)
        own.line([(60, -8), (64, 10)], PRINT, 9)


def _up_signs(brush: Brush) -> None:
    """Two arrows: this side up."""
    for x in (-22, 22):
        brush.line([(x, 0), (x, -46)], PRINT, 8)
        brush.line([(x - 13, -33), (x, -48), (x + 13, -33)], PRINT, 8)
    brush.line([(-38, 12), (38, 12)], PRINT, 7)


def _tall(brush: Brush, look: Look) -> None:
    brush.fill(g.path((146, -590), (190, -566), (190, -10), (146, 0)), tones("cardboard").shade)
    brush.fill(g.path((-146, -590), (-104, -612), (190, -566), (146, -590)), tones("sand").base)
    brush.solid(g.box(-146, -590, 292, 590, round_=6), "cardboard", 14, 5)
    brush.fill(g.box(-26, -590, 52, 590), tones("cardboard").light, 0.55)
    brush.fill(g.box(-146, -382, 292, 8), tones("cardboard").shade, 0.4)
    with brush.moved(0, -150) as own:
        _chair_print(own, 1.35)
    with brush.moved(-84, -440) as own:
        _up_signs(own)
    brush.solid(g.box(46, -520, 80, 62, round_=4), "paper", 4)
    for y in (-502, -488, -474):
        brush.line([(58, y), (112 if y < -480 else 94, y)], "stone", 4)


def _flat(brush: Brush, look: Look) -> None:
    brush.fill(g.path((-300, -150), (-272, -172), (272, -172), (300, -150)), tones("cardboard").light)
    brush.solid(g.box(-300, -152, 600, 152, round_=6), "cardboard", 12, 4)
    brush.fill(g.box(-300, -92, 600, 34), tones("cardboard").light, 0.5)
    with brush.moved(86, -64, turn=-90) as own:
        _chair_print(own, 0.8)
    with brush.moved(-200, -76, turn=-90) as own:
        _up_signs(own)


def _den(brush: Brush, look: Look) -> None:
    """Half of the box, open at one side: a seat for one and a house for a dog."""
    brush.fill(g.path((-128, -150), (-104, -170), (116, -170), (136, -150)), tones("cardboard").light)
    brush.solid(g.box(-128, -152, 264, 152, round_=5), "cardboard", 12, 4)
    with brush.moved(82, -34) as own:
        _chair_print(own, 0.5)


def _den_open(brush: Brush, look: Look) -> None:
    _den(brush, look)
    brush.fill(g.box(-112, -128, 138, 124, round_=8), "#4B3526")
    brush.solid(g.path((-112, -128), (-112, -4), (-150, 10), (-152, -116)), "cardboard", 5)
    brush.fill(g.path((26, -128), (46, -116), (46, 8), (26, -4)), tones("cardboard").light)


def _chair(brush: Brush, look: Look) -> None:
    colour = look.colour or CHAIR
    for leg in (-84, 76):
        brush.solid(g.path((leg - 9, -36), (leg + 9, -36), (leg + 5, 0), (leg - 5, 0)), "walnut", 3)
    brush.solid(g.blob([(-112, -80), (-132, -300), (-100, -352), (-40, -342), (-18, -120)], 0.4), colour, 12, 5)
    brush.line([(-84, -312), (-72, -230), (-66, -170)], tones(colour).shade, 3)
    brush.solid(g.box(-106, -160, 206, 130, round_=24), colour, 12)
    brush.solid(g.box(-74, -184, 186, 48, round_=20), colour, 8, 4)


def _chair_arm(brush: Brush, look: Look) -> None:
    colour = look.colour or CHAIR
    brush.solid(g.blob([(-118, -238), (34, -238), (52, -218), (46, -40), (30, -28), (-98, -28), (-116, -44)], 0.2),
                colour, 10, 5)  # fmt: skip


def _chair_tipped(brush: Brush, look: Look) -> None:
    """The chair on its back, while its legs are put on: they point to the right."""
    with brush.moved(0, -132, turn=-90) as own:
        for leg in (-84, 76):
            own.solid(g.path((leg - 10, -36), (leg + 10, -36), (leg + 6, 26), (leg - 6, 26)), "walnut", 3)
        _chair(own, look)
        _chair_arm(own, look)


def _pouf(brush: Brush, look: Look) -> None:
    colour = look.colour or CHAIR
    for leg in (-46, 46):
        brush.solid(g.path((leg - 8, -24), (leg + 8, -24), (leg + 5, 0), (leg - 5, 0)), "walnut", 3)
    brush.solid(g.box(-66, -72, 132, 56, round_=18), colour, 10)
    brush.solid(g.box(-72, -90, 144, 34, round_=16), colour, 7, 4)


def _drill(brush: Brush, look: Look) -> None:
    turn = swing(look.now, 0.09) if look.stream else 0.0
    brush.line([(44, -40), (78, -40)], "steel", 6)
    brush.line([(62, -43 + 3 * turn), (70, -37 - 3 * turn)], "charcoal", 2.4)
    brush.solid(g.blob([(-12, -30), (14, -30), (8, 14), (-18, 14)], 0.14), "charcoal", 5)
    brush.solid(g.box(-26, 8, 42, 18, round_=5), "black", 4)
    brush.solid(g.blob([(-34, -58), (28, -58), (36, -48), (34, -30), (-30, -26), (-38, -40)], 0.24), "leaf", 6, 3)
    brush.solid(g.path((34, -52), (50, -46), (50, -34), (34, -30)), "charcoal", 3)


def _manual(brush: Brush, look: Look) -> None:
    """The sheet that tells how the chair goes together: pictures only."""
    brush.solid(g.box(-48, -112, 96, 112, round_=3), "white", 4)
    for x, y in ((-24, -70), (24, -70), (-24, -18), (24, -18)):
        with brush.moved(x, y) as own:
            _chair_print(own, 0.24)
    brush.line([(0, -104), (0, -8)], "fog", 2.5)
    brush.line([(-42, -56), (42, -56)], "fog", 2.5)


def _spoon(brush: Brush, look: Look) -> None:
    brush.line([(0, 6), (2, -30)], "steel", 5)
    brush.solid(g.oval(3, -38, 8, 11), "steel", 3)


def _thought(brush: Brush, look: Look) -> None:
    """A thought of the box at home: small at first, full after two seconds."""
    grown = 0.16 + 0.84 * ease((look.now - 1.6) / 0.6)
    for x, y, size in ((0, 0, 9), (20, -28, 14)):
        brush.fill(g.oval(x, y, size, size), "paper", 0.96)
    with brush.moved(84, -128, scale=grown) as cloud:
        puffs = [g.oval(-60, 6, 52, 48), g.oval(-30, -48, 56, 50), g.oval(34, -50, 58, 52), g.oval(66, 8, 50, 48),
                 g.oval(6, 38, 72, 46)]  # fmt: skip
        cloud.fill(g.join(*puffs, g.oval(0, 0, 76, 66)), "paper", 0.96)
        with cloud.moved(-4, 66, scale=0.2) as box:
            _tall(box, look)


def _wrapping(brush: Brush, look: Look) -> None:
    """A heap of packing paper."""
    brush.solid(g.blob([(-66, -6), (-58, -40), (-30, -34), (-14, -62), (10, -40), (34, -54), (48, -24), (70, -8),
                        (40, 0), (-44, 0)], 0.2), look.colour or "sand", 8, 4)  # fmt: skip
    brush.line([(-34, -30), (-20, -12)], tones("sand").shade, 3)
    brush.line([(10, -36), (20, -14)], tones("sand").shade, 3)


KINDS: dict[str, Kind] = {
    "chair-box": Kind(_tall, shade=190), "chair-box-flat": Kind(_flat, shade=310),
    "den": Kind(_den, shade=146), "den-open": Kind(_den_open, shade=146),
    "new-chair": Kind(_chair, shade=128), "new-chair-arm": Kind(_chair_arm),
    "new-chair-tipped": Kind(_chair_tipped), "pouf": Kind(_pouf, shade=76),
    "drill": Kind(_drill, grip=(-2, -8)), "manual": Kind(_manual, grip=(0, -16), upright=True),
    "spoon": Kind(_spoon, grip=(0, 0)), "thought-box": Kind(_thought, moves=True),
    "wrapping": Kind(_wrapping, shade=70),
}  # fmt: skip
