"""Actions that show something with the hands alone: tap-wrist, raise-finger, to-ear."""

from dataclasses import replace

from bot.studio.acting.handling import reach_for
from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import ease, pulse, swing
from bot.studio.figure.pose import Arm, blend


def tap_wrist(actor: Playing, moment: Moment) -> None:
    """Lifts the near wrist and taps on it with a finger of the other hand."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    actor.set_arm("near", blend(actor.arm("near"), Arm(20, 94, 0, "relaxed"), share))
    wrist = actor.body().near.wrist
    tap = 24 + 10 * swing(moment.since, 0.46)
    reach_for(actor, "far", actor.world((wrist[0] + 4, wrist[1] - tap)), share, shape="point")
    finger = actor.arm("far")
    actor.set_arm("far", replace(finger, wrist=-58 * share))


def raise_finger(actor: Playing, moment: Moment) -> None:
    """Lifts a finger to say something, and lets it sink again."""
    share = pulse(moment.since, 0, moment.action.for_, min(0.55, moment.action.for_ / 2))
    hand = moment.action.hand or "far"
    actor.set_arm(hand, blend(actor.arm(hand), Arm(12, 138, 0, "point"), share))


def to_ear(actor: Playing, moment: Moment) -> None:
    """Brings the phone in the near hand past the face to the ear; at the end it goes back to where the pose has it."""
    starts = ease(moment.since / 0.7) if moment.action.at else 1.0
    share = starts * ease((moment.action.for_ - moment.since) / 0.7)
    body, before = actor.body(), actor.arm("near")
    ear = actor.world((body.head[0] - 50 + 22 * body.head_turn, body.head[1] + 30))
    reach_for(actor, "near", ear, 1.0, shape="hold", seen=0.5)
    goal = actor.arm("near")
    up_front = goal.lower + 360 if goal.lower < 0 else goal.lower
    actor.set_arm("near", blend(before, replace(goal, lower=up_front), share))
