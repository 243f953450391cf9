"""One turn: words of crisis go before everything, and what must not be kept is not handed on."""

import pytest

from bot.conversation import Conversation
from bot.flows.effects import Acted, Said, Saved
from bot.flows.engine import Turned
from bot.flows.session import Session, dump, parse
from bot.messages import Inbound, InboundKind
from tests.household import JAN, NOW, chatter

NUMBER = "111222333"


class Chat:
    """One person's turns, each stored and read back."""

    def __init__(self) -> None:
        self.conversation = Conversation(chatter())
        self.session = Session(person=JAN)
        self.says("hello")
        self.says("Yes")

    def says(self, text: str, kind: InboundKind = "text") -> Turned:
        one = Inbound(channel="test", address=JAN, external_id="1", kind=kind, at=NOW, text=text)
        turned = self.conversation.turn(self.session, one, NOW)
        self.session = parse(dump(turned.session))
        return turned

    @property
    def flow(self) -> str:
        return self.session.top.flow if self.session.top else ""


def said(turned: Turned) -> list[str]:
    return [one.outbound.text for one in turned.effects if isinstance(one, Said)]


def test_certain_words_bring_the_crisis_talk_and_doubtful_words_the_question() -> None:
    chat = Chat()
    turned = chat.says("I will end my life")
    assert (said(turned)[0], chat.flow) == ("Call 112.", "crisis")
    assert Acted("signalled", "crisis") in turned.effects

    chat = Chat()
    turned = chat.says("all is dark")
    assert (said(turned), chat.flow) == (["Are you safe?"], "crisis-vraag")


def test_a_crisis_sentence_over_three_messages_is_heard_and_once() -> None:
    chat = Chat()
    for words in ("I will end", "my"):
        chat.says(words)
        assert chat.flow == "welkom"
    chat.says("life")
    assert chat.flow == "crisis"
    assert chat.session.recent == ()
    chat.says("Yes")
    assert chat.flow != "crisis"
    chat.says("life")
    assert chat.flow != "crisis", "the same words are not heard again"


def test_only_the_last_messages_are_remembered_and_not_all_of_a_long_one() -> None:
    chat = Chat()
    for words in ("one", "two " * 500, "three"):
        chat.says(words)
    assert len(chat.session.recent) == 2
    assert max(map(len, chat.session.recent)) <= 300


def test_in_the_crisis_talk_doubt_is_an_answer_and_certainty_brings_the_numbers_again() -> None:
    chat = Chat()
    chat.says("I will end my life")
    turned = chat.says("all is dark")
    assert chat.flow == "crisis"
    assert Acted("signalled", "crisis") not in turned.effects
    assert said(chat.says("I will end my life"))[0] == "Call 112."


@pytest.mark.parametrize("state", ["paused", "stopped", "new"])
def test_a_crisis_is_heard_in_every_state(state: str) -> None:
    chat = Chat()
    if state == "new":
        chat.session = Session(person=JAN)
    else:
        chat.session.state = "paused" if state == "paused" else "stopped"
    chat.says("I will end my life")
    assert chat.flow == "crisis"


def test_a_citizen_number_reaches_neither_answer_nor_history_nor_memory() -> None:
    chat = Chat()
    for words in (f"it is {NUMBER}", f"I will end my life {NUMBER}"):
        turned = chat.says(words)
        assert NUMBER not in turned.shown
        assert not [one for one in turned.effects if isinstance(one, Saved)]
        assert NUMBER.encode() not in dump(chat.session)


def test_words_about_health_are_marked_in_the_answer() -> None:
    chat = Chat()
    turned = chat.says("my pills")
    [saved] = [one for one in turned.effects if isinstance(one, Saved)]
    assert saved.answer.marks == ("medical",)


def test_what_is_not_text_is_not_read() -> None:
    chat = Chat()
    chat.says("I will end my life", kind="press")
    assert chat.flow == "welkom"
