"""What can be done at any question: help, back, skip, pause, the menu, other words, stop, and changing an answer."""

from bot.flows import opening, tools
from bot.flows.effects import Acted
from tests.flows.people import agreed, in_course
from tests.flows.small import choice, course, library, say
from tests.talk import Talk


def test_explain_says_it_simpler_once_and_asks_again() -> None:
    talk = in_course(say("a", "One."), choice("q", "Two?", "Yes", skip="Skip"))
    assert talk.tool("explain").heard == ["One. (simple)", "Two? (simple)"]
    assert talk.tool("explain").heard == ["<nothing_to_explain>", "Two?"]
    assert talk.presses("Yes")


def test_back_goes_to_the_question_before_and_the_answer_can_be_changed() -> None:
    talk = in_course(choice("a", "One?", "X", "Y", skip="Skip", save="a"), choice("b", "Two?", "Yes", skip="Skip"))
    talk.presses("X")
    assert talk.tool("back").heard == ["One?"]
    talk.presses("Y")
    answer = talk.session.answers["k/a"]
    assert answer.value == "Y"
    assert talk.step == "k/b"


def test_skip_passes_any_question_except_one_that_must_be_answered() -> None:
    talk = Talk(library()).says("hello")
    assert talk.tool("skip").heard == ["<nothing_to_skip>", "May I?"]
    talk = in_course(choice("a", "One?", "X", skip="Skip"), choice("b", "Two?", "Yes", skip="Skip"))
    assert talk.tool("skip").heard == ["Two?"]


def test_a_pause_keeps_the_place_for_days_and_any_sign_of_life_goes_on() -> None:
    talk = in_course(choice("a", "One?", "X", skip="Skip"), choice("b", "Two?", "Yes", skip="Skip")).presses("X")
    assert talk.tool("pause").heard == ["<paused>"]
    assert talk.says("I am here").heard == ["<resumed>", "Two?"]
    talk.tool("pause")
    assert talk.presses("[resume]").heard == ["<resumed>", "Two?"]
    assert talk.presses("Yes")


def test_the_menu_lies_over_a_course_and_going_on_returns_to_the_same_question() -> None:
    talk = in_course(choice("a", "One?", "X", skip="Skip"), choice("b", "Two?", "Yes", skip="Skip")).presses("X")
    assert talk.tool("menu").heard == ["Go on?"]
    assert talk.presses("On").heard == ["Two?"]
    talk.tool("menu").tool("menu")
    assert len(talk.session.frames) == 2


def test_another_course_leaves_the_first_at_its_bookmark() -> None:
    one = course("k", [choice("a", "One?", "X", skip="Skip"), choice("b", "Two?", "Yes", skip="Skip")])
    two = course("m", [choice("c", "Three?", "X", skip="Skip")], number=2)
    talk = agreed(one, two).says("hi").presses("k").presses("X").tool("menu").presses("Other").presses("m")
    assert talk.heard == ["Three?"]
    assert talk.tool("menu").presses("Other").presses("k").heard == ["Two?"]


def test_easier_and_harder_change_all_that_follows_and_end_somewhere() -> None:
    talk = in_course(choice("a", "One?", "X", skip="Skip"), say("b", "Two.", more="Two, deeper.", button="On"))
    assert talk.tool("easier").heard == ["<easier_done simpler>", "One? (simple)"]
    assert talk.tool("easier").heard == ["<already_easiest simpler>", "One? (simple)"]
    talk.tool("harder").tool("harder")
    assert talk.presses("X").heard == ["Two, deeper."]


def test_stop_asks_once_and_then_is_silent_until_the_person_asks() -> None:
    talk = in_course(choice("a", "One?", "X", skip="Skip")).says("stop")
    assert talk.heard == ["Stop?"]
    talk.presses("Stop now")
    assert Acted("stop", "stoppen") in talk.effects
    assert talk.session.state == "stopped"
    assert talk.says("hello").heard == ["<stopped_silence>"]
    assert talk.presses("[resume]").heard == ["Which?"]
    assert talk.presses("k").heard == ["One?"]


def test_an_answer_can_be_changed_later_without_losing_the_place() -> None:
    step = {"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"}
    talk = in_course(step, choice("q", "Two?", "Yes", skip="Skip")).says("old words").tool("data")
    assert talk.labels == ["old words", "None"]
    talk.presses("old words").says("new words")
    assert talk.session.answers["k/t"].value == "new words"
    assert talk.labels == ["new words", "None"]
    assert talk.presses("None").presses("Keep").heard == ["Two?"]


def test_every_flow_behind_a_command_makes_place_for_another() -> None:
    assert set(tools.FLOWS.values()) == opening.HOUSE
