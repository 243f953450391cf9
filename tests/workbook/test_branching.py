"""Paper says after which answers something is meant, for everything that some people never see in the chat."""

from typing import Any

import pytest

from bot.bootstrap import CONTENT
from bot.content.loader import load
from bot.workbook.branching import Branches
from tests.flows.small import choice, flow, say

LIBRARY = load(CONTENT)


def meant(*steps: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return Branches(flow("f", *steps)).meant()


def answer(label: str, next: str) -> dict[str, str]:
    return {"label": label, "next": next}


def test_what_everybody_sees_is_meant_for_nobody_in_particular() -> None:
    assert meant(say("a", "A"), choice("b", "B?", "Yes", "No", skip="Pass"), say("c", "C")) == {}


def test_a_branch_names_all_answers_that_lead_into_it() -> None:
    found = meant(
        choice("q", "Q?", answer("One", "x"), answer("Two", "x"), answer("Three", "y"), skip="Pass", skip_to="y"),
        {**say("x", "X"), "next": "end-of-all"},
        say("y", "Y"),
        say("end-of-all", "E"),
    )
    assert found == {"x": ("One", "Two"), "y": ("Three", "Pass")}


def test_a_branch_goes_on_until_the_roads_meet_again() -> None:
    found = meant(
        choice("q", "Q?", answer("One", "x1"), answer("Two", "y"), skip="Pass", skip_to="y"),
        say("x1", "X"),
        {**say("x2", "X"), "next": "z"},
        say("y", "Y"),
        say("z", "Z"),
    )
    assert found == {"x1": ("One",), "x2": ("One",), "y": ("Two", "Pass")}


def test_within_a_branch_the_nearest_question_is_named() -> None:
    found = meant(
        choice("q", "Q?", answer("In", "r"), answer("Out", "z"), skip="Pass", skip_to="z"),
        choice("r", "R?", answer("Deep", "d"), answer("Flat", "f"), skip="Pass", skip_to="f"),
        say("d", "D"),
        {**say("f", "F"), "next": "z"},
        say("z", "Z"),
    )
    assert found["r"] == ("In",)
    assert found["d"] == ("Deep",)
    assert found["f"] == ("In",)
    assert "z" not in found


def test_only_the_way_out_is_named_beside_own_words() -> None:
    text = {"id": "t", "kind": "text", "text": "T?", "skip": "Nothing", "skip_to": "n"}
    assert meant(text, {**say("w", "W"), "next": "z"}, say("n", "N"), say("z", "Z")) == {"n": ("Nothing",)}


def test_where_all_answers_but_the_way_out_lead_to_the_same_nothing_is_named() -> None:
    found = meant(
        choice("q", "Q?", answer("One", "x"), answer("Two", "x"), skip="Pass", skip_to="z"),
        say("x", "X"),
        say("z", "Z"),
    )
    assert found == {}


def test_a_question_to_which_people_come_back_hides_nothing_that_comes_after_it() -> None:
    found = meant(
        choice("hub", "Which?", answer("One", "x"), answer("Two", "y"), answer("Enough", "z"), skip="P", skip_to="z"),
        {**say("x", "X", button="Go"), "next": "hub"},
        {**say("y", "Y", button="Go"), "next": "hub"},
        say("z", "Z"),
    )
    assert found == {"x": ("One",), "y": ("Two",)}


def test_each_number_of_a_scale_is_named() -> None:
    scale = {
        "id": "s", "kind": "scale", "text": "How much?", "low": "No", "high": "Yes", "skip": "Pass", "skip_to": "mid",
        "bands": [{"up_to": 2, "next": "low"}, {"up_to": 5, "next": "mid"}],
    }  # fmt: skip
    found = meant(scale, {**say("low", "L"), "next": "z"}, say("mid", "M"), say("z", "Z"))
    assert found == {"low": ("1", "2"), "mid": ("3", "4", "5", "Pass")}


@pytest.mark.parametrize(
    ("when", "labels"),
    [
        ({"key": "k", "is": ["a"]}, ("Ay",)),
        ({"key": "k", "not": ["a", "b"]}, ("Pass",)),
        ({"key": "k"}, None),
        ({"key": "k", "is": ["elsewhere"]}, None),
    ],
)
def test_a_condition_is_told_by_the_answers_that_fit_it(when: dict[str, Any], labels: tuple[str, ...] | None) -> None:
    question = choice("q", "Q?", {"label": "Ay", "value": "a"}, {"label": "Bee", "value": "b"}, save="k", skip="Pass")
    found = meant(question, {**say("x", "X"), "when": when}, say("z", "Z"))
    assert found.get("x") == labels
    assert "z" not in found


def test_a_condition_on_a_list_names_what_was_ticked() -> None:
    items = [{"label": "Ay", "value": "a"}, {"label": "Bee", "value": "b"}]
    ticks = {"id": "q", "kind": "checklist", "text": "Q?", "items": items, "done": "Go", "skip": "None", "save": "k"}
    assert meant(ticks, {**say("x", "X"), "when": {"key": "k", "is": ["b"]}}, say("z", "Z")) == {"x": ("Bee",)}


def test_the_courses_name_answers_where_the_chat_parts() -> None:
    found = {course.id: Branches(course).meant() for course in LIBRARY.courses}
    assert found["aan-het-werk"]["w4-nee-laag"] == ("1", "2")
    assert found["aan-het-werk"]["w3-geen-dag"] == ("Er is nog niets", "Niet mijn oude werk")
    assert found["uitgangspunten"]["l3-anders-hoe"] == ("Werk maakte mij ziek",)
    for course in LIBRARY.courses:
        assert course.steps[0].id not in found[course.id]
        assert course.steps[-1].id not in found[course.id]
