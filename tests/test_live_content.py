"""Editing while people are inside: who stands on a step that would go is counted, and nobody is stranded."""

from bot.commands.content import stranded
from bot.flows.session import Session
from bot.storage.sessions import Place
from tests.flows.small import choice, course, library
from tests.talk import START, Talk


def reader() -> Talk:
    """A person at the second question of a course, with the menu open on top of it."""
    before = library(course("k", [choice("a", "One?", "X", skip="S"), choice("b", "Two?", "Y", skip="S")]))
    session = Session(person="p1", state="active", consent=START)
    return Talk(before, session).says("hi").presses("k").presses("X").tool("menu")


def test_a_session_says_in_which_course_it_stands_also_under_the_menu() -> None:
    assert reader().session.stands == ("k", "b")


def test_a_step_that_people_stand_on_may_not_vanish() -> None:
    after = library(course("k", [choice("a", "One?", "X", skip="S")]))
    places = [Place(flow="k", step="b", revision="r1", people=2), Place(flow="k", step="b", revision="r0", people=1)]
    assert stranded(after, places) == [
        "k: step 'b' is gone, and 3 people stand on it; let its successor name it in 'replaces'"
    ]


def test_a_step_with_a_successor_may_go_and_the_person_goes_on_there() -> None:
    after = library(
        course("k", [choice("a", "One?", "X", skip="S"), choice("c", "New?", "Z", skip="S", replaces=["b"])])
    )
    assert stranded(after, [Place(flow="k", step="b", revision="r1", people=1)]) == []
    assert Talk(after, reader().session).presses_on("On").heard == ["New?"]


def test_even_without_a_successor_nobody_is_stranded() -> None:
    after = library(course("k", [choice("n", "Anew?", "Z", skip="S")]))
    assert Talk(after, reader().session).presses_on("On").heard == ["Anew?"]


def test_people_who_stand_nowhere_hold_up_no_edit() -> None:
    assert stranded(library(), [Place(flow="", step="", revision="r1", people=9)]) == []
