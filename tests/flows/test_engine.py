"""What the engine promises to every person, told as short chats."""

import pytest

from bot.errors import FlowLoopError
from bot.flows.effects import Acted, Progressed, Saved
from tests.flows.people import agreed, in_course
from tests.flows.small import choice, course, flow, library, say
from tests.talk import Talk


def test_the_first_words_open_the_welcome_and_nothing_else_goes_before_the_yes() -> None:
    talk = Talk(library())
    assert talk.says("menu").heard == ["May I?"]
    assert talk.tool("courses").heard == ["May I?"]
    assert talk.presses("Yes").effects[0] == Acted("agree", "welkom")
    assert talk.heard == ["None.", "What now?"]


def test_a_no_is_kept_and_only_asking_begins_again() -> None:
    talk = Talk(library()).says("hello").presses("No")
    assert talk.heard == ["Fine.", "<stopped_silence>"]
    assert talk.says("hello").heard == ["<stopped_silence>"]
    assert talk.presses("[resume]").heard == ["May I?"]


def test_bubbles_follow_each_other_until_one_asks() -> None:
    talk = in_course(
        say("a", "One."), say("b", "Two."), choice("c", "Three?", "Yes", skip="Skip"), say("d", "Four.", button="On")
    )
    assert talk.heard == ["One.", "Two.", "Three?"]
    assert talk.labels == ["Yes", "Skip"]
    assert talk.presses("Yes").heard == ["Four."]


def test_an_option_leads_to_its_own_path() -> None:
    right = {"label": "True", "next": "yes"}
    wrong = {"label": "Not true", "next": "no"}
    steps = (
        choice("q", "True?", right, wrong, skip="Skip"),
        say("yes", "Indeed.", next="z"),
        say("no", "Many think so."),
    )
    assert in_course(*steps, say("z", "On.", button="On")).presses("Not true").heard == ["Many think so.", "On."]
    assert in_course(*steps, say("z", "On.", button="On")).presses("True").heard == ["Indeed.", "On."]


def test_a_pressed_answer_is_kept_under_its_value() -> None:
    talk = in_course(
        choice("q", "How?", {"label": "Good", "value": "good"}, skip="Skip", save="how"),
        say("z", "You: {how}.", button="On"),
    )
    talk.presses("Good")
    saved = [effect for effect in talk.effects if isinstance(effect, Saved)]
    assert [(one.flow, one.key, one.answer.value) for one in saved] == [("k", "how", "good")]
    assert talk.heard == ["You: Good."]


def test_a_skipped_question_keeps_nothing_and_conditions_pass_over_what_needs_it() -> None:
    talk = in_course(
        choice("q", "How?", "Good", skip="Skip", save="how"),
        say("with", "You said {how}.", when={"key": "how"}),
        say("z", "On.", button="On"),
    )
    assert talk.presses("Skip").heard == ["On."]
    assert not any(isinstance(effect, Saved) for effect in talk.effects)


def test_a_double_press_counts_once() -> None:
    talk = in_course(choice("a", "One?", "Yes", skip="Skip"), choice("b", "Two?", "Yes", skip="Skip"))
    press = talk.input(kind="press", data=talk.ask.buttons[0].data)
    assert talk.take(press).heard == ["Two?"]
    assert talk.take(press).heard == []
    assert talk.step == "k/b"


def test_an_old_button_is_answered_and_the_right_question_comes_again() -> None:
    talk = in_course(choice("a", "One?", "Yes", "No", skip="Skip"), choice("b", "Two?", "Yes", skip="Skip"))
    old = talk.ask.buttons[1].data
    talk.presses("Yes")
    assert talk.take(talk.input(kind="press", data=old)).heard == ["<stale_button>", "Two?"]


@pytest.mark.parametrize(
    "data", ["", "x", "9999:0", "{seq}:99", "{seq}:-1", "{seq}:=0", "{seq}:1e3", "{seq}:٣", "{seq}:" + "9" * 5000]
)
def test_tampered_buttons_are_refused(data: str) -> None:
    talk = in_course(choice("a", "One?", "Yes", skip="Skip"))
    data = data.replace("{seq}", str(talk.ask.seq))
    assert talk.take(talk.input(kind="press", data=data)).heard == ["<stale_button>", "One?"]


def test_a_typed_label_counts_as_a_press_also_with_a_typing_error() -> None:
    steps = (choice("a", "One?", "Klopt helemaal", "Nee", skip="Skip", save="a"), say("z", "On.", button="On"))
    assert in_course(*steps).says("klopt HELEMAAL!").heard == ["On."]
    assert in_course(*steps).says("klopt helemal").heard == ["On."]
    assert in_course(*steps).says("2").heard == ["On."]
    assert in_course(*steps).says("nope").heard == ["<not_understood>", "One?"]


