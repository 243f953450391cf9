"""The bear on the road: heavy, friendly, in no hurry; sits on the path, on a bench, or peeks from behind something."""

from dataclasses import dataclass

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import blink, ease, lerp, pulse, swing
from bot.studio.palette import Tone, argb, darker, lighter, tones
from bot.studio.props.kind import Kind, Look

FUR, MUZZLE, BELLY = "#8A5D41", "#D9B88C", "#A97C58"
FAR = tones(darker(FUR, 0.18))


@dataclass(frozen=True)
class Bearing:
    """How the bear is at this moment: a yawn (0-1), the far paw up to wave (0-1), a mug in the near paw, the head."""

    yawn: float = 0
    wave: float = 0
    mug: bool = False
    tilt: float = 0
    gaze: float = 0
    droop: float = 0.35


def _head(brush: Brush, at: g.Point, look: Look, how: Bearing) -> None:
    fur = tones(FUR)
    with brush.moved(*at, turn=how.tilt - 9 * how.yawn) as own:
        _ears(own, look, fur)
        own.toned(g.blob([(-84, 4), (-74, -46), (-28, -76), (30, -78), (74, -50), (88, 0), (74, 46), (24, 66),
                          (-34, 64), (-72, 44)]), fur, 13, 5)  # fmt: skip
        _muzzle(own, how)
        shut = max(how.yawn * 1.4, blink(look.now, "bear"))
        for x in (-16, 52):
            _eye(own, (x, -14), shut, how)


def _ears(brush: Brush, look: Look, fur: Tone) -> None:
    flick = 9 * pulse(look.now % 4.2, 1.4, 0.5, 0.2)
    for x, turn in ((-58, -14 - flick), (58, 12)):
        with brush.moved(x, -54, turn=turn) as ear:
            ear.toned(g.oval(0, -8, 27, 27), fur if x < 0 else FAR, 6, 3)
            ear.fill(g.oval(2, -5, 15, 15), "#C58F76")


def _eye(brush: Brush, at: g.Point, shut: float, how: Bearing) -> None:
    x, y = at
    brow = [(x - 13, y - 21 - 8 * how.yawn), (x, y - 26 - 9 * how.yawn), (x + 12, y - 21 - 8 * how.yawn)]
    brush.line(brow, tones(FUR).shade, 6)
    if shut > 0.5:
        brush.line([(x - 10, y + 1), (x, y + 5), (x + 10, y + 1)], "ink", 4.4)
        return
    brush.fill(g.oval(x, y, 8, 9.5), "ink")
    brush.fill(g.oval(x + 2.6 + how.gaze * 2, y - 2.4, 2.6, 2.6), "white")
    lid = g.cut(g.oval(x, y - 1, 12, 13), g.box(x - 14, y - 10 + 16 * how.droop, 28, 30))
    brush.fill(lid, tones(FUR).base)
    brush.line([(x - 10, y - 8 + 12 * how.droop), (x, y - 11 + 14 * how.droop), (x + 10, y - 8 + 12 * how.droop)],
               tones(FUR).shade, 3.4)  # fmt: skip


def _muzzle(brush: Brush, how: Bearing) -> None:
    drop = 40 * how.yawn
    brush.solid(g.blob([(-26, 20), (-12, -4), (22, -12), (54, -4), (66, 20), (58, 46 + drop * 0.5), (22, 58 + drop),
                        (-14, 48 + drop * 0.5)]), MUZZLE, 8, 3)  # fmt: skip
    if how.yawn > 0.1:
        mouth = g.oval(22, 34 + drop * 0.5, 15 + 12 * how.yawn, 5 + 25 * how.yawn)
        brush.fill(mouth, "#5A2326")
        brush.inside(mouth, (g.oval(22, 54 + drop * 0.72, 17, 16), "#C4716A"))
        for x in (8, 36):
            brush.fill(g.path((x - 5, 12 + drop * 0.06), (x + 5, 12 + drop * 0.06), (x, 22 + drop * 0.06)), "white",
                       how.yawn)  # fmt: skip
    else:
        brush.line([(22, 18), (22, 31)], "ink", 4)
        brush.line([(2, 32), (12, 38), (22, 31)], "ink", 4)
        brush.line([(22, 31), (33, 38), (44, 31)], "ink", 4)
    brush.fill(g.blob([(4, 2), (22, -5), (40, 2), (34, 16), (22, 22), (10, 16)]), "ink")
    brush.fill(g.oval(17, 2.5, 6, 3.2), "slate")


