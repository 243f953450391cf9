"""Plays an actor's actions up to one moment, with the breathing and blinking that never stop."""

from collections.abc import Callable

from bot.content.models.film import Action
from bot.studio.acting import fiddling, first_day, gestures, handling, moving, raking, sharing, showing, weathering
from bot.studio.acting.state import Moment, Playing
from bot.studio.easing import blink, seed, swing

Act = Callable[[Playing, Moment], None]

ACTIONS: dict[str, Act] = {
    "walk-to": moving.walk_to, "pose": moving.pose, "sit": moving.sit, "stand": moving.stand,
    "turn": moving.turn,
    "wave": gestures.wave, "nod": gestures.nod, "shake": gestures.shake, "point": gestures.point,
    "shrug": gestures.shrug, "sigh": gestures.sigh, "laugh": gestures.laugh, "look-at": gestures.look_at,
    "face-us": gestures.face_us, "feel": gestures.feel,
    "pick-up": handling.pick_up, "put-down": handling.put_down, "reach": handling.reach_out,
    "stroke": handling.stroke, "drink": handling.drink, "phone": handling.phone, "show": handling.show,
    "pour": handling.pour, "work": handling.work, "rest": handling.rest,
    "chin": handling.chin, "hug": handling.hug, "sprinkle": handling.sprinkle,
    "tug": fiddling.tug, "scratch": fiddling.scratch, "pen-tap": fiddling.pen_tap, "write": fiddling.write,
    "press": fiddling.press, "wave-away": fiddling.wave_away, "heart": fiddling.heart, "pant": fiddling.pant,
    "hold": sharing.hold, "hold-out": sharing.hold_out, "hand-over": sharing.hand_over, "fold": sharing.fold,
    "tap": sharing.tap, "measure": sharing.measure, "rub-neck": sharing.rub_neck, "tremble": sharing.tremble,
    "both-hands": sharing.both_hands, "tap-wrist": showing.tap_wrist, "raise-finger": showing.raise_finger,
    "to-ear": showing.to_ear,
    "stagger": weathering.stagger, "dry": weathering.dry, "lift-foot": weathering.lift_foot,
    "tear": weathering.tear, "jot": weathering.jot, "steady": weathering.steady,
    "in-the-wind": weathering.in_the_wind,
    "plant": raking.plant, "rake-calm": raking.rake_calm, "rake-fast": raking.rake_fast,
    "lean-on-rake": raking.lean_on_rake, "put-away": raking.put_away, "take-back": raking.take_back,
    "set-watch": first_day.set_watch, "loosen": first_day.loosen, "from-pocket": first_day.from_pocket,
    "to-pocket": first_day.to_pocket, "look-up": first_day.look_up, "leaf-in-hair": first_day.leaf_in_hair,
    "pencil-behind-ear": first_day.pencil_behind_ear,
}  # fmt: skip


def play(actor: Playing, actions: tuple[Action, ...], moment: Moment) -> None:
    """Leaves the actor as it is at this moment of the scene."""
    name = actor.member.name
    actor.breath = swing(moment.now, 3.6, seed(name))
    actor.closed = blink(moment.now, name)
    for action in sorted(actions, key=lambda each: each.at):
        if moment.now >= action.at:
            here = Moment(moment.now, action, moment.things, moment.spots, moment.actors)
            ACTIONS[action.do](actor, here)
