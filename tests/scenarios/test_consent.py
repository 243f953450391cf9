"""Nothing begins without a yes; a no costs nothing, and is never final."""

import pytest

from bot.content.models.library import Library
from bot.flows.hearing import OPENED
from tests.scenarios.chat import FAR, Chat, newcomer

ASKED = "welkom/toestemming"


def asked(library: Library) -> Chat:
    return newcomer(library).until(ASKED)


def press(chat: Chat, value: str) -> Chat:
    at = next(at for at, one in enumerate(chat.asked.choices) if one.value == value)
    return chat.take(chat.input(kind="press", data=chat.ask.buttons[at].data))


def test_the_welcome_begins_by_itself_and_only_once(library: Library) -> None:
    chat = newcomer(library)
    assert chat.step.startswith("welkom/")
    before = chat.session.frames
    chat.take(chat.input(kind="command", data=OPENED))
    assert (chat.heard, chat.session.frames) == ([], before)


@pytest.mark.parametrize("name", ["menu", "courses", "success"])
def test_nothing_of_the_house_opens_before_the_yes(library: Library, name: str) -> None:
    chat = asked(library)
    assert chat.tool(name).step == ASKED
    assert chat.session.consent is None


def test_the_question_of_consent_cannot_be_passed_over(library: Library) -> None:
    chat = asked(library)
    assert chat.tool("skip").heard[0] == chat.reply("nothing_to_skip")
    assert chat.step == ASKED
    assert not [one for one in chat.ask.buttons if one.role == "skip"]


def test_who_says_yes_is_remembered_with_the_moment(library: Library) -> None:
    chat = asked(library)
    at = chat.now
    press(chat, "ja")
    assert chat.session.consent == at
    assert chat.acted == ["agree", "offer_cards"]


def test_who_says_no_is_left_alone(library: Library) -> None:
    chat = press(asked(library), "nee")
    assert chat.acted == ["decline"]
    assert chat.session.state == "stopped"
    for words in ("hallo", "hoe gaat het", "nou ja"):
        assert chat.later(days=3).says(words).heard == [chat.reply("stopped_silence")]
        assert chat.session.consent is None


def test_who_said_no_comes_back_and_is_asked_again(library: Library) -> None:
    chat = press(asked(library), "nee").later(days=30)
    assert chat.answers().step.startswith("welkom/")
    press(chat.until(ASKED), "ja")
    assert chat.session.state == "active"
    assert chat.session.consent is not None


def test_who_stops_in_the_course_and_comes_back_finds_the_same_question(library: Library) -> None:
    chat = press(asked(library), "ja")
    for _ in range(FAR):
        if chat.step.startswith("uitgangspunten/"):
            break
        chat.answers()
    chat.answers().answers()
    place = chat.session.frames
    press(chat.tool("stop"), "ja")
    assert chat.acted == ["stop"]
    assert chat.later(days=12).says("hallo").heard == [chat.reply("stopped_silence")]
    chat.answers().tool("courses").answers()
    assert chat.step == f"{place[-1].flow}/{place[-1].step}"
