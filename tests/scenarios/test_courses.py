"""Each of the seven courses as people do it: straight on, not understanding, passing over, too hard, too easy."""

import pytest

from bot.bootstrap import CONTENT
from bot.content.models.library import Library
from bot.content.models.step_base import SpokenStep
from bot.content.models.steps import TextStep, VideoStep
from bot.flows.effects import Progressed
from tests.scenarios.chat import FAR, Chat, newcomer
from tests.scenarios.walking import How, Walked, entered, lessons, over, to_the_end

COURSES = sorted(path.stem for path in (CONTENT / "courses").glob("*.yaml"))
STEPS, BUBBLES = range(30, 66), range(40, 81)
"""What who goes straight on meets of a course: steps, each once; and bubbles, also those that come again."""
LOOK_BACK = {
    "uitgangspunten": "l5-terugblik",
    "kwaliteiten": "l5-terugblik",
    "doelen": "d4-terugblik",
    "hulp-vragen": "l5-terugblik",
    "invloed": "i5-terugblik",
    "meningen": "m5-telt",
    "aan-het-werk": "w5-terugblik",
}

every_course = pytest.mark.parametrize("course", COURSES)


def straight(library: Library, course: str) -> tuple[Chat, Walked]:
    chat = entered(library, course)
    return chat, to_the_end(chat, course)


def typing(library: Library, course: str) -> list[TextStep]:
    return [step for step in library.flows[course].steps if isinstance(step, TextStep)]


def own_words(chat: Chat, course: str, library: Library) -> set[str]:
    """The steps of the course of which an answer in own words is kept."""
    steps = {step.id for step in typing(library, course)}
    return {one.step for where, one in chat.session.answers.items() if where.startswith(f"{course}/")} & steps


def test_there_are_seven_courses_and_each_has_a_place_of_its_own(library: Library) -> None:
    assert [course.number for course in library.courses] == [1, 2, 3, 4, 5, 6, 7]
    assert sorted(course.id for course in library.courses) == COURSES


@every_course
def test_who_goes_straight_on_gets_a_short_course_with_a_film_and_a_look_back(library: Library, course: str) -> None:
    chat, walked = straight(library, course)
    steps = walked.steps(library, course)
    own = [bubble for bubble in walked.said if (course, bubble.step) in library.graph]
    assert len(steps) in STEPS
    assert len(own) in BUBBLES
    assert 3 <= len(lessons(library, course)) <= 5
    assert [step for step in steps if isinstance(library.graph[course, step], VideoStep)]
    assert steps.index(LOOK_BACK[course]) > len(steps) * 3 / 4
    assert own[-1].place is not None
    assert own[-1].place.lesson == own[-1].place.lessons == len(lessons(library, course))
    assert chat.session.finished.keys() == {course}


def test_each_look_back_asks_something_else(library: Library) -> None:
    steps = [library.graph[place] for place in LOOK_BACK.items()]
    questions = {step.text.rpartition(".")[2].strip() for step in steps if isinstance(step, SpokenStep)}
    assert len(questions) == len(COURSES)
    assert all(question.endswith("?") for question in questions)


@every_course
@pytest.mark.parametrize("how", ["straight", "explain", "skip"])
def test_each_way_ends_with_all_lessons_a_talk_and_the_next_thing_to_do(
    library: Library, course: str, how: How
) -> None:
    chat = entered(library, course)
    walked = to_the_end(chat, course, how)
    assert list(chat.session.lessons) == lessons(library, course)
    outside = [one for one in walked.asked if not one.startswith(f"{course}/")]
    assert (outside[0], outside[-1]) == ("praten/vraag", "praten/groep")
    assert course not in chat.session.bookmarks
    assert (chat.step, chat.bubble.kind) == ("na-cursus/jouw-pad", "picture")
    assert chat.answers().step.startswith("menu/")


def test_who_begins_from_the_welcome_does_the_first_course_once_and_then_is_at_the_menu(library: Library) -> None:
    chat, first = newcomer(library), library.courses[0].id
    came = [chat.step]
    while not chat.step.startswith("menu/"):
        came.append(chat.answers().step)
        assert len(came) < FAR, f"goes round at {chat.step}"
    assert chat.session.finished.keys() == {first}
    assert came.count(f"{first}/{library.courses[0].steps[0].id}") == 1


