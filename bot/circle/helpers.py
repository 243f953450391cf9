"""Who can be asked to help somebody: the own coach, one of the same team, one of the organisation, or the lead."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Literal

from msgspec import Struct

from bot.circle import office
from bot.circle.parts import Setting
from bot.later import HERE
from bot.storage.people import PersonRow

Kind = Literal["now", "later", "nobody"]
HELPERS = ("coach", "lead")
"""Roles that can take a hulpvraag."""


class Plan(Struct, frozen=True, kw_only=True):
    """Who will be asked, and when."""

    kind: Kind
    who: str = ""
    at: datetime


class Away(Struct, frozen=True, kw_only=True):
    """A coach who is not there: from which day on they are, and who could be asked in their place."""

    who: str
    back: date
    other: str | None


def plan(on: Setting, person: PersonRow, *, urgent: bool = False, wait: bool = False) -> Plan:
    """Whom to ask first. With `wait` the own coach, also when they are away."""
    at = on.now if urgent else office.opens(on.now, on.terms)
    own = own_coach(on, person)
    if own is not None and (here(on, own, at) or (wait and not urgent)):
        return _plan(on, own, max(at, _back(on, own, at)))
    found = next(iter(coaches(on, person, at, but=())), None) or next(iter(leads(on, person, but=())), None)
    if found is not None:
        return _plan(on, found, at)
    if own is not None:
        # Nobody else at all: then it waits for the own coach, also when it is urgent.
        return _plan(on, own, at if urgent else _back(on, own, at))
    return Plan(kind="nobody", at=at)


def away(on: Setting, person: PersonRow) -> Away | None:
    """The absence of the own coach at the moment at which they would be asked; None when they are there."""
    own, at = own_coach(on, person), office.opens(on.now, on.terms)
    if own is None or here(on, own, at):
        return None
    others = coaches(on, person, at, but=(own,))
    return Away(who=own, back=_back(on, own, at).astimezone(HERE).date(), other=next(iter(others), None))


def own_coach(on: Setting, person: PersonRow) -> str | None:
    """The coach of this person, as long as they are a coach who can be reached."""
    own = on.unit.circle.coach_of(person.id)
    if own is None or "coach" not in on.unit.circle.roles_of(own) or not _reached(on, [own]):
        return None
    return own


def coaches(on: Setting, person: PersonRow, at: datetime, *, but: Collection[str]) -> list[str]:
    """The other coaches who are there at that moment, those of the same team first."""
    team = _team(on, person)
    found = on.unit.circle.who_is("coach", person.organisation_id)
    wanted = _reached(on, [one for one in found if one not in but and one != person.id])
    free = [one for one in wanted if here(on, one, at)]
    return sorted(free, key=lambda one: team is None or on.unit.circle.roles_of(one).get("coach") != team)


def leads(on: Setting, person: PersonRow, *, but: Collection[str]) -> list[str]:
    """The project leads, in the order in which they became that."""
    found = on.unit.circle.who_is("lead", person.organisation_id)
    return _reached(on, [one for one in found if one not in but and one != person.id])


def here(on: Setting, who: str, at: datetime) -> bool:
    """Whether this coach is not away on the day of that moment."""
    return on.unit.circle.away_until(who, at.astimezone(HERE).date()) is None


def helps(on: Setting, who: str) -> bool:
    """Whether this person may take a hulpvraag."""
    return any(one in HELPERS for one in on.unit.circle.roles_of(who))


def _reached(on: Setting, ids: list[str]) -> list[str]:
    """Those who agreed to this chat and can be reached in it."""
    rows = on.unit.people.by_ids(ids)
    return [one for one in ids if one in rows and rows[one].status == "active" and rows[one].unreachable_at is None]


def _plan(on: Setting, who: str, at: datetime) -> Plan:
    return Plan(kind="now" if at <= on.now else "later", who=who, at=at)


def _back(on: Setting, who: str, at: datetime) -> datetime:
    """When this coach works (again), not before that moment."""
    day = at.astimezone(HERE).date()
    last = on.unit.circle.away_until(who, day)
    while last is not None:
        day = last + timedelta(days=1)
        last = on.unit.circle.away_until(who, day)
    return at if day == at.astimezone(HERE).date() else office.on_day(day, on.terms)


def _team(on: Setting, person: PersonRow) -> str | None:
    """The team of this person, or else that of their coach."""
    team = on.unit.circle.roles_of(person.id).get("employee")
    own = on.unit.circle.coach_of(person.id)
    return team or (on.unit.circle.roles_of(own).get("coach") if own else None)
