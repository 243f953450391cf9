"""Adding people: an organisation, a person with a web address of their own, and a code to come in with."""

import secrets
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from bot.circle import roles
from bot.errors import NameSharedError, NameUnknownError
from bot.flows.session import parse
from bot.later import HERE
from bot.rows import session_row
from bot.storage.codes import make_code
from bot.storage.invites import NewInvite
from bot.storage.organisations import Organisation
from bot.storage.people import NewPerson, PersonRow
from bot.storage.unit import Unit
from bot.storage.ways import WEB

VALID = timedelta(days=14)
"""How long a code can be used."""
SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"


class Newcomer(Struct, frozen=True, kw_only=True):
    """Who to add. `facts` (coach, organisation, name) are what dialogues may say about them.

    `team` and `coach` are ids; with a coach the fact of that name follows by itself.
    """

    organisation_id: str
    name: str
    facts: dict[str, str]
    role: str = "employee"
    team: str | None = None
    coach: str | None = None


def random_signs(length: int) -> str:
    """Signs that are easy to read and fit in an address."""
    return "".join(secrets.choice(SIGNS) for _ in range(length))


def add_organisation(unit: Unit, name: str, now: datetime, *, demo: bool = False) -> str:
    """The id of the organisation with this name, made when it was not there."""
    known = next((one for one in unit.organisations.all() if one.name == name and one.demo == demo), None)
    if known is not None:
        return known.id
    fresh = Organisation(id=random_signs(16), name=name, demo=demo, created_at=now)
    unit.organisations.add(fresh)
    return fresh.id


def add_person(unit: Unit, who: Newcomer, now: datetime) -> tuple[str, str]:
    """Adds a person who can use the web chat; gives the id and the public handle."""
    person, handle = random_signs(16), random_signs(10)
    unit.people.add(
        NewPerson(
            id=person,
            organisation_id=who.organisation_id,
            handle=handle,
            status="invited",
            created_at=now,
            name=who.name,
            facts=msgspec.json.encode(who.facts),
        )
    )
    unit.people.link("web", handle, person)
    roles.give(unit, person, who.role, team=who.team, at=now)
    if who.coach is not None:
        roles.coach(unit, person, who.coach, now)
    return person, handle


def let_back_in(unit: Unit, person: PersonRow) -> None:
    """Gives someone who was shut out the own web address again."""
    unit.people.link("web", person.handle, person.id)


def find_person(unit: Unit, name: str, organisation: str, handle: str) -> PersonRow:
    """The one with this name (and, if given, this handle); raises NameUnknownError or NameSharedError."""
    where = [one.id for one in unit.organisations.all() if one.name == organisation and not one.demo]
    people = [person for id in where for person in unit.people.of(id) if handle in ("", person.handle)]
    names = unit.people.names([person.id for person in people])
    found = [person for person in people if names[person.id].casefold() == name.strip().casefold()]
    if not found:
        raise NameUnknownError(name=name, organisation=organisation)
    if len(found) > 1:
        known = ", ".join(f"{one.handle} since {one.created_at.astimezone(HERE):%Y-%m-%d}" for one in found)
        raise NameSharedError(count=len(found), name=name, organisation=organisation, handles=known)
    return found[0]


def make_invite(unit: Unit, person: str, now: datetime) -> str:
    """A code that lets this person in once, within two weeks."""
    code = make_code(secrets.randbits)
    unit.invites.make(NewInvite(code=code, person_id=person, purpose="web", created_at=now, expires_at=now + VALID))
    return code


def renew_invite(unit: Unit, person: str, now: datetime) -> str:
    """A new code. Every way in that there was ends: a phone that was lost may be in the hands of somebody else."""
    unit.invites.withdraw(person, now)
    unit.web_sessions.close_all(person)
    for way in unit.ways.of(person, now):
        unit.ways.close(person, way)
    return make_invite(unit, person, now)


def wait_at_home(unit: Unit, person: PersonRow, now: datetime) -> None:
    """Lets what is said to somebody, and what waits for them elsewhere, wait in the web chat."""
    blob, version = unit.sessions.load([person.id]).get(person.id, (b"", 0))
    session, home = parse(blob) if blob else None, (WEB, person.handle)
    if session is not None and session.reached != home:
        unit.outbox.bring_along(person.id, session.reached, home, now)
        session.reached = home
        unit.sessions.save([session_row(session, version, now)])
