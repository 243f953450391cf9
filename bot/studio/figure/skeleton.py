"""From a pose to the places of all joints: feet stand on the ground, knees and spine follow."""

import math
from dataclasses import dataclass

from bot.content.models.film import Build
from bot.studio import geometry as g
from bot.studio.easing import lerp
from bot.studio.figure.pose import Arm, Foot, Pose

HEIGHT, ANKLE, THIGH, SHIN, TORSO = 640.0, 17.0, 154.0, 148.0, 196.0
UPPER_ARM, LOWER_ARM, SEAT_ABOVE = 108.0, 98.0, 26.0
STEPS = 12

WIDTHS = ((-0.16, "hips", 0.90), (0.02, "hips", 1.0), (0.22, "hips", 0.95), (0.45, "waist", 1.0),
          (0.72, "shoulders", 0.90), (0.88, "shoulders", 0.97), (0.96, "shoulders", 0.86),
          (1.0, "shoulders", 0.70))  # fmt: skip
"""Half the width of the trunk at shares of its height."""


@dataclass(frozen=True)
class ArmJoints:
    """Where one arm is."""

    shoulder: g.Point
    elbow: g.Point
    wrist: g.Point
    angle: float
    hand: str
    folded: bool = False


@dataclass(frozen=True)
class LegJoints:
    """Where one leg is; `tip` is how far the heel is up, in degrees."""

    hip: g.Point
    knee: g.Point
    ankle: g.Point
    tip: float


@dataclass(frozen=True)
class Body:
    """All joints of one figure in its own pixels: the ground at y 0, up is negative, facing right."""

    build: Build
    pose: Pose
    spine: tuple[g.Point, ...]
    tilts: tuple[float, ...]
    near: ArmJoints
    far: ArmJoints
    near_leg: LegJoints
    far_leg: LegJoints
    neck: g.Point
    head: g.Point
    head_tilt: float
    head_turn: float

    def half(self, v: float) -> float:
        """Half the width of the trunk as seen, at a share of its height (0 hips, 1 shoulders)."""
        pairs = [(at, getattr(self.build, name) * share) for at, name, share in WIDTHS]
        below = max((pair for pair in pairs if pair[0] <= v), default=pairs[0])
        above = min((pair for pair in pairs if pair[0] >= v), default=pairs[-1])
        share = 0.0 if above[0] == below[0] else (v - below[0]) / (above[0] - below[0])
        narrow = lerp(1.0, 0.68, self.pose.turn)
        return lerp(below[1], above[1], share) * narrow

    def at(self, u: float, v: float) -> g.Point:
        """A point on the trunk: `u` from -1 (back edge) to 1 (front edge), `v` from 0 (hips) to 1 (shoulders)."""
        x, y = self._spine(v)
        tilt = math.radians(self._tilt(v))
        out = u * self.half(v) + max(0.0, u) * self._bulge(v)
        return x + math.cos(tilt) * out, y + math.sin(tilt) * out

    @property
    def front(self) -> float:
        """The `u` of the middle of the chest: buttons and zips lie there."""
        return 0.62 * self.pose.turn

    def _bulge(self, v: float) -> float:
        belly = self.build.belly * math.exp(-(((v - 0.3) / 0.24) ** 2))
        bust = self.build.bust * math.exp(-(((v - 0.68) / 0.13) ** 2))
        return (belly + bust) * lerp(0.35, 1.0, self.pose.turn)

    def _spine(self, v: float) -> g.Point:
        if v < 0:
            tilt = math.radians(self.tilts[0] * 0.4)
            x, y = self.spine[0]
            return x + math.sin(tilt) * TORSO * v, y - math.cos(tilt) * TORSO * v
        place = min(v, 1.12) * STEPS
        index = min(int(place), STEPS - 1)
        share = place - index
        (x1, y1), (x2, y2) = self.spine[index], self.spine[index + 1]
        return x1 + (x2 - x1) * share, y1 + (y2 - y1) * share

    def _tilt(self, v: float) -> float:
        if v < 0:
            return self.tilts[0] * 0.4
        return self.tilts[min(int(v * STEPS), STEPS - 1)]


