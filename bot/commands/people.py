"""`opstap invite`, `link` and `requests`: letting someone in (again), and seeing who asked for a person."""

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import CONTENT, now
from bot.circle.roles import facts_of
from bot.commands.house import Role, coach_of, once, organisation_of, team_of
from bot.content.loader import load
from bot.content.models.library import Library
from bot.later import HERE
from bot.newcomers import VALID, Newcomer, add_person, find_person, make_invite, renew_invite, wait_at_home
from bot.settings import Settings, read_settings
from bot.storage.people import PersonRow
from bot.storage.unit import Unit
from bot.workbook.ready import check_paper

Letter = Annotated[Path | None, typer.Option(help="Write a letter and a poster to print, as a PDF.")]


def invite(
    name: Annotated[str, typer.Argument(help="The first name.")],
    organisation: Annotated[str, typer.Option(help="The organisation (`opstap org add` makes one).")],
    role: Annotated[Role, typer.Option(help="What this person will be.")] = Role.employee,
    team: Annotated[str, typer.Option(help="The team, if there are teams.")] = "",
    coach: Annotated[str, typer.Option(help="The handle of the coach of an employee, when there are several.")] = "",
    letter: Letter = None,
) -> None:
    """Add someone, and print the personal link, the code and something to scan (they work once, for two weeks)."""
    settings, at, paper = read_settings(), now(), _paper(letter)

    def add(unit: Unit) -> tuple[PersonRow, str]:
        where = organisation_of(unit, organisation)
        part = team_of(unit, where, team)
        newcomer = Newcomer(
            organisation_id=where.id,
            name=name,
            facts={"organisation": where.name},
            role=role,
            team=part.id if part else None,
            coach=coach_of(unit, where, coach) if role is Role.employee else None,
        )
        person, _ = add_person(unit, newcomer, at)
        return unit.people.by_ids([person])[person], make_invite(unit, person, at)

    person, code = once(settings, add)
    _give(settings, name, facts_of(person), code=code, paper=paper)
    sys.stdout.write(f"Handle: {person.handle}\n")


def link(
    name: Annotated[str, typer.Argument(help="The first name.")],
    organisation: Annotated[str, typer.Option(help="The organisation in which they are.")],
    handle: Annotated[str, typer.Option(help="Which one, when several have this name.")] = "",
    letter: Letter = None,
) -> None:
    """Print a new link for someone who was here before; ends every way in that they had, on all channels."""
    settings, at, paper = read_settings(), now(), _paper(letter)

    def renew(unit: Unit) -> tuple[str, dict[str, str], str]:
        person = find_person(unit, name, organisation, handle)
        code = renew_invite(unit, person.id, at)
        wait_at_home(unit, person, at)
        return unit.people.names([person.id])[person.id], facts_of(person), code

    known, facts, code = once(settings, renew)
    _give(settings, known, facts, code=code, paper=paper)


def _paper(letter: Path | None) -> tuple[Path, Library] | None:
    """Where to write a letter, and the words for it: read before anything is made that could be lost."""
    if letter is None:
        return None
    check_paper()
    return letter, load(CONTENT)


def _give(
    settings: Settings, name: str, facts: dict[str, str], *, code: str, paper: tuple[Path, Library] | None
) -> None:
    """The link, the code, and the link to scan; on paper too when that was asked."""
    import segno  # slow to import, and only needed here

    url, drawn = f"{settings.url}/k/{code}", io.StringIO()
    segno.make(url, error="m").terminal(out=drawn, border=2, compact=True)
    sys.stdout.write(drawn.getvalue())
    if paper is not None:
        from bot.workbook.letter import Invitation, pdf

        invitation = Invitation(
            library=paper[1],
            media=CONTENT / "media",
            name=name,
            organisation=facts.get("organisation", ""),
            url=settings.url,
            code=code,
            last=(now() + VALID).astimezone(HERE).date(),
            coach="" if facts.get("role") else facts.get("coach", ""),
        )
        paper[0].write_bytes(pdf(invitation))
        sys.stdout.write(f"Wrote {paper[0]}.\n")
    sys.stdout.write(f"Link: {url}\nCode: {code}\n")


def requests() -> None:
    """Print who asked for a talk or for help, and when; never what they typed."""

    def read(unit: Unit) -> list[str]:
        people = [person.id for one in unit.organisations.all() for person in unit.people.of(one.id)]
        names = unit.people.names(people)
        found = unit.requests.open_for(people)
        return [f"{one.asked_at.astimezone(HERE):%Y-%m-%d %H:%M}  {names[one.person_id]}  {one.kind}" for one in found]

    rows = once(read_settings(), read)
    sys.stdout.write("\n".join(rows or ["Nobody asked for anything."]) + "\n")
