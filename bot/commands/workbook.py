"""`opstap workbook`: the courses on paper."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from bot.bootstrap import CONTENT, now
from bot.commands.house import once
from bot.content.loader import load
from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.errors import PersonUnknownError, UnknownFlowError
from bot.flows import papers
from bot.flows.session import Session, parse
from bot.flows.walk import Walk
from bot.settings import read_settings
from bot.storage.unit import Unit
from bot.workbook.ready import check_paper

if TYPE_CHECKING:
    from bot.workbook.printing import Kept


def workbook(
    course: Annotated[str | None, typer.Option(help="Only this course, such as uitgangspunten.")] = None,
    person: Annotated[str | None, typer.Option(help="The handle of a person: prints their name and papers.")] = None,
    out: Annotated[Path, typer.Option(help="The PDF to write.")] = Path("werkmap.pdf"),
) -> None:
    """Write the workbook as an A4 PDF: the same words, in the order of the chat, with room to write."""
    check_paper()
    from bot.workbook.printing import Printing, pdf  # slow to import, and only needed here

    library, settings = load(CONTENT), read_settings()
    facts, kept = kept_by(library, person) if person else ({}, ())
    name = facts.get("name", "")
    media = CONTENT / "media"
    printing = Printing(library=library, media=media, url=settings.url, person=name, papers=kept, facts=facts)
    out.write_bytes(pdf(printing, _courses(library, course)))
    sys.stdout.write(f"Wrote {out}.\n")
    if not settings.public_url:
        told = f"OPSTAP_PUBLIC_URL is not set, so the codes of the films lead to {settings.url}: only this machine."
        sys.stderr.write(f"{told}\n")


def _courses(library: Library, only: str | None) -> list[Course]:
    found = [course for course in library.courses if only in (None, course.id)]
    if not found:
        raise UnknownFlowError(flow=only)
    return found


def kept_by(library: Library, handle: str) -> tuple[dict[str, str], Sequence["Kept"]]:
    """The facts and the papers of a person, from their own session; raises PersonUnknownError."""
    from bot.workbook.printing import Kept

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
    return {**facts, **session.facts}, [Kept(lines[0], tuple(lines[1:])) for lines in texts]
