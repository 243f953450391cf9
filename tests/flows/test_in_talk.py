"""While a human talks here the engine passes words on, and whatever else happens the talk stays what lies open."""

import pytest

from bot.content.models.flow import Flow
from bot.flows.effects import Acted, Relayed
from bot.flows.session import Frame
from bot.messages import Inbound
from tests.flows import small
from tests.flows.others import CircleTalk

END = "End the talk"
TALK = {
    "id": "nu", "kind": "look", "of": "talk", "text": "You talk with {other}.", "simpler": "{other}.",
    "empty": "Nobody.", "empty_to": "end", "button": END,
}  # fmt: skip
STOP = {"id": "stop", "kind": "do", "action": "hand_back"}


def talk_flow(name: str, role: str) -> Flow:
    return small.flow(name, TALK, STOP, small.say("klaar", "It is over."), roles=[role], start="talk", fresh=True)


def talking(role: str = "employee", *flows: Flow) -> CircleTalk:
    """Someone who stood at a question, and now talks with Mo."""
    home = small.flow("desk", small.choice("kies", "Desk?", "A", "B", skip="Nothing"), roles=["coach"], start="home")
    talks = (talk_flow("talk-e", "employee"), talk_flow("talk-c", "coach"))
    library = small.library(home, *talks, *flows)
    chat = CircleTalk(library, role).says("hello")
    chat.others.views["talk", ""] = {"other": "Mo"}
    chat.session.relay, chat.session.asked = "7", None
    return chat.told("talk-e" if role == "employee" else "talk-c")


def passed(chat: CircleTalk) -> list[str]:
    return [one.text for one in chat.effects if isinstance(one, Relayed)]


def press(chat: CircleTalk, data: str) -> CircleTalk:
    return chat.take(chat.input(kind="press", data=data))


def command(chat: CircleTalk, name: str) -> CircleTalk:
    return chat.take(chat.input(kind="command", data=name))


@pytest.mark.parametrize("words", ["menu", "1", "yes", "back", "pause", "resume", "I am /here"])
def test_words_are_passed_on_also_when_they_are_words_of_the_house(words: str) -> None:
    assert passed(talking().says(words)) == [words]


def test_the_button_ends_it_and_the_question_of_before_comes_back() -> None:
    chat = talking()
    before = chat.session.frames[0]
    chat.presses(END)
    assert chat.heard[0] == "It is over."
    assert chat.session.relay == ""
    assert chat.session.frames[0] == before
    assert [one.action for one in chat.effects if isinstance(one, Acted)] == ["hand_back"]


@pytest.mark.parametrize("words", ["stop", "end the talk", "End the talk!"])
def test_the_end_can_be_typed(words: str) -> None:
    chat = talking().says(words)
    assert passed(chat) == []
    assert chat.session.relay == ""


def test_an_old_button_does_nothing() -> None:
    assert press(talking(), "1:0").heard == ["<relay_words_only>"]


@pytest.mark.parametrize("name", ["menu", "back", "skip", "pause", "explain", "courses"])
def test_a_tool_of_the_house_waits(name: str) -> None:
    chat = command(talking(), name)
    assert chat.heard == ["<relay_first>"]
    assert passed(chat) == []


def test_help_opens_on_top_of_the_talk_and_goes_back_to_it() -> None:
    chat = command(talking(), "help")
    assert chat.step == "hulp/zo"
    assert chat.presses("Ok").heard == ["You talk with Mo."]


def test_to_a_coach_only_the_end_is_a_command_and_a_slash_is_never_words() -> None:
    assert passed(talking("coach").says("help")) == ["help"]
    chat = talking("coach").says("/menu")
    assert (chat.heard, passed(chat)) == (["<relay_first>"], [])
    assert talking("coach").says("stop").session.relay == ""


TYPES = {"id": "tekst", "kind": "text", "text": "Say?", "simpler": "Say it?", "save": "words", "skip": "No"}


def test_a_standing_button_that_would_ask_for_words_waits() -> None:
    inner = small.flow("inner", TYPES, roles=["coach"], fresh=True)
    outer = small.flow("outer", {"id": "in", "kind": "call", "flow": "inner"}, roles=["coach"], about="x")
    harmless = small.flow("short", small.choice("ja", "Sure?", "Yes", skip="No"), roles=["coach"], about="x")
    chat = talking("coach", inner, outer, harmless)
    assert chat.stands("@outer:1").heard == ["<relay_first>"]
    assert chat.stands("@short:1").step == "short/ja"
    assert passed(chat.says("hello there")) == ["hello there"]
    assert chat.presses("Yes").heard[-1] == "You talk with Mo."


def crisis(chat: CircleTalk) -> CircleTalk:
    inbound: Inbound = chat.input(kind="text", text="something terrible")
    return chat.keep(chat.engine.interrupt(chat.session, "crisis", inbound, chat.now))


def test_in_a_crisis_nothing_is_passed_on_and_afterwards_the_talk_is_open_again() -> None:
    chat = crisis(talking())
    assert passed(chat.says("yes")) == []
    assert chat.heard[-1] == "You talk with Mo."
    assert chat.session.frames == (Frame("talk-e", "nu"),)
    assert passed(chat.says("there I am")) == ["there I am"]


def test_who_stops_altogether_talks_with_nobody() -> None:
    chat = talking()
    chat.session.frames = ()
    chat.session.asked = None
    command(chat, "stop").presses("Stop now")
    assert (chat.session.state, chat.session.relay) == ("stopped", "")
    assert chat.heard == ["<stopped_silence>"]


def test_a_talk_without_words_in_the_content_still_passes_words_on() -> None:
    chat = CircleTalk(small.library()).says("hello")
    chat.session.relay = "7"
    assert passed(chat.says("here I am")) == ["here I am"]
    assert chat.says("stop").step == "stoppen/zeker"
