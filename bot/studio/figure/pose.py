"""What a body does at one moment: angles, feet and face as numbers that can be blended."""

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar

from bot.studio.easing import lerp

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True)
class Arm:
    """Upper and lower arm in degrees (0 hangs, positive is forward), the wrist relative to the lower arm.

    `seen` is the share of the upper arm that is seen: less than 1 when the elbow points at who watches.
    """

    upper: float = 2
    lower: float = 14
    wrist: float = 0
    hand: str = "relaxed"
    seen: float = 1


@dataclass(frozen=True)
class Foot:
    """Where the ankle is: pixels in front of the hips, above the ground, and how far the heel is up (degrees)."""

    x: float = 0
    lift: float = 0
    tip: float = 0


@dataclass(frozen=True)
class Pose:
    """A whole body, facing right. `turn` is 0 from the front and 1 from the side; `sit` 1 is on the seat."""

    turn: float = 0.5
    lean: float = 0
    bend: float = 0
    nod: float = 0
    look: float = 0
    shrug: float = 0
    hip: float = 1
    sit: float = 0
    shift: float = 0
    near: Arm = Arm()
    far: Arm = Arm(upper=4, lower=18)
    near_foot: Foot = Foot(x=-16)
    far_foot: Foot = Foot(x=18)
    far_over: bool = False


Part = TypeVar("Part", bound="DataclassInstance")


def blend(one: Part, other: Part, share: float) -> Part:
    """The pose (or arm, or foot) that lies `share` of the way; what cannot be blended changes half-way."""
    if share <= 0:
        return one
    if share >= 1:
        return other
    changes: dict[str, object] = {}
    for field in fields(one):
        a, b = getattr(one, field.name), getattr(other, field.name)
        if isinstance(a, (Arm, Foot)):
            changes[field.name] = blend(a, b, share)
        elif isinstance(a, (str, bool)):
            changes[field.name] = a if share < 0.5 else b
        else:
            changes[field.name] = lerp(a, b, share)
    return replace(one, **changes)