def _paw(brush: Brush, at: g.Point, tone: Tone, turn: float = 0) -> None:
    with brush.moved(*at, turn=turn) as own:
        own.toned(g.blob([(-30, -18), (0, -30), (30, -16), (34, 12), (16, 28), (-18, 28), (-34, 10)]), tone, 7, 3)
        for x in (-17, 0, 17):
            own.line([(x, 16), (x + 1, 26)], argb(darker(FUR, 0.55)), 4.5)


def _arm(brush: Brush, joints: tuple[g.Point, g.Point, g.Point], tone: Tone, turn: float = 0) -> None:
    brush.toned(g.chain(joints, [50, 42, 32]), tone, 11)
    _paw(brush, joints[2], tone, turn)


def _sole(brush: Brush, at: g.Point, tone: Tone, turn: float) -> None:
    with brush.moved(*at, turn=turn) as own:
        own.toned(g.blob([(-34, 20), (-36, -18), (-18, -46), (14, -48), (34, -20), (34, 22), (14, 38), (-16, 38)]),
                  tone, 8, 3)  # fmt: skip
        own.fill(g.blob([(-20, 16), (-18, -4), (0, -12), (19, -4), (20, 16), (0, 26)]), MUZZLE)
        for x, y in ((-21, -20), (0, -30), (21, -20)):
            own.fill(g.oval(x, y, 7.5, 8), MUZZLE)


def _trunk(brush: Brush, breath: float) -> None:
    shape = g.blob([(-146, -60), (-138, -150), (-100, -244), (-52, -290), (24, -296), (84, -262), (122, -180),
                    (140, -90), (124, -18), (60, 0), (-70, 0), (-126, -12)])  # fmt: skip
    brush.toned(shape, tones(FUR), 20, 6)
    belly = g.blob([(-50, -70), (-38, -160), (20, -204), (84, -176), (118 + breath, -96), (96, -30), (20, -14)])
    brush.inside(shape, (belly, BELLY))
    for x, y in ((-98, -120), (-108, -84), (-78, -176)):
        brush.line([(x - 9, y - 3), (x, y + 5), (x + 10, y - 2)], tones(FUR).shade, 5, 0.7)


def _upper(brush: Brush, look: Look, how: Bearing) -> None:
    """Everything above the legs, the seat at the origin."""
    breath = 4 * swing(look.now, 3.4)
    up = ease(how.wave)
    wag = 14 * swing(look.now, 0.8) * up
    far = ((72, -214), (lerp(124, 150, up), lerp(-132, -246, up)), (lerp(74, 182, up) + wag, lerp(-84, -346, up)))
    _arm(brush, far, FAR, 180 * up)
    _trunk(brush, breath)
    if up <= 0.02:
        brush.toned(g.bone((far[1][0] - 6, far[1][1] + 12), far[2], 36, 30), FAR, 8)
        _paw(brush, far[2], FAR, 16)
    near = ((-84, -206), (-126, -122), (-34, -116)) if how.mug else ((-84, -206), (-128, -124), (-46, -74))
    _head(brush, (10, -334 + breath * 0.6), look, how)
    if how.mug:
        _mug(brush, (-6, -118))
    _arm(brush, near, tones(FUR), -30)


def _mug(brush: Brush, at: g.Point) -> None:
    with brush.moved(*at) as own:
        own.solid(g.blob([(-22, -54), (24, -54), (21, -4), (14, 0), (-14, 0), (-19, -4)], 0.16), "mustard", 8, 3)
        own.fill(g.oval(1, -53, 21, 5), "#4A2F22")


