"""The pose library: how people stand, sit, wait and work, by name."""

import math
from dataclasses import replace

from bot.studio.figure.floor_poses import LOW_POSES
from bot.studio.figure.more_poses import MORE
from bot.studio.figure.pose import Arm, Foot, Pose, blend
from bot.studio.figure.poses_first_day import POSES as FIRST_DAY
from bot.studio.figure.poses_rest import POSES as REST

_SEATED = Pose(turn=0.78, sit=1, shift=-62, lean=-2, bend=4, near=Arm(24, 72), far=Arm(30, 78),
               near_foot=Foot(58), far_foot=Foot(84))  # fmt: skip


def _sit(**changes: object) -> Pose:
    return replace(_SEATED, **changes)  # type: ignore[arg-type]  # named fields of Pose


POSES: dict[str, Pose] = {
    **LOW_POSES, **MORE, **REST, **FIRST_DAY,
    "stand": Pose(),
    "stand-front": Pose(turn=0.12, near=Arm(-7, -3), far=Arm(8, 5), near_foot=Foot(-24), far_foot=Foot(25)),
    "stand-easy": Pose(turn=0.42, lean=-1, nod=2, near=Arm(-14, 22), far=Arm(10, 30), shift=-5,
                       near_foot=Foot(-22), far_foot=Foot(30)),
    "slump": Pose(turn=0.55, lean=4, bend=20, nod=14, shrug=-4, near=Arm(4, 14), far=Arm(10, 20)),
    "proud": Pose(turn=0.35, lean=-3, nod=-4, near=Arm(-10, 8), far=Arm(12, 20), near_foot=Foot(-28),
                  far_foot=Foot(30)),
    "hands-hips": Pose(turn=0.25, near=Arm(-44, 40, 26, "grip"), far=Arm(44, -40, -26, "grip"),
                       near_foot=Foot(-32), far_foot=Foot(32)),
    "arms-crossed": Pose(turn=0.3, lean=-3, near=Arm(-18, 98, 6, "relaxed"), far=Arm(16, -92, -8, "flat"),
                         far_over=True, near_foot=Foot(-26), far_foot=Foot(26)),
    "open-arms": Pose(turn=0.22, lean=1, near=Arm(-34, -62, 0, "open"), far=Arm(34, 70, 0, "open"),
                      near_foot=Foot(-24), far_foot=Foot(26)),
    "wave": Pose(turn=0.3, near=Arm(-8, 8), far=Arm(78, 168, 0, "open"), near_foot=Foot(-22), far_foot=Foot(24)),
    "listen": Pose(turn=0.5, nod=6, near=Arm(-12, 70, 8), far=Arm(-4, 52, 10)),
    "explain": Pose(turn=0.45, near=Arm(8, 84, 10, "open"), far=Arm(26, 108, 10, "open")),
    "think": Pose(turn=0.5, nod=5, near=Arm(10, 96, 0, "flat"), far=Arm(30, 172, -20, "point")),
    "mug": Pose(turn=0.5, near=Arm(12, 112, 0, "hold"), far=Arm(6, 20)),
    "carry": Pose(turn=0.72, lean=-4, near=Arm(4, 84, 4, "hold"), far=Arm(16, 88, 4, "hold")),
    "push": Pose(turn=0.85, lean=12, bend=4, near=Arm(34, 74, 0, "grip"), far=Arm(42, 80, 0, "grip"),
                 near_foot=Foot(-52, 4, 24), far_foot=Foot(30)),
    "work-table": Pose(turn=0.7, lean=9, bend=8, nod=12, near=Arm(26, 72, 0, "flat"), far=Arm(34, 78, 0, "flat")),
    "water": Pose(turn=0.75, lean=9, bend=5, nod=8, near=Arm(14, 72, -18, "grip"), far=Arm(4, 40)),
    "stoop": Pose(turn=0.85, lean=48, bend=22, nod=-8, hip=0.9, shift=-26, near=Arm(16, 30), far=Arm(24, 34),
                  near_foot=Foot(-22), far_foot=Foot(34)),
    "squat": Pose(turn=0.8, lean=14, bend=10, hip=0.5, shift=-20, near=Arm(40, 62), far=Arm(48, 66),
                  near_foot=Foot(-34, 8, 34), far_foot=Foot(30)),
    "stick": Pose(turn=0.5, lean=4, bend=8, near=Arm(-6, 10), far=Arm(16, 40, -6, "grip")),
    "stretch": Pose(turn=0.2, lean=-4, nod=-10, near=Arm(-150, -172, 0, "open"), far=Arm(150, 172, 0, "open"),
                    near_foot=Foot(-24), far_foot=Foot(26)),
    "sit": _sit(),
    "sit-slump": _sit(lean=8, bend=24, nod=14, shrug=-4, near=Arm(16, 66), far=Arm(26, 76)),
    "sit-table": _sit(lean=7, bend=7, near=Arm(34, 80, 6, "flat"), far=Arm(44, 84, 6, "flat")),
    "sit-lean": _sit(lean=15, bend=14, nod=6, near=Arm(40, 82, 6, "flat"), far=Arm(50, 84, 6, "flat")),
    "sit-mug": _sit(lean=6, bend=7, near=Arm(30, 98, 0, "hold"), far=Arm(40, 104, 0, "hold")),
    "sit-back": _sit(turn=0.6, lean=-10, bend=6, near=Arm(10, 62), far=Arm(16, 58)),
    "sit-talk": _sit(turn=0.6, lean=4, bend=4, near=Arm(14, 78, 8, "open"), far=Arm(38, 112, 8, "open")),
    "sit-read": _sit(lean=2, bend=16, nod=20, near=Arm(22, 104, 0, "hold"), far=Arm(30, 110, 0, "hold")),
    "sit-work": _sit(lean=10, bend=12, nod=14, near=Arm(38, 84), far=Arm(48, 90)),
}  # fmt: skip

