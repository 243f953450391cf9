"""What the engine promises to every person, told as short chats."""

from typing import Any

import pytest

from bot.errors import FlowLoopError
from bot.flows.effects import Acted, Kept, Progressed, Saved, Shared
from bot.flows.session import Session
from tests.flows.small import choice, course, flow, library, say
from tests.talk import START, Talk


def agreed(*flows: object) -> Talk:
    """A person who said yes, and has not opened anything."""
    session = Session(person="p1", state="active", consent=START, facts={"coach": "Anja", "name": "Sam"})
    return Talk(library(*flows), session)  # type: ignore[arg-type]  # the helpers give flows and courses


def in_course(*steps: dict[str, Any]) -> Talk:
    """A person at the first question of a course with these steps."""
    talk = agreed(course("k", list(steps)))
    return talk.says("hello").presses("k")


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
    assert in_course(*steps).says("neen").heard == ["<not_understood>", "One?"]


def test_words_that_fit_no_button_are_answered_kindly_and_help_is_offered_the_second_time() -> None:
    talk = in_course(choice("a", "One?", "Yes", skip="Skip"))
    assert talk.says("the weather is fine").heard == ["<not_understood>", "One?"]
    assert talk.says("the weather is fine").heard == ["<not_understood_again>", "One?"]
    assert talk.presses("Yes").session.misses == 0


@pytest.mark.parametrize(
    ("text", "reply"),
    [("", "<empty>"), ("   ", "<empty>"), ("😀😀", "<emoji_only>"), ("a" * 4001, "<too_long>")],
)
def test_own_words_that_cannot_be_an_answer_are_asked_again(text: str, reply: str) -> None:
    talk = in_course({"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"})
    assert talk.says(text).heard == [reply, "Tell."]
    assert not any(isinstance(effect, Saved) for effect in talk.effects)


def test_own_words_are_kept_to_the_letter() -> None:
    talk = in_course({"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"})
    odd = "<b>{name}</b> & \u202e 'x' -- €5 😀 " + "y" * 3900
    talk.says(odd)
    saved = next(effect for effect in talk.effects if isinstance(effect, Saved))
    assert saved.answer.value == odd


def test_a_number_that_looks_like_a_citizen_number_is_not_kept() -> None:
    talk = in_course({"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"})
    assert talk.says("*********", "number").heard == ["<number_kept_out>", "Tell."]


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


def test_a_checklist_keeps_what_was_ticked_and_nothing_ticked_is_an_answer() -> None:
    items = [{"label": "Walk", "value": "walk"}, {"label": "Rest", "value": "rest"}, {"label": "Call", "value": "call"}]
    steps = (
        {
            "id": "l",
            "kind": "checklist",
            "text": "Tick.",
            "simpler": "Tick it.",
            "items": items,
            "done": "Done",
            "skip": "Skip",
            "save": "l",
        },
        say("z", "So {l}.", when={"key": "l"}),
        say("zz", "On.", button="On"),
    )
    talk = in_course(*steps).ticks(2, 0)
    assert talk.session.answers["k/l"].value == ["walk", "call"]
    assert talk.heard == ["So Walk and Call.", "On."]
    assert in_course(*steps).ticks().heard == ["On."]
    assert in_course(*steps).says("1, 3").session.answers["k/l"].value == ["walk", "call"]
    assert in_course(*steps).ticks(3).heard == ["<stale_button>", "Tick."]


