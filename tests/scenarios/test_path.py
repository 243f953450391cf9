"""Asking for the path, in the words of the house."""

import pytest

from bot.content.models.library import Library
from tests.scenarios.chat import agreed, in_course


@pytest.mark.parametrize("words", ["pad", "Mijn pad", "/pad", "Hoe ver ben ik?"])
def test_it_can_be_asked_for_in_plain_words_and_the_menu_comes_back(library: Library, words: str) -> None:
    chat = agreed(library).says(words)
    assert (chat.bubble.kind, chat.bubble.media) == ("picture", "pad-0000000")
    assert chat.bubble.alt == f"{library.words.path.alt} {library.words.path.open}"
    assert chat.answers().step.startswith("menu/")


def test_asking_in_a_lesson_marks_that_course_and_goes_back_to_the_same_question(library: Library) -> None:
    chat = in_course(library)
    before = chat.step
    chat.says("mijn pad")
    assert chat.bubble.media == "pad-1000000"
    assert "Uitgangspunten" in (chat.bubble.alt or "")
    assert chat.answers().step == before


def test_it_stands_in_the_menu_under_the_other_choices(library: Library) -> None:
    chat = agreed(library).presses("Meer keuzes").presses("Mijn pad")
    assert chat.bubble.media == "pad-0000000"


def test_practising_with_the_chat_is_found_under_help(library: Library) -> None:
    chat = (
        agreed(library)
        .presses("Meer keuzes")
        .presses("Hulp of stoppen")
        .presses("Hulp")
        .presses("Hoe werkt dit?")
        .presses("Even oefenen")
    )
    assert chat.step.startswith("oefenen/")
