"""What the commands about people share: the database for a moment, and looking someone up by handle."""

import asyncio
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from bot.bootstrap import kept_master_key
from bot.errors import (
    CoachUnknownError,
    NoCoachError,
    NotACoachError,
    OrganisationUnknownError,
    PersonUnknownError,
    TeamUnknownError,
)
from bot.settings import Settings
from bot.storage.circle import Team
from bot.storage.database import Database
from bot.storage.organisations import Organisation
from bot.storage.people import PersonRow
from bot.storage.unit import Unit
from bot.storage.vault import Vault

T = TypeVar("T")


class Role(StrEnum):
    """What someone can be."""

    employee = "employee"
    coach = "coach"
    colleague = "colleague"
    lead = "lead"


def opened(settings: Settings) -> Database:
    """The database, up to date; the caller closes it."""
    database = Database(settings.database, Vault.from_text(settings.master_key or kept_master_key(settings.data)))
    try:
        database.migrate()
    except BaseException:
        database.close()
        raise
    return database


def once(settings: Settings, work: Callable[[Unit], T]) -> T:
    """Does one thing in the database, also while the house runs."""
    database = opened(settings)
    try:
        return asyncio.run(database.write(work))
    finally:
        database.close()


def organisation_of(unit: Unit, name: str) -> Organisation:
    """The organisation with this name, whatever its capitals; raises OrganisationUnknownError."""
    real = [one for one in unit.organisations.all() if not one.demo]
    found = next((one for one in real if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise OrganisationUnknownError(name=name, known=", ".join(one.name for one in real) or "none")
    return found


def team_of(unit: Unit, organisation: Organisation, name: str) -> Team | None:
    """The team with this name in the organisation; None without a name."""
    teams = unit.circle.teams(organisation.id)
    found = next((one for one in teams if one.name.casefold() == name.strip().casefold()), None)
    if name and found is None:
        known = ", ".join(one.name for one in teams) or "none"
        raise TeamUnknownError(name=name, organisation=organisation.name, known=known)
    return found


def person_of(unit: Unit, handle: str) -> PersonRow:
    """Who has this handle; raises PersonUnknownError."""
    found = unit.people.by_handle(handle.strip())
    if found is None:
        raise PersonUnknownError(code=handle)
    return found


def coach_of(unit: Unit, organisation: Organisation, handle: str) -> str:
    """The id of the coach with this handle; without one of the only coach that there is."""
    coaches = unit.circle.who_is("coach", organisation.id)
    rows, names = unit.people.by_ids(coaches), unit.people.names(coaches)
    if handle:
        person = person_of(unit, handle)
        if person.id not in coaches:
            raise NotACoachError(person=handle)
        return person.id
    if not coaches:
        raise NoCoachError(organisation=organisation.name)
    if len(coaches) > 1:
        known = ", ".join(f"{rows[one].handle} {names[one]}" for one in coaches)
        raise CoachUnknownError(organisation=organisation.name, count=len(coaches), handles=known)
    return coaches[0]
