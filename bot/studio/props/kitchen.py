"""Things of the table: mug, phone, plate, pot, bread, soup, papers."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.palette import tones
from bot.studio.props.kind import Kind, Look


def _steam(brush: Brush, look: Look, top: float) -> None:
    for index in range(3):
        x = -8 + index * 8
        drift = 3 * swing(look.now + index * 0.9, 2.6)
        rise = 4 * swing(look.now + index, 3.1)
        brush.line([(x, top - 4), (x + drift, top - 16 + rise), (x - drift, top - 30 + rise)], "white", 3.4, 0.55)


def _mug(brush: Brush, look: Look) -> None:
    colour = look.colour or "mustard"
    brush.line([(15, -32), (27, -29), (25, -14), (14, -10)], tones(colour).shade, 6)
    brush.solid(g.blob([(-18, -42), (18, -42), (16, -3), (11, 0), (-11, 0), (-16, -3)], 0.16), colour, 7, 3)
    brush.fill(g.oval(0, -41, 17, 4), "#4A2F22")
    _steam(brush, look, -44)


def _phone(brush: Brush, look: Look) -> None:
    shake = 2.2 * swing(look.now, 0.09) * look.buzz
    with brush.moved(shake, 0) as own:
        own.solid(g.box(-13, -52, 26, 52, round_=6), "black", 3)
        own.fill(g.box(-10, -46, 20, 39, round_=3), "mint" if look.buzz else "denim")
        own.fill(g.oval(0, -3.6, 2, 2), "stone")
    if look.buzz:
        for side in (-1, 1):
            for far in (24, 33):
                arc = [(side * far, -40), (side * (far + 5), -27), (side * far, -14)]
                brush.line(arc, "teal", 3.4, 0.7 * look.buzz)


def _phone_flat(brush: Brush, look: Look) -> None:
    shake = 2 * swing(look.now, 0.09) * look.buzz
    brush.solid(g.box(-32 + shake, -9, 64, 9, round_=4), "black", 3)
    brush.fill(g.box(-28 + shake, -10.5, 56, 4, round_=2), "mint" if look.buzz else "denim")
    if look.buzz:
        for side in (-1, 1):
            for far in (42, 53):
                arc = [(side * far, -24), (side * (far + 5), -12), (side * far, 0)]
                brush.line(arc, "teal", 4, 0.75 * look.buzz)


def _plate(brush: Brush, look: Look) -> None:
    brush.solid(g.blob([(-44, -10), (44, -10), (26, 0), (-26, 0)], 0.3), look.colour or "white", 4)
    brush.solid(g.blob([(-28, -10), (-26, -26), (-6, -32), (16, -30), (28, -22), (28, -10)], 0.4), "amber", 6, 3)
    brush.line([(-25, -17), (0, -19), (27, -16)], "lime", 5)


def _soup(brush: Brush, look: Look) -> None:
    brush.solid(
        g.blob([(-40, -32), (40, -32), (30, -6), (16, 0), (-16, 0), (-30, -6)], 0.35), look.colour or "sky", 7, 3
    )
    brush.fill(g.oval(0, -32, 38, 6), "amber")
    _steam(brush, look, -36)


def _thermos(brush: Brush, look: Look) -> None:
    colour = look.colour or "teal"
    brush.line([(-20, -84), (-40, -76), (-38, -36), (-20, -26)], tones(colour).shade, 8)
    brush.solid(g.path((16, -114), (40, -120), (37, -108), (18, -100)), "charcoal", 3)
    brush.solid(g.blob([(-24, -96), (24, -96), (27, -4), (20, 0), (-20, 0), (-27, -4)], 0.12), colour, 9, 5)
    brush.solid(g.blob([(-22, -96), (-14, -122), (14, -122), (22, -96)], 0.25), "charcoal", 6)
    if look.stream:
        with brush.moved(39, -116, turn=-look.tilt) as falling:
            ripple = 1.2 * swing(look.now, 0.22)
            falling.line([(0, 0), (3, 18), (3 + ripple, 46)], "#4A2F22", 5.5)


def _fruit(brush: Brush, look: Look) -> None:
    for x, y, colour in ((-26, -38, "lime"), (0, -46, "amber"), (26, -38, "sun"), (12, -36, "leaf")):
        brush.solid(g.oval(x, y, 19, 18), colour, 6, 3)
    brush.solid(g.blob([(-54, -34), (54, -34), (34, -4), (20, 0), (-20, 0), (-34, -4)], 0.3), look.colour or "ice", 8)


def _book(brush: Brush, look: Look) -> None:
    colour = look.colour or "leaf"
    brush.solid(g.blob([(-36, -48), (0, -42), (0, 0), (-36, -6)], 0.06), colour, 4)
    brush.solid(g.blob([(36, -48), (0, -42), (0, 0), (36, -6)], 0.06), colour, 4)
    brush.fill(g.path((-30, -50), (0, -44), (30, -50), (30, -46), (0, -38), (-30, -46)), "paper")


def _letter(brush: Brush, look: Look) -> None:
    brush.solid(g.box(-30, -40, 60, 40, round_=3), look.colour or "white", 4)
    brush.line([(-26, -36), (0, -17), (26, -36)], "fog", 3)


def _card(brush: Brush, look: Look) -> None:
    brush.solid(g.box(-27, -38, 54, 38, round_=4), look.colour or "paper", 4)
    brush.fill(g.oval(0, -21, 9, 9), "sun")
    brush.line([(-16, -8), (16, -8)], "leaf", 4)


def _flowers(brush: Brush, look: Look) -> None:
    for x, y, colour in (
        (-24, -112, "sun"),
        (0, -128, "rose"),
        (24, -110, "lilac"),
        (-10, -98, "rose"),
        (12, -94, "sun"),
    ):
        brush.line([(x * 0.2, -52), (x, y + 10)], "moss", 4)
        for dx, dy in ((-8, 0), (8, 0), (0, -9), (0, 8)):
            brush.fill(g.oval(x + dx, y + dy, 8, 8), tones(colour).base)
        brush.fill(g.oval(x, y, 5, 5), "cream")
    brush.solid(
        g.blob([(-20, -62), (20, -62), (24, -12), (14, 0), (-14, 0), (-24, -12)], 0.3), look.colour or "blue", 7, 3
    )


KINDS: dict[str, Kind] = {
    "mug": Kind(_mug, grip=(0, -20), shade=20, moves=True),
    "phone": Kind(_phone, grip=(0, -22), upright=False),
    "phone-flat": Kind(_phone_flat, shade=30, moves=True),
    "plate": Kind(_plate, shade=40), "soup": Kind(_soup, shade=36, moves=True),
    "thermos": Kind(_thermos, grip=(-8, -60), shade=28),
    "fruit": Kind(_fruit, shade=48), "book": Kind(_book, grip=(0, -14), shade=34),
    "letter": Kind(_letter, grip=(0, -12)), "card": Kind(_card, grip=(0, -10)),
    "flowers": Kind(_flowers, grip=(0, -30), shade=22),
}  # fmt: skip
