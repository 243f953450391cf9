"""Actions with a rake in both hands: plant, rake-calm, rake-fast, lean-on-rake, put-away, take-back."""

import math
from dataclasses import replace

from bot.studio import geometry as g
from bot.studio.acting.handling import pick_up, put_down, reach_for
from bot.studio.acting.sharing import put_in_hand
from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import ease, lerp, swing
from bot.studio.figure.pose import Foot, blend
from bot.studio.strokes import AWAY, CALM, FAR, FAST, HELD_AT, NEAR, Raking

UPPER, LOWER = 430.0, HELD_AT
"""How far from its tines the near and the far hand hold a rake, in pixels of the figure."""
STANDS_AT, STANDS = 96.0, 3.0
"""Where a rake stands that nobody uses at the moment, and how far it leans to its owner (degrees)."""
ONE_HAND, TWO_HANDS, ON_TOP = "rake-in-hand", "rake-in-hands", "rake-leant-on"


def plant(actor: Playing, moment: Moment) -> None:
    """Lets the rake stand on the ground beside the feet, from then on: in both hands, or in the far hand alone."""
    if actor.near == TWO_HANDS:
        _hold_pole(actor, STANDS_AT, STANDS, 0)
        return
    share = ease(moment.since / 0.6) if moment.action.at else 1.0
    reach_for(actor, "far", actor.world(_along(STANDS_AT, STANDS, 0, LOWER)), share, shape="grip")
    actor.tilt = lerp(actor.tilt, -STANDS, share)


def rake_calm(actor: Playing, moment: Moment) -> None:
    """Rakes in long even strokes."""
    _rake(actor, moment, CALM)


def rake_fast(actor: Playing, moment: Moment) -> None:
    """Rakes in a hurry: bent over, in short strokes."""
    _rake(actor, moment, FAST)


def lean_on_rake(actor: Playing, moment: Moment) -> None:
    """Hangs on the rake with both hands on the top of its pole."""
    actor.near, actor.far = ON_TOP, None
    give = 1.5 * swing(moment.now, 2.4)
    actor.pose = replace(actor.pose, turn=0.68, lean=actor.pose.lean + 15 + give, bend=actor.pose.bend + 12, shift=-18,
                         near_foot=Foot(-38), far_foot=Foot(24))  # fmt: skip
    top = _along(118, 5, 0, 470)
    for hand, aside in (("far", 6), ("near", -6)):
        reach_for(actor, hand, actor.world((top[0] + aside, top[1] + aside)), 1.0, shape="grip", seen=0.62)
    actor.tilt = -5.0


def put_away(actor: Playing, moment: Moment) -> None:
    """Leans the rake in the far hand against something: on its way there it tips over to how it will stand."""
    put_down(actor, moment)
    actor.tilt = lerp(actor.tilt, AWAY, ease(moment.gone * 2)) if moment.gone < 0.5 else 0.0


def take_back(actor: Playing, moment: Moment) -> None:
    """Takes the rake that leans against something, and sets it upright."""
    pick_up(actor, moment)
    if moment.gone >= 0.5:
        actor.tilt = AWAY * (1 - ease(moment.gone * 2 - 1))


def _rake(actor: Playing, moment: Moment, raking: Raking) -> None:
    if actor.far == ONE_HAND and not _gripped(actor, moment):
        return
    put_in_hand(actor, "near", TWO_HANDS)
    put_in_hand(actor, "far", None)
    share = ease((moment.now - raking.start + 0.4) / 0.4) * ease((moment.action.for_ - moment.since) / 0.5)
    _, tip, lift = raking.stroke(moment.now)
    gone = (FAR - tip) / (FAR - NEAR)
    actor.pose = replace(
        actor.pose, lean=actor.pose.lean + share * (raking.stoop + lerp(9, -3, gone)), bend=actor.pose.bend + share * 6,
        turn=lerp(actor.pose.turn, 0.74, share), nod=actor.pose.nod + share * 8,
        near_foot=blend(actor.pose.near_foot, Foot(-44), share), far_foot=blend(actor.pose.far_foot, Foot(46), share),
    )  # fmt: skip
    _hold_pole(actor, lerp(STANDS_AT, tip, share), lerp(STANDS, lerp(*raking.leans, gone), share), lift * share)


def _gripped(actor: Playing, moment: Moment) -> bool:
    """Brings the near hand to a rake that stands in the far hand; tells whether it is there."""
    share = ease(moment.since / 0.4)
    reach_for(actor, "near", actor.world(_along(STANDS_AT, STANDS, 0, UPPER)), share, shape="grip")
    return share >= 1


def _hold_pole(actor: Playing, tip: float, leans: float, lift: float) -> None:
    for hand, far in (("far", LOWER), ("near", UPPER), ("far", LOWER)):
        reach_for(actor, hand, actor.world(_along(tip, leans, lift, far)), 1.0, shape="grip")
    actor.tilt = -leans


def _along(tip: float, leans: float, lift: float, far: float) -> g.Point:
    """A point of a pole whose tines are `tip` before the feet and that leans back by so many degrees."""
    angle = math.radians(leans)
    return tip - math.sin(angle) * far, -lift - math.cos(angle) * far
