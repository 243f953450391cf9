"""Actions with things: pick-up, put-down, give, drink, phone, pour, water, stroke, work."""

import math
from dataclasses import replace

from bot.studio import geometry as g
from bot.studio.acting.moving import target
from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import ease, pulse, swing
from bot.studio.figure.pose import Arm, blend
from bot.studio.figure.skeleton import LOWER_ARM, UPPER_ARM, ArmJoints

PALM = 20.0
"""How far the middle of the hand lies beyond the wrist."""


HELD_AS = {"phone-flat": "phone", "rake-leaning": "rake-in-hand"}
"""Things that look different in a hand."""


def reach_for(actor: Playing, hand: str, point: g.Point, share: float, *, shape: str, seen: float = 1.0) -> None:
    """Brings the middle of a hand to a point of the stage; leans over when the arm is too short.

    With `seen` below 1 the elbow points at who watches, so that a hand can come close to the head.
    """
    if share <= 0:
        return
    joints = _joints(actor, hand)
    goal = actor.local(*point)
    short = math.dist(joints.shoulder, goal) - (UPPER_ARM * seen + LOWER_ARM + PALM - 8)
    if short > 0:
        actor.pose = replace(actor.pose, lean=actor.pose.lean + share * min(34.0, short * 0.42))
        joints = _joints(actor, hand)
    upper, lower = g.reach(joints.shoulder, goal, (UPPER_ARM * seen, LOWER_ARM + PALM), -1)
    actor.set_arm(hand, blend(actor.arm(hand), Arm(upper, lower, 0, shape, seen), share))


def rest(actor: Playing, moment: Moment) -> None:
    """Lays both hands flat on the table at `to`, from then on."""
    share = 1.0 if moment.action.at == 0 else ease(moment.since / 0.6)
    x, y = target(moment)
    for hand, ahead in (("near", -14), ("far", 26)):
        reach_for(actor, hand, (x + ahead * actor.facing, y - 8), share, shape="flat")
        arm = actor.arm(hand)
        actor.set_arm(hand, replace(arm, wrist=share * (92 - arm.lower)))


def chin(actor: Playing, moment: Moment) -> None:
    """Rests the cheek on a hand for as long as the action lasts."""
    hand = moment.action.hand or "far"
    starts = ease(moment.since / 0.7) if moment.action.at else 1.0
    share = starts * ease((moment.action.for_ - moment.since) / 0.7)
    body = actor.body()
    cheek = actor.world((body.head[0] + 26, body.head[1] + 54))
    reach_for(actor, hand, cheek, share, shape="relaxed", seen=0.72)


def hug(actor: Playing, moment: Moment) -> None:
    """Folds both hands around the cup in the near hand."""
    share = ease(moment.since / 0.6)
    body = actor.body()
    cup = g.hang(body.near.wrist, PALM, body.near.angle)
    reach_for(actor, "far", actor.world((cup[0] + 8, cup[1])), share, shape="hold")


def _joints(actor: Playing, hand: str) -> ArmJoints:
    body = actor.body()
    return body.near if hand == "near" else body.far


def pick_up(actor: Playing, moment: Moment) -> None:
    """Takes a thing from the stage: half-way through it is in the hand."""
    hand, name = moment.action.hand or "near", moment.action.what or ""
    thing = moment.things[name]
    share = pulse(moment.since, 0, moment.action.for_, moment.action.for_ / 2)
    reach_for(actor, hand, (thing.x, thing.y - 16), share, shape="hold")
    if moment.gone >= 0.5:
        thing.held = True
        _take(actor, hand, HELD_AS.get(thing.kind, thing.kind))


def put_down(actor: Playing, moment: Moment) -> None:
    """Puts what is in the hand on a spot: half-way through it stands there."""
    hand, name = moment.action.hand or "near", moment.action.what or ""
    goal = target(replace(moment, action=moment.action.model_copy(update={"what": None})))
    share = pulse(moment.since, 0, moment.action.for_, moment.action.for_ / 2)
    reach_for(actor, hand, (goal[0], goal[1] - 16), share, shape="hold")
    if moment.gone >= 0.5:
        thing = moment.things[name]
        thing.held, (thing.x, thing.y) = False, goal
        _take(actor, hand, None)