def test_cards_are_sorted_one_by_one_also_with_a_break_in_between() -> None:
    cards = [
        {"label": "Rain", "value": "rain"},
        {"label": "Sleep", "value": "sleep"},
        {"label": "Boss", "value": "boss"},
    ]
    piles = [{"label": "Mine", "value": "mine"}, {"label": "Not mine", "value": "not"}]
    step = {
        "id": "s",
        "kind": "sort",
        "text": "Sort.",
        "simpler": "Sort it.",
        "cards": cards,
        "piles": piles,
        "save": "s",
        "skip": "Skip",
    }
    talk = in_course(step, say("z", "{s}", button="On"))
    assert talk.heard == ["Sort.", "Rain"]
    talk.presses("Not mine").tool("menu")
    assert talk.presses("On").heard == ["Sort.", "Sleep"]
    talk.presses("Mine")
    assert talk.presses("Skip").heard == ["Mine: Sleep.\nNot mine: Rain."]
    assert talk.session.answers["k/s"].value == {"rain": "not", "sleep": "mine"}


def test_a_scale_follows_its_band_and_typed_numbers_count() -> None:
    bands = [{"up_to": 2, "next": "low"}]
    step = {
        "id": "s",
        "kind": "scale",
        "text": "How?",
        "simpler": "How?",
        "low": "bad",
        "high": "good",
        "bands": bands,
        "save": "s",
        "skip": "Skip",
    }
    steps = (step, say("high", "Fine.", button="On", next="z"), say("low", "Heavy."), say("z", "On.", button="On"))
    assert in_course(*steps).presses("2").heard == ["Heavy.", "On."]
    assert in_course(*steps).says("5").heard == ["Fine."]
    assert in_course(*steps).says("6").heard == ["<not_understood>", "How?"]


def sharing(text: str, *marks: str) -> Talk:
    """A person who wrote this and now stands at the question whether it may be shared."""
    return in_course(
        {"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"},
        {"id": "d", "kind": "share", "text": "Share?", "simpler": "Share it?", "keys": ["t"], "whom": "coach"},
        say("z", "On.", button="On"),
    ).says(text, *marks)


def test_only_a_yes_for_the_very_text_shares_it() -> None:
    talk = sharing("I like gardens")
    assert [bubble.kind for bubble in talk.bubbles] == ["quote", "text"]
    assert talk.heard == ["I like gardens", "Share?"]
    assert not any(isinstance(effect, Shared) for effect in talk.effects)
    talk.presses("[share_yes]")
    assert Shared("k", "coach", "I like gardens") in talk.effects


def test_a_no_shares_nothing() -> None:
    talk = sharing("I like gardens").presses("[share_no]")
    assert not any(isinstance(effect, Shared) for effect in talk.effects)
    assert talk.heard == ["<not_shared>", "On."]


def test_medical_words_have_no_route_and_can_be_written_again() -> None:
    talk = sharing("my back hurts", "medical")
    assert talk.heard == ["<medical_stays_yours>"]
    assert talk.labels == ["[reword]", "[share_no]"]
    assert talk.presses("[reword]").heard == ["Tell."]
    assert talk.says("I want to sit more").heard == ["I want to sit more", "Share?"]
    talk.presses("[share_yes]")
    assert Shared("k", "coach", "I want to sit more") in talk.effects


def test_nothing_written_means_nothing_to_share() -> None:
    talk = in_course(
        {"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"},
        {"id": "d", "kind": "share", "text": "Share?", "simpler": "Share it?", "keys": ["t"], "whom": "coach"},
        say("z", "On.", button="On"),
    )
    assert talk.presses("Skip").heard == ["On."]


def test_a_film_waits_and_can_be_read_instead() -> None:
    steps = (
        {"id": "v", "kind": "video", "film": "film", "text": "Look.", "simpler": "Look here."},
        say("z", "On.", button="On"),
    )
    assert in_course(*steps).bubbles[-1].media == "film"
    assert in_course(*steps).presses("[watched]").heard == ["On."]
    assert in_course(*steps).presses("[rather_read]").heard == ["What is told.", "On."]


def test_a_picture_carries_its_words_for_who_cannot_see_it() -> None:
    steps = (
        {"id": "p", "kind": "picture", "picture": "sun", "text": "See.", "simpler": "See it."},
        say("z", "On.", button="On"),
    )
    assert in_course(*steps).bubbles[0].alt == "A sun"


