"""The words that people get are without a fault, said once, and our own."""

from pathlib import Path

from bot.content.checks.language.copied import copied
from bot.content.checks.reads import reads
from bot.content.checks.run import check, failing, render
from bot.content.checks.texts import texts
from bot.content.loader import inspect, load, read
from bot.content.models.step_base import SpokenStep
from tests.content.folders import HOUSE, build

REFERENCE = HOUSE.parents[2] / "shared" / "reference"


def test_the_content_of_the_house_may_go_out() -> None:
    assert render(failing(check(HOUSE, language=True))) == ""


def test_every_spoken_message_is_printed_exactly_once() -> None:
    library, _ = inspect(HOUSE)
    assert library is not None
    rows = list(texts(library))
    places = [(row["file"], row["step"]) for row in rows]
    assert len(places) == len(set(places))
    spoken = [step for flow in library.flows.values() for step in flow.steps if isinstance(step, SpokenStep)]
    said = [row["text"] for row in rows]
    for step in spoken:
        assert said.count(step.text) >= 1
    explained = [row for row in rows if row["simpler"] is not None and "replies." not in str(row["step"])]
    assert len(explained) == len(spoken)


def test_everything_beside_the_steps_is_printed_too(tmp_path: Path) -> None:
    rows = {(row["file"], row["step"]): row for row in texts(load(build(tmp_path / "content")))}
    assert str(rows["flows/start.yaml", "met-wie+more"]["text"]).startswith("Samen koffie drinken maakt de dag korter.")
    assert rows["flows/start.yaml", "weer+bank"]["text"] == "Thuis op de bank"
    assert rows["courses/proef.yaml", "cursus+empty"]["text"] == "Er is nu geen cursus."
    assert rows["courses/proef.yaml", "about"]["text"] == "Je kijkt, je denkt na en je kiest iets."
    assert rows["pictures/bank.yaml", "alt"]["text"] == "Een man zit op een bank in de zon."
    assert rows["films/hond.yaml", "caption-2"]["text"] == "Ga jij toch mee?"
    assert rows["flows/words.yaml", "replies.paused"] == {
        "file": "flows/words.yaml", "step": "replies.paused", "text": "Dit snap ik niet.", "simpler": "Nog een keer?",
    }  # fmt: skip


def test_a_sentence_of_somebody_else_is_found_whatever_its_signs(tmp_path: Path) -> None:
    draft, _, _ = read(build(tmp_path / "content"))
    other = "Zij zei: samen koffie drinken,\nmaakt de dag KORTER; met wie? En verder."
    (tmp_path / "other.txt").write_text(other, "utf-8")
    assert [problem.line() for problem in copied(reads(draft), tmp_path)] == [
        "flows/start.yaml: step 'met-wie+more': 'samen koffie drinken maakt de dag korter met' also stands in other.txt"
    ]


def test_seven_words_in_a_row_may_be_chance(tmp_path: Path) -> None:
    draft, _, _ = read(build(tmp_path / "content"))
    (tmp_path / "other.txt").write_text("Samen koffie drinken maakt de dag korter. Dat is zo.", "utf-8")
    assert list(copied(reads(draft), tmp_path)) == []


def test_no_sentence_was_taken_from_the_reports_that_the_method_comes_from() -> None:
    """Where the reports lie beside the project; elsewhere the folder is empty and there is nothing to compare."""
    draft, _, _ = read(HOUSE)
    assert [problem.line() for problem in copied(reads(draft), REFERENCE)] == []
