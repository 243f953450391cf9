"""More of the pose library: with an umbrella, with a map, with a sleeping dog, worn out on a bench."""

from bot.studio.figure.pose import Arm, Foot, Pose

MORE: dict[str, Pose] = {
    "under-umbrella": Pose(turn=0.6, lean=2, near=Arm(26, 138, 0, "grip"), far=Arm(6, 30)),
    "hold-map": Pose(turn=0.45, nod=12, bend=4, near=Arm(-6, 84, 10, "hold"), far=Arm(34, 66, 10, "hold"),
                     near_foot=Foot(-24), far_foot=Foot(28)),
    "cradle": Pose(turn=0.66, lean=-7, near=Arm(2, 78, 6, "flat"), far=Arm(26, 84, 6, "flat")),
    "sit-spent": Pose(turn=0.5, sit=1, shift=-62, lean=-14, bend=8, nod=-8, near=Arm(-8, 26), far=Arm(24, 44),
                      near_foot=Foot(64), far_foot=Foot(104)),
    "sit-easy": Pose(turn=0.46, sit=1, shift=-62, lean=-6, bend=6, near=Arm(10, 66), far=Arm(16, 62),
                     near_foot=Foot(40), far_foot=Foot(76)),
    "brisk": Pose(turn=0.6, lean=3, nod=-3, near=Arm(-16, 62, 0, "grip"), far=Arm(18, 88, 0, "grip")),
    "lean-phone": Pose(turn=0.55, lean=6, bend=4, nod=2, near=Arm(10, 96, 0, "hold"), far=Arm(28, 22, 40, "flat"),
                       near_foot=Foot(-30), far_foot=Foot(22)),
    "arms-up": Pose(turn=0.3, lean=-3, nod=-8, near=Arm(-128, -160, 0, "grip"), far=Arm(132, 164, 0, "grip"),
                    near_foot=Foot(-26), far_foot=Foot(28)),
    "rake": Pose(turn=0.72, lean=9, bend=6, nod=8, near=Arm(20, 74, -20, "grip"), far=Arm(10, 52, -10, "grip"),
                 near_foot=Foot(-34), far_foot=Foot(36)),
    "ladle-up": Pose(turn=0.5, nod=-3, near=Arm(-40, 44, 20, "grip"), far=Arm(26, 128, 0, "grip"),
                     near_foot=Foot(-24), far_foot=Foot(26)),
}  # fmt: skip
