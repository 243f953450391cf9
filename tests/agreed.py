"""Somebody who agreed long ago, as the house keeps that, without the talk that it took."""

from datetime import datetime

from bot.flows.session import Session
from bot.rows import session_row
from bot.storage.unit import Unit


def agree(unit: Unit, person: str, reached: tuple[str, str], now: datetime) -> None:
    """They take part, and their chat is quiet. `reached` is the channel they used last, and their address there."""
    unit.people.set_status(person, "active")
    unit.sessions.save([session_row(Session(person=person, state="active", consent=now, reached=reached), 0, now)])
