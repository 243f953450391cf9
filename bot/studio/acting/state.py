"""How an actor and the things around stand at one moment, and what an action may change."""

from dataclasses import dataclass, field, replace

from bot.content.models.film import Action, Member, Outfit
from bot.studio import geometry as g
from bot.studio.figure.face import Face
from bot.studio.figure.pose import Arm, Pose
from bot.studio.figure.skeleton import Body, stand


@dataclass
class Thing:
    """A prop on the stage: where it stands, how it is drawn, and what it is doing."""

    kind: str
    x: float
    y: float
    depth: float
    size: float = 1.0
    flip: bool = False
    colour: str | None = None
    held: bool = False
    doing: dict[str, float] = field(default_factory=dict)


@dataclass
class Playing:
    """An actor at one moment. `facing` is 1 to the right, -1 to the left; `scale` counts figure pixels."""

    member: Member
    outfit: Outfit
    x: float
    y: float
    facing: int
    scale: float
    seat: float
    pose: Pose
    face: Face
    breath: float = 0
    closed: float = 0
    gaze: float = 0
    near: str | None = None
    far: str | None = None
    tilt: float = 0
    stream: float = 0

    def body(self) -> Body:
        """The joints in the present pose."""
        return stand(self.pose, self.member.build, seat=self.seat / self.scale, breath=self.breath)

    def local(self, x: float, y: float) -> g.Point:
        """A point of the stage in the pixels of the figure."""
        return (x - self.x) * self.facing / self.scale, (y - self.y) / self.scale

    def world(self, point: g.Point) -> g.Point:
        """A point of the figure on the stage."""
        return self.x + point[0] * self.facing * self.scale, self.y + point[1] * self.scale

    def set_arm(self, hand: str, arm: Arm) -> None:
        """Moves one arm."""
        self.pose = replace(self.pose, near=arm) if hand == "near" else replace(self.pose, far=arm)

    def arm(self, hand: str) -> Arm:
        """One arm as it is now."""
        return self.pose.near if hand == "near" else self.pose.far


@dataclass(frozen=True)
class Moment:
    """What an action needs to know: when it is in the scene, and everybody and everything there."""

    now: float
    action: Action
    things: dict[str, Thing]
    spots: dict[str, "Place"]
    actors: dict[str, Playing]

    @property
    def gone(self) -> float:
        """The share of the action that is over, from 0 to 1."""
        length = max(self.action.for_, 0.001)
        return max(0.0, min(1.0, (self.now - self.action.at) / length))

    @property
    def since(self) -> float:
        """Seconds since the action began."""
        return self.now - self.action.at


@dataclass(frozen=True)
class Place:
    """A named spot of a place: the ground that is stood on, and the height of the seat there (0 for none)."""

    x: float
    y: float
    seat: float = 0
    depth: float | None = None
