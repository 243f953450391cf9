"""The tape machine of the packing table, and the tape that gets out of hand."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.props.kind import Kind, Look

TAPE = "#D8A24A"
RED_BUTTON = (74.0, -122.0)
"""Where the button is, from the foot of the machine."""


def _machine(brush: Brush, look: Look) -> None:
    """Jammed until it `buzz`es: then the lamp is green and the roll turns."""
    runs = look.buzz
    shake = 1.6 * swing(look.now, 0.11) * runs
    with brush.moved(shake, 0) as own:
        own.solid(g.box(-128, -14, 256, 14, round_=5), "slate", 5)
        for x in (-110, -66, 66, 110):
            own.solid(g.oval(x, -12, 9, 9), "steel", 3)
        _roll(own, look.now * 240 * runs)
        own.solid(g.box(-96, -166, 192, 154, round_=18), "teal", 12, 5)
        own.fill(g.box(-78, -64, 116, 52, round_=8), "#0A3533")
        own.line([(-70, -40), (-20, -40), (30, -40)], TAPE, 7)
        own.fill(g.box(-76, -148, 84, 58, round_=9), "#0A3533")
        _gauge(own, runs)
        own.solid(g.oval(RED_BUTTON[0], RED_BUTTON[1] + 5, 24, 24), "steel", 4)
        own.solid(g.oval(RED_BUTTON[0], RED_BUTTON[1] + (4 if runs else 0), 17, 17), "#B8432F", 5, 3)
        own.fill(g.oval(76, -80, 7, 7), "mint" if runs else "sun")
    if not runs:
        _mess(brush, look.now)


def _gauge(brush: Brush, runs: float) -> None:
    """A small screen with a face: sour when stuck, content when it runs."""
    bow = 7 if runs else -7
    for x in (-48, -20):
        brush.fill(g.oval(x, -128, 5, 6), "mint")
    brush.line([(-50, -106), (-34, -106 + bow), (-18, -106)], "mint", 5)


def _roll(brush: Brush, turn: float) -> None:
    with brush.moved(-30, -196, turn=turn) as own:
        own.solid(g.oval(0, 0, 52, 52), TAPE, 8, 4)
        own.fill(g.oval(0, 0, 24, 24), "sand")
        own.fill(g.oval(0, 0, 13, 13), "walnut")
        own.line([(0, -44), (0, -34), (0, -28)], "walnut", 4, 0.6)


def _mess(brush: Brush, now: float) -> None:
    stir = 3 * swing(now, 0.9)
    brush.line([(-52, -216), (-100, -236 + stir), (-118, -190), (-84, -168), (-62, -196)], TAPE, 9)
    brush.line([(10, -228), (44, -262 + stir), (74, -238), (52, -206), (30, -222)], TAPE, 9)


def _strip(brush: Brush, look: Look) -> None:
    """A strip from the hand to the machine, that sags and stretches."""
    sag = 12 + 10 * swing(look.now, 0.9)
    brush.line([(0, 0), (52, sag), (110, sag * 0.6 - 6), (190, -26)], TAPE, 12)
    brush.line([(0, 0), (-16, 20), (-6, 44), (-24, 62)], TAPE, 11)


def _cuff(brush: Brush, look: Look) -> None:
    """Tape round a sleeve, with a loose end."""
    for y in (34, 52, 72):
        brush.line([(-17, y + 4), (0, y - 2), (17, y + 5)], TAPE, 9)
    brush.line([(15, 76), (34, 88 + 5 * swing(look.now, 1.1)), (30, 110)], TAPE, 8)


def _strip_end(brush: Brush, look: Look) -> None:
    brush.line([(0, 0), (8, 18), (-4, 34), (8, 52)], TAPE, 10)


KINDS: dict[str, Kind] = {
    "tape-machine": Kind(_machine, shade=120, moves=True), "tape-strip": Kind(_strip, grip=(0, 0), moves=True),
    "tape-cuff": Kind(_cuff, grip=(0, 0), upright=False), "tape-end": Kind(_strip_end, grip=(0, 0)),
}  # fmt: skip
