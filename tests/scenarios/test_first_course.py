"""The first course as people really do it: in bits, with a tool open at every question, and going back."""

import pytest

from bot.content.models.library import Library
from tests.scenarios.chat import COURSE, FAR, in_course
from tests.scenarios.walking import How, lessons, to_the_end

OWN = "Ik liep met de hond naar het park"


@pytest.mark.parametrize("how", ["straight", "explain", "skip"])
def test_the_whole_course_ends_with_all_its_lessons_the_path_and_the_menu(library: Library, how: How) -> None:
    chat = in_course(library)
    asked = to_the_end(chat, COURSE, how).asked
    assert list(chat.session.lessons) == lessons(library, COURSE)
    assert COURSE in chat.session.finished
    assert COURSE not in chat.session.bookmarks
    assert (chat.step, chat.bubble.media) == ("na-cursus/jouw-pad", "pad-2000000")
    assert chat.answers().step.startswith("menu/")
    assert len([step for step in asked if step.startswith(COURSE)]) > 2 * len(lessons(library, COURSE))


def test_nothing_is_asked_twice_on_the_straight_way(library: Library) -> None:
    chat = in_course(library)
    asked = to_the_end(chat, COURSE).asked
    cards = {f"{COURSE}/{step.id}" for step in library.flows[COURSE].steps if step.kind == "sort"}
    others = [step for step in asked if step not in cards]
    assert len(others) == len(set(others))


def test_who_stops_in_the_middle_goes_on_days_later_at_the_same_question(library: Library) -> None:
    chat = in_course(library)
    middle = [step.id for step in library.flows[COURSE].steps if step.kind == "text"][2]
    chat.until(f"{COURSE}/{middle}", {})
    question, labels = chat.bubble.text, chat.labels
    chat.tool("pause")
    assert chat.heard == [chat.reply("paused")]
    assert chat.later(days=5).answers().step == f"{COURSE}/{middle}"
    assert (chat.bubble.text, chat.labels) == (question, labels)
    chat.later(days=23).says(OWN)
    assert chat.step != f"{COURSE}/{middle}"
    assert OWN in chat.saved.values()


def test_who_goes_to_the_menu_and_another_day_comes_back_finds_the_same_question(library: Library) -> None:
    chat = in_course(library)
    middle = next(step.id for step in library.flows[COURSE].steps if step.kind == "checklist")
    chat.until(f"{COURSE}/{middle}")
    chat.tool("menu").later(days=40)
    chat.tool("courses").answers()
    assert chat.step == f"{COURSE}/{middle}"


@pytest.mark.parametrize("name", ["menu", "help", "human", "data", "success", "stop", "courses"])
def test_a_tool_can_be_opened_at_every_question_and_the_course_is_still_there(library: Library, name: str) -> None:
    chat = in_course(library)
    for _ in range(FAR):
        if COURSE in chat.session.finished:
            return
        aside = chat.aside()
        aside.tool(name).tool("menu").answers()
        assert aside.session.frames == chat.session.frames, f"{name} at {chat.step} lost the place"
        chat.answers()
    raise AssertionError("the course never ended")


@pytest.mark.parametrize("detour", [("help", "slecht"), ("help", "mens"), ("success", ""), ("data", "wissen")])
def test_leaving_a_tool_half_way_for_another_one_loses_no_question(library: Library, detour: tuple[str, str]) -> None:
    name, deep = detour
    chat = in_course(library).answers().answers()
    here, asked = chat.session.frames, chat.bubble.text
    for _ in range(5):
        chat.tool(name)
        at = next((at for at, one in enumerate(chat.asked.choices) if one.value == deep), 0)
        chat.take(chat.input(kind="press", data=chat.ask.buttons[at].data))
    chat.tool("menu").answers()
    assert chat.session.frames == here
    assert chat.bubble.text == asked


def test_back_shows_each_earlier_question_again(library: Library) -> None:
    chat = in_course(library)
    passed = []
    for _ in range(8):
        passed.append(chat.step)
        chat.answers()
    for step in reversed(passed):
        assert chat.tool("back").step == step
    assert chat.tool("back").heard[0] == chat.reply("nothing_before")
