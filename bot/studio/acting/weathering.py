"""Actions in a storm and after it: stagger, dry, lift-foot, tear, jot, steady."""

from dataclasses import replace

from bot.studio import geometry as g
from bot.studio.acting.handling import PALM, reach_for
from bot.studio.acting.moving import target
from bot.studio.acting.sharing import put_in_hand
from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import ease, pulse, swing
from bot.studio.figure.pose import Arm, Foot, blend
from bot.studio.figure.skeleton import LOWER_ARM, UPPER_ARM

BLOWN = {"brolly": "brolly-blown"}
"""What the wind makes of a thing."""


def stagger(actor: Playing, moment: Moment) -> None:
    """A gust: what is in the near hand blows inside out, and the body is pushed a step back."""
    gone = moment.gone
    if gone >= 0.25 and actor.near:
        actor.near = BLOWN.get(actor.near, actor.near)
    back = ease(gone * 1.6 - 0.3)
    step = pulse(gone, 0.18, 0.62, 0.3)
    shock = pulse(gone, 0.15, 0.75, 0.2)
    actor.x -= 74 * back * actor.facing
    near = actor.pose.near_foot
    actor.pose = replace(
        actor.pose, lean=actor.pose.lean - 22 * shock, nod=actor.pose.nod - 8 * shock,
        near_foot=Foot(near.x - 46 * step, 30 * step, 12 * step),
    )  # fmt: skip


def dry(actor: Playing, moment: Moment) -> None:
    """Rubs the hair with the towel in the far hand."""
    start = 1.0 if moment.action.at == 0 else ease(moment.since / 0.5)
    share = start * ease((moment.action.for_ - moment.since) / 0.6)
    rub = 13 * swing(moment.since, 0.42)
    body = actor.body()
    crown = actor.world((body.head[0] + 18 + rub, body.head[1] - 50 - abs(rub) * 0.3))
    shoulder, goal = body.far.shoulder, actor.local(*crown)
    upper, lower = g.reach(shoulder, goal, (UPPER_ARM * 0.8, LOWER_ARM + PALM), -1)
    over = Arm(upper, lower + 360 if lower < 0 else lower, 0, "grip", 0.8)
    actor.set_arm("far", blend(actor.arm("far"), over, share))
    actor.pose = replace(actor.pose, nod=actor.pose.nod + share * (9 + 3 * swing(moment.since, 0.42)),
                         far_over=share > 0.3)  # fmt: skip


def lift_foot(actor: Playing, moment: Moment) -> None:
    """Lifts the front foot and shakes it, to look how wet it is."""
    share = pulse(moment.since, 0, moment.action.for_, 0.5)
    shake = 9 * swing(moment.since, 0.3) * ease(share * 3 - 1.8)
    raised = Foot(52 + shake, 74, -18)
    actor.pose = replace(actor.pose, far_foot=blend(actor.pose.far_foot, raised, share),
                         shift=actor.pose.shift - 16 * share, lean=actor.pose.lean - 4 * share)  # fmt: skip


def tear(actor: Playing, moment: Moment) -> None:
    """Tears the sheet between both hands in two: half-way through each hand has a half."""
    share = pulse(moment.since, 0, moment.action.for_, 0.35) if moment.action.at else ease(
        (moment.action.for_ - moment.since) / 0.35)  # fmt: skip
    torn = moment.gone >= 0.5
    put_in_hand(actor, "near", "half-sheet" if torn else "sheet")
    put_in_hand(actor, "far", "half-sheet" if torn else None)
    body = actor.body()
    apart = 30 + (46 * ease(moment.gone * 4 - 1.8)) + 3 * swing(moment.since, 0.2) * (0 if torn else 1)
    middle = (body.neck[0] + 96, body.neck[1] + 88)
    reach_for(actor, "near", actor.world((middle[0] - apart, middle[1] + 6)), share, shape="hold")
    reach_for(actor, "far", actor.world((middle[0] + apart, middle[1] - 6)), share, shape="hold")


def jot(actor: Playing, moment: Moment) -> None:
    """Writes with the far hand on a card in the near hand: half-way through it is the card named by `what`."""
    share = pulse(moment.since, 0, moment.action.for_, 0.4)
    thing = moment.things.get(moment.action.what or "")
    if thing:
        thing.held = True
    put_in_hand(actor, "near", thing.kind if thing and moment.gone >= 0.45 else "card-blank")
    put_in_hand(actor, "far", "pen")
    body = actor.body()
    card = (body.neck[0] + 88, body.neck[1] + 96)
    reach_for(actor, "near", actor.world(card), share, shape="hold")
    loop = (9 * swing(moment.since, 0.7), 5 * swing(moment.since, 0.7, 0.25))
    reach_for(actor, "far", actor.world((card[0] + 40 + loop[0], card[1] - 30 + loop[1])), share, shape="hold")
    actor.pose = replace(actor.pose, nod=actor.pose.nod + 13 * share)


def steady(actor: Playing, moment: Moment) -> None:
    """Holds something upright with both arms, one hand high and one low, and gives a little with it."""
    share = 1.0 if moment.action.at == 0 else ease(moment.since / 0.6)
    x, y = target(moment)
    give = 3 * swing(moment.now, 2.2)
    reach_for(actor, "far", (x + give, y - 62), share, shape="grip")
    reach_for(actor, "near", (x + give * 0.6, y + 62), share, shape="grip")


def in_the_wind(actor: Playing, moment: Moment) -> None:
    """Leans into the wind, pushed back a little by every gust."""
    gust = 3 * swing(moment.since, 1.3) + 1.5 * swing(moment.since, 0.47)
    share = pulse(moment.since, -1, moment.action.for_ + 1, 0.4)
    arm = actor.pose.near
    actor.pose = replace(
        actor.pose, lean=actor.pose.lean + share * (10 + gust),
        near=Arm(arm.upper - gust * share, arm.lower - 2 * gust * share, arm.wrist, arm.hand, arm.seen),
    )  # fmt: skip
