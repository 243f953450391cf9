"""Small actions of the hands: tug, scratch, pen-tap, write, press, wave-away, heart, pant."""

import math
from dataclasses import replace

from bot.studio.acting.handling import reach_for
from bot.studio.acting.moving import target
from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import ease, pulse, swing
from bot.studio.figure.pose import Arm, blend


def tug(actor: Playing, moment: Moment) -> None:
    """Pulls with both hands at something that will not let go: leans back, and is drawn in again."""
    share = pulse(moment.since, 0, moment.action.for_, 0.4)
    pull = 0.5 + 0.5 * swing(moment.since, 1.25, -0.25)
    actor.pose = replace(actor.pose, lean=actor.pose.lean + share * (8 - 20 * pull), shrug=actor.pose.shrug + 4 * share)
    x, y = target(moment)
    back = 46 * pull * actor.facing
    for hand, apart in (("near", -26), ("far", 12)):
        reach_for(actor, hand, (x + apart * actor.facing - back, y + apart * 0.2), share, shape="grip")


def scratch(actor: Playing, moment: Moment) -> None:
    """Scratches the head with one hand, the far one unless told otherwise."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    body = actor.body()
    wag = 9 * swing(moment.since, 0.34) * ease(share * 3 - 2)
    crown = actor.world((body.head[0] + 6 + wag, body.head[1] - 42 - abs(wag) * 0.2))
    reach_for(actor, moment.action.hand or "far", crown, share, shape="relaxed", seen=0.9)
    actor.pose = replace(actor.pose, nod=actor.pose.nod + 5 * share)


def pen_tap(actor: Playing, moment: Moment) -> None:
    """Taps on a spot with what is in the hand."""
    share = pulse(moment.since, 0, moment.action.for_, 0.4)
    x, y = target(moment)
    lift = 15 * max(0.0, swing(moment.since, 0.5))
    reach_for(actor, moment.action.hand or "near", (x, y - 22 - lift), share, shape="hold")


def write(actor: Playing, moment: Moment) -> None:
    """Writes on a spot: the hand goes to and fro and slowly onward."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    x, y = target(moment)
    on = 40 * (moment.gone - 0.5) * actor.facing
    wriggle = 5 * swing(moment.since, 0.37)
    reach_for(actor, moment.action.hand or "near", (x + on + wriggle, y - 22 + 3 * swing(moment.since, 0.29)), share,
              shape="hold")  # fmt: skip
    actor.pose = replace(actor.pose, nod=actor.pose.nod + 8 * share)


def press(actor: Playing, moment: Moment) -> None:
    """Presses a spot with one finger: goes there, pushes once, and comes back."""
    share = pulse(moment.since, 0, moment.action.for_, min(0.55, moment.action.for_ / 2))
    x, y = target(moment)
    push = 7 * pulse(moment.since, 0.5, 0.5, 0.2) * actor.facing
    reach_for(actor, moment.action.hand or "far", (x - (14 - push) * actor.facing, y), share, shape="point")


def wave_away(actor: Playing, moment: Moment) -> None:
    """Begins to wave something away with one hand, and stops half-way."""
    share = ease(moment.since / 0.5) * ease((moment.action.for_ - moment.since) / 0.6)
    hand = moment.action.hand or "far"
    flick = 26 * math.sin(min(moment.since, 1.35) * math.tau / 0.9) * ease((1.45 - moment.since) / 0.5)
    actor.set_arm(hand, blend(actor.arm(hand), Arm(34, 128 + flick * 0.6, flick, "open"), share))


def heart(actor: Playing, moment: Moment) -> None:
    """Lays the far hand on the chest, for as long as the action lasts."""
    share = pulse(moment.since, 0, moment.action.for_, 0.8)
    laid = Arm(30, 246, 0, "flat", 0.82)
    actor.pose = replace(actor.pose, far=blend(actor.pose.far, laid, share), far_over=share > 0.02)


def pant(actor: Playing, moment: Moment) -> None:
    """Is out of breath: the shoulders go up and down fast, the mouth is open."""
    share = pulse(moment.since, 0, moment.action.for_, 0.3)
    beat = swing(moment.since, 0.78)
    actor.pose = replace(actor.pose, shrug=actor.pose.shrug + share * (4 + 6 * beat),
                         bend=actor.pose.bend - share * 3 * beat, nod=actor.pose.nod - share * 4 * beat)  # fmt: skip
    actor.face = replace(actor.face, open=max(actor.face.open, share * (0.42 + 0.2 * beat)))
