"""When a code that was used is tried again: whose code it is hears of it, and so does their coach."""

from datetime import datetime

from bot.later import HERE
from bot.posting import flow_at
from bot.storage.unit import Unit

OWNER, COACH = "code-geprobeerd", "code-geprobeerd-coach"


def warn(unit: Unit, code: str, now: datetime) -> None:
    """Tells them at the first open moment, once a day at most; who typed the code is told nothing."""
    owner = unit.invites.owner(code)
    if owner is None or not unit.invites.used(code):
        return
    day = f"{now.astimezone(HERE):%Y%m%d}"
    told = [flow_at(owner, OWNER, {}, now, mark=day)]
    coach = unit.circle.coach_of(owner)
    if coach is not None:
        told.append(flow_at(coach, COACH, {"who": owner}, now, mark=f"{owner}:{day}"))
    unit.timers.set([one for one in told if not unit.timers.was_set(one.person_id, one.purpose)])
