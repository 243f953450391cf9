"""The letter of an invitation: one page to read and one to hang up, with the same code to scan and to type."""

from datetime import date

import pytest

from bot.bootstrap import CONTENT
from bot.content.models.library import Library
from bot.workbook.letter import Invitation, html, pages, pdf

CODE = "T327-TJD0-JM"


def invitation(library: Library, **fields: str) -> Invitation:
    base = {"name": "Marjan", "organisation": "De Werkplaats", "url": "https://opstap.example.nl", "coach": "Anja"}
    return Invitation(
        library=library, media=CONTENT / "media", code=CODE, last=date(2026, 3, 16), **{**base, **fields}
    )  # fmt: skip


def test_it_says_who_it_is_for_how_to_begin_and_until_when(library: Library) -> None:
    page = html(invitation(library))
    assert "Dag Marjan," in page
    assert "De Werkplaats denkt aan je" in page
    assert "Typ dit adres op je telefoon: opstap.example.nl." in page
    assert "tot en met maandag 16 maart" in page
    assert "Groet van Anja" in page
    assert page.count(CODE) == 2
    assert page.count("<svg") == 2
    assert "{" not in page.partition("<body>")[2]


def test_who_is_no_employee_is_not_written_to_as_one(library: Library) -> None:
    page = html(invitation(library, coach="", name="Fatma"))
    assert "Jij kunt daarbij helpen." in page
    assert "ziek thuis zijn" in page
    assert "Je bent nu thuis" not in page
    assert "Groet van De Werkplaats" in page


def test_a_name_is_shown_as_it_was_typed(library: Library) -> None:
    page = html(invitation(library, name="<b>Zoë</b> & {coach}"))
    assert "Dag &lt;b&gt;Zoë&lt;/b&gt; &amp; {coach}," in page


@pytest.mark.parametrize("name", ["Bo", "Maximiliana-Wilhelmina van Nieuwenhuizen"])
def test_it_fits_two_pages_whatever_the_names(library: Library, name: str) -> None:
    where = "Sociaal Werkbedrijf Noordoost-Brabant en Omstreken"
    made = invitation(library, name=name, organisation=where, coach=name, url=f"https://opstap.{'lang' * 9}.example.nl")
    assert len(pages(made).pages) == 2
    assert pdf(made).startswith(b"%PDF-")
