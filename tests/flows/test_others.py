"""Flows that know of others: lists, views, standing buttons, and what is opened because of somebody else."""

from typing import Any

import pytest

from bot.content.models.flow import Flow
from bot.flows.around import Entry
from bot.flows.effects import Acted, Relayed, Saved
from tests.flows import small
from tests.flows.others import CircleTalk

WHO = {"kind": "list", "of": "people", "save": "who", "text": "Who?", "simpler": "Who is it?", "empty": "Nobody."}


def visit(*steps: dict[str, Any], **more: Any) -> Flow:
    """A flow for a coach, that forgets."""
    fields = {"roles": ["coach"], "command": "visit", "about": "case", "fresh": True, **more}
    return small.flow("visit", *steps, **fields)


def talk(*flows: Flow, role: str = "coach") -> CircleTalk:
    """Someone with this role, at the own menu."""
    home = small.flow("desk", small.choice("kies", "Desk?", "A", "B", skip="Nothing"), roles=["coach"], start="home")
    library = small.library(home, *flows)
    library.words.commands["visit"] = ("visit",)
    return CircleTalk(library, role)


def people(count: int) -> list[Entry]:
    return [Entry(f"id{at}", f"Person {at}") for at in range(count)]


def test_a_role_comes_home_to_its_own_menu() -> None:
    assert talk().says("hello").step == "desk/kies"
    assert talk(role="employee").says("hello").step == "menu/klaar"


def test_a_command_of_another_role_opens_nothing() -> None:
    flow = visit(small.choice("wat", "What?", "A", skip="No"))
    assert talk(flow).says("visit").step == "visit/wat"
    assert talk(flow, role="employee").says("visit").step == "menu/klaar"


def test_who_is_chosen_is_saved_by_id_and_read_by_name() -> None:
    chat = talk(visit({"id": "wie", **WHO, "skip": "No"}, small.say("klaar", "You chose {who}.")))
    chat.others.lists["people", ""] = people(2)
    chat.says("visit").presses("Person 1")
    assert chat.session.answers["visit/who"].value == "id1"
    assert chat.heard[0] == "You chose Person 1."


def test_a_long_list_is_turned_and_comes_round() -> None:
    chat = talk(visit({"id": "wie", **WHO, "skip": "No"}))
    chat.others.lists["people", ""] = people(10)
    assert chat.says("visit").labels == [*(f"Person {at}" for at in range(8)), "[more]", "No"]
    assert chat.presses("[more]").labels == ["Person 8", "Person 9", "[more]", "No"]
    assert chat.presses("[more]").labels[0] == "Person 0"


def test_an_empty_list_says_so_and_goes_on() -> None:
    chat = talk(
        visit({"id": "wie", **WHO, "skip": "No", "empty_to": "weg"}, small.say("toch", "X"), small.say("weg", "Bye."))
    )
    assert chat.says("visit").heard[:2] == ["Nobody.", "Bye."]


LOOK = {
    "id": "kijk", "kind": "look", "of": "card", "about": "who", "text": "This is {first}.", "simpler": "{first}.",
    "lines": [{"text": "Shared: {shared}"}, {"text": "Day: {day}"}], "empty": "Not for you.",
}  # fmt: skip


def test_a_view_says_what_is_known_and_leaves_the_rest_out() -> None:
    chat = talk(visit({"id": "wie", **WHO, "skip": "No"}, LOOK))
    chat.others.lists["people", ""] = people(1)
    chat.others.views["card", "id0"] = {"first": "Els", "day": "Monday"}
    chat.says("visit").presses("Person 0")
    assert chat.heard[0] == "This is Els.\nDay: Monday"


def test_nothing_of_a_view_stays_in_the_session() -> None:
    chat = talk(visit({"id": "wie", **WHO, "skip": "No"}, LOOK))
    chat.others.lists["people", ""] = people(1)
    chat.others.views["card", "id0"] = {"first": "Els", "shared": "canary"}
    chat.says("visit").presses("Person 0")
    assert "canary" in chat.heard[0]
    assert "canary" not in repr(chat.session)


def test_what_is_not_for_this_person_is_refused() -> None:
    chat = talk(visit({"id": "wie", **WHO, "skip": "No"}, LOOK))
    chat.others.lists["people", ""] = people(1)
    assert chat.says("visit").presses("Person 0").heard[0] == "Not for you."


FETCH = {"id": "haal", "kind": "fetch", "of": "case", "about": "case", "fact": "state", "save": "state"}
BRANCHED = (
    FETCH,
    small.say("open", "It is open.", when={"key": "state", "is": ["open"]}),
    small.say("weg", "It is gone.", when={"key": "state", "is": ["none"]}),
)
NOTICE = {
    "id": "bericht", "kind": "notice", "of": "case", "about": "case", "text": "{first} waits.", "simpler": "{first}.",
    "buttons": [{"label": "Take", "flow": "visit"}],
}  # fmt: skip


