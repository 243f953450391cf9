"""Actions of hands, head and shoulders: wave, nod, shake, point, shrug, sigh, laugh, look-at, feel."""

import math
from dataclasses import replace

from bot.studio.acting.moving import target
from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import ease, pulse, swing
from bot.studio.figure.face import FACES
from bot.studio.figure.pose import Arm, blend


def wave(actor: Playing, moment: Moment) -> None:
    """Raises a hand and waves it; the far hand unless told otherwise."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    hand = moment.action.hand or "far"
    side = 1 if hand == "far" else -1
    wag = 17 * swing(moment.since, 0.62)
    raised = Arm(side * 62, side * (160 + wag), side * wag * 0.5, "open")
    actor.set_arm(hand, blend(actor.arm(hand), raised, share))


def nod(actor: Playing, moment: Moment) -> None:
    """Nods yes."""
    share = pulse(moment.since, 0, moment.action.for_, 0.3)
    actor.pose = replace(actor.pose, nod=actor.pose.nod + share * (5 + 7 * swing(moment.since, 0.7)))


def shake(actor: Playing, moment: Moment) -> None:
    """Shakes the head: no, or not to be believed."""
    share = pulse(moment.since, 0, moment.action.for_, 0.3)
    actor.pose = replace(actor.pose, look=actor.pose.look + share * 0.22 * swing(moment.since, 0.8))


def point(actor: Playing, moment: Moment) -> None:
    """Points to a spot, a thing or somebody."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    hand = moment.action.hand or "far"
    body = actor.body()
    joints = body.near if hand == "near" else body.far
    x, y = actor.local(*target(moment))
    angle = math.degrees(math.atan2(x - joints.shoulder[0], y - joints.shoulder[1]))
    actor.set_arm(hand, blend(actor.arm(hand), Arm(angle - 12, angle + 6, 0, "point"), share))


def shrug(actor: Playing, moment: Moment) -> None:
    """Lifts the shoulders and shows the palms."""
    share = pulse(moment.since, 0, moment.action.for_, 0.4)
    near, far = Arm(-16, 60, 30, "open"), Arm(22, 104, 20, "open")
    actor.pose = replace(
        actor.pose, shrug=actor.pose.shrug + 13 * share, near=blend(actor.pose.near, near, share),
        far=blend(actor.pose.far, far, share),
    )  # fmt: skip


def sigh(actor: Playing, moment: Moment) -> None:
    """Breathes in deeply and lets it all go."""
    rise = pulse(moment.since, 0, moment.action.for_ * 0.55, 0.6)
    fall = pulse(moment.since, moment.action.for_ * 0.4, moment.action.for_ * 0.6, 0.5)
    actor.pose = replace(
        actor.pose, shrug=actor.pose.shrug + 9 * rise - 5 * fall, bend=actor.pose.bend - 6 * rise + 5 * fall,
        nod=actor.pose.nod - 5 * rise + 6 * fall,
    )  # fmt: skip


def laugh(actor: Playing, moment: Moment) -> None:
    """Laughs: the head goes back, the shoulders shake."""
    share = pulse(moment.since, 0, moment.action.for_, 0.35)
    shaking = swing(moment.since, 0.34)
    actor.face = blend(actor.face, FACES["laugh"], share)
    actor.pose = replace(actor.pose, shrug=actor.pose.shrug + share * (3 + 3 * shaking),
                         nod=actor.pose.nod - share * 9, lean=actor.pose.lean - share * 2)  # fmt: skip


def look_at(actor: Playing, moment: Moment) -> None:
    """Turns head and eyes to a spot, a thing or somebody, and keeps looking."""
    share = ease(moment.since / 0.45)
    x, y = actor.local(*target(moment))
    head = actor.body().head
    ahead = x - head[0]
    actor.gaze = actor.gaze * (1 - share) + share * max(-1.0, min(1.0, ahead / 120))
    drop = math.degrees(math.atan2(y - head[1], max(120.0, abs(ahead))))
    aside = 0.25 if ahead > 0 else -1.05
    goal = replace(actor.pose, look=aside, nod=max(-16.0, min(24.0, drop * 0.45)))
    actor.pose = blend(actor.pose, goal, share)


def face_us(actor: Playing, moment: Moment) -> None:
    """Turns the face to who is watching, and keeps it so."""
    share = ease(moment.since / max(moment.action.for_, 0.3))
    actor.pose = replace(actor.pose, look=actor.pose.look * (1 - share) - share * actor.pose.turn * 0.72,
                         nod=actor.pose.nod * (1 - share))  # fmt: skip
    actor.gaze *= 1 - share


def feel(actor: Playing, moment: Moment) -> None:
    """Changes to the feeling named by `what`, and stays so."""
    actor.face = blend(actor.face, FACES[moment.action.what or "calm"], ease(moment.since / 0.5))
