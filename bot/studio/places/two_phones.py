"""A packing table from close by with two phones in working hands: a message that never ends, and a clear one."""

from bot.studio import geometry as g
from bot.studio.acting.state import Place
from bot.studio.air import Air
from bot.studio.brush import Brush
from bot.studio.palette import tones
from bot.studio.places.parts import LEFT, RIGHT, Piece, Setting

WIDE, HIGH = 216.0, 400.0


def _table(brush: Brush, air: Air) -> None:
    brush.fade(g.box(LEFT, -400, RIGHT - LEFT, 2000), ("#D9B888", "#C39E6C"), (0, 1000))
    for y in (60, 250, 470, 700, 900, 1080):
        brush.line([(LEFT, y), (340, y + 8), (RIGHT, y)], "#B08A5A", 5, 0.5)
    brush.solid(g.box(-340, -140, 350, 330, round_=8), "cardboard", 14, 5)
    brush.fill(g.box(-190, -140, 44, 330), tones("cardboard").light, 0.6)
    brush.fill(g.box(-90, 90, 78, 62, round_=3), "paper")
    brush.line([(-78, 112), (-30, 112)], "stone", 6)
    brush.line([(-78, 130), (-44, 130)], "stone", 6)
    with brush.moved(790, 210, turn=18) as own:
        own.solid(g.cut(g.oval(0, 0, 84, 84), g.oval(0, 0, 40, 40)), "amber", 12, 5)
    with brush.moved(366, 900, turn=-12) as own:
        own.solid(g.box(-90, -16, 150, 32, round_=10), "teal", 6)
        own.fill(g.path((60, -9), (104, 2), (60, 9)), "steel")


def _phone(brush: Brush) -> None:
    brush.fill(g.box(-WIDE / 2 + 14, -HIGH / 2 + 18, WIDE, HIGH, round_=34), "#16303A", 0.2)
    brush.solid(g.box(-WIDE / 2, -HIGH / 2, WIDE, HIGH, round_=34), "black", 7, 3)
    brush.fill(g.box(-WIDE / 2 + 13, -HIGH / 2 + 15, WIDE - 26, HIGH - 30, round_=22), "paper")


def _screen() -> g.Shape:
    return g.box(-WIDE / 2 + 13, -HIGH / 2 + 15, WIDE - 26, HIGH - 30, round_=22)


def _long_message(brush: Brush) -> None:
    """Grey line upon grey line, over the edge at both ends."""
    inside: list[tuple[g.Shape, str | int]] = [(g.box(-84, -210, 168, 460, round_=20), "mist")]
    for index in range(19):
        long = (140, 128, 146, 118, 138)[index % 5]
        inside.append((g.box(-70, -202 + index * 22, long, 10, round_=5), "stone"))
    brush.inside(_screen(), *inside)


def _short_message(brush: Brush) -> None:
    """Three lines, each with its sign: a car, a page of the calendar, an open door."""
    brush.fill(g.box(-84, -150, 168, 276, round_=24), "sky")
    for y, long in ((-104, 54), (-18, 48), (68, 58)):
        brush.fill(g.box(20, y - 13, long, 11, round_=5), "teal")
        brush.fill(g.box(20, y + 6, long * 0.64, 11, round_=5), "teal", 0.6)
    _car(brush, (-26, -98))
    _calendar(brush, (-26, -12))
    _open_door(brush, (-26, 74))


def _car(brush: Brush, at: g.Point) -> None:
    with brush.moved(*at) as own:
        own.solid(g.blob([(-20, -8), (-12, -26), (12, -26), (20, -8)], 0.2), "brick", 3)
        own.fill(g.box(-11, -22, 9, 11, round_=2), "ice")
        own.fill(g.box(2, -22, 9, 11, round_=2), "ice")
        own.solid(g.box(-31, -12, 62, 17, round_=7), "brick", 3)
        for x in (-17, 17):
            own.fill(g.oval(x, 5, 8, 8), "charcoal")


def _calendar(brush: Brush, at: g.Point) -> None:
    with brush.moved(*at) as own:
        own.solid(g.box(-25, -30, 50, 46, round_=6), "white", 3)
        own.fill(g.box(-25, -30, 50, 14, round_=5), "brick")
        for x in (-12, 12):
            own.line([(x, -36), (x, -26)], "charcoal", 4)
        for x in (-15, -2, 11):
            for y in (-9, 3):
                own.fill(g.box(x, y, 8, 7, round_=2), "sun" if (x, y) == (-2, 3) else "fog")


def _open_door(brush: Brush, at: g.Point) -> None:
    with brush.moved(*at) as own:
        own.solid(g.box(-22, -36, 44, 54, round_=3), "walnut", 3)
        own.fill(g.box(-16, -30, 32, 48), "sun")
        own.solid(g.path((-16, -30), (6, -22), (6, 26), (-16, 18)), "leaf", 3)
        own.fill(g.oval(1, 2, 2.6, 2.6), "sun")


def _hand_behind(brush: Brush, skin: str, sleeve: str) -> None:
    """The arm that comes from below, the palm behind the phone and the fingers at its left edge."""
    tone = tones(skin)
    brush.toned(g.chain([(40, 520), (24, 330), (6, 130)], [74, 62, 66]), tone, 12)
    brush.solid(g.chain([(60, 640), (44, 420)], [104, 92]), sleeve, 14)
    brush.solid(g.bone((37, 400), (51, 412), 88, 90), sleeve, 12)


def _fingers(brush: Brush, skin: str) -> None:
    tone = tones(skin)
    for index, y in enumerate((-6, 44, 92, 136)):
        long = (34, 40, 38, 26)[index]
        brush.toned(g.bone((-WIDE / 2 - 8, y + 8), (-WIDE / 2 + long, y), 23 - index * 1.4, 19 - index * 1.4), tone, 6)
    thumb = g.chain([(WIDE / 2 + 12, 176), (WIDE / 2 + 6, 104), (WIDE / 2 - 34, 40)], [34, 27, 20])
    brush.toned(thumb, tone, 8)
    brush.fill(g.oval(WIDE / 2 - 38, 34, 9, 11), tone.light)


def _left(brush: Brush, air: Air) -> None:
    with brush.moved(170, 430, turn=-6) as own:
        _hand_behind(own, "skin-fair", "denim")
        _phone(own)
        _long_message(own)
        _fingers(own, "skin-fair")


def _right(brush: Brush, air: Air) -> None:
    with brush.moved(540, 430, turn=5) as own:
        _hand_behind(own, "skin-tan", "seafoam")
        _phone(own)
        _short_message(own)
        _fingers(own, "skin-tan")


SETTING = Setting(
    pieces=(Piece(-2000, _table), Piece(-1000, _left), Piece(-900, _right)),
    spots={"middle": Place(350, 430)},
)
