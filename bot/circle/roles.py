"""What someone is in the house, and whose coach."""

from datetime import datetime

import msgspec

from bot.errors import NotACoachError
from bot.storage.people import PersonRow
from bot.storage.unit import Unit

ROLES = ("coach", "lead", "colleague", "employee")
"""Who is more than one of these is, in the chat, the first of them: others wait for what a coach does."""
NOBODY = "none"
"""Who has no role any more walks no flow."""
EARLIER = "earlier-shares"
"""The yes for a new coach to read what was shared with the one before."""


def facts_of(person: PersonRow) -> dict[str, str]:
    """What the house keeps of a person for its dialogues."""
    return msgspec.json.decode(person.facts, type=dict[str, str]) if person.facts else {}


def set_facts(unit: Unit, person_id: str, **fresh: str) -> None:
    """Changes some of these facts; an empty one goes."""
    person = unit.people.by_ids([person_id])[person_id]
    facts = {key: fact for key, fact in {**facts_of(person), **fresh}.items() if fact}
    unit.people.set_facts(person_id, msgspec.json.encode(facts))


def give(unit: Unit, person_id: str, role: str, *, team: str | None, at: datetime) -> None:
    """Makes someone this too."""
    unit.circle.give_role(person_id, role, team, at)
    refresh(unit, person_id)


def coach(unit: Unit, person_id: str, coach_id: str, at: datetime) -> None:
    """Lets someone be the coach of a person, who is not asked to share again what the one before read."""
    if "coach" not in unit.circle.roles_of(coach_id):
        raise NotACoachError(person=coach_id)
    unit.circle.bond(person_id, coach_id, at)
    unit.circle.forbid(person_id, EARLIER)
    set_facts(unit, person_id, coach=unit.people.names([coach_id])[coach_id])


def refresh(unit: Unit, person_id: str) -> dict[str, str | None]:
    """Puts the main role into the facts, where each turn reads it; gives all roles."""
    roles = unit.circle.roles_of(person_id)
    main = next((one for one in ROLES if one in roles), NOBODY)
    set_facts(unit, person_id, role="" if main == "employee" else main)
    return roles