def test_speaking_counts_only_where_it_was_asked() -> None:
    step = {
        "id": "t",
        "kind": "text",
        "text": "Tell.",
        "simpler": "Tell me.",
        "save": "t",
        "skip": "Skip",
        "voice": True,
    }
    talk = in_course(step, choice("q", "Two?", "Yes", skip="Skip"))
    talk.take(talk.input(kind="voice", media="m1"))
    assert talk.session.answers["k/t"].media == "m1"
    assert talk.take(talk.input(kind="voice", media="m2")).heard == ["<voice_instead>", "Two?"]


@pytest.mark.parametrize("kind", ["photo", "video", "file", "other"])
def test_a_file_where_words_were_asked_is_answered(kind: str) -> None:
    talk = in_course(choice("q", "Two?", "Yes", skip="Skip"))
    assert talk.take(talk.input(kind=kind)).heard == ["<file_instead>", "Two?"]


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


def test_successes_are_added_and_not_written_over() -> None:
    step = {"id": "t", "kind": "text", "text": "Tell.", "simpler": "Me.", "save": "t", "skip": "Skip", "many": True}
    talk = agreed(course("k", [step]))
    for words in ("first", "second", "third"):
        talk.says("hi").presses("k" if words == "first" else "✓ k").says(words)
    assert {key: one.value for key, one in talk.session.answers.items()} == {
        "k/t": "third",
        "k/t_1": "first",
        "k/t_2": "second",
    }


def planning() -> Talk:
    """A person who is making a plan in a course."""
    text = {"kind": "text", "simpler": "Me.", "skip": "Skip"}
    return in_course(
        {"id": "g", "text": "Goal?", "save": "goal", **text},
        {"id": "t", "text": "First?", "save": "first", **text},
        {
            "id": "d",
            "kind": "date",
            "text": "When?",
            "simpler": "When?",
            "save": "day",
            "ideas": ["Morgen"],
            "skip": "S",
        },
        {
            "id": "k",
            "kind": "keep",
            "paper": "plan",
            "title": "My plan",
            "lines": [{"text": "I want: {goal}."}, {"text": "Never: {nothing}."}],
            "tasks": [{"what": "first", "day": "day"}],
        },
        {"id": "s", "kind": "show", "paper": "plan", "text": "Look.", "simpler": "See.", "empty": "None."},
        {
            "id": "x",
            "kind": "pick",
            "source": "tasks",
            "paper": "plan",
            "text": "Done?",
            "simpler": "Done?",
            "empty": "All done.",
            "skip": "No",
            "next": "s2",
        },
        {"id": "s2", "kind": "show", "paper": "plan", "text": "Look.", "simpler": "See.", "empty": "None."},
        {"id": "h", "kind": "share", "paper": "plan", "whom": "coach", "text": "Share?", "simpler": "Share?"},
        say("z", "On.", button="On"),
    )


def test_a_plan_is_kept_shown_ticked_off_and_shared_as_it_reads() -> None:
    talk = planning().says("to garden").says("call Piet").says("volgende week dinsdag")
    assert Kept("plan", (("first", "2026-03-10"),)) in talk.effects
    assert talk.heard == ["Look.", "My plan\nI want: to garden.\n○ call Piet (dinsdag 10 maart)", "Done?"]
    talk.presses("call Piet")
    assert talk.heard[1].endswith("✓ call Piet (dinsdag 10 maart)")
    talk.presses("[share_yes]")
    assert Shared("k", "coach", "My plan\nI want: to garden.\n✓ call Piet (dinsdag 10 maart)") in talk.effects


def test_a_plan_with_medical_words_has_no_route() -> None:
    talk = planning().says("less pain", "medical").says("walk").presses("Morgen").presses("No")
    assert talk.labels == ["[reword]", "[share_no]"]
    assert talk.presses("[reword]").heard == ["Goal?"]


