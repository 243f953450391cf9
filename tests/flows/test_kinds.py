"""The kinds of questions: what each shows, and what it takes for an answer."""

import pytest

from bot.flows.effects import Saved
from tests.flows.people import agreed, in_course
from tests.flows.small import choice, course, say


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
    for typed in ("1 and 3", "walk and call", "Call, walk", "walk and 3"):
        assert in_course(*steps).says(typed).session.answers["k/l"].value == ["walk", "call"], typed
    for typed in ("walk and dance", "0 and 3", "1 and 4", "and", "walk 100"):
        assert "k/l" not in in_course(*steps).says(typed).session.answers, typed
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
    assert talk.tool("explain").heard == ["Sort it.", "Sleep"]
    talk.presses("Mine")
    assert talk.presses("Skip").heard == ["Mine: Sleep.\nNot mine: Rain."]
    assert talk.session.answers["k/s"].value == {"rain": "not", "sleep": "mine"}


@pytest.mark.parametrize("text", ["my dog", "my dog.", "my dog!", "my dog?", "my dog..."])
def test_own_words_that_end_a_sentence_get_no_second_full_stop(text: str) -> None:
    step = {"id": "t", "kind": "text", "text": "Who?", "simpler": "Who then?", "save": "who", "skip": "Skip"}
    heard = in_course(step, say("z", "It was {who}. Good.", button="On")).says(text).heard
    assert heard == [f"It was {text if text != 'my dog' else 'my dog.'} Good."]


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


@pytest.mark.parametrize(
    ("text", "reply"),
    [("", "<empty>"), ("   ", "<empty>"), ("😀😀", "<emoji_only>"), ("a" * 4001, "<too_long>")],
)
def test_own_words_that_cannot_be_an_answer_are_asked_again(text: str, reply: str) -> None:
    talk = in_course({"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"})
    assert talk.says(text).heard == [reply, "Tell."]
    assert not any(isinstance(effect, Saved) for effect in talk.effects)


@pytest.mark.parametrize(
    ("text", "reply"),
    [("k", "<too_short>"), ("damn you", "<rude>"), ("glub blub", "<other_language>"), ("😀", "<emoji_only>")],
)
def test_doubtful_words_are_asked_about_once_and_then_taken(text: str, reply: str) -> None:
    talk = in_course({"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"})
    assert talk.says(text).heard == [reply, "Tell."]
    assert talk.says(text).session.answers["k/t"].value == text


def test_who_was_asked_once_is_not_asked_again_for_something_else() -> None:
    step = {"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"}
    talk = in_course(step).says("glub blub").says("k")
    assert talk.session.answers["k/t"].value == "k"


@pytest.mark.parametrize("way", ["skip", "back"])
def test_another_question_is_a_new_chance_to_be_asked_about(way: str) -> None:
    first = {"id": "s", "kind": "text", "text": "First.", "simpler": "First.", "skip": "Skip"}
    second = {"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "skip": "Skip"}
    talk = in_course(first, second, say("z", "On.", button="On"))
    if way == "back":
        talk.says("hello there")
    talk.says("k").tool(way)
    assert talk.says("k").heard[0] == "<too_short>"


def test_a_question_about_the_question_gets_it_in_simpler_words() -> None:
    talk = in_course({"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"})
    assert talk.says("What do you mean?").heard == ["<is_question simpler>", "Tell me."]
    assert talk.says("What do you mean?").session.answers["k/t"].value == "What do you mean?"


def test_own_words_are_kept_to_the_letter() -> None:
    talk = in_course({"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"})
    odd = "<b>{name}</b> & \u202e 'x' -- €5 😀 " + "y" * 3900
    talk.says(odd)
    saved = next(effect for effect in talk.effects if isinstance(effect, Saved))
    assert saved.answer.value == odd


def test_a_number_that_looks_like_a_citizen_number_is_not_kept() -> None:
    talk = in_course({"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"})
    assert talk.says("*********", "number").heard == ["<number_kept_out>", "Tell."]


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
