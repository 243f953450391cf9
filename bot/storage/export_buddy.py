"""The part of a person's copy that is about buddies: the own profile, and the pairs, with nothing the other gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from bot.storage.pairs import Pair
    from bot.storage.unit import Unit


def export_buddy(unit: Unit, person_id: str) -> dict[str, Any]:
    """The name of the other stands with who became buddies; how the other can be reached is for the other's copy."""
    profile, pairs = unit.pairs.profile_of(person_id), unit.pairs.all_of(person_id)
    names = unit.people.names(one.other(person_id) for one in pairs if one.started_at)
    return {
        "buddy": [msgspec.to_builtins(msgspec.structs.asdict(profile))] if profile is not None else [],
        "buddies": [_pair(one, person_id, names.get(one.other(person_id), "")) for one in pairs],
    }


def _pair(pair: Pair, person_id: str, name: str) -> dict[str, Any]:
    return {
        "who": next(iter(name.split()), ""),
        "state": pair.state,
        "rhythm": pair.deal.rhythm if pair.deal else "",
        "way": pair.deal.way if pair.deal else "",
        "contact": pair.contacts.get(person_id, ""),
        "at": pair.proposed_at.isoformat(),
        "ended_at": pair.ended_at.isoformat() if pair.ended_at else None,
    }
