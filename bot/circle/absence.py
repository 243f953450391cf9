"""When a coach is not there, so that who needs one is told the truth and another is asked."""

from collections.abc import Mapping
from datetime import date

from bot.circle import saying
from bot.circle.parts import Ask, Deed, Part
from bot.circle.people import is_a

TOLD = "coach-weg-klaar"
"""Says from when until when it was understood."""


def _away(deed: Deed) -> None:
    """Days of absence, both included; two that were given the wrong way round are meant the other way."""
    first, last = _day(deed.id("first")), _day(deed.id("last"))
    if first is None or last is None or not is_a(deed.on, deed.me, "coach"):
        return
    deed.on.unit.circle.be_away(deed.me.id, min(first, last), max(first, last))
    deed.post.tell(deed.me.id, TOLD, {})


def _back(deed: Deed) -> None:
    deed.on.unit.circle.be_back(deed.me.id)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _mine(ask: Ask) -> Mapping[str, str]:
    """Whether this coach is away, or will be."""
    ahead = ask.on.unit.circle.absences_of(ask.me.id, saying.today(ask.on))
    if not ahead:
        return {"away": "no"}
    return {"away": "yes", "days": saying.days(ask.on, *ahead[0])}


PART = Part(views={"my-absence": _mine}, deeds={"be_away": _away, "be_back": _back})
