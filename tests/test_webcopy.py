"""The copy that a person reads: nothing of it is a code, nothing is empty, and all that is kept has a name."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from bot.content.models.library import Library
from bot.content.models.step_base import AskingStep
from bot.keeping import CHECK_INS
from bot.storage.database import Database
from bot.storage.export import export
from bot.storage.people import Status
from bot.storage.vault import Vault
from bot.webcopy import readable
from tests.household import JAN, Household, planner

AT = "2026-03-02T09:00:00+00:00"
CODE = re.compile(r"\b[a-z]+[-_][a-z0-9_-]+\b|[{}]")


def copy_of(**sections: Any) -> dict[str, Any]:
    facts = {"organisation": "De Werkplaats", "coach": "Anja"}
    person = {"name": "Sam", "status": "active", "since": AT, "facts": facts, "addresses": [["web", "k3jd82hs"]]}
    empty: dict[str, Any] = {
        "answers": [],
        "shares": [],
        "requests": [],
        "progress": [],
        "timers": [],
        "media": [],
        "lines": [],
    }
    return {"person": person, **empty, **sections}


def answered(library: Library, flow: str, key: str, shown: str) -> dict[str, Any]:
    step = next(one.id for one in library.flows[flow].steps if isinstance(one, AskingStep) and one.save == key)
    return {"flow": flow, "key": key, "value": {"value": "x-y", "shown": shown, "step": step}, "answered_at": AT}


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [str(value)]


def test_every_answer_of_every_flow_reads_as_a_title_a_question_and_the_own_words(library: Library) -> None:
    for flow in library.flows.values():
        for key in sorted({one.save for one in flow.steps if isinstance(one, AskingStep) and one.save}):
            told: Any = readable(copy_of(answers=[answered(library, flow.id, key, "Ja")]), library)["answers"]
            assert [sorted(row) for row in told] == [["answered_at", "flow", "key", "value"]], (flow.id, key)
            assert told[0]["flow"] == flow.title
            assert told[0]["value"] == "Ja"
            assert not set(told[0]["key"]) & set("{}_"), told[0]["key"]
            assert told[0]["key"][-1] in ".?!", told[0]["key"]


def test_a_question_names_the_coach_and_earlier_answers(library: Library) -> None:
    told: Any = readable(copy_of(answers=[answered(library, "praten", "praten", "Ja, graag")]), library)
    assert "Anja" in told["answers"][0]["key"]


@pytest.mark.parametrize("status", get_args(Status))
def test_how_it_stands_is_said_in_words(library: Library, status: str) -> None:
    copy = copy_of()
    copy["person"]["status"] = status
    told: Any = readable(copy, library)
    assert told["person"]["status"] == library.words.web[f"kept_status_{status}"]


def test_what_was_asked_done_shared_and_planned_is_said_in_words(library: Library) -> None:
    kinds = ("want_talk", "want_group", "want_help")
    course = library.courses[0]
    copy = copy_of(
        requests=[{"kind": kind, "flow": "praten", "asked_at": AT} for kind in kinds],
        progress=[{"course": course.id, "lesson": lesson, "at": AT} for lesson in (course.lessons[0].id, "")],
        shares=[{"whom": "coach", "flow": course.id, "text": "Ik kan iets", "shared_at": AT, "taken_back_at": None}],
        timers=[{"purpose": purpose, "due_at": AT} for purpose in CHECK_INS],
        media=[{"id": "0f1e", "content_type": "audio/ogg", "at": AT}],
    )
    told: Any = readable(copy, library)
    words = library.words.web
    assert [row["kind"] for row in told["requests"]] == [words[f"kept_kind_{kind}"] for kind in kinds]
    assert [row["course"] for row in told["progress"]] == [course.title] * 2
    assert [row["lesson"] for row in told["progress"]] == [course.lessons[0].title, words["kept_lesson_all"]]
    assert told["shares"] == [
        {"whom": words["kept_whom_coach"], "flow": course.title, "text": "Ik kan iets", "shared_at": AT}
    ]
    assert [sorted(row) for row in told["timers"]] == [["due_at", "purpose"]] * 2
    assert told["media"] == [{"at": AT}]
    assert told["person"]["addresses"] == [words["kept_address_web"]]
    texts = [text for text in strings(told) if text != AT]
    assert [text for text in texts if CODE.search(text)] == []


def test_everything_that_can_be_read_has_a_heading_of_its_own(library: Library) -> None:
    course = library.courses[0]
    copy = copy_of(
        answers=[answered(library, "praten", "praten", "Ja")],
        shares=[{"whom": "coach", "flow": course.id, "text": "x", "shared_at": AT, "taken_back_at": AT}],
        requests=[{"kind": "want_talk", "flow": "praten", "asked_at": AT}],
        progress=[{"course": course.id, "lesson": "", "at": AT}],
        timers=[{"purpose": CHECK_INS[0], "due_at": AT}],
        media=[{"id": "0f1e", "content_type": "audio/ogg", "at": AT}],
    )

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for inner in value.values() for key in keys(inner)}
        return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()

    assert {key for key in keys(readable(copy, library)) if f"kept_{key}" not in library.words.web} == set()


def test_what_is_empty_is_left_out(library: Library) -> None:
    copy = copy_of()
    copy["person"] |= {"facts": {}, "addresses": []}
    assert readable(copy, library) == {
        "person": {"name": "Sam", "status": library.words.web["kept_status_active"], "since": AT},
        "lines": [],
    }
    assert readable({}, library) == {"lines": []}


def test_where_a_person_works_stands_with_the_person(library: Library) -> None:
    told: Any = readable(copy_of(), library)
    assert (told["person"]["organisation"], told["person"]["coach"], "facts" in told["person"]) == (
        "De Werkplaats", "Anja", False,
    )  # fmt: skip


def test_what_the_content_knows_no_more_still_shows_what_the_person_said(library: Library) -> None:
    row = {
        "flow": "gone",
        "key": "old_key",
        "value": {"value": "v", "shown": "My words", "step": "s"},
        "answered_at": AT,
    }
    told: Any = readable(copy_of(answers=[row]), library)
    assert told["answers"] == [{"value": "My words", "answered_at": AT}]


async def test_a_reminder_of_a_plan_says_what_it_is_about(sqlite_url: str, vault: Vault, tmp_path: Path) -> None:
    database = Database(sqlite_url, vault)
    async with await Household(database, tmp_path, planner()).settle(JAN) as home:
        await home.says_all(["hello", "Yes", "Walk", "Call", "donderdag"])
        copy = await database.read(lambda unit: export(unit, JAN))
    assert copy["timers"], "nothing was planned"
    told: Any = readable(copy, planner())
    assert {row["text"] for row in told["timers"]} == {"Walk", "Call"}
    database.close()