def test_words_that_fit_no_button_are_answered_kindly_and_help_is_offered_the_second_time() -> None:
    talk = in_course(choice("a", "One?", "Yes", skip="Skip"))
    assert talk.says("the weather is fine").heard == ["<not_understood>", "One?"]
    assert talk.says("the weather is fine").heard == ["<not_understood_again>", "One?"]
    assert talk.presses("Yes").session.misses == 0


def test_lessons_and_courses_are_counted_once() -> None:
    talk = agreed(course("k", [choice("a", "One?", "X", skip="S")], [choice("b", "Two?", "Y", skip="S")]))
    talk.says("hi").presses("k").presses("X")
    assert Progressed("k", "les-0") in talk.effects
    talk.tool("back").presses("X")
    assert Progressed("k", "les-0") not in talk.effects
    talk.presses("Y")
    assert [effect for effect in talk.effects if isinstance(effect, Progressed)] == [
        Progressed("k", "les-1"),
        Progressed("k", ""),
    ]
    assert talk.step == "menu/kies"
    assert talk.labels[0] == "✓ k"


def test_something_that_happens_once_happens_once() -> None:
    once = {"id": "w", "kind": "do", "action": "want_talk", "once": True}
    talk = in_course(choice("a", "One?", "X", skip="S"), once, choice("b", "Two?", "Y", skip="S")).presses("X")
    assert Acted("want_talk", "k") in talk.effects
    talk.tool("back").presses("X")
    assert Acted("want_talk", "k") not in talk.effects


def test_a_called_flow_comes_back_to_the_step_after() -> None:
    inner = flow("praat", choice("p", "Talk?", "Yes", skip="No"))
    outer = course("k", [{"id": "c", "kind": "call", "flow": "praat"}, say("z", "Back.", button="On")])
    assert agreed(inner, outer).says("hi").presses("k").presses("Yes").heard == ["Back."]


def test_a_crisis_goes_before_everything_and_the_course_keeps_its_place() -> None:
    talk = in_course(choice("a", "One?", "X", skip="S"), choice("b", "Two?", "Y", skip="S")).presses("X")
    talk.keep(talk.engine.interrupt(talk.session, "crisis", talk.input(text="..."), talk.now))
    assert talk.heard == ["Call 112.", "Is someone there?"]
    assert {bubble.duty for bubble in talk.bubbles} == {"crisis"}
    assert talk.presses("Yes").heard == []
    assert talk.says("I am back").heard == ["Which?"]
    assert talk.presses("k").heard == ["Two?"]


def test_a_crisis_before_the_yes_can_be_answered_too() -> None:
    talk = Talk(library())
    talk.keep(talk.engine.interrupt(talk.session, "crisis", talk.input(text="..."), talk.now))
    assert talk.presses("No").heard == []
    assert talk.says("hello").heard == ["May I?"]


def test_a_step_that_was_removed_goes_on_at_its_successor() -> None:
    talk = in_course(choice("a", "One?", "X", skip="S"), choice("b", "Two?", "Y", skip="S")).presses("X")
    edited = library(course("k", [choice("new", "New?", "Z", skip="S", replaces=["b"])]))
    later = Talk(edited, talk.session)
    assert later.says("hello").heard[-1] == "New?"


def test_a_step_without_a_successor_begins_its_course_again_instead_of_failing() -> None:
    talk = in_course(choice("a", "One?", "X", skip="S"), choice("b", "Two?", "Y", skip="S")).presses("X")
    later = Talk(library(course("k", [choice("n", "New?", "Z", skip="S")])), talk.session)
    assert later.tool("pause").says("hello").heard == ["<resumed>", "New?"]


def test_content_that_goes_round_is_stopped() -> None:
    with pytest.raises(FlowLoopError, match="goes round"):
        in_course(say("a", "One."), say("b", "Two.", next="a"))


def test_typing_go_on_at_a_lone_button_presses_it() -> None:
    talk = in_course(say("a", "One.", button="Understood"), say("b", "Two.", button="On"))
    assert talk.says("resume").heard == ["Two."]


def test_the_last_step_that_speaks_stands_at_the_end_of_its_lesson_and_outside_there_is_no_place() -> None:
    call = {"id": "z", "kind": "call", "flow": "other"}
    act = {"id": "a", "kind": "do", "action": "want_talk"}
    other = flow("other", say("o", "Elsewhere.", button="Back"))
    steps = [say("one", "One."), act, say("two", "Two.", button="On"), call]
    talk = agreed(course("k", steps), other).says("hello").presses("k")
    places = [bubble.place for bubble in talk.bubbles if bubble.text in {"One.", "Two."}]
    assert [(place.done, place.steps) for place in places if place] == [(0, 2), (1, 2)]
    talk.presses("On")
    assert [bubble.place for bubble in talk.bubbles if bubble.text == "Elsewhere."] == [None]
