"""The first course as people really do it: straight on, with help at every question, passing over, and in bits."""

import pytest

from bot.content.models.library import Library
from bot.content.models.step_base import SpokenStep
from bot.flows.effects import Progressed
from tests.scenarios.chat import COURSE, FAR, Chat, in_course

OWN = "Ik liep met de hond naar het park"


def to_the_end(chat: Chat, how: str) -> list[str]:
    """Goes on in one way until the course is over; gives the questions that were asked, in order."""
    asked: list[str] = []
    for _ in range(FAR):
        if COURSE in chat.session.finished and not any(one.flow == COURSE for one in chat.session.frames):
            return asked
        asked.append(chat.step)
        if how == "explain":
            before, open_now = chat.session.frames, chat.ask.buttons
            chat.tool("explain")
            assert chat.session.frames == before, "help moved the person"
            assert [one.label for one in chat.ask.buttons] == [one.label for one in open_now]
        chat.skips() if how == "skip" else chat.answers()
    raise AssertionError(f"the course never ended; stands at {chat.step}")


def lessons(library: Library) -> list[str]:
    course = next(one for one in library.courses if one.id == COURSE)
    return [f"{COURSE}/{lesson.id}" for lesson in course.lessons]


@pytest.mark.parametrize("how", ["straight", "explain", "skip"])
def test_the_whole_course_ends_with_all_its_lessons_and_at_the_menu(library: Library, how: str) -> None:
    chat = in_course(library)
    asked = to_the_end(chat, how)
    assert list(chat.session.lessons) == lessons(library)
    assert COURSE in chat.session.finished
    assert COURSE not in chat.session.bookmarks
    assert chat.step.startswith("menu/")
    assert len([step for step in asked if step.startswith(COURSE)]) > 2 * len(lessons(library))


def test_nothing_is_asked_twice_on_the_straight_way(library: Library) -> None:
    chat = in_course(library)
    asked = to_the_end(chat, "straight")
    cards = {f"{COURSE}/{step.id}" for step in library.flows[COURSE].steps if step.kind == "sort"}
    others = [step for step in asked if step not in cards]
    assert len(others) == len(set(others))


def test_help_gives_other_and_shorter_words_for_the_open_question(library: Library) -> None:
    chat = in_course(library)
    for _ in range(FAR):
        if COURSE in chat.session.finished:
            return
        step = library.graph.get((chat.session.frames[-1].flow, chat.session.frames[-1].step))
        before = chat.bubble.text
        chat.tool("explain")
        if isinstance(step, SpokenStep) and step.kind != "sort" and before != chat.reply("medical_stays_yours"):
            assert chat.bubble.text != before, f"help says the same at {chat.step}"
            assert chat.bubble.text.split()[:3] == (step.simpler or "").replace("{coach}", "Anja").split()[:3]
        chat.answers()
    raise AssertionError("the course never ended")


def test_who_passes_over_everything_keeps_nothing_and_can_do_it_again_in_earnest(library: Library) -> None:
    chat = in_course(library)
    to_the_end(chat, "skip")
    typed = [step for step in library.flows[COURSE].steps if step.kind == "text"]
    assert not [one for one in chat.session.answers.values() if one.step in {step.id for step in typed}]
    chat.keep(chat.engine.fire(chat.session, COURSE, chat.now))
    assert chat.step.startswith(COURSE)
    to_the_end(chat, "straight")
    kept = {one.step for one in chat.session.answers.values()}
    assert {step.id for step in typed if step.save and not step.when} & kept
    assert list(chat.session.lessons) == lessons(library), "a lesson that was done twice counted twice"


def test_a_lesson_and_the_course_are_told_to_the_house_once(library: Library) -> None:
    chat, told = in_course(library), []
    for _ in range(FAR):
        told += [one for one in chat.effects if isinstance(one, Progressed)]
        if COURSE in chat.session.finished and chat.step.startswith("menu/"):
            break
        chat.answers()
    assert told == [*(Progressed(COURSE, one.partition("/")[2]) for one in lessons(library)), Progressed(COURSE, "")]


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


def test_easier_words_stay_until_the_end(library: Library) -> None:
    chat = in_course(library).tool("easier")
    for _ in range(FAR):
        if COURSE in chat.session.finished:
            return
        for bubble in chat.bubbles:
            step = library.graph.get((COURSE, bubble.step))
            if isinstance(step, SpokenStep) and step.simpler and bubble.kind != "quote" and step.kind != "sort":
                assert bubble.text.split()[:3] == step.simpler.replace("{coach}", "Anja").split()[:3], step.id
        chat.answers()
    raise AssertionError("the course never ended")
