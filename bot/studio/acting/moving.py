"""Actions that change where somebody is or how they stand: walk-to, turn, pose, sit, stand."""

from dataclasses import replace

from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import ease, lerp, pulse
from bot.studio.figure.pose import blend
from bot.studio.figure.poses import POSES, walking


def walk_to(actor: Playing, moment: Moment) -> None:
    """Walks to a spot; faces the way it goes; feet do not slide."""
    goal = target(moment)
    gone = _start_stop(moment.gone)
    start_x, start_y = actor.x, actor.y
    distance = goal[0] - start_x
    actor.x, actor.y = start_x + distance * gone, lerp(start_y, goal[1], gone)
    if abs(distance) > 1:
        actor.facing = 1 if distance > 0 else -1
    pace = pulse(moment.since, 0, moment.action.for_, 0.3)
    actor.pose = walking(actor.pose, abs(distance) * gone / actor.scale, pace)


def pose(actor: Playing, moment: Moment) -> None:
    """Takes another pose from the library, named by `what`."""
    actor.pose = blend(actor.pose, POSES[moment.action.what or "stand"], ease(moment.gone))


def sit(actor: Playing, moment: Moment) -> None:
    """Sits down on the seat of the spot, in the pose named by `what`."""
    actor.pose = blend(actor.pose, POSES[moment.action.what or "sit"], ease(moment.gone))


def stand(actor: Playing, moment: Moment) -> None:
    """Stands up, in the pose named by `what`; leans forward on the way."""
    share = ease(moment.gone)
    actor.pose = blend(actor.pose, POSES[moment.action.what or "stand"], share)
    forward = 22 * pulse(moment.since, 0, moment.action.for_, moment.action.for_ / 2)
    actor.pose = replace(actor.pose, lean=actor.pose.lean + forward)


def turn(actor: Playing, moment: Moment) -> None:
    """Turns to face the other way (or the spot `to`), through the front."""
    share = ease(moment.gone)
    away = -actor.facing
    if moment.action.to is not None:
        away = 1 if target(moment)[0] > actor.x else -1
    if away == actor.facing:
        return
    seen = actor.pose.turn * abs(1 - 2 * share)
    actor.facing = away if share > 0.5 else actor.facing
    actor.pose = replace(actor.pose, turn=seen)


def target(moment: Moment) -> tuple[float, float]:
    """Where `to` (or `what`) is on the stage."""
    goal = moment.action.to or moment.action.what
    if isinstance(goal, tuple):
        return goal
    name = str(goal)
    if name in moment.things:
        return moment.things[name].x, moment.things[name].y
    if name in moment.actors:
        other = moment.actors[name]
        return other.world(other.body().head)
    spot = moment.spots[name]
    return spot.x, spot.y


def _start_stop(share: float) -> float:
    """A walk starts and stops softly but is even in between."""
    edge = 0.18
    top = 1 / (1 - edge)
    if share < edge:
        return top * share * share / (2 * edge)
    if share > 1 - edge:
        return 1 - top * (1 - share) ** 2 / (2 * edge)
    return top * (share - edge / 2)


NEEDS_GOAL = frozenset({
    "walk-to", "look-at", "point", "reach", "stroke", "pour", "pick-up", "put-down", "rest", "tug",
    "pen-tap", "write", "press", "hold-out", "hand-over", "tremble", "both-hands", "steady",
    "put-away", "take-back",
})  # fmt: skip
"""Actions that cannot be played without a `to` or a `what`."""
