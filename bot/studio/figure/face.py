"""Faces of few strokes: brows, eyes, nose and mouth, moved by what somebody feels."""

from dataclasses import dataclass

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import lerp
from bot.studio.palette import Tone, argb


@dataclass(frozen=True)
class Face:
    """A feeling in numbers: brows up, their inner ends up (worry) or down (stern), eyes, mouth and blush."""

    brow: float = 0
    inner: float = 0
    eye: float = 1
    mouth: float = 0.25
    open: float = 0
    wide: float = 1
    blush: float = 0.5
    skew: float = 0
    cheek: float = 0


FACES: dict[str, Face] = {
    "calm": Face(),
    "smile": Face(brow=1, mouth=0.75, wide=1.15, blush=0.9, cheek=0.4),
    "laugh": Face(brow=2.5, eye=0.3, mouth=1, open=0.85, wide=1.3, blush=1, cheek=1),
    "talk": Face(brow=1, mouth=0.5, open=0.4, blush=0.7),
    "worried": Face(brow=1, inner=4, eye=1, mouth=-0.45, wide=0.8, blush=0.3),
    "sad": Face(brow=-1, inner=5, eye=0.62, mouth=-0.7, wide=0.85, blush=0.2),
    "tired": Face(brow=-1.5, inner=2.5, eye=0.45, mouth=-0.12, wide=0.85, blush=0.1),
    "surprised": Face(brow=5, inner=0.5, eye=1.2, mouth=0.1, open=0.6, wide=0.62, blush=0.6),
    "thinking": Face(brow=1.5, inner=-0.5, mouth=0.0, wide=0.7, blush=0.4, skew=1),
    "stern": Face(brow=-2, inner=-5, eye=0.72, mouth=-0.55, wide=1.0, blush=0.2),
    "relieved": Face(brow=2, inner=2, eye=0.08, mouth=0.6, wide=1.05, blush=0.9, cheek=0.5),
    "sour": Face(brow=-2.5, inner=-5, eye=0.1, mouth=-1, wide=1.15, blush=0.9, skew=1.6),
    "amused": Face(brow=4.5, eye=1.05, mouth=0.55, wide=1.0, blush=0.8, skew=0.5, cheek=0.2),
    "proud": Face(brow=2, eye=0.85, mouth=0.9, wide=1.2, blush=1, cheek=0.6),
}


@dataclass(frozen=True)
class Looks:
    """What of a face stays: the skin, the age, the colour of the brows, which way it is turned (0-1)."""

    skin: Tone
    age: int
    brow: str
    turn: float
    lips: str


def draw(brush: Brush, face: Face, looks: Looks, *, closed: float, gaze: float) -> None:
    """All features on a head that is centred on the origin; `gaze` from -1 to 1 moves the pupils."""
    turn = looks.turn
    middle = 25 * turn
    near, far = middle - 16.5 + 1.5 * turn, middle + 16.5 * (1 - 0.42 * turn)
    _blush(brush, face, looks, (near - 7, far + 4))
    for x, share in ((near, 1.0), (far, 1 - 0.22 * turn)):
        side = -1 if x == near else 1
        _eye(brush, face, (x, 1.0), share, closed=closed, gaze=gaze, looks=looks)
        _brow(brush, face, looks, (x, -13.0), side, share)
    _nose(brush, looks, middle)
    _mouth(brush, face, looks, middle)
    if looks.age >= 48:
        _years(brush, looks, near, middle)


