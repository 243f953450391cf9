"""Who is in danger gets help first, whatever was going on; and afterwards nothing of the course is lost."""

from collections.abc import Callable

import pytest

from bot.content.models.library import Library
from bot.content.models.signals import SignalKind
from bot.conversation import CRISIS, DOUBT
from tests.scenarios.chat import COURSE, FAR, Chat, agreed, in_course, newcomer
from tests.talk import START


def examples(library: Library, kind: SignalKind) -> list[str]:
    return [text for one in library.signals if one.kind == kind for text in one.yes]


def certain(library: Library) -> str:
    return examples(library, "crisis-certain")[0]


def at_kind(kind: str) -> Callable[[Library], Chat]:
    """Someone at the first step of this kind in the course."""

    def build(library: Library) -> Chat:
        step = next(step.id for step in library.flows[COURSE].steps if step.kind == kind)
        return in_course(library).until(f"{COURSE}/{step}")

    return build


def half_sorted(library: Library) -> Chat:
    return at_kind("sort")(library).answers().answers()


def stopped(library: Library) -> Chat:
    chat = in_course(library).answers().answers().tool("stop").answers()
    assert chat.session.state == "stopped"
    return chat


def declined(library: Library) -> Chat:
    chat = newcomer(library).until("welkom/toestemming")
    at = next(at for at, one in enumerate(chat.asked.choices) if one.value == "nee")
    chat.take(chat.input(kind="press", data=chat.ask.buttons[at].data))
    assert chat.session.state == "stopped"
    return chat


def in_crisis(library: Library) -> Chat:
    return in_course(library).says(certain(library)).answers()


def changing_an_answer(library: Library) -> Chat:
    """Someone who stands, outside the lesson, at one step to answer it again."""
    chat = at_kind("text")(library).says("Iets in eigen woorden").tool("data").answers().answers().answers()
    assert chat.session.frames[-1].lone
    return chat


PLACES: dict[str, Callable[[Library], Chat]] = {
    "before the first word": Chat,
    "in the welcome": newcomer,
    "at the question of consent": lambda library: newcomer(library).until("welkom/toestemming"),
    "in the field for the name": lambda library: newcomer(library).until("welkom/naam"),
    "at the menu": agreed,
    "at a picture": in_course,
    "at a free question": at_kind("text"),
    "at a choice": at_kind("choice"),
    "at the film": at_kind("video"),
    "at the checklist": at_kind("checklist"),
    "at a card to sort": half_sorted,
    "at the question to share": at_kind("share"),
    "in the help": lambda library: in_course(library).tool("help"),
    "at erasing everything": lambda library: in_course(library).tool("data"),
    "while changing an answer": changing_an_answer,
    "paused": lambda library: in_course(library).answers().tool("pause"),
    "stopped": stopped,
    "after saying no": declined,
    "in the crisis talk": in_crisis,
}


def assert_helped(chat: Chat) -> None:
    """The numbers came, before anything else, and are sent as urgent."""
    assert chat.session.frames[0].flow == CRISIS
    assert "signalled" in chat.acted
    assert "check_in" in chat.acted
    assert "112" in chat.heard[0]
    assert "113" in " ".join(chat.heard)
    assert {bubble.duty for bubble in chat.bubbles} == {"crisis"}


@pytest.mark.parametrize("place", PLACES)
def test_crisis_text_is_answered_at_once_wherever_someone_is(library: Library, place: str) -> None:
    chat = PLACES[place](library)
    state, consent = chat.session.state, chat.session.consent
    assert_helped(chat.says(certain(library)))
    assert chat.saved == {}, "words of someone in danger were kept as an answer"
    assert (chat.session.state, chat.session.consent) == (state, consent)


@pytest.mark.parametrize("place", PLACES)
def test_a_doubtful_sentence_gets_one_honest_question(library: Library, place: str) -> None:
    chat = PLACES[place](library)
    attended = any(one.flow == CRISIS for one in chat.session.frames)
    chat.says(examples(library, "crisis-doubtful")[0])
    if not attended:
        assert chat.session.frames[0].flow == DOUBT
        assert len(chat.bubbles) == 1
    assert {bubble.duty for bubble in chat.bubbles} == {"crisis"}
    assert chat.saved == {}


def test_each_example_of_danger_brings_help(library: Library) -> None:
    for text in examples(library, "crisis-certain"):
        assert_helped(in_course(library).says(text))


@pytest.mark.parametrize("place", ["at a free question", "at a choice", "in the field for the name", "paused"])
def test_danger_spread_over_three_messages_is_seen(library: Library, place: str) -> None:
    whole = next(text for text in examples(library, "crisis-certain") if len(text.split()) >= 3)
    words = whole.split()
    chat = PLACES[place](library)
    for part in (words[0], words[1]):
        chat.says(part)
        assert CRISIS not in {one.flow for one in chat.session.frames}, f"{part!r} alone is not certain"
    assert_helped(chat.says(" ".join(words[2:])))


def test_what_was_seen_is_not_seen_again_in_the_next_harmless_words(library: Library) -> None:
    chat = in_course(library).says(certain(library))
    chat.says("mijn zus")
    assert "signalled" not in chat.acted
    assert CRISIS in {one.flow for one in chat.session.frames}


