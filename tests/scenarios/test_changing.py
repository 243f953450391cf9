"""A person changes an answer later: the new words take the place of the old ones, and the lesson waits."""

from bot.content.models.library import Library
from bot.flows.effects import Shared
from tests.scenarios.chat import COURSE, Chat, in_course

FIRST = "Ik belde mijn zus en dat was fijn"
SECOND = "Ik belde mijn broer"


def answered(library: Library) -> Chat:
    """Someone who typed an answer to the first question in own words, and went a little further."""
    chat = in_course(library)
    first = next(step.id for step in library.flows[COURSE].steps if step.kind == "text")
    chat.until(f"{COURSE}/{first}").says(FIRST)
    assert FIRST in chat.saved.values()
    return chat.answers().answers()


def choose_change(chat: Chat) -> Chat:
    """Goes to the list of answers that can be changed."""
    chat.tool("data")
    for value in ("anders", "veranderen"):
        at = next(at for at, one in enumerate(chat.asked.choices) if one.value == value)
        chat.take(chat.input(kind="press", data=chat.ask.buttons[at].data))
    return chat


def test_the_new_answer_takes_the_place_of_the_old_one(library: Library) -> None:
    chat = answered(library)
    place = chat.session.frames
    key = next(key for key, one in chat.session.answers.items() if one.shown == FIRST)
    choose_change(chat).answers()
    assert chat.step == f"{COURSE}/{chat.session.answers[key].step}"
    chat.says(SECOND)
    assert chat.session.answers[key].shown == SECOND
    assert chat.saved == {key: SECOND}
    chat.tool("menu").answers()
    assert chat.session.frames == place, "changing an answer moved the person in the lesson"


def test_the_list_shows_the_own_words_and_none_of_the_buttons_that_were_pressed(library: Library) -> None:
    chat = choose_change(answered(library))
    assert any(FIRST.startswith(label.rstrip("…")) for label in chat.labels)
    typed = {one.value for one in chat.asked.choices if one.role == "option"}
    steps = {step.id for flow in library.flows.values() for step in flow.steps if step.kind == "text"}
    assert {value.rpartition("/")[2] for value in typed} <= steps


def test_who_thinks_better_of_it_keeps_the_old_answer(library: Library) -> None:
    chat = answered(library)
    before = dict(chat.session.answers)
    choose_change(chat).answers().tool("back")
    chat.tool("menu").answers()
    assert dict(chat.session.answers) == before


def test_what_was_changed_is_not_shared_again_by_itself(library: Library) -> None:
    chat = answered(library)
    choose_change(chat).answers().says(SECOND)
    assert not any(isinstance(one, Shared) for one in chat.effects)