def _on_ground(brush: Brush, look: Look, how: Bearing) -> None:
    with brush.moved(0, -8) as own:
        _upper(own, look, how)
        own.toned(g.chain([(64, -52), (142, -38)], [46, 36]), FAR, 11)
        _sole(own, (176, -42), FAR, 10)
        own.toned(g.chain([(-64, -54), (58, -36)], [58, 42]), tones(FUR), 14)
        _sole(own, (96, -36), tones(FUR), 6)


def _on_bench(brush: Brush, look: Look, how: Bearing) -> None:
    tap = max(0.0, 7 * swing(look.now, 0.9)) * (1 if look.now % 3.6 < 1.4 else 0)
    with brush.moved(0, -176) as own:
        for knee, tone, toe in (((118, -30), FAR, 0.0), ((26, -30), tones(FUR), tap)):
            ankle = (knee[0] + 4, 128)
            own.toned(g.chain([(knee[0] - 60, -40), knee], [50, 47]), tone, 11)
            own.toned(g.chain([knee, (knee[0] + 8, 60), ankle], [50, 50, 46]), tone, 13)
            with own.moved(ankle[0] + 14, 158, turn=-toe) as foot:
                foot.toned(g.blob([(-58, 16), (-56, -22), (-6, -44), (44, -20), (62, 8), (54, 18)]), tone, 9, 3)
                for x in (34, 46, 56):
                    foot.line([(x, 2 + x * 0.04), (x + 3, 13)], argb(darker(FUR, 0.55)), 4.5)
        _upper(own, look, how)
        own.toned(g.chain([(-58, -46), (30, -32)], [58, 52]), tones(FUR), 14)


def _calm(brush: Brush, look: Look) -> None:
    _on_ground(brush, look, Bearing(tilt=3 * swing(look.now, 5.2), gaze=swing(look.now, 6.1)))


def _tired(brush: Brush, look: Look) -> None:
    """Yawns widely, two seconds into the scene."""
    yawn = pulse(look.now, 2.2, 2.3, 0.7)
    _on_ground(brush, look, Bearing(yawn=yawn, tilt=2 * swing(look.now, 5.2), droop=lerp(0.3, 0.6, yawn)))


def _waving(brush: Brush, look: Look) -> None:
    _on_ground(brush, look, Bearing(wave=ease((look.now - 0.1) / 0.7), tilt=-4, droop=0.15))


def _bench(brush: Brush, look: Look) -> None:
    _on_bench(brush, look, Bearing(mug=True, tilt=2 * swing(look.now, 5.2), gaze=swing(look.now, 4.3)))


def _bench_waving(brush: Brush, look: Look) -> None:
    """Lifts a paw to who is watching, a second and a half into the scene."""
    _on_bench(brush, look, Bearing(mug=True, wave=ease((look.now - 1.5) / 0.7), tilt=-3, droop=0.15))


def _peeking(brush: Brush, look: Look) -> None:
    """Only a head and two paws: the rest is behind what stands before it."""
    lean = 4 * swing(look.now, 4.6)
    brush.toned(g.blob([(-130, 0), (-120, -120), (-70, -200), (20, -206), (90, -150), (110, 0)]), tones(FUR), 14)
    _head(brush, (26 + lean, -232), look, Bearing(tilt=8, droop=0.1))
    for x, y in ((78, -130), (66, -84)):
        _paw(brush, (x, y), tones(lighter(FUR, 0.05)), 74)


KINDS: dict[str, Kind] = {
    "bear": Kind(_calm, shade=190, moves=True), "bear-tired": Kind(_tired, shade=190, moves=True),
    "bear-waving": Kind(_waving, shade=190, moves=True),
    "bear-bench": Kind(_bench, shade=130, moves=True), "bear-bench-waving": Kind(_bench_waving, shade=130, moves=True),
    "bear-peeking": Kind(_peeking, moves=True),
}  # fmt: skip