def finished(chat: Chat) -> Chat:
    """Answers until the crisis talk rests."""
    for _ in range(FAR):
        if not chat.session.frames:
            return chat
        chat.answers()
    raise AssertionError("the crisis talk never rested")


@pytest.mark.parametrize(
    "place",
    ["at a free question", "at a choice", "at the film", "at the checklist", "at a card to sort",
     "at the question to share", "in the help"],
)  # fmt: skip
def test_afterwards_it_is_silent_and_the_course_goes_on_at_its_bookmark(library: Library, place: str) -> None:
    chat = PLACES[place](library)
    at = next(one for one in chat.session.frames if one.flow == COURSE)
    finished(chat.says(certain(library)))
    assert chat.session.asked is None, "someone in danger was given something to do"
    assert chat.later(hours=3).says("hallo").step.startswith("menu/")
    chat.tool("courses").answers()
    assert chat.step == f"{COURSE}/{at.step}"


def test_someone_who_is_not_in_danger_goes_back_to_the_menu_and_the_course(library: Library) -> None:
    chat = at_kind("choice")(library)
    here = chat.step
    chat.says(examples(library, "crisis-doubtful")[0])
    at = next(at for at, one in enumerate(chat.asked.choices) if one.value == "nee")
    chat.take(chat.input(kind="press", data=chat.ask.buttons[at].data)).answers()
    assert chat.step.startswith("menu/")
    chat.answers().answers()
    assert chat.step == here


NO_DANGER = {"not in danger": "nee", "rather not say": "skip"}
"""The answers to the honest question after which the person is not in the crisis talk."""


@pytest.mark.parametrize("answer", NO_DANGER)
@pytest.mark.parametrize("course", ["invloed", "aan-het-werk", "doelen"])
def test_after_the_honest_question_any_course_goes_on_where_it_was(library: Library, course: str, answer: str) -> None:
    short = next(one.short for one in library.courses if one.id == course)
    chat = agreed(library).tool("courses").presses(short)
    for _ in range(6):
        chat.answers()
    here, question, labels = chat.step, chat.bubble.text, chat.labels
    chat.says(examples(library, "crisis-doubtful")[0])
    press(chat, NO_DANGER[answer]).answers()
    assert chat.step.startswith("menu/")
    chat.presses("Naar de cursussen").presses(short)
    assert (chat.step, chat.bubble.text, chat.labels) == (here, question, labels)


def test_after_the_honest_question_the_cards_that_were_laid_down_still_lie(library: Library) -> None:
    chat = half_sorted(library)
    card, laid = chat.bubble.text, dict(chat.session.sorted)
    assert laid
    press(chat.says(examples(library, "crisis-doubtful")[0]), "nee").answers()
    chat.answers().answers()
    assert (chat.bubble.text, chat.session.sorted) == (card, laid)


def test_who_opened_the_plan_for_a_bad_time_from_a_course_finds_the_course_again(library: Library) -> None:
    chat = in_course(library).answers().answers()
    here = chat.step
    chat.session.papers = ("terugvalplan",)
    chat.tool("fallback").presses("Het gaat nu minder").presses("Het gaat echt slecht")
    assert chat.step == "crisis-vraag/vraag"
    press(chat, "nee").answers()
    assert chat.step.startswith("menu/")
    chat.answers().answers()
    assert chat.step == here


def test_a_yes_to_the_honest_question_brings_the_numbers(library: Library) -> None:
    for value in ("ja", "soms"):
        chat = press(in_course(library).says(examples(library, "crisis-doubtful")[0]), value)
        assert chat.session.frames[-1].flow == CRISIS
        assert "112" in chat.heard[0]
        assert "check_in" in chat.acted


def press(chat: Chat, value: str) -> Chat:
    """Presses the button behind which this value stands."""
    at = next(at for at, one in enumerate(chat.asked.choices) if one.value == value)
    return chat.take(chat.input(kind="press", data=chat.ask.buttons[at].data))


def test_a_crisis_before_the_yes_is_no_consent(library: Library) -> None:
    chat = finished(newcomer(library).until("welkom/naam").says(certain(library)))
    assert chat.session.consent is None
    assert chat.says("hallo").step.startswith("welkom/")


def test_who_stopped_stays_stopped_after_it(library: Library) -> None:
    chat = finished(stopped(library).says(certain(library)))
    assert chat.says("hallo").heard == [chat.reply("stopped_silence")]


@pytest.mark.parametrize("kind", ["voice", "photo", "video", "file"])
def test_what_cannot_be_heard_or_seen_is_answered_with_the_numbers(library: Library, kind: str) -> None:
    chat = at_kind("choice")(library)
    here = chat.step
    chat.take(chat.input(kind=kind, media="m1"))
    assert "112" in chat.heard[0]
    assert "113" in chat.heard[0]
    assert chat.step == here


def test_the_check_in_asks_and_then_rests(library: Library) -> None:
    chat = finished(in_course(library).says(certain(library))).later(minutes=15)
    chat.keep(chat.engine.fire(chat.session, "crisis-daarna", chat.now))
    assert {bubble.duty for bubble in chat.bubbles} == {"crisis"}
    assert chat.now > START
    assert not finished(chat).session.frames
