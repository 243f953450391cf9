"""Arms and legs: skin, sleeves, trouser legs and shoes along the bones."""

import math

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.figure.skeleton import ArmJoints, LegJoints
from bot.studio.palette import Tone

ARM_RADII, LEG_RADII = (18.0, 14.0, 10.0), (30.0, 21.0, 14.0)


def bare_arm(brush: Brush, arm: ArmJoints, tone: Tone, thick: float) -> None:
    """The whole arm in skin, without the hand."""
    radii = [radius * thick * 0.88 for radius in ARM_RADII]
    brush.toned(g.chain([arm.shoulder, arm.elbow, arm.wrist], radii), tone, 5)


def forearm(brush: Brush, arm: ArmJoints, tone: Tone, thick: float, *, share: float = 1.0) -> None:
    """The lower arm alone (or a share of it), before the upper arm: the elbow points at who watches."""
    end = g.between(arm.elbow, arm.wrist, share)
    thin = ARM_RADII[1] + (ARM_RADII[2] - ARM_RADII[1]) * share
    brush.toned(g.bone(arm.elbow, end, ARM_RADII[1] * thick * 0.9, thin * thick * 0.9), tone, 5)


def sleeve(brush: Brush, arm: ArmJoints, tone: Tone, *, length: float, thick: float, loose: float) -> None:
    """A sleeve: length 1 ends at the elbow, 2 at the wrist; `loose` widens its end."""
    first, second, third = (radius * thick for radius in ARM_RADII)
    if length <= 1:
        end = g.between(arm.shoulder, arm.elbow, length)
        radius = first + (second - first) * length + 1.5 + loose
        shape = g.chain([arm.shoulder, end], [first + 0.5, radius])
        brush.toned(_cut(shape, arm.shoulder, end, radius), tone, 6)
        return
    end = g.between(arm.elbow, arm.wrist, length - 1)
    radius = second + (third - second) * (length - 1) + 1 + loose
    shape = g.chain([arm.shoulder, arm.elbow, end], [first + 0.5, second + 2, radius])
    brush.toned(_cut(shape, arm.elbow, end, radius), tone, 6)
    _elbow_fold(brush, arm, tone, second)
    cuff = g.between(arm.elbow, arm.wrist, length - 1.07)
    brush.toned(_band(cuff, g.between(end, arm.elbow, -0.015), radius + 0.8), tone, 7)


def trouser_leg(brush: Brush, leg: LegJoints, tone: Tone, *, thick: float, loose: float, short: float) -> None:
    """One trouser leg; `short` is the share of the lower leg that stays bare."""
    first, second, third = (radius * thick for radius in LEG_RADII)
    end = g.between(leg.knee, leg.ankle, 1 - short)
    shape = g.chain([leg.hip, leg.knee, end], [first, second + loose * 0.5, third + loose])
    cut = _cut(shape, leg.knee, end, third + loose)
    brush.toned(cut, tone, 9)
    bend = abs(leg.knee[0] - (leg.hip[0] + leg.ankle[0]) / 2)
    if bend > 26:
        inner = g.between(leg.knee, g.between(leg.hip, leg.ankle, 0.5), 0.22)
        brush.line([g.between(leg.knee, inner, 0.5), g.between(leg.knee, leg.hip, 0.12), inner], tone.shade, 2.2)


def bare_leg(brush: Brush, leg: LegJoints, tone: Tone, thick: float) -> None:
    """The lower leg in skin or stocking, under a skirt or short trousers."""
    radii = [radius * thick * 0.8 for radius in LEG_RADII]
    brush.toned(g.chain([leg.hip, leg.knee, leg.ankle], radii), tone, 6)


def _cut(shape: g.Shape, joint: g.Point, end: g.Point, radius: float) -> g.Shape:
    """The limb with a straight end instead of a round one: cloth ends in a hem."""
    dx, dy = end[0] - joint[0], end[1] - joint[1]
    length = max((dx * dx + dy * dy) ** 0.5, 0.01)
    ux, uy = dx / length, dy / length
    wide = radius * 2.5
    a = (end[0] + uy * wide, end[1] - ux * wide)
    b = (end[0] - uy * wide, end[1] + ux * wide)
    far = radius * 2.2
    beyond = g.path(a, b, (b[0] + ux * far, b[1] + uy * far), (a[0] + ux * far, a[1] + uy * far))
    return g.cut(shape, beyond)


def _band(start: g.Point, end: g.Point, half: float) -> g.Shape:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max((dx * dx + dy * dy) ** 0.5, 0.01)
    nx, ny = -dy / length * half, dx / length * half
    return g.blob([(start[0] + nx, start[1] + ny), (end[0] + nx, end[1] + ny),
                   (end[0] - nx, end[1] - ny), (start[0] - nx, start[1] - ny)], 0.12)  # fmt: skip


def _elbow_fold(brush: Brush, arm: ArmJoints, tone: Tone, radius: float) -> None:
    middle = g.between(arm.shoulder, arm.wrist, 0.5)
    if abs(arm.elbow[0] - middle[0]) + abs(arm.elbow[1] - middle[1]) < 22:
        return
    inner = g.between(arm.elbow, middle, min(0.5, radius * 0.8 / max(1.0, _gap(arm.elbow, middle))))
    one = g.between(arm.elbow, arm.shoulder, 0.1)
    other = g.between(arm.elbow, arm.wrist, 0.12)
    brush.line([g.between(inner, one, 0.75), inner], tone.shade, 2)
    brush.line([g.between(inner, other, 0.75), inner], tone.shade, 2)


def _gap(one: g.Point, other: g.Point) -> float:
    return math.dist(one, other)