@every_course
def test_help_gives_other_and_shorter_words_for_the_open_question(library: Library, course: str) -> None:
    chat, told = entered(library, course), 0
    seen = set[str]()
    for _ in range(FAR):
        if over(chat, course) or chat.step in seen:
            break
        step, before = library.graph.get((course, chat.step.partition("/")[2])), chat.bubble
        if step is None or step.kind != "sort":
            seen.add(chat.step)
        chat.says("ik snap het niet")
        if isinstance(step, SpokenStep) and step.simpler and before.text == step.text and "{" not in step.simpler:
            assert chat.bubble.text == step.simpler, f"help says the same at {chat.step}"
            told += 1
        chat.answers()
    assert told > 8


@every_course
def test_who_passes_over_everything_keeps_nothing_and_can_do_it_again_in_earnest(library: Library, course: str) -> None:
    chat = entered(library, course)
    to_the_end(chat, course, "skip")
    assert own_words(chat, course, library) == set()
    short = next(one.short for one in library.courses if one.id == course)
    chat.tool("courses").presses(f"✓ {short}")
    assert chat.step.startswith(f"{course}/")
    to_the_end(chat, course)
    assert own_words(chat, course, library)
    assert list(chat.session.lessons) == lessons(library, course), "a lesson that was done twice counted twice"


@every_course
def test_who_stops_halfway_for_another_course_comes_back_at_the_same_question(library: Library, course: str) -> None:
    chat = entered(library, course)
    for _ in range(9):
        chat.answers()
    here, question, labels = chat.step, chat.bubble.text, chat.labels
    other = next(one for one in library.courses if one.id != course)
    chat.tool("menu").later(days=3)
    chat.tool("courses").presses(other.short).answers()
    assert chat.step.startswith(f"{other.id}/")
    short = next(one.short for one in library.courses if one.id == course)
    chat.later(days=30).tool("courses").presses(short)
    assert (chat.step, chat.bubble.text, chat.labels) == (here, question, labels)


@every_course
def test_who_finds_it_too_hard_gets_easier_words_until_the_end(library: Library, course: str) -> None:
    chat = entered(library, course).says("te moeilijk")
    assert chat.heard[0] == library.words.replies.easier_done.simpler
    walked = to_the_end(chat, course)
    easy = [bubble for bubble in walked.said if _plainly(library, course, bubble.step, bubble.text, "simpler")]
    hard = [bubble.step for bubble in walked.said if _plainly(library, course, bubble.step, bubble.text, "text")]
    assert len(easy) > 15
    assert hard == []


@every_course
def test_who_finds_it_too_easy_gets_more_wherever_there_is_more(library: Library, course: str) -> None:
    chat = entered(library, course).says("te makkelijk")
    walked = to_the_end(chat, course)
    deep = [step.id for step in library.flows[course].steps if isinstance(step, SpokenStep) and step.more]
    assert deep, "nothing more to tell"
    met = [step for step in walked.steps(library, course) if step in deep]
    said = {bubble.step for bubble in walked.said if _plainly(library, course, bubble.step, bubble.text, "more")}
    plain = [step for step in met if "{" not in str(getattr(library.graph[course, step], "more", ""))]
    assert [step for step in plain if step not in said] == []


@every_course
def test_each_lesson_and_the_course_are_told_to_the_house_once(library: Library, course: str) -> None:
    chat, told = entered(library, course), list[Progressed]()
    while not over(chat, course):
        chat.skips()
        told += [one for one in chat.effects if isinstance(one, Progressed)]
    parts = [one.partition("/")[2] for one in lessons(library, course)]
    assert told == [*(Progressed(course, part) for part in parts), Progressed(course, "")]


def _plainly(library: Library, course: str, step: str, text: str, which: str) -> bool:
    """Whether this bubble is this wording of the step, and no other wording reads the same."""
    found = library.graph.get((course, step))
    if not isinstance(found, SpokenStep):
        return False
    wording: str | None = getattr(found, which)
    others = {found.text, found.simpler, found.more} - {wording}
    return wording is not None and text == wording and text not in others
