"""Makes the workbook's PDF: A4, large type, room to write, and a code to scan for each film."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import fontpkg_nunito_sans
import segno
import weasyprint
from jinja2 import Environment, FileSystemLoader
from weasyprint.text.fonts import FontConfiguration

from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.drawing.path import compose
from bot.flows.papers import DONE, OPEN
from bot.flows.steps.path import EMPTY, PREFIX
from bot.workbook.blocks import Part, parts
from bot.workbook.pen import Pen

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
        address=lambda id: f"{printing.url.partition('://')[2]}/film/{id}",
        qr=lambda id: segno.make(f"{printing.url}/film/{id}", error="m").svg_inline(border=0, dark="#1E2A2A"),
        done=DONE, open=OPEN,
    )  # fmt: skip


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
    pen = Pen(printing.library.words.web, printing.facts or {})
    return {
        "id": course.id,
        "number": course.number,
        "title": course.title,
        "about": course.about,
        "cover": shown,
        "cover_id": course.cover,
        "parts": [_filled(pen, part) for part in parts(printing.library, course)],
    }


def _filled(pen: Pen, part: Part) -> dict[str, Any]:
    """The lesson with its blocks in groups: what is meant after the same answers stands together."""
    blocks = [
        {
            **vars(one),
            "text": pen.written(one.text),
            "chose": tuple(map(pen.written, one.chose)),
            "options": tuple(map(pen.written, one.options)),
        }
        for one in part.blocks
    ]
    groups = [(chose, list(found)) for chose, found in groupby(blocks, key=lambda block: block["chose"])]
    return {"title": part.title, "groups": groups}


def _picture(printing: Printing, id: str) -> str:
    picture = printing.library.pictures.get(id)
    if id == EMPTY and printing.library.path:
        return _path(printing.library, printing.media)
    return _uri(printing.media / picture.file) if picture else ""


def _path(library: Library, media: Path) -> str:
    """The path on which nothing is done yet, within the page itself: it is drawn here and lies in no file."""
    made = BytesIO()
    compose(library, media, EMPTY.removeprefix(PREFIX)).save(made, "JPEG", quality=88)
    return f"data:image/jpeg;base64,{b64encode(made.getvalue()).decode()}"


def _poster(printing: Printing, id: str) -> str:
    film = printing.library.films.get(id)
    return _uri(printing.media / film.poster) if film else ""


def _uri(path: Path) -> str:
    return path.as_uri() if path.exists() else ""
