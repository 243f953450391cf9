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
from bot.content.models.steps import DoStep, PictureStep, SayStep, VideoStep
from bot.workbook.blocks import parts
from bot.workbook.printing import Kept, Printing, html, pdf

LIBRARY = load(CONTENT)


def printing(**more: object) -> Printing:
    fields = {"library": LIBRARY, "media": CONTENT / "media", "url": "https://opstap.example", **more}
    return Printing(**fields)  # type: ignore[arg-type]  # the fields are the test's own


def told_by_the_chat(course: Course) -> set[str]:
    """What the chat says when it has passed something on; paper cannot do that and says so instead."""
    pairs = zip(course.steps, course.steps[1:], strict=False)
    return {after.id for before, after in pairs if isinstance(before, DoStep) and isinstance(after, SayStep)}


@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.id)
def test_everything_that_is_said_stands_on_paper_in_the_order_of_the_chat(course: Course) -> None:
    spoken = [step for step in course.steps if isinstance(step, SayStep | PictureStep | VideoStep | AskingStep)]
    said = [step.id for step in spoken if step.id not in told_by_the_chat(course)]
    printed = [block.id for part in parts(LIBRARY, course) for block in part.blocks]
    assert [id for id in printed if id in set(said)] == said


@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.id)
def test_the_words_are_those_of_the_chat(course: Course) -> None:
    page = escaping.unescape(html(printing(facts={"coach": "Anja", "organisation": "W"}), [course]))
    for step in course.steps:
        if isinstance(step, SayStep | AskingStep) and "{" not in step.text:
            assert (step.text in page) == (step.id not in told_by_the_chat(course)), step.id


@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.id)
def test_an_answer_that_paper_speaks_of_can_be_ticked_before_it(course: Course) -> None:
    seen = {str(number) for number in range(1, 6)}
    for part in parts(LIBRARY, course):
        for block in part.blocks:
            assert set(block.chose) <= seen, block.id
            seen |= {*block.options, block.skip}


def test_what_a_coach_must_hear_is_not_said_to_be_passed_on() -> None:
    course = next(course for course in LIBRARY.courses if course.id == "aan-het-werk")
    blocks = [block for part in parts(LIBRARY, course) for block in part.blocks]
    assert next(block.text for block in blocks if block.kind == "tell") == LIBRARY.words.web["paper_tell"]
    told = LIBRARY.flows["praten"].steps
    assert not {step.text for step in told if isinstance(step, SayStep) and step.id.startswith("wil-")} & {
        block.text for block in blocks
    }


def test_how_and_when_to_be_called_is_not_asked_on_paper() -> None:
    asked = {step.text for step in LIBRARY.flows["mens-hoe"].steps if isinstance(step, AskingStep)}
    assert asked
    for course in LIBRARY.courses:
        assert not asked & {block.text for part in parts(LIBRARY, course) for block in part.blocks}, course.id


def test_the_picture_on_the_cover_is_not_printed_twice_in_a_row() -> None:
    course = LIBRARY.courses[0]
    first = course.steps[0]
    assert isinstance(first, PictureStep)
    assert first.picture == course.cover
    assert html(printing(), [course]).count(f"/{course.cover}.webp") == 1


def test_no_placeholder_reaches_the_paper() -> None:
    assert not re.search(r"{[a-z_]+}", html(printing(), LIBRARY.courses))


def test_each_film_has_a_code_to_scan() -> None:
    for course in LIBRARY.courses:
        films = sum(step.kind == "video" for step in course.steps)
        page = html(printing(), [course])
        assert page.count("segno") == films
        assert page.count("opstap.example/film/") == films


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
