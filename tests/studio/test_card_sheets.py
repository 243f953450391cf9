"""Sheets of cards: the cards carry the words of the question that follows, and can be read on a phone."""

import pytest

from bot.bootstrap import CONTENT
from bot.content.loader import inspect
from bot.content.models.film import Still
from bot.content.models.library import Library
from bot.content.models.steps import ChecklistStep, ChoiceStep, Step, TextStep
from bot.studio import grid
from bot.studio.fonts import width
from bot.studio.read import read_cast, read_still

ASKED = {
    "mijn-kwaliteiten": ("kwaliteiten", ("l2-kies", "l2-kies-meer", "l2-eigen")),
    "wat-een-ander-ziet": ("kwaliteiten", ("l3-ogen",)),
    "als-een-zorg-blijft": ("invloed", ("i4-nu",)),
}
"""Sheet -> the course, and the questions whose answers stand on the cards."""
ELSEWHERE = {"andere", "eigen"}
"""Answers that only lead to another question."""
SHEETS = sorted(ASKED)


@pytest.fixture(scope="module")
def library() -> Library:
    """The content of the house."""
    found, _ = inspect(CONTENT)
    assert found is not None
    return found


def sheet(name: str) -> Still:
    """A sheet as the studio reads it."""
    return read_still(CONTENT / "pictures" / f"{name}.yaml", read_cast(CONTENT / "cast.yaml"))


def offered(step: Step) -> list[str]:
    """What can be answered there."""
    match step:
        case ChecklistStep():
            return [item.label for item in step.items]
        case ChoiceStep():
            return [option.label for option in step.options if option.value not in ELSEWHERE]
        case TextStep():
            return list(step.ideas)
        case _:
            return []


@pytest.mark.parametrize("name", SHEETS)
def test_the_cards_are_the_answers_in_the_same_words_and_order(library: Library, name: str) -> None:
    course, steps = ASKED[name]
    asked = [label for step in steps for label in offered(library.graph[course, step])]
    assert [panel.label for panel in sheet(name).panels] == asked


@pytest.mark.parametrize("name", SHEETS)
def test_the_sheet_is_shown_just_before_the_question(library: Library, name: str) -> None:
    course, steps = ASKED[name]
    shown = next(step for step in library.flows[course].steps if getattr(step, "picture", None) == name)
    assert library.following[course, shown.id] == steps[0]


@pytest.mark.parametrize("name", SHEETS)
def test_who_cannot_see_the_cards_hears_them_all(name: str) -> None:
    one = sheet(name)
    for panel in one.panels:
        assert panel.label is not None
        assert f" {panel.label}." in one.alt


@pytest.mark.parametrize("name", SHEETS)
def test_the_words_fit_their_card_and_can_be_read_on_a_small_phone(name: str) -> None:
    one = sheet(name)
    card = (one.size[0] - grid.GAP * (grid.COLUMNS + 1)) // grid.COLUMNS
    assert grid.LETTERS * 290 / one.size[0] >= 13
    for panel in one.panels:
        lines = grid.broken(panel.label or "", card - 24)
        assert len(lines) <= 2
        assert all(width(line, grid.LETTERS, grid.WEIGHT) <= card - 24 for line in lines), lines


def test_a_word_that_is_too_long_is_not_broken_in_two() -> None:
    assert grid.broken("Arbeidsomstandigheden", 100) == ["Arbeidsomstandigheden"]