def _eye(brush: Brush, face: Face, at: g.Point, share: float, *, closed: float, gaze: float, looks: Looks) -> None:
    x, y = at[0] + gaze * 2.6, at[1]
    openness = face.eye * (1 - closed)
    if openness < 0.35:
        bow = 3.2 if face.cheek > 0.2 or face.mouth > 0.3 else -2.4
        brush.line([(x - 6.5 * share, y + 0.8), (x, y + 0.8 - bow), (x + 6.5 * share, y + 0.8)], "ink", 2.7)
        return
    brush.fill(g.oval(x, y, 4.3 * share, 5.3 * min(1.1, openness)), "ink")
    brush.fill(g.oval(x + 1.3, y - 1.9 * openness, 1.25, 1.25), "white", 0.95)
    lid = y - 5.1 * min(1.1, openness) - 0.4
    brush.line([(x - 6.6 * share, lid + 2.4), (x - 1, lid - 0.5), (x + 6.2 * share, lid + 1.6)], "ink", 2.1)


def _brow(brush: Brush, face: Face, looks: Looks, at: g.Point, side: int, share: float) -> None:
    x, y = at
    lift = face.brow + (3.2 * face.skew if side > 0 else 0)
    inner = (x - side * 8 * share, y + 1.5 - lift - face.inner * 0.9)
    outer = (x + side * 9 * share, y + 2.4 - lift + max(0, face.inner) * 0.35)
    top = (x + side * 1.5, y - 1.6 - lift - face.inner * 0.25)
    brush.line([inner, top, outer], looks.brow, 3.4)


def _nose(brush: Brush, looks: Looks, middle: float) -> None:
    turn = looks.turn
    x = middle + 7 * turn
    wing = 5.2 - 2 * turn
    tip = (x + 5.5 * turn + 2.2, 14.5)
    shape = g.blob([(x - 1 + 1.5 * turn, 2), (x + 2.4 + 4 * turn, 8), tip, (x + 1, 18), (x - wing, 16.5),
                    (x - wing + 1.2, 12.5)], 0.5)  # fmt: skip
    brush.fill(shape, looks.skin.shade, 0.62)


def _mouth(brush: Brush, face: Face, looks: Looks, middle: float) -> None:
    half = 11.0 * face.wide * (1 - 0.16 * looks.turn)
    x, y = middle + 3 * looks.turn, 29.5 - face.open
    bow = face.mouth * 6.2
    left, right = (x - half, y - bow * 0.55), (x + half, y - bow * 0.55)
    if face.open < 0.12:
        brush.line([left, (x + face.skew * 2, y + bow * 0.5), right], argb(looks.lips), 2.9)
        return
    drop = y + 3 + 12 * face.open
    inside = g.blob([left, (x, y + bow * 0.12 - 1), right, (x + half * 0.62, drop - 3), (x, drop),
                     (x - half * 0.62, drop - 3)], 0.5)  # fmt: skip
    brush.fill(inside, "#5A2326")
    teeth = g.box(x - half, y - 9, half * 2, 9 + 3.4 + bow * 0.2, round_=2)
    tongue = g.oval(x, drop + 1, half * 0.6, 5.5 * face.open + 1.5)
    brush.inside(inside, (tongue, "#C4716A"), (teeth, "white"))


def _blush(brush: Brush, face: Face, looks: Looks, at: tuple[float, float]) -> None:
    for x, across in ((at[0], 9.5), (at[1], 9.5 * (1 - 0.45 * looks.turn))):
        brush.fill(g.oval(x, 18.5, across, 6.2), "#D9584A", 0.05 + 0.13 * face.blush)


def _years(brush: Brush, looks: Looks, near: float, middle: float) -> None:
    strength = lerp(0.35, 0.75, (looks.age - 48) / 15)
    fold = [(middle - 10, 18.5), (middle - 14.5, 23), (middle - 15.5, 28)]
    brush.line(fold, looks.skin.shade, 2, strength)
    brush.line([(near - 5, 9.5), (near + 1, 11), (near + 6, 9.6)], looks.skin.shade, 1.8, strength)
    if looks.age >= 58:
        for row in (-25.0, -30.5):
            brush.line([(middle - 9, row), (middle + 2, row - 1.4), (middle + 11, row)], looks.skin.shade, 1.7, 0.6)
