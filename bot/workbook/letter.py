"""The letter with which somebody is invited, and a poster for on the fridge: A4, large type, a code to scan."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import segno
import weasyprint
from jinja2 import Environment, FileSystemLoader
from weasyprint.text.fonts import FontConfiguration

from bot.content.models.library import Library
from bot.flows.dates import say_day
from bot.workbook.printing import FONT, PAGES

INK = "#1E2A2A"
PICTURE = "welkom"


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """For whom it is, and what lets them in until `last`. Only an employee has a `coach`."""

    library: Library
    media: Path
    name: str
    organisation: str
    url: str
    code: str
    last: date
    coach: str = ""


def html(invitation: Invitation) -> str:
    """Both pages as HTML."""
    library, words = invitation.library, invitation.library.words.circle.letter
    picture = library.pictures.get(PICTURE)
    environment = Environment(loader=FileSystemLoader(PAGES), autoescape=True, trim_blocks=True)
    facts = {
        "name": invitation.name,
        "coach": invitation.coach,
        "organisation": invitation.organisation,
        "address": invitation.url.partition("://")[2] or invitation.url,
        "day": say_day(invitation.last, library.words.dates),
        "sender": invitation.coach or invitation.organisation,
    }
    link = f"{invitation.url}/k/{invitation.code}"
    return environment.get_template("letter.html").render(
        words=words,
        body=words.body if invitation.coach else words.others,
        help=words.help if invitation.coach else words.help_others,
        fill=lambda text: text.format_map(facts),
        code=invitation.code,
        picture=(invitation.media / picture.file).as_uri() if picture else "",
        icon=(invitation.media / "icon" / "icon-512.png").as_uri(),
        qr=segno.make(link, error="m").svg_inline(border=0, dark=INK),
    )


def pages(invitation: Invitation) -> Any:
    """The laid out document: one page for the letter, one for the poster."""
    fonts = FontConfiguration()
    style = (PAGES / "letter.css").read_text("utf-8").replace("font:upright", FONT.as_uri())
    sheet = weasyprint.CSS(string=style, font_config=fonts)
    return weasyprint.HTML(string=html(invitation)).render(stylesheets=[sheet], font_config=fonts)


def pdf(invitation: Invitation) -> bytes:
    """Letter and poster, ready to print."""
    made: bytes = pages(invitation).write_pdf()
    return made
