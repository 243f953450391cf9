"""`opstap workbook`: the courses on paper."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from bot.bootstrap import CONTENT, now
from bot.commands.people import once
from bot.content.loader import load
from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.errors import PersonUnknownError, UnknownFlowError
from bot.flows import papers
from bot.flows.session import Session, parse
from bot.flows.walk import Walk
from bot.settings import read_settings
from bot.storage.unit import Unit


def workbook(
    course: Annotated[str | None, typer.Option(help="Only this course, such as uitgangspunten.")] = None,
    person: Annotated[str | None, typer.Option(help="The handle of a person: prints their name and papers.")] = None,
    out: Annotated[Path, typer.Option(help="The PDF to write.")] = Path("werkmap.pdf"),
) -> None:
    """Write the workbook as an A4 PDF: the same words, in the order of the chat, with room to write."""
    from bot.workbook.printing import Kept, Printing, pdf  # slow to import, and only needed here

    library, settings = load(CONTENT), read_settings()
    facts, kept = _person(library, person) if person else ({}, ())
    printing = Printing(
        library=library,
        media=CONTENT / "media",
        url=settings.url,
        person=facts.get("name", ""),
        papers=[Kept(title, lines) for title, lines in kept],
        facts=facts,
    )
    out.write_bytes(pdf(printing, _courses(library, course)))
    sys.stdout.write(f"Wrote {out}.\n")


def _courses(library: Library, only: str | None) -> list[Course]:
    found = [course for course in library.courses if only in (None, course.id)]
    if not found:
        raise UnknownFlowError(flow=only)
    return found


def _person(library: Library, handle: str) -> tuple[dict[str, str], tuple[tuple[str, tuple[str, ...]], ...]]:
    """The facts and the papers of a person, from their own session."""

    def read(unit: Unit) -> tuple[dict[str, str], Session | None]:
        row = unit.people.by_handle(handle)
        if row is None:
            raise PersonUnknownError(code=handle)
        stored = unit.sessions.load([row.id], lock=False).get(row.id)
        facts = msgspec.json.decode(row.facts, type=dict[str, str]) if row.facts else {}
        return facts, parse(stored[0]) if stored else None

    facts, session = once(read_settings(), read)
    if session is None:
        return facts, ()
    walk = Walk(library, session, now())
    texts = [papers.text(walk, paper).splitlines() for paper in session.papers if paper in library.papers]
    return {**facts, **session.facts}, tuple((lines[0], tuple(lines[1:])) for lines in texts)
