"""What people type in the place of a button: it is understood where only one thing can be meant, and else asked."""

from typing import Any

import pytest

from bot.content.models.words import TypedWords
from bot.flows.session import Choice
from bot.flows.typed_words import fitting
from tests.flows.people import in_course
from tests.flows.small import say

WORDS = TypedWords(agrees=("ja", "ok"), refuses=("nee", "liever niet"), denials=("niet", "geen", "nee"))
OWN: dict[str, Any] = {
    "id": "q", "kind": "text", "text": "What?", "simpler": "What is it?", "save": "q", "skip": "Geen enkel woord",
    "ideas": ["Zon"],
}  # fmt: skip


def chosen(labels: list[str], typed: str) -> str:
    found = fitting(
        [Choice(one, one, role="skip" if one == "Weet ik niet" else "option") for one in labels], typed, WORDS
    )
    return found.label if found else ""


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("moe", "Ik ben moe"),
        ("ben moe", "Ik ben moe"),
        ("ik stel het uit denk ik", "Ik stel het uit"),
        ("ja", "Ja, graag"),
        ("ok", "Ja, graag"),
        ("liever niet", "Weet ik niet"),
        ("niet moe", ""),
        ("graag niet", ""),
        ("ik", ""),
        ("de bus kwam te laat en toen ben ik moe naar huis gegaan", ""),
    ],
)
def test_a_part_of_one_button_or_the_button_in_a_short_sentence_is_that_button(typed: str, label: str) -> None:
    assert chosen(["Ik ben moe", "Ik stel het uit", "Ja, graag", "Weet ik niet"], typed) == label


def test_what_could_be_two_buttons_is_neither() -> None:
    assert chosen(["Ik ben moe", "Ik ben ziek"], "ik ben") == ""
    assert chosen(["Soms", "Vaak"], "soms vaak") == ""


def test_a_no_never_becomes_a_yes() -> None:
    assert chosen(["Dat klopt", "Dat klopt niet"], "klopt niet") == "Dat klopt niet"
    assert chosen(["Dat past wel", "Weet ik niet"], "past niet") == ""
    assert chosen(["Ga door"], "nee") == ""


def test_a_lone_button_is_pressed_by_any_yes_and_by_no_no() -> None:
    steps = (say("a", "Read.", button="Duidelijk"), say("z", "On.", button="On"))
    assert in_course(*steps).says("ok").heard == ["On."]
    assert in_course(*steps).says("Ja hoor!").heard == ["On."]
    assert in_course(*steps).says("nee").heard == ["<press_please>", "Read."]


def test_the_way_past_an_open_question_is_known_with_a_slip_of_the_finger() -> None:
    talk = in_course(OWN, say("z", "On.", button="On")).says("geen enkel woort")
    assert talk.heard == ["On."]
    assert "k/q" not in talk.session.answers


@pytest.mark.parametrize("typed", ["enkel woord", "ik weet niet of hij komt", "geen enkele man"])
def test_own_words_that_look_a_little_like_it_are_kept(typed: str) -> None:
    assert in_course(OWN, say("z", "On.", button="On")).says(typed).session.answers["k/q"].value == typed
