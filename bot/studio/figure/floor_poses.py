"""Poses low by the ground or with something over the head: kneel, sit on the floor, hold an umbrella."""

from bot.studio.figure.pose import Arm, Foot, Pose

LOW_POSES: dict[str, Pose] = {
    "kneel": Pose(turn=0.8, lean=10, bend=8, nod=8, hip=0.602, near=Arm(30, 70), far=Arm(38, 76),
                  near_foot=Foot(-138, 1, 78), far_foot=Foot(108)),
    "sit-floor": Pose(turn=0.7, sit=1, shift=-40, lean=4, bend=8, near=Arm(30, 84, 0, "flat"),
                      far=Arm(38, 88, 0, "flat"), near_foot=Foot(194, 0, -30), far_foot=Foot(204, 0, -30)),
    "sit-feet-up": Pose(turn=0.72, sit=1, shift=-62, lean=-13, bend=8, near=Arm(18, 66), far=Arm(24, 62),
                        near_foot=Foot(186, 96, -30), far_foot=Foot(212, 98, -30)),
    "umbrella": Pose(turn=0.5, near=Arm(16, 138, 0, "grip"), far=Arm(-12, -4), near_foot=Foot(-20),
                     far_foot=Foot(24)),
    "storm": Pose(turn=0.7, lean=11, bend=4, nod=6, near=Arm(34, 142, 0, "grip"), far=Arm(20, 52, 0, "grip"),
                  near_foot=Foot(-44), far_foot=Foot(34)),
    "umbrella-proud": Pose(turn=0.42, lean=-4, nod=-4, near=Arm(22, 146, 0, "grip"), far=Arm(12, 26),
                           near_foot=Foot(-28), far_foot=Foot(32)),
}  # fmt: skip
