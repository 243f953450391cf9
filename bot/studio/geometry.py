"""Points, smooth contours, tapering limbs and two-bone reach: the shapes that everything is drawn with."""

import math
from collections.abc import Sequence
from typing import Any

import skia

Point = tuple[float, float]
Shape = Any
"""A skia.Path; the package ships no types."""


def path(*points: Point) -> Shape:
    """A closed polygon with straight sides."""
    shape = skia.Path()
    shape.moveTo(*points[0])
    for point in points[1:]:
        shape.lineTo(*point)
    shape.close()
    return shape


def blob(points: Sequence[Point], tension: float = 0.5) -> Shape:
    """A closed smooth contour through the points (Catmull-Rom; a higher tension is rounder)."""
    shape, count, pull = skia.Path(), len(points), tension / 3
    shape.moveTo(*points[0])
    for index, here in enumerate(points):
        before, after, later = points[index - 1], points[(index + 1) % count], points[(index + 2) % count]
        first = here[0] + (after[0] - before[0]) * pull, here[1] + (after[1] - before[1]) * pull
        second = after[0] - (later[0] - here[0]) * pull, after[1] - (later[1] - here[1]) * pull
        shape.cubicTo(*first, *second, *after)
    shape.close()
    return shape


def curve(points: Sequence[Point], tension: float = 0.5) -> Shape:
    """An open smooth line through the points."""
    shape, last, pull = skia.Path(), len(points) - 1, tension / 3
    shape.moveTo(*points[0])
    for index in range(last):
        before, here = points[max(0, index - 1)], points[index]
        after, later = points[index + 1], points[min(last, index + 2)]
        first = here[0] + (after[0] - before[0]) * pull, here[1] + (after[1] - before[1]) * pull
        second = after[0] - (later[0] - here[0]) * pull, after[1] - (later[1] - here[1]) * pull
        shape.cubicTo(*first, *second, *after)
    return shape


def box(x: float, y: float, width: float, height: float, *, round_: float = 0.0) -> Shape:
    """A rectangle from its top left corner, with rounded corners."""
    shape = skia.Path()
    shape.addRoundRect(skia.Rect.MakeXYWH(x, y, width, height), round_, round_)
    return shape


def oval(x: float, y: float, across: float, down: float) -> Shape:
    """An ellipse around its middle, from half its width and half its height."""
    shape = skia.Path()
    shape.addOval(skia.Rect.MakeLTRB(x - across, y - down, x + across, y + down))
    return shape


def bone(start: Point, end: Point, thick: float, thin: float) -> Shape:
    """A limb between two joints: two circles (radii `thick` and `thin`) and the sides that touch both."""
    length = math.dist(start, end)
    if length < abs(thick - thin) + 0.01:
        return oval(*start, thick, thick)
    along = math.atan2(end[1] - start[1], end[0] - start[0])
    spread = math.acos((thick - thin) / length)
    shape = skia.Path()
    shape.moveTo(*polar(start, thick, along + spread))
    _arc(shape, start, thick, (along + spread, along + math.tau - spread))
    shape.lineTo(*polar(end, thin, along - spread))
    _arc(shape, end, thin, (along - spread, along + spread))
    shape.close()
    return shape


def chain(joints: Sequence[Point], radii: Sequence[float]) -> Shape:
    """Several bones as one shape with round joints."""
    shape = bone(joints[0], joints[1], radii[0], radii[1])
    for index in range(1, len(joints) - 1):
        piece = bone(joints[index], joints[index + 1], radii[index], radii[index + 1])
        joined = skia.Op(shape, piece, skia.kUnion_PathOp)
        if joined is None:
            shape.addPath(piece)
        else:
            shape = joined
    return shape


def join(*shapes: Shape) -> Shape:
    """Shapes as one, so that a shadow falls over all of them as one object."""
    whole = shapes[0]
    for piece in shapes[1:]:
        whole = skia.Op(whole, piece, skia.kUnion_PathOp) or whole
    return whole


def cut(shape: Shape, away: Shape) -> Shape:
    """What is left of a shape without the part under the other."""
    left = skia.Op(shape, away, skia.kDifference_PathOp)
    return shape if left is None else left


def polar(origin: Point, length: float, angle: float) -> Point:
    """The point at this distance and angle (radians, y downward)."""
    return origin[0] + math.cos(angle) * length, origin[1] + math.sin(angle) * length


def hang(origin: Point, length: float, degrees: float) -> Point:
    """The far end of a limb: 0 degrees hangs straight down, positive swings to the right."""
    angle = math.radians(degrees)
    return origin[0] + math.sin(angle) * length, origin[1] + math.cos(angle) * length


def between(one: Point, other: Point, share: float) -> Point:
    """The point that lies `share` of the way."""
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def reach(start: Point, target: Point, lengths: tuple[float, float], side: int) -> tuple[float, float]:
    """The angles (as `hang` reads them) of two bones that bring the end to the target, or as near as they can.

    `side` says to which hand the joint between them points: 1 makes it lead to the right, -1 to the left.
    """
    upper, lower = lengths
    far = min(max(math.dist(start, target), abs(upper - lower) + 0.5), upper + lower - 0.05)
    aim = math.atan2(target[0] - start[0], target[1] - start[1])
    inner = math.acos((upper**2 + far**2 - lower**2) / (2 * upper * far))
    first = aim + side * inner
    middle = start[0] + math.sin(first) * upper, start[1] + math.cos(first) * upper
    tip = start[0] + math.sin(aim) * far, start[1] + math.cos(aim) * far
    second = math.atan2(tip[0] - middle[0], tip[1] - middle[1])
    return math.degrees(first), math.degrees(second)


def _arc(shape: Shape, centre: Point, radius: float, angles: tuple[float, float]) -> None:
    start, end = angles
    rect = skia.Rect.MakeLTRB(centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius)
    shape.arcTo(rect, math.degrees(start), math.degrees(end - start), False)