def test_nothing_written_keeps_no_plan() -> None:
    talk = planning().presses("Skip").presses("Skip").presses("S")
    assert not any(isinstance(effect, Kept) for effect in talk.effects)
    assert talk.heard == ["None.", "All done.", "None.", "On."]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("morgen", "2026-03-03"),
        ("Overmorgen", "2026-03-04"),
        ("vrijdag", "2026-03-06"),
        ("aanstaande vrijdag", "2026-03-06"),
        ("volgende week dinsdag", "2026-03-10"),
        ("dinsdag volgende week", "2026-03-10"),
        ("volgende week", "2026-03-09"),
        ("over twee weken", "2026-03-16"),
        ("3 maart", "2026-03-03"),
        ("1-3", "2027-03-01"),
        ("12/4/26", "2026-04-12"),
        ("vanavond", "2026-03-02"),
        ("30 april", "2026-04-30"),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, day: str) -> None:
    talk = planning().says("a").says("b").says(typed)
    assert talk.session.answers["k/day"].value == day


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("31-2", "date_impossible"),
        ("31 februari", "date_impossible"),
        ("gisteren", "date_past"),
        ("1-1-2020", "date_past"),
        ("na de vakantie", "date_unclear"),
        ("binnenkort", "date_unclear"),
        ("7", "date_unclear"),
        ("1-1-2090", "date_far"),
        ("9-9-99999", "date_unclear"),
        (" ", "empty"),
        ("x" * 3000, "date_unclear"),
    ],
)
def test_a_day_that_cannot_be_is_asked_again_with_the_reason(typed: str, reply: str) -> None:
    talk = planning().says("a").says("b").says(typed)
    assert talk.heard == [f"<{reply}>", "When?"]
    assert talk.labels == ["Morgen", "S"]


def test_own_words_can_stand_on_a_button_and_only_what_was_answered_is_offered() -> None:
    text = {"kind": "text", "simpler": "Me.", "skip": "Skip"}
    options = [{"label": f"{{goal_{at}}}", "value": f"g{at}", "when": {"key": f"goal_{at}"}} for at in (1, 2)]
    steps = (
        {"id": "a", "text": "One?", "save": "goal_1", **text},
        {"id": "b", "text": "Two?", "save": "goal_2", **text},
        choice("c", "Which first?", *options, skip="None", save="first"),
        say("z", "First {first}.", button="On", when={"key": "first"}),
        say("y", "End.", button="On"),
    )
    talk = in_course(*steps).says("to walk around the whole pond").presses("Skip")
    assert talk.labels == ["to walk around the whol…", "None"]
    assert talk.presses("to walk around the whol…").heard == ["First to walk around the whole pond."]
    assert in_course(*steps).presses("Skip").presses("Skip").heard == ["End."]


def test_typing_go_on_at_a_lone_button_presses_it() -> None:
    talk = in_course(say("a", "One.", button="Understood"), say("b", "Two.", button="On"))
    assert talk.says("resume").heard == ["Two."]


def test_kept_papers_can_be_read_again() -> None:
    read = flow(
        "lees",
        {
            "id": "p",
            "kind": "pick",
            "source": "papers",
            "text": "Which?",
            "simpler": "Which?",
            "empty": "None.",
            "skip": "No",
        },
        say("z", "Yours.", button="Ok"),
    )
    keep = {"id": "k", "kind": "keep", "paper": "plan", "title": "My plan", "lines": [{"text": "I want: {goal}."}]}
    goal = {"id": "g", "kind": "text", "text": "Goal?", "simpler": "Goal?", "save": "goal", "skip": "S"}
    talk = agreed(course("k", [goal, keep, {"id": "c", "kind": "call", "flow": "lees"}]), read).says("hi").presses("k")
    talk.says("to fish")
    assert talk.labels == ["My plan", "No"]
    assert talk.presses("My plan").heard == ["My plan\nI want: to fish.", "Yours."]


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