def reach_out(actor: Playing, moment: Moment) -> None:
    """Brings a hand to a thing or spot, and back."""
    share = pulse(moment.since, 0, moment.action.for_, min(0.7, moment.action.for_ / 2))
    x, y = target(moment)
    reach_for(actor, moment.action.hand or "near", (x, y - 14), share, shape="relaxed")


def stroke(actor: Playing, moment: Moment) -> None:
    """Strokes the dog (or what `what` names), to and fro."""
    share = pulse(moment.since, 0, moment.action.for_, 0.6)
    x, y = target(moment)
    to_and_fro = 22 * swing(moment.since, 1.1) * actor.facing
    reach_for(actor, moment.action.hand or "near", (x + to_and_fro, y - 4 - abs(to_and_fro) * 0.2), share, shape="flat")


def drink(actor: Playing, moment: Moment) -> None:
    """Brings the hand with the cup to the mouth, tips it, and lowers it again."""
    hand = moment.action.hand or "near"
    share = pulse(moment.since, 0, moment.action.for_, min(0.8, moment.action.for_ / 2.2))
    body = actor.body()
    mouth = actor.world((body.head[0] + 30 + 14 * body.head_turn, body.head[1] + 44))
    reach_for(actor, hand, mouth, share, shape="hold")
    actor.tilt = -26 * ease(share * 1.6 - 0.6)
    actor.pose = replace(actor.pose, nod=actor.pose.nod - 7 * share)


def phone(actor: Playing, moment: Moment) -> None:
    """Holds the phone in the hand to the ear, for as long as the action lasts."""
    hand = moment.action.hand or "near"
    starts = ease(moment.since / 0.6) if moment.action.at else 1.0
    share = starts * ease((moment.action.for_ - moment.since) / 0.6)
    body = actor.body()
    ear = actor.world((body.head[0] - 50 + 22 * body.head_turn, body.head[1] + 30))
    reach_for(actor, hand, ear, share, shape="hold", seen=0.5)
    actor.pose = replace(actor.pose, nod=actor.pose.nod + 3 * share)


def show(actor: Playing, moment: Moment) -> None:
    """Holds what is in the hand before the eyes, to read it."""
    hand = moment.action.hand or "near"
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    body = actor.body()
    reach_for(actor, hand, actor.world((body.head[0] + 88, body.head[1] + 112)), share, shape="hold")
    actor.pose = replace(actor.pose, nod=actor.pose.nod + 12 * share)


def pour(actor: Playing, moment: Moment) -> None:
    """Pours from what is in the hand above a spot or thing: it tips, and a stream falls."""
    hand = moment.action.hand or "near"
    share = pulse(moment.since, 0, moment.action.for_, min(0.8, moment.action.for_ / 2.2))
    x, y = target(moment)
    reach_for(actor, hand, (x - 68 * actor.facing, y - 92), share, shape="grip")
    tipped = ease(share * 1.8 - 0.8)
    actor.tilt = 52 * tipped
    actor.stream = tipped if share > 0.8 else 0.0


def work(actor: Playing, moment: Moment) -> None:
    """Both hands are busy on the table before the actor: folding, sorting, packing."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    beat = moment.since
    near, far = actor.pose.near, actor.pose.far
    actor.pose = replace(
        actor.pose,
        near=Arm(near.upper + share * 9 * swing(beat, 1.7), near.lower + share * 11 * swing(beat, 1.7, 0.2),
                 near.wrist, near.hand),
        far=Arm(far.upper + share * 9 * swing(beat, 1.7, 0.5), far.lower + share * 11 * swing(beat, 1.7, 0.7),
                far.wrist, far.hand),
    )  # fmt: skip


def sprinkle(actor: Playing, moment: Moment) -> None:
    """Waters plants with the can in the hand, slowly from side to side."""
    share = pulse(moment.since, 0, moment.action.for_, 0.7)
    side = 12 * swing(moment.since, 2.6) * share
    arm = actor.pose.near
    actor.set_arm("near", Arm(arm.upper + side * 0.6, arm.lower + side, arm.wrist, arm.hand))
    actor.tilt = 24 * share
    actor.stream = share if share > 0.75 else 0.0


def _take(actor: Playing, hand: str, kind: str | None) -> None:
    if hand == "near":
        actor.near = kind
    else:
        actor.far = kind
