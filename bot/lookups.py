"""Small questions to the store that several desks ask: who is at an address, and where someone stands."""

from bot.flows.session import Session, parse
from bot.storage.people import PersonRow
from bot.storage.unit import Unit


def person_at(unit: Unit, channel: str, address: str) -> PersonRow | None:
    """Who is behind an address; None for a stranger."""
    return unit.people.by_addresses([(channel, address)]).get((channel, address))


def session_of(unit: Unit, person: str) -> Session | None:
    """Where someone stands; None for who never came in."""
    stored = unit.sessions.load([person], lock=False).get(person)
    return parse(stored[0]) if stored else None
