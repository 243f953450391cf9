"""Actions between two people or with both hands: hold, hold-out, hand-over, fold, tap, measure, rub-neck, tremble."""

from dataclasses import replace

from bot.studio import geometry as g
from bot.studio.acting.handling import HELD_AS, reach_for
from bot.studio.acting.moving import target
from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import ease, pulse, swing
from bot.studio.figure.pose import Arm, blend

FOLDED = {"brolly": "brolly-closed"}
"""What an open thing becomes once it is folded."""


def put_in_hand(actor: Playing, hand: str, kind: str | None) -> None:
    """Fills or empties a hand."""
    if hand == "near":
        actor.near = kind
    else:
        actor.far = kind


def hold(actor: Playing, moment: Moment) -> None:
    """Has a thing of the stage in the hand, from the very first frame; without `what` the hand is empty."""
    thing = moment.things.get(moment.action.what or "")
    if thing:
        thing.held = True
    put_in_hand(actor, moment.action.hand or "near", HELD_AS.get(thing.kind, thing.kind) if thing else None)


def hold_out(actor: Playing, moment: Moment) -> None:
    """Brings a closed hand to a spot, keeps it there while the action lasts, and draws it back."""
    edge = min(0.6, moment.action.for_ / 2)
    start = 1.0 if moment.action.at == 0 else ease(moment.since / edge)
    share = start * ease((moment.action.for_ - moment.since) / edge)
    reach_for(actor, moment.action.hand or "near", target(moment), share, shape="hold")


def hand_over(actor: Playing, moment: Moment) -> None:
    """Gives what is in the hand to the person named by `what`, at the spot `to`: half-way through they have it.

    Who receives plays `hold-out` to the same spot at the same time, with the near hand.
    """
    hand = moment.action.hand or "near"
    reach_for(actor, hand, _meeting(moment), pulse(moment.since, 0, moment.action.for_, 0.6), shape="hold")
    if moment.gone >= 0.5:
        kind = actor.near if hand == "near" else actor.far
        put_in_hand(actor, hand, None)
        other = moment.actors[moment.action.what or ""]
        if kind and other.near is None:
            other.near = kind
        elif kind:
            other.far = kind


def fold(actor: Playing, moment: Moment) -> None:
    """Folds what is in the hand (an umbrella): both hands meet on it, and half-way through it is closed."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    body = actor.body()
    chest = actor.world((body.neck[0] + 78, body.neck[1] + 118))
    reach_for(actor, "near", chest, share, shape="grip")
    reach_for(actor, "far", (chest[0], chest[1] - 26), share, shape="grip")
    if moment.gone >= 0.5 and actor.near:
        actor.near = FOLDED.get(actor.near, actor.near)


def tap(actor: Playing, moment: Moment) -> None:
    """Holds the phone in the near hand before the chest and taps on it with a finger of the far hand."""
    share = pulse(moment.since, 0, moment.action.for_, 0.4)
    body = actor.body()
    screen = (body.neck[0] + 74, body.neck[1] + 104)
    reach_for(actor, "near", actor.world(screen), share, shape="hold")
    touch = 5 * max(0.0, swing(moment.since, 0.5))
    reach_for(actor, "far", actor.world((screen[0] + 16, screen[1] - 26 + touch)), share, shape="point")
    actor.pose = replace(actor.pose, nod=actor.pose.nod + 11 * share)


def measure(actor: Playing, moment: Moment) -> None:
    """Shows with the far hand how big something is: as high as the head, then low, then wide."""
    share = pulse(moment.since, 0, moment.action.for_, 0.4)
    gone = moment.gone
    high, low, wide = Arm(96, 150, -40, "flat"), Arm(40, 66, 20, "flat"), Arm(74, 100, -60, "open")
    arm = blend(blend(high, low, ease(gone * 3 - 0.8)), wide, ease(gone * 3 - 1.8))
    actor.set_arm("far", blend(actor.pose.far, arm, share))


def rub_neck(actor: Playing, moment: Moment) -> None:
    """Rubs the back of the neck: this is not easy to say."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    body = actor.body()
    rub = 5 * swing(moment.since, 0.5)
    nape = actor.world((body.head[0] - 34, body.head[1] + 46 + rub))
    reach_for(actor, moment.action.hand or "near", nape, share, shape="flat", seen=0.55)
    actor.pose = replace(actor.pose, nod=actor.pose.nod + 7 * share)


def tremble(actor: Playing, moment: Moment) -> None:
    """Presses what is in the hand to a spot while it shakes: a drill at work."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    x, y = target(moment)
    shake = 1.6 * swing(moment.now, 0.11) * ease(share * 3 - 2)
    reach_for(actor, moment.action.hand or "near", (x + shake, y + shake * 0.6), share, shape="grip")
    actor.stream = 1.0 if share > 0.9 else 0.0


def both_hands(actor: Playing, moment: Moment) -> None:
    """Puts both hands on a thing or spot, one a hand's width under the other, and keeps them there."""
    start = 1.0 if moment.action.at == 0 else ease(moment.since / 0.5)
    share = start * ease((moment.action.for_ - moment.since) / 0.5)
    x, y = target(moment)
    reach_for(actor, "far", (x, y - 34), share, shape="flat")
    reach_for(actor, "near", (x, y + 34), share, shape="flat")


def _meeting(moment: Moment) -> g.Point:
    spot = moment.action.to
    if not isinstance(spot, tuple):
        return target(moment)
    return spot
