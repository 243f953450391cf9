"""`opstap invite`, `link` and `requests`: letting someone in (again), and seeing who asked for a person."""

import asyncio
import sys
from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from bot.bootstrap import kept_master_key, now
from bot.later import HERE
from bot.newcomers import Newcomer, add_organisation, add_person, find_person, make_invite
from bot.settings import Settings, read_settings
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.storage.vault import Vault

T = TypeVar("T")


def once(settings: Settings, work: Callable[[Unit], T]) -> T:
    """Does one thing in the database, also while the house runs."""
    database = Database(settings.database, Vault.from_text(settings.master_key or kept_master_key(settings.data)))
    try:
        database.migrate()
        return asyncio.run(database.write(work))
    finally:
        database.close()


def invite(
    name: Annotated[str, typer.Argument(help="The first name of the employee.")],
    organisation: Annotated[str, typer.Option(help="The organisation; made when it is not there yet.")],
    coach: Annotated[str, typer.Option(help="The first name of the coach.")],
) -> None:
    """Add an employee, and print the personal link and the code (they work once, for two weeks)."""
    settings, at = read_settings(), now()

    def add(unit: Unit) -> str:
        where = add_organisation(unit, organisation, at)
        facts = {"organisation": organisation, "coach": coach}
        person, _ = add_person(unit, Newcomer(organisation_id=where, name=name, facts=facts), at)
        return make_invite(unit, person, at)

    _print(settings, once(settings, add))


def link(
    name: Annotated[str, typer.Argument(help="The first name of the employee.")],
    organisation: Annotated[str, typer.Option(help="The organisation in which they are.")],
    handle: Annotated[str, typer.Option(help="Which one, when several have this name.")] = "",
) -> None:
    """Print a new link for someone who was here before; ends the logins and the link that they had."""
    settings, at = read_settings(), now()

    def renew(unit: Unit) -> str:
        person = find_person(unit, name, organisation, handle)
        unit.invites.withdraw(person.id, at)
        unit.web_sessions.close_all(person.id)
        return make_invite(unit, person.id, at)

    _print(settings, once(settings, renew))


def _print(settings: Settings, code: str) -> None:
    sys.stdout.write(f"Link: {settings.url}/k/{code}\nCode: {code}\n")


def requests() -> None:
    """Print who asked for a talk or for help, and when; never what they typed."""

    def read(unit: Unit) -> list[str]:
        people = [person.id for one in unit.organisations.all() for person in unit.people.of(one.id)]
        names = unit.people.names(people)
        found = unit.requests.open_for(people)
        return [f"{one.asked_at.astimezone(HERE):%Y-%m-%d %H:%M}  {names[one.person_id]}  {one.kind}" for one in found]

    rows = once(read_settings(), read)
    sys.stdout.write("\n".join(rows or ["Nobody asked for anything."]) + "\n")
