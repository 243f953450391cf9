"""Actions of a first day back: set-watch, loosen, from-pocket, to-pocket, look-up, leaf-in-hair, pencil-behind-ear."""

from dataclasses import replace

from bot.studio.acting.handling import reach_for
from bot.studio.acting.sharing import put_in_hand
from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import ease, pulse, swing
from bot.studio.figure.pose import Arm, blend
from bot.studio.figure.tucked import LEAF, PENCIL

POCKET = (-14.0, -318.0)
"""The trouser pocket on the near side, in pixels of the figure."""


def set_watch(actor: Playing, moment: Moment) -> None:
    """Lifts the near wrist, looks at the watch there and turns its knob with two fingers."""
    share = pulse(moment.since, 0, moment.action.for_, 0.45)
    actor.set_arm("near", blend(actor.arm("near"), Arm(18, 84, 0, "grip"), share))
    wrist = actor.body().near.wrist
    twist = 4 * swing(moment.since, 0.55)
    reach_for(actor, "far", actor.world((wrist[0] - 4, wrist[1] - 30 + twist * 0.4)), share, shape="point")
    finger = actor.arm("far")
    actor.set_arm("far", replace(finger, wrist=share * (-56 + 3 * twist)))
    actor.pose = replace(actor.pose, nod=actor.pose.nod + 14 * share)


def loosen(actor: Playing, moment: Moment) -> None:
    """Shakes the shoulders and the arms loose before the work."""
    share = pulse(moment.since, 0, moment.action.for_, 0.35)
    beat, other = swing(moment.since, 0.42), swing(moment.since, 0.42, 0.5)
    near, far = Arm(-14 + 16 * beat, 16 + 28 * beat), Arm(14 + 16 * other, 30 + 28 * other)
    actor.pose = replace(
        actor.pose, shrug=actor.pose.shrug + share * (9 + 10 * beat), lean=actor.pose.lean - 2 * share,
        nod=actor.pose.nod - 3 * share, near=blend(actor.pose.near, near, share), far=blend(actor.pose.far, far, share),
    )  # fmt: skip


def from_pocket(actor: Playing, moment: Moment) -> None:
    """Takes the ringing phone out of the pocket with the near hand: half-way through it is in the hand."""
    _to_pocket(actor, moment)
    if moment.gone >= 0.5:
        put_in_hand(actor, "near", "phone-ringing")


def to_pocket(actor: Playing, moment: Moment) -> None:
    """Puts what is in the near hand into the pocket: half-way through the hand is empty."""
    _to_pocket(actor, moment)
    if moment.gone >= 0.5:
        put_in_hand(actor, "near", None)


def look_up(actor: Playing, moment: Moment) -> None:
    """Lays the head far back to look up at what hangs above, and keeps looking."""
    share = ease(moment.since / 0.8)
    actor.gaze = 0.5 * share
    actor.pose = blend(actor.pose, replace(actor.pose, look=0.12, nod=-34, bend=actor.pose.bend * 0.4), share)


def leaf_in_hair(actor: Playing, moment: Moment) -> None:
    """Has a yellow leaf in the hair from then on, and does not know it."""
    actor.member = actor.member.model_copy(update={"wears": (*actor.member.wears, LEAF)})


def pencil_behind_ear(actor: Playing, moment: Moment) -> None:
    """Has a pencil behind the ear from then on."""
    actor.member = actor.member.model_copy(update={"wears": (*actor.member.wears, PENCIL)})


def _to_pocket(actor: Playing, moment: Moment) -> None:
    share = pulse(moment.since, 0, moment.action.for_, moment.action.for_ / 2)
    reach_for(actor, "near", actor.world(POCKET), share, shape="hold", seen=0.9)
