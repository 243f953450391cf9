"""More poses: lying on a sofa, on a very small chair, with a phone held away, with a bag on the lap."""

from bot.studio.figure.pose import Arm, Foot, Pose

_LOW = Pose(turn=0.78, sit=1, shift=-62, lean=-3, bend=8, near=Arm(22, 66), far=Arm(28, 70), near_foot=Foot(40),
            far_foot=Foot(66))  # fmt: skip
_SEATED = Pose(turn=0.72, sit=1, shift=-62, lean=-2, bend=6, near=Arm(-20, 68), far=Arm(-8, 64),
               near_foot=Foot(58), far_foot=Foot(84))  # fmt: skip

POSES: dict[str, Pose] = {
    "lie-sofa": Pose(turn=0.5, sit=1, shift=-62, lean=-76, bend=18, nod=6, near=Arm(82, 92), far=Arm(74, 88),
                     near_foot=Foot(222, 140, -70), far_foot=Foot(232, 146, -70)),
    "sit-low": _LOW,
    "sit-low-tea": Pose(turn=0.66, sit=1, shift=-62, lean=-4, bend=10, nod=3, near=Arm(8, 104, 0, "hold"),
                        far=Arm(6, 60), near_foot=Foot(40), far_foot=Foot(66)),
    "sit-bag": Pose(turn=0.66, sit=1, shift=-62, lean=2, bend=8, near=Arm(26, 84, 0, "grip"),
                    far=Arm(36, 88, 0, "grip"), near_foot=Foot(58), far_foot=Foot(84)),
    "sit-phone": Pose(turn=0.6, sit=1, shift=-62, lean=-6, bend=8, near=Arm(6, 132, 0, "hold"), far=Arm(24, 74),
                      near_foot=Foot(58), far_foot=Foot(84)),
    "sit-phone-away": Pose(turn=0.62, sit=1, shift=-62, lean=-6, bend=14, nod=10, shrug=-5,
                           near=Arm(38, 112, 0, "hold"), far=Arm(-8, 62), near_foot=Foot(58), far_foot=Foot(84)),
    "sit-shoes": Pose(turn=0.8, sit=1, shift=-62, lean=42, bend=30, nod=6, near=Arm(38, 22), far=Arm(46, 26),
                      near_foot=Foot(62), far_foot=Foot(88)),
    "sit-easy": _SEATED,
    "hurry": Pose(turn=0.8, lean=12, bend=4, near=Arm(-10, 60), far=Arm(30, 84, 0, "open"), near_foot=Foot(-40, 4, 24),
                  far_foot=Foot(34)),
    "hold-up": Pose(turn=0.4, lean=-2, near=Arm(28, 128, 0, "grip"), far=Arm(-10, 20), near_foot=Foot(-22),
                    far_foot=Foot(26)),
    "admire": Pose(turn=0.5, lean=-8, nod=-3, near=Arm(-6, 62, 10, "open"), far=Arm(34, 92, 10, "open"),
                   near_foot=Foot(-30), far_foot=Foot(24)),
    "bag-down": Pose(turn=0.45, near=Arm(3, 8, 0, "grip"), far=Arm(8, 24), near_foot=Foot(-18), far_foot=Foot(22)),
}  # fmt: skip
