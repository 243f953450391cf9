"""The form of a card stays within the limits of the platform; the server that stands for it refuses what does not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.cardform import answer, build, told
from bot.channels.slack.desk import CardForm, CardSent, Option
from tests.channels.slack.talks import HARD, SLACK
from tests.fakes.slack.office import Office
from tests.fakes.slack.refusals import RefusedError
from tests.fakes.slack.workspace import Workspace

FILE = "F1"
PLAIN = {"type": "plain_text", "text": "Words", "emoji": False}


class Here:
    """The platform with one member, whose trigger is fresh, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1_770_000_000.0
        self.workspace = Workspace(lambda: self.now)
        self.office = Office(self.workspace, lambda: self.now, lambda: "")
        self.views = self.office.views
        self.views._has = lambda id: id == FILE
        self.member = self.workspace.add("Wim")

    def trigger(self) -> str:
        """A fresh one."""
        id = f"{self.member.id}.{len(self.views.triggers)}"
        self.views.triggers[id] = (self.now, False)
        return id

    def opens(self, view: dict[str, Any]) -> dict[str, Any]:
        """The view as it then stands on the screen."""
        found: dict[str, Any] = self.views.open({"trigger_id": self.trigger(), "view": view})["view"]
        return found


def form(people: int = 2, name: str = "Karin", text: str = "Words") -> CardForm:
    return CardForm(
        people=tuple(Option(f"p{at}", f"{name} {at}") for at in range(people)),
        designs=(Option("hond", name), Option("kat", "Kat")),
        texts=(Option("t1", text, "One"), Option("t2", text, "Two"), Option("t3", text, "One")),
    )


@pytest.mark.parametrize("people", [1, 100, 101, 1000, 5000])
def test_a_form_with_any_number_of_people_is_accepted(people: int) -> None:
    here = Here()
    view = here.opens(build(form(people), SLACK))
    who = next(one for one in view["blocks"] if one["block_id"] == "who")["element"]
    groups = who.get("option_groups") or [{"options": who["options"]}]
    assert sum(len(one["options"]) for one in groups) == min(people, 1000)


@given(st.text(min_size=1), st.text(min_size=1), st.text(), st.booleans())
def test_any_name_and_any_text_is_accepted_and_nothing_pings(name: str, text: str, alt: str, drawn: bool) -> None:
    here = Here()
    view = here.opens(build(form(3, name, text), SLACK, file=FILE if drawn else "", alt=alt, missing=HARD))
    assert "<!" not in str(view)
    assert view["private_metadata"] == (FILE if drawn else "")


def test_what_was_filled_in_stays_when_the_picture_changes() -> None:
    here = Here()
    view = here.opens(build(form(), SLACK))
    view["state"]["values"]["own"]["own"]["value"] = "My words"
    view["state"]["values"]["design"]["design"]["selected_option"] = {"value": "kat"}
    changed = here.views.update(
        {"view_id": view["id"], "hash": view["hash"], "view": build(form(), SLACK, file=FILE, alt="A card")}
    )["view"]
    assert changed["state"]["values"]["own"]["own"]["value"] == "My words"
    assert changed["state"]["values"]["design"]["design"]["selected_option"]["value"] == "kat"
    assert changed["hash"] != view["hash"]
    with pytest.raises(RefusedError, match="hash_conflict"):
        here.views.update({"view_id": view["id"], "hash": view["hash"], "view": build(form(), SLACK)})


def test_each_answer_to_a_form_is_accepted() -> None:
    for sent in (
        CardSent(outcome="sent"),
        CardSent(outcome="repeat"),
        CardSent(outcome="refused", refused="No."),
        CardSent(outcome="refused", field="who", refused="No."),
        CardSent(outcome="crisis", help=("Call 112.", "x" * 9000)),
    ):
        here = Here()
        view = here.opens(build(form(), SLACK))
        here.views.answered(here.member, view, answer(sent, SLACK) or "")
        assert (here.member.modal is None) == (sent.outcome in ("sent", "repeat"))
        assert bool(here.member.errors) == (sent.outcome == "refused")


def test_a_trigger_is_good_for_three_seconds_and_for_one_form() -> None:
    here = Here()
    trigger = here.trigger()
    here.now += 3
    assert here.views.open({"trigger_id": trigger, "view": told(["Words"], SLACK)})
    for wanted in ("exchanged_trigger_id", "expired_trigger_id"):
        with pytest.raises(RefusedError, match=wanted):
            here.views.open({"trigger_id": trigger, "view": told(["Words"], SLACK)})
        here.now += 1
    with pytest.raises(RefusedError, match="invalid_trigger_id"):
        here.views.open({"trigger_id": "of nobody", "view": told(["Words"], SLACK)})


BROKEN: dict[str, dict[str, Any]] = {
    "no title": {"title": None},
    "a long title": {"title": {**PLAIN, "text": "x" * 25}},
    "a long button": {"submit": {**PLAIN, "text": "x" * 25}},
    "no way to send it": {"submit": None},
    "too much kept for us": {"private_metadata": "x" * 3001},
    "a long name": {"callback_id": "x" * 256},
    "too many blocks": {"blocks": [{"type": "divider"}] * 101},
    "an unknown block": {"blocks": [{"type": "telepathy"}]},
    "two fields of one name": {"blocks": build(form(), SLACK)["blocks"][-2:-1] * 2},
    "a field of tomorrow": {"colour": "red"},
    "a page in the place of a form": {"type": "home"},
    "a picture that is not there": {"blocks": [{"type": "image", "slack_file": {"id": "F9"}, "alt_text": "x"}]},
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_a_form_that_is_not_built_as_it_must_be_is_refused(change: dict[str, Any]) -> None:
    here = Here()
    view = {key: one for key, one in {**build(form(), SLACK), **change}.items() if one is not None}
    with pytest.raises(RefusedError, match="invalid_arguments"):
        here.opens(view)
    assert here.member.modal is None


@pytest.mark.parametrize(
    "body",
    [
        {"response_action": "errors", "errors": {}},
        {"response_action": "errors", "errors": {"nowhere": "No."}},
        {"response_action": "errors", "errors": {"own": ""}},
        {"response_action": "dance"},
        {"response_action": "update", "view": {"type": "modal", "blocks": []}},
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(body: dict[str, Any]) -> None:
    here = Here()
    view = here.opens(build(form(), SLACK))
    with pytest.raises(RefusedError):
        here.views.answered(here.member, view, body)
