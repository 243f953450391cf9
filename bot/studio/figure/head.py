"""The head: skull, ears, hair, beard, and what is worn on a face."""

from dataclasses import dataclass

from bot.content.models.film import Member
from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.figure import face as faces
from bot.studio.figure.face import Face, Looks
from bot.studio.figure.hair import STYLES
from bot.studio.figure.skeleton import Body
from bot.studio.figure.tucked import TUCKED
from bot.studio.palette import darker, mix, tones

LARGE = 1.09
"""Heads are a little larger than life, so that a face can be read on a phone."""


@dataclass(frozen=True)
class Mood:
    """What a face does at this moment: the feeling, how closed the eyes are, where they look (-1 to 1)."""

    face: Face
    closed: float = 0
    gaze: float = 0


def behind(brush: Brush, member: Member, body: Body) -> None:
    """What hangs behind the neck: long hair, a tail, the drape of a scarf."""
    style = STYLES[member.hair.style]
    if style.behind is None:
        return
    turn = body.head_turn
    with brush.moved(*body.head, turn=body.head_tilt * 0.6, scale=member.build.face * LARGE, flip=turn < 0) as own:
        style.behind(own, member.hair.colour, abs(turn))


def draw(brush: Brush, member: Member, body: Body, mood: Mood) -> None:
    """The head with everything on it."""
    turn, skin = body.head_turn, tones(member.skin)
    mirror = turn < 0
    tilt = -body.head_tilt if mirror else body.head_tilt
    with (
        brush.moved(*body.head, scale=member.build.face * LARGE, flip=mirror) as flat,
        flat.moved(0, 0, turn=tilt) as own,
    ):
        turn = abs(turn)
        style = STYLES[member.hair.style]
        shape = skull(turn)
        own.toned(shape, skin, 6, 0)
        if style.ears:
            _ear(own, member, turn)
        brow = darker(member.hair.colour, 0.35) if member.hair.style != "headscarf" else "hair-dark"
        looks = Looks(skin=skin, age=member.age, brow=brow, turn=turn, lips=mix(member.skin, "#6E1F22", 0.62))
        if member.hair.beard:
            _beard(own, member, turn)
        faces.draw(own, mood.face, looks, closed=mood.closed, gaze=-mood.gaze if mirror else mood.gaze)
        if member.hair.beard in ("moustache", "full"):
            _moustache(own, member, turn)
        style.over(own, member.hair.colour, turn)
        if "glasses" in member.wears:
            _glasses(own, turn)
        for tucked in sorted(set(member.wears) & set(TUCKED)):
            TUCKED[tucked](own, turn)


def skull(turn: float) -> g.Shape:
    """The outline of head and jaw."""
    return g.blob([(-2 - 4 * turn, -52), (26, -43), (38.5 + 1.5 * turn, -16), (37.5 + 2 * turn, 2),
                   (38 + 2 * turn, 16), (30 + 5 * turn, 37), (14 + 12 * turn, 49), (-6 + 12 * turn, 49),
                   (-26 + 9 * turn, 39), (-37, 18), (-40 - 4 * turn, -8), (-33 - 6 * turn, -36)])  # fmt: skip


def _ear(brush: Brush, member: Member, turn: float) -> None:
    skin, x = tones(member.skin), -38 + 19 * turn
    brush.toned(g.blob([(x - 7, -5), (x + 1, -9), (x + 5, -1), (x + 2, 10), (x - 3, 14), (x - 7, 6)]), skin, 3)
    brush.line([(x - 3, -2), (x + 1, 2), (x - 2, 7)], skin.shade, 2)
    if turn < 0.25:
        brush.toned(g.oval(38 + 3 * turn, 2, 5, 10), skin, 3)
    if "hearing-aid" in member.wears:
        brush.solid(g.blob([(x - 9, -10), (x - 2, -14), (x + 1, -8), (x - 5, 2), (x - 9, 0)]), "steel", 2)
        brush.line([(x - 1, -10), (x + 5, -4), (x + 3, 3)], "fog", 2.2)


def _beard(brush: Brush, member: Member, turn: float) -> None:
    if member.hair.beard == "moustache":
        return
    tone, x = tones(member.hair.colour), 25 * turn
    outer = [(-38 + 4 * turn, 4), (-36 + 4 * turn, 24), (-26 + 8 * turn, 44), (-4 + 12 * turn, 57),
             (18 + 12 * turn, 55), (34 + 5 * turn, 38), (39 + 2 * turn, 12), (34 + 4 * turn, 14),
             (26 + 6 * turn, 20), (x + 6, 19), (x - 8, 19), (-18 + 10 * turn, 22), (-28 + 6 * turn, 14)]  # fmt: skip
    lips = g.oval(x + 3 * turn, 30.5, 13, 6.5)
    brush.toned(g.cut(g.blob(outer, 0.42), lips), tone, 6)


def _moustache(brush: Brush, member: Member, turn: float) -> None:
    tone, x = tones(member.hair.colour), 25 * turn + 3 * turn
    half = 15 - 2 * turn
    points = [(x, 19), (x + half * 0.6, 19.5), (x + half, 27), (x + half * 0.4, 25.5), (x, 24),
              (x - half * 0.4, 25.5), (x - half, 27), (x - half * 0.6, 19.5)]  # fmt: skip
    brush.toned(g.blob(points, 0.5), tone, 2)


def _glasses(brush: Brush, turn: float) -> None:
    middle = 25 * turn
    near, far = middle - 16.5 + 1.5 * turn, middle + 16.5 * (1 - 0.42 * turn)
    for x, half in ((near, 12.5), (far, 12.5 * (1 - 0.25 * turn))):
        ring = g.cut(
            g.box(x - half, -9.5, half * 2, 21, round_=9), g.box(x - half + 2.6, -6.9, half * 2 - 5.2, 15.8, round_=7)
        )
        brush.fill(g.box(x - half, -9.5, half * 2, 21, round_=9), "white", 0.16)
        brush.fill(ring, "charcoal")
    brush.line([(near + 12, -1), (middle + 2, -3), (far - 10, -1)], "charcoal", 2.6)
    brush.line([(near - 12, -3), (-34 + 16 * turn, -3)], "charcoal", 2.6)
