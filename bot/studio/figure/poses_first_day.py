"""Poses of a first day back: a bowl on the lap, a step over a threshold, two mugs, a bag over the shoulder."""

from bot.studio.figure.pose import Arm, Foot, Pose

POSES: dict[str, Pose] = {
    "sit-bowl": Pose(turn=0.62, sit=1, shift=-62, lean=-5, bend=8, near=Arm(6, 132, 0, "hold"),
                     far=Arm(-16, 74, 6, "flat"), near_foot=Foot(50), far_foot=Foot(86)),
    "step-in": Pose(turn=0.7, lean=5, bend=2, near=Arm(-20, 130, 0, "grip"), far=Arm(10, 30), shift=8,
                    near_foot=Foot(-54, 5, 26), far_foot=Foot(68, 52)),
    "two-mugs": Pose(turn=0.45, lean=-4, nod=2, shift=-16, near=Arm(-8, 84, 0, "hold"), far=Arm(14, 104, 0, "hold"),
                     near_foot=Foot(-14), far_foot=Foot(44)),
}  # fmt: skip
