"""Going on in another channel, as the engine sees it: what counts there, what is put away, and what is asked again."""

import pytest

from bot.flows.opening import FIRST, LINKING
from tests.flows import small
from tests.flows.others import CircleTalk

QUESTION, WORDS = "A word?", {"id": "woord", "kind": "text", "text": "A word?", "save": "word", "skip": "Skip"}
CODE = small.choice("gelukt", "Are you in?", {"label": "Yes", "next": "end"}, {"label": "Menu"}, skip="Later")
LINK = small.flow(LINKING, CODE, command="link")
ARRIVED = small.flow(
    FIRST["telegram"],
    small.say("van-wie", "Telegram is not ours."),
    small.choice("kies", "Where?", {"label": "Here", "next": "end"}, "Web", required=True),
)
TELEGRAM, WEB = ("telegram", "1"), ("web", "handle")


def at_question(here: tuple[str, str] = WEB) -> CircleTalk:
    """Someone who was asked for a word in this channel."""
    asking = small.flow("praat", WORDS, small.say("dank", "Thank you."), command="success")
    words = small.words().model_dump(by_alias=True)
    words["commands"] = {**words["commands"], "link": ("link",)}
    library = small.library(asking, LINK, ARRIVED)
    library = type(library)(
        flows=library.flows, words=type(library.words).model_validate(words), signals=library.signals,
        pictures=library.pictures, films=library.films, revision=library.revision,
    )  # fmt: skip
    chat = CircleTalk(library)
    chat.session.reached = here
    chat.tool("success")
    chat.session.asked_at = here
    assert chat.heard[-1] == QUESTION
    return chat


def test_own_words_where_the_question_was_not_asked_count_when_they_come_once_more() -> None:
    chat = at_question()
    chat.session.reached = TELEGRAM
    assert chat.says("sun").heard == ["<asked_elsewhere>", QUESTION]
    assert "praat/word" not in chat.session.answers
    assert chat.says("sun").heard[0] == "Thank you."
    assert chat.session.answers["praat/word"].value == "sun"


def test_the_web_chat_shows_everything_so_there_own_words_count_at_once() -> None:
    chat = at_question(TELEGRAM)
    chat.session.reached = WEB
    assert chat.says("sun").heard[0] == "Thank you."


@pytest.mark.parametrize("text", ["Skip", "menu", "help"])
def test_the_words_of_a_button_or_a_command_count_everywhere(text: str) -> None:
    chat = at_question()
    chat.session.reached = TELEGRAM
    assert "<asked_elsewhere>" not in chat.says(text).heard


def test_who_comes_in_elsewhere_hears_what_that_is_and_then_what_was_asked_and_not_the_code_again() -> None:
    chat = at_question().says("link")
    assert chat.heard[-1] == "Are you in?"
    chat.session.reached = TELEGRAM
    chat.keep(chat.engine.arrive(chat.session, FIRST["telegram"], chat.now, chat.others))
    assert chat.heard == ["Telegram is not ours.", "Where?"]
    assert chat.presses("Here").heard == [QUESTION]


def test_asking_for_a_code_leaves_what_is_open_and_asking_twice_leaves_one() -> None:
    chat = at_question().says("link").says("link")
    assert [frame.flow for frame in chat.session.frames] == ["praat", LINKING]
    assert chat.presses("Yes").heard[-1] == QUESTION


def test_what_a_platform_says_first_is_not_asked_to_who_goes_on_elsewhere() -> None:
    chat = at_question()
    chat.session.reached = TELEGRAM
    chat.keep(chat.engine.arrive(chat.session, FIRST["telegram"], chat.now, chat.others))
    chat.session.reached = WEB
    assert chat.says("sun").heard[-1] == QUESTION
    assert [frame.flow for frame in chat.session.frames] == ["praat"]


def test_who_had_paused_goes_on_by_coming_in() -> None:
    chat = at_question().tool("pause")
    paused = chat.session
    assert paused.state == "paused"
    chat.keep(chat.engine.arrive(chat.session, "", chat.now, chat.others))
    assert chat.session.state == "active"
    assert chat.heard == ["<resumed>", QUESTION]


def test_a_question_that_was_asked_before_places_were_kept_is_answered_anywhere() -> None:
    chat = at_question()
    chat.session.asked_at = ("", "")
    chat.session.reached = TELEGRAM
    assert chat.says("sun").heard[0] == "Thank you."