def stand(pose: Pose, build: Build, *, seat: float, breath: float) -> Body:
    """All joints of a pose. `seat` is the height of what is sat on; `breath` runs from -1 to 1."""
    hip = (pose.shift, -_hip_height(pose, seat))
    spine, tilts = _spine(hip, pose, 1 + breath * 0.006)
    near_hip, far_hip = _across(hip, build.hips * 0.46, pose.turn)
    legs = [_leg(at, foot) for at, foot in ((near_hip, pose.near_foot), (far_hip, pose.far_foot))]
    top = g.between(spine[-3], spine[-2], 0.45)
    lift = pose.shrug + breath * 1.2
    near_at, far_at = _across((top[0], top[1] - lift), build.shoulders * 0.79, pose.turn)
    near = _arm(near_at, pose.near)
    far = _arm((far_at[0], far_at[1] + 1), pose.far)
    tilt = tilts[-1] * 0.55 + pose.nod
    neck = spine[-1]
    head = _above(neck, 60 * build.face**0.5, tilts[-1] * 0.6 + pose.nod * 0.45)
    face_turn = max(-0.85, min(0.85, pose.turn * 0.8 + pose.look))
    head = (head[0] + 7 * pose.turn, head[1])
    return Body(build=build, pose=pose, spine=spine, tilts=tilts, near=near, far=far, near_leg=legs[0],
                far_leg=legs[1], neck=neck, head=head, head_tilt=tilt, head_turn=face_turn)  # fmt: skip


def _hip_height(pose: Pose, seat: float) -> float:
    heights = []
    for foot in (pose.near_foot, pose.far_foot):
        away = min(abs(foot.x - pose.shift), 280.0)
        heights.append(ANKLE + foot.lift + math.sqrt(((THIGH + SHIN) * 0.9992) ** 2 - away**2))
    return lerp(min(heights) * pose.hip, seat + SEAT_ABOVE, pose.sit)


def _spine(hip: g.Point, pose: Pose, stretch: float) -> tuple[tuple[g.Point, ...], tuple[float, ...]]:
    points, tilts = [hip], []
    for step in range(STEPS):
        tilt = pose.lean + pose.bend * (step / (STEPS - 1)) ** 1.3
        points.append(_above(points[-1], TORSO / STEPS * stretch, tilt))
        tilts.append(tilt)
    return tuple(points), tuple(tilts)


def _above(point: g.Point, length: float, tilt: float) -> g.Point:
    angle = math.radians(tilt)
    return point[0] + math.sin(angle) * length, point[1] - math.cos(angle) * length


def _across(middle: g.Point, half: float, turn: float) -> tuple[g.Point, g.Point]:
    seen = half * math.cos(turn * math.pi / 2 * 0.82)
    return (middle[0] - seen, middle[1]), (middle[0] + seen, middle[1])


def _leg(hip: g.Point, foot: Foot) -> LegJoints:
    ankle = (foot.x, -ANKLE - foot.lift)
    upper, lower = g.reach(hip, ankle, (THIGH, SHIN), 1)
    knee = g.hang(hip, THIGH, upper)
    return LegJoints(hip=hip, knee=knee, ankle=g.hang(knee, SHIN, lower), tip=foot.tip)


def _arm(shoulder: g.Point, arm: Arm) -> ArmJoints:
    elbow = g.hang(shoulder, UPPER_ARM * arm.seen, arm.upper)
    wrist = g.hang(elbow, LOWER_ARM, arm.lower)
    return ArmJoints(shoulder=shoulder, elbow=elbow, wrist=wrist, angle=arm.lower + arm.wrist,
                     hand=arm.hand, folded=arm.seen < 0.85)  # fmt: skip
