"""The part of a person's copy that is about cards: those that came, and to whom one sent some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.storage.unit import Unit


def export_cards(unit: Unit, person_id: str) -> dict[str, Any]:
    """What stands on a card is in the copy of whom it is for."""
    sent = unit.cards.by(person_id)
    names = unit.people.names(one.person_id for one in sent)
    return {
        "cards": [
            {
                "by": list(one.names),
                "text": one.text,
                "at": one.delivered_at.isoformat() if one.delivered_at else None,
                "thanks": one.thanks,
            }
            for one in unit.cards.of(person_id)
        ],
        "sent_cards": [{"who": names.get(one.person_id, ""), "at": one.made_at.isoformat()} for one in sent],
    }
