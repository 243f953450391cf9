"""Plans: how days are read, what stands on the paper, and what can be done with it."""

import pytest

from bot.flows.effects import Kept, Shared
from tests.flows.people import agreed, in_course
from tests.flows.small import course, flow, say
from tests.talk import Talk


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
    talk = planning().says("to garden").says("call Piet").says(typed)
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
    talk = planning().says("to garden").says("call Piet").says(typed)
    assert talk.heard == [f"<{reply}>", "When?"]
    assert talk.labels == ["Morgen", "S"]


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
