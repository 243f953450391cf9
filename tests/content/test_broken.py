"""Each fixture has one defect, and the check says exactly that about it and nothing else."""

from pathlib import Path

import pytest

from bot.content.checks.run import check, failing, render
from bot.content.loader import inspect, load
from bot.errors import ContentInvalidError
from tests.content.folders import build

BROKEN = sorted((Path(__file__).parent / "broken").iterdir())


def test_healthy_content_has_no_problem_at_all(tmp_path: Path) -> None:
    assert render(check(build(tmp_path / "content"), language=True)) == ""


def test_there_is_a_fixture_for_every_defect_that_we_promise_to_find() -> None:
    assert len(BROKEN) >= 100


@pytest.mark.parametrize("fixture", BROKEN, ids=lambda fixture: fixture.name)
def test_a_defect_is_told_in_exactly_these_words(fixture: Path, tmp_path: Path) -> None:
    problems = check(build(tmp_path / "content", fixture), language=True)
    assert render(problems) == (fixture / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "fixture", [one for one in BROKEN if not one.name.startswith("plain-")], ids=lambda fixture: fixture.name
)
def test_a_defect_of_structure_is_found_at_start_up_too(fixture: Path, tmp_path: Path) -> None:
    folder = build(tmp_path / "content", fixture)
    _, problems = inspect(folder)
    assert render(problems) == (fixture / "expected.txt").read_text("utf-8")
    if failing(problems):
        with pytest.raises(ContentInvalidError) as refused:
            load(folder)
        assert refused.value.details["count"] == len(problems)


@pytest.mark.parametrize(
    "fixture", [one for one in BROKEN if one.name.startswith("plain-")], ids=lambda fixture: fixture.name
)
def test_hard_words_never_stop_the_house_from_starting(fixture: Path, tmp_path: Path) -> None:
    assert load(build(tmp_path / "content", fixture)).flows.keys() >= {"start", "proef"}


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    folder = build(tmp_path / "content")
    flow = folder / "flows" / "start.yaml"
    flow.write_text(flow.read_text("utf-8").replace("low: Niet goed", "laag: Niet goed"), "utf-8")
    course = folder / "courses" / "proef.yaml"
    course.write_text(course.read_text("utf-8").replace("film: hond", "film: kat"), "utf-8")
    (folder / "pictures" / "bank.yaml").write_text("id: bank\n", "utf-8")
    assert render(check(folder, language=True)).splitlines() == [
        "courses/proef.yaml: step 'film': film 'kat' does not exist",
        "flows/start.yaml: step 'gaat': 'low' is missing",
        "flows/start.yaml: step 'gaat': 'laag' is not a field here",
        "pictures/bank.yaml: 'alt' is missing",
    ]


def test_a_file_that_cannot_be_read_makes_no_trouble_elsewhere(tmp_path: Path) -> None:
    folder = build(tmp_path / "content")
    (folder / "courses" / "proef.yaml").write_text("id: [", "utf-8")
    (folder / "pictures" / "bank.yaml").write_text("id: [", "utf-8")
    assert {problem.file for problem in check(folder, language=False)} == {
        "courses/proef.yaml", "pictures/bank.yaml",
    }  # fmt: skip


def test_two_warnings_in_one_message_are_a_failure_and_in_two_messages_are_not(tmp_path: Path) -> None:
    folder = build(tmp_path / "content", Path(__file__).parent / "broken" / "plain-clock")
    flow = folder / "flows" / "start.yaml"
    text = flow.read_text("utf-8")
    assert failing(check(folder, language=True)) == []
    flow.write_text(text.replace("Rust maar uit.", "Neem drie dagen rust."), "utf-8")
    assert [problem.severity for problem in check(folder, language=True)] == ["warn", "warn"]
    flow.write_text(text.replace("9:00 uur", "9:00 uur, drie dagen lang,"), "utf-8")
    assert [problem.severity for problem in check(folder, language=True)] == ["fail", "fail"]
