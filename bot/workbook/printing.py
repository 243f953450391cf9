"""Makes the workbook's PDF: A4, large type, room to write, and a code to scan for each film."""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fontpkg_nunito_sans
import segno
import weasyprint
from jinja2 import Environment, FileSystemLoader
from weasyprint.text.fonts import FontConfiguration

from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.workbook.blocks import Part, parts

PAGES = Path(__file__).parent / "pages"
FONT = Path(fontpkg_nunito_sans.__file__).parent / "files" / "NunitoSans[YTLC,opsz,wdth,wght].ttf"


@dataclass(frozen=True)
class Kept:
    """A paper of a person, such as their plan, as it reads now."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Printing:
    """What to print: the content and its media folder, for whom, and where the films can be seen."""

    library: Library
    media: Path
    url: str
    person: str = ""
    papers: Sequence[Kept] = ()
    facts: dict[str, str] | None = None


def html(printing: Printing, courses: Sequence[Course]) -> str:
    """The workbook as one page of HTML."""
    environment = Environment(loader=FileSystemLoader(PAGES), autoescape=True, trim_blocks=True)
    return environment.get_template("workbook.html").render(
        words=printing.library.words.web,
        person=printing.person,
        papers=printing.papers,
        icon=_uri(printing.media / "icon" / "icon-512.png"),
        courses=[_course(printing, course) for course in courses],
        media=lambda id: _picture(printing, id),
        poster=lambda id: _poster(printing, id),
        qr=lambda id: segno.make(f"{printing.url}/film/{id}.mp4", error="m").svg_inline(border=0, dark="#1E2A2A"),
    )


def pdf(printing: Printing, courses: Sequence[Course]) -> bytes:
    """The workbook, ready to print."""
    fonts = FontConfiguration()
    style = (PAGES / "workbook.css").read_text("utf-8").replace("font:upright", FONT.as_uri())
    sheet = weasyprint.CSS(string=style, font_config=fonts)
    page = weasyprint.HTML(string=html(printing, courses))
    made: bytes = page.write_pdf(stylesheets=[sheet], font_config=fonts)
    return made


def _course(printing: Printing, course: Course) -> dict[str, Any]:
    picture = printing.library.pictures.get(course.cover)
    shown = {"src": _uri(printing.media / picture.file), "alt": picture.alt} if picture else None
    return {
        "id": course.id,
        "number": course.number,
        "title": course.title,
        "about": course.about,
        "cover": shown,
        "parts": [_filled(printing, part) for part in parts(printing.library, course)],
    }


def _filled(printing: Printing, part: Part) -> Part:
    """The names of coach and organisation where they are known; a line to write on where they are not."""
    facts = printing.facts or {}

    def fill(text: str) -> str:
        return re.sub(r"\{([a-z][a-z0-9_]*)\}", lambda key: facts.get(key[1], "........"), text)

    blocks = tuple(
        dataclasses.replace(one, text=fill(one.text), options=tuple(fill(option) for option in one.options))
        for one in part.blocks
    )
    return dataclasses.replace(part, blocks=blocks)


def _picture(printing: Printing, id: str) -> str:
    picture = printing.library.pictures.get(id)
    return _uri(printing.media / picture.file) if picture else ""


def _poster(printing: Printing, id: str) -> str:
    film = printing.library.films.get(id)
    return _uri(printing.media / film.poster) if film else ""


def _uri(path: Path) -> str:
    return path.as_uri() if path.exists() else ""
