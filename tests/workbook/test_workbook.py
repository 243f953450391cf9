"""The workbook: the same words on paper, in the order of the chat, and for a person their own plan."""

import contextlib
import html as escaping
import re
import zlib

import pytest
import weasyprint

from bot.bootstrap import CONTENT
from bot.content.loader import load
from bot.content.models.flow import Course
from bot.content.models.step_base import AskingStep
from bot.content.models.steps import PictureStep, SayStep, VideoStep
from bot.workbook.blocks import parts
from bot.workbook.printing import Kept, Printing, html, pdf

LIBRARY = load(CONTENT)


def printing(**more: object) -> Printing:
    fields = {"library": LIBRARY, "media": CONTENT / "media", "url": "https://opstap.example", **more}
    return Printing(**fields)  # type: ignore[arg-type]  # the fields are the test's own


@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.id)
def test_everything_that_is_said_stands_on_paper_in_the_order_of_the_chat(course: Course) -> None:
    said = [step.id for step in course.steps if isinstance(step, SayStep | PictureStep | VideoStep | AskingStep)]
    printed = [block.id for part in parts(LIBRARY, course) for block in part.blocks]
    assert [id for id in printed if id in set(said)] == said


@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.id)
def test_the_words_are_those_of_the_chat(course: Course) -> None:
    page = escaping.unescape(html(printing(facts={"coach": "Anja", "organisation": "W"}), [course]))
    for step in course.steps:
        if isinstance(step, SayStep | AskingStep) and "{" not in step.text:
            assert step.text in page, step.id


def test_an_answer_that_leads_somewhere_says_so_on_paper() -> None:
    course = next(course for course in LIBRARY.courses if course.id == "uitgangspunten")
    blocks = {block.id: block for part in parts(LIBRARY, course) for block in part.blocks}
    labels = {option.label for step in course.steps if step.kind == "choice" for option in step.options}
    told = {label for block in blocks.values() for label in block.chose}
    assert told & labels
    assert not any(block.chose for block in blocks.values() if block.id == course.steps[0].id)


def test_no_placeholder_reaches_the_paper() -> None:
    assert not re.search(r"{[a-z_]+}", html(printing(), LIBRARY.courses))


def test_each_film_has_a_code_to_scan() -> None:
    for course in LIBRARY.courses:
        films = sum(step.kind == "video" for step in course.steps)
        assert html(printing(), [course]).count("segno") == films


def test_the_plan_of_a_person_is_printed_when_asked() -> None:
    kept = Kept("Mijn plan", ("Mijn doel: vissen", "○ bellen (vrijdag 6 maart)"))
    page = html(printing(person="Marjan", papers=[kept]), LIBRARY.courses[:1])
    assert "Marjan" in page
    assert "bellen (vrijdag 6 maart)" in page
    assert "Mijn doel" not in html(printing(), LIBRARY.courses[:1])


def test_the_pdf_is_a_real_one_in_the_house_font() -> None:
    made = pdf(printing(), LIBRARY.courses[:1])
    assert made.startswith(b"%PDF-")
    pages = weasyprint.HTML(string=html(printing(), LIBRARY.courses[:1])).render().pages
    assert len(pages) >= 10
    assert b"+Opstap" in unpacked(made)
    assert b"+Opstap-Bold" in unpacked(made)


def unpacked(made: bytes) -> bytes:
    """All parts of a PDF, decompressed where they can be."""
    parts = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL)
    found = [made]
    for part in parts:
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompress(part))
    return b"".join(found)
