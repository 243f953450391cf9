"""`opstap org`: organisations, teams, and what people are; nothing of it needs SQL."""

import asyncio
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from bot.bootstrap import now
from bot.circle import roles
from bot.commands.house import Role, coach_of, once, opened, organisation_of, person_of, team_of
from bot.errors import NotThisRoleError
from bot.moves import end_role, give_coach, move_people
from bot.newcomers import add_organisation, let_back_in, random_signs
from bot.settings import read_settings
from bot.storage.circle import Team
from bot.storage.eraser import Eraser
from bot.storage.ledger import Ledger
from bot.storage.media import MediaFolder
from bot.storage.organisations import Organisation
from bot.storage.people import PersonRow
from bot.storage.unit import Unit

app = typer.Typer(help="Organisations, teams, and what people are.", no_args_is_help=True)

Handle = Annotated[str, typer.Argument(help="The handle of the person (`opstap org list`).")]
To = Annotated[str, typer.Option(help="The handle of the coach who gets the people of this one.")]


@app.command("list")
def show() -> None:
    """Print every organisation with its teams and people: handle, name, what they are, and their coach."""
    sys.stdout.write("\n".join(once(read_settings(), lambda unit: list(_lines(unit)))) + "\n")


@app.command("add")
def add(name: Annotated[str, typer.Argument(help="The name of the organisation.")]) -> None:
    """Make an organisation."""
    once(read_settings(), lambda unit: add_organisation(unit, name.strip(), now()))
    sys.stdout.write(f"{name.strip()} is there.\n")


@app.command("team")
def team(
    organisation: Annotated[str, typer.Argument(help="The organisation.")],
    name: Annotated[str, typer.Argument(help="The name of the team.")],
) -> None:
    """Make a team within an organisation."""

    def make(unit: Unit) -> None:
        where = organisation_of(unit, organisation)
        if name.strip().casefold() not in {one.name.casefold() for one in unit.circle.teams(where.id)}:
            unit.circle.add_team(Team(id=random_signs(16), organisation_id=where.id, name=name.strip()), now())

    once(read_settings(), make)
    sys.stdout.write(f"{name.strip()} is there.\n")


@app.command("give")
def give(
    handle: Handle,
    role: Annotated[Role, typer.Argument(help="What this person becomes, besides what they are.")],
    team: Annotated[str, typer.Option(help="Only for this team.")] = "",
) -> None:
    """Make someone something more, such as a coach."""

    def make(unit: Unit) -> None:
        person = person_of(unit, handle)
        part = team_of(unit, _where(unit, person), team)
        roles.give(unit, person.id, role, team=part.id if part else None, at=now())
        let_back_in(unit, person)

    once(read_settings(), make)
    sys.stdout.write(f"{handle} is {role} now.\n")


@app.command("take")
def take(
    handle: Handle, role: Annotated[Role, typer.Argument(help="What this person is no longer.")], to: To = ""
) -> None:
    """End what someone is. Their logins end, and a coach's people go to another coach."""

    def end(unit: Unit) -> None:
        person = person_of(unit, handle)
        if role not in unit.circle.roles_of(person.id):
            raise NotThisRoleError(person=handle, role=role)
        if role is Role.coach:
            _move(unit, person, to)
        end_role(unit, person.id, role, now())

    once(read_settings(), end)
    sys.stdout.write(f"{handle} is {role} no longer, and is logged out.\n")


@app.command("coach")
def coach(handle: Handle, to: Annotated[str, typer.Argument(help="The handle of the coach.")]) -> None:
    """Give someone a coach, or another coach. They are told."""

    def change(unit: Unit) -> None:
        person = person_of(unit, handle)
        give_coach(unit, person.id, coach_of(unit, _where(unit, person), to), now())

    once(read_settings(), change)
    sys.stdout.write(f"{handle} has {to} for a coach now.\n")


@app.command("move")
def move(old: Handle, new: Annotated[str, typer.Argument(help="The handle of the coach who gets them.")]) -> None:
    """Give all people of a coach, with their open hulpvragen, to another coach. They are told."""

    def change(unit: Unit) -> int:
        return _move(unit, person_of(unit, old), new)

    count = once(read_settings(), change)
    sys.stdout.write(f"{count} people have {new} for a coach now.\n")


@app.command("remove")
def remove(
    handle: Handle,
    to: To = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether it is sure.")] = False,
) -> None:
    """Take someone away for good, with everything that is kept of them."""
    if not yes:
        typer.confirm(f"Everything of {handle} goes, and cannot come back. Is that sure?", abort=True)
    settings = read_settings()
    database = opened(settings)

    def leave(unit: Unit) -> str:
        person = person_of(unit, handle)
        _move(unit, person, to)
        return person.id

    async def work() -> None:
        gone = await database.write(leave)
        folder = MediaFolder(settings.data / "media")
        await Eraser(database, Ledger(settings.data / "erasures.txt"), folder).erase(gone, now())

    try:
        asyncio.run(work())
    finally:
        database.close()
    sys.stdout.write(f"{handle} is gone.\n")


def _move(unit: Unit, old: PersonRow, to: str) -> int:
    """Gives the people of a coach to the one with this handle; how many they were."""
    where = _where(unit, old)
    return move_people(unit, old.id, coach_of(unit, where, to) if to else None, now())


def _where(unit: Unit, person: PersonRow) -> Organisation:
    return next(one for one in unit.organisations.all() if one.id == person.organisation_id)


def _lines(unit: Unit) -> Iterator[str]:
    """What there is, without a word of what anybody said."""
    for organisation in (one for one in unit.organisations.all() if not one.demo):
        yield organisation.name
        teams = {one.id: one.name for one in unit.circle.teams(organisation.id)}
        if teams:
            yield f"  teams: {', '.join(teams.values())}"
        people = unit.people.of(organisation.id)
        names = unit.people.names([one.id for one in people])
        for person in people:
            held = unit.circle.roles_of(person.id)
            said = [role if team is None else f"{role} of {teams[team]}" for role, team in held.items()]
            coach_id = unit.circle.coach_of(person.id)
            line = f"  {person.handle}  {names[person.id]}  {', '.join(said) or 'nothing'}  {person.status}"
            yield line + (f"  coach {names.get(coach_id, '')}" if coach_id else "")