STRIDE = 250.0
"""Two steps of a calm walk, in pixels of the figure."""


def walking(base: Pose, travelled: float, pace: float) -> Pose:
    """The pose while walking, `travelled` figure pixels after the start; at `pace` 0 it is just `base`."""
    phase = travelled / STRIDE
    near, far = _step(phase), _step(phase + 0.5)
    swing = 24 * math.cos(phase * math.tau)
    bob = Pose(
        turn=0.8, lean=base.lean + 3, bend=base.bend, nod=base.nod, look=base.look, shrug=base.shrug, hip=0.995,
        near=_swung(base.near, -swing), far=_swung(base.far, swing), near_foot=near, far_foot=far,
        far_over=base.far_over,
    )  # fmt: skip
    return blend(base, bob, pace)


def _step(phase: float) -> Foot:
    share, stance = phase % 1.0, 0.6
    half = STRIDE * stance / 2
    if share < stance:
        gone = share / stance
        return Foot(x=half - 2 * half * gone, lift=max(0.0, gone - 0.8) * 44, tip=max(0.0, gone - 0.72) * 110)
    gone = (share - stance) / (1 - stance)
    smooth = gone * gone * (3 - 2 * gone)
    return Foot(x=-half + 2 * half * smooth, lift=9 + 26 * math.sin(gone * math.pi) - 9 * gone,
                tip=31 * (1 - gone) - 14 * math.sin(gone * math.pi) * gone)  # fmt: skip


def _swung(arm: Arm, swing: float) -> Arm:
    if arm.lower > 60 or arm.lower < -30:
        return Arm(arm.upper + swing * 0.1, arm.lower + swing * 0.12, arm.wrist, arm.hand, arm.seen)
    return Arm(arm.upper + swing, arm.lower + swing + max(0.0, swing * 0.5), arm.wrist, arm.hand, arm.seen)