def test_a_fact_decides_how_a_flow_goes_on() -> None:
    chat = talk(visit(*BRANCHED))
    chat.others.views["case", "7"] = {"state": "open"}
    assert chat.stands("@visit:7").heard[0] == "It is open."
    assert chat.stands("@visit:8").heard[0] == "It is gone."


def test_a_notice_leaves_the_open_question_as_it_was() -> None:
    chat = talk(small.flow("note", NOTICE, roles=["coach"], about="case"), visit(*BRANCHED))
    chat.others.views["case", "7"] = {"state": "open", "first": "Els"}
    open_question = chat.says("hello").ask
    chat.told("note", case="7")
    assert chat.heard == ["Els waits."]
    assert [button.data for button in chat.bubbles[0].ask.buttons] == ["@visit:7"]  # type: ignore[union-attr]  # it has
    assert chat.session.asked is not None
    assert chat.session.asked.seq == open_question.seq
    assert chat.step == "desk/kies"


def test_a_standing_button_works_each_time_and_comes_back_to_what_was_asked() -> None:
    chat = talk(visit(*BRANCHED))
    chat.others.views["case", "7"] = {"state": "open"}
    chat.says("hello")
    for _ in range(2):
        assert chat.stands("@visit:7").heard == ["It is open.", "Desk?"]
        assert chat.step == "desk/kies"


@pytest.mark.parametrize("data", ["@visit:", "@visit:a b", "@visit:7:8", "@VISIT:7", "@nothing:7", "@visit:ünknown"])
def test_a_tampered_standing_button_opens_nothing(data: str) -> None:
    chat = talk(visit(*BRANCHED))
    assert chat.says("hello").stands(data).heard[0] == "<stale_button>"


def test_a_standing_button_of_another_role_opens_nothing() -> None:
    chat = talk(visit(*BRANCHED), role="employee")
    assert chat.says("hello").stands("@visit:7").heard[0] == "<stale_button>"


def test_nobody_is_told_anything_who_stopped_or_did_not_agree() -> None:
    note = small.flow("note", small.say("zo", "Hello."), roles=["coach"])
    for change in ({"consent": None}, {"state": "stopped"}):
        chat = talk(note)
        for name, value in change.items():
            setattr(chat.session, name, value)
        assert chat.engine.open(chat.session, "note", {}, chat.now) is None


def test_a_flow_that_asks_comes_on_top_and_goes_back() -> None:
    note = small.flow("note", small.choice("mag", "May it?", "Yes", "No", skip="Later"), roles=["coach"])
    chat = talk(note).says("hello")
    assert chat.told("note").step == "note/mag"
    assert chat.presses("Yes").step == "desk/kies"


def test_the_answers_of_a_fresh_flow_are_handed_over_and_kept_nowhere() -> None:
    text = {"id": "tekst", "kind": "text", "text": "Say?", "simpler": "Say it?", "save": "words", "skip": "No"}
    chat = talk(visit(text, {"id": "doe", "kind": "do", "action": "allow", "gives": ["words", "absent"]}))
    chat.says("visit").says("hello there")
    acted = [effect for effect in chat.effects if isinstance(effect, Acted)]
    assert [(one.action, {key: answer.shown for key, answer in one.gives.items()}) for one in acted] == [
        ("allow", {"words": "hello there"})
    ]
    assert not [effect for effect in chat.effects if isinstance(effect, Saved)]
    assert chat.says("visit").session.answers == {}


def test_words_about_health_never_go_to_someone_else() -> None:
    text = {
        "id": "tekst",
        "kind": "text",
        "text": "Say?",
        "simpler": "It?",
        "save": "words",
        "skip": "No",
        "public": True,
    }
    chat = talk(visit(text)).says("visit")
    for _ in range(3):
        assert chat.says("he has the flu", "medical").heard[0] == "<public_medical>"
    assert chat.says("you damn fool").heard[0] == "<public_rude>"
    assert chat.says("all good here").session.answers["visit/words"].shown == "all good here"


def talking(role: str = "employee") -> CircleTalk:
    chat = talk(role=role).says("hello")
    chat.session.relay = "7"
    return chat


def test_in_a_talk_with_a_human_words_are_passed_on_and_the_coach_is_silent() -> None:
    chat = talking().says("menu")
    assert chat.effects == [Relayed("menu")]
    assert talking().says("  I am here\n").effects == [Relayed("I am here")]


def test_words_about_health_are_held_back_in_a_talk_with_a_human() -> None:
    chat = talking().says("my back hurts", "medical")
    assert chat.heard == ["<relay_medical>"]
    assert not [effect for effect in chat.effects if isinstance(effect, Relayed)]


def test_a_private_number_is_held_back_in_a_talk_with_a_human() -> None:
    assert talking().says("it is 123456782", "number").heard == ["<number_kept_out>"]


def test_a_person_can_always_stop_also_in_a_talk_with_a_human() -> None:
    assert talking().says("stop").step == "stoppen/zeker"


def test_a_photo_is_not_passed_on() -> None:
    chat = talking()
    chat.take(chat.input(kind="photo"))
    assert chat.heard == ["<relay_words_only>"]
