"""Loading gives the same library for the same files, at once the second time, and a new revision for a new word."""

from pathlib import Path

import pytest

from bot.content.loader import inspect, load
from bot.content.models.library import Film, Picture
from bot.content.reading import NotReadableError, read_yaml
from tests.content.folders import build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "content")


def test_everything_in_the_folder_is_in_the_library(folder: Path) -> None:
    library = load(folder)
    assert library.flows.keys() == {"bezoek", "start", "proef"}
    assert [course.id for course in library.courses] == ["proef"]
    assert [signal.id for signal in library.signals] == ["nood"]
    assert library.words.buttons.menu == "Ga door"
    assert library.pictures == {"bank": Picture("bank", "pictures/bank.webp", "Een man zit op een bank in de zon.")}
    assert library.films == {
        "hond": Film(
            id="hond",
            file="films/hond.mp4",
            captions="films/hond.vtt",
            poster="films/hond.webp",
            seconds=8.5,
            transcript="De hond wil naar buiten. Het regent.\nGa jij toch mee?",
        )
    }


def test_unchanged_files_are_read_once(folder: Path) -> None:
    assert load(folder) is load(folder)


def test_a_changed_word_gives_another_revision(folder: Path) -> None:
    before = load(folder)
    flow = folder / "flows" / "start.yaml"
    flow.write_text(flow.read_text("utf-8").replace("Rust maar uit.", "Ga maar rusten."), "utf-8")
    after = load(folder)
    assert after.revision != before.revision
    step = after.graph["start", "zwaar"]
    assert getattr(step, "simpler", None) == "Ga maar rusten."


def test_the_same_files_have_the_same_revision_wherever_they_lie(folder: Path, tmp_path: Path) -> None:
    assert load(folder).revision == load(build(tmp_path / "elsewhere")).revision
    assert len(load(folder).revision) == 12


def test_a_file_that_moves_its_text_to_another_changes_the_revision(folder: Path) -> None:
    before = load(folder).revision
    (folder / "signals" / "nood.yaml").rename(folder / "signals" / "ernst.yaml")
    assert load(folder).revision != before


def test_a_film_without_a_manifest_is_as_long_as_its_captions(folder: Path) -> None:
    manifest = folder / "media" / "films" / "hond.json"
    for text in ("", "{}", "[1]", '{"seconds": "long"}'):
        manifest.write_text(text, "utf-8")
        assert load(folder).films["hond"].seconds == 8.0
    manifest.unlink()
    assert load(folder).films["hond"].seconds == 8.0


def test_an_empty_folder_is_told_and_gives_no_library(tmp_path: Path) -> None:
    library, problems = inspect(tmp_path)
    assert library is None
    assert [problem.line() for problem in problems] == ["flows/words.yaml: the file is missing"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", "no"),
        ("a: yes", "yes"),
        ("a: on", "on"),
        ("a: true", True),
        ("a: 9:30", "9:30"),
        ("a: 2026-11-22", "2026-11-22"),
        ("a: 0612", "0612"),
        ("a: 12", 12),
        ("a: -1", -1),
        ("a: 1.5", 1.5),
        ("a: ~", None),
        ("a:", None),
        ("a: '113'", "113"),
    ],
)
def test_words_stay_words_when_yaml_would_make_something_else_of_them(text: str, value: object) -> None:
    assert read_yaml(text) == {"a": value}


def test_the_keys_yes_and_no_are_words() -> None:
    assert read_yaml("yes: [a]\nno: [b]") == {"yes": ["a"], "no": ["b"]}


COLON = (
    "a colon where none can be, or a line too far to the right; put a text that holds a colon between quotes, "
    "and count the spaces"
)
UNFIT = "this line does not fit {}; count the spaces {}and put a text that holds quotes between other quotes as a whole"
SIGN = "a line or a text may not begin with this sign; use spaces for a tab, and put a text between quotes"


@pytest.mark.parametrize(
    ("text", "line", "fact"),
    [
        ("a: 1\nb: 2\na: 3", 3, "'a' stands twice in one block"),
        ("a:\n  - b: 1\n    b: 2", 3, "'b' stands twice in one block"),
        ("a: 'x\nb: 2", 2, "a quote or a bracket is opened and never closed"),
        ("a: b\n  c: d", 2, COLON),
        ("a: Let op: dit", 1, COLON),
        ("a:\n\t- b", 2, SIGN),
        ("a: @b", 1, SIGN),
        ("a:\n  - 'b' c", 2, UNFIT.format("in the list above it", "before the dash, ")),
        ("a:\n  - b\n c: 1", 3, UNFIT.format("under the one above it", "")),
        ("a: *b", 1, "a text may not begin with *; put the text between quotes"),
        ("a: - b", 1, "a dash where none can be; a list begins on a line of its own"),
        ("a: [b", 2, "a quote or a bracket is opened and never closed"),
        ("a: 1\nb\nc: 2", 3, "a line without a colon, or one that begins too far to the left; count the spaces"),
        ("a: b\nc: \x07", 2, "a character that may not stand in a text file"),
    ],
)
def test_what_is_not_yaml_is_told_with_its_line(text: str, line: int, fact: str) -> None:
    with pytest.raises(NotReadableError) as refused:
        read_yaml(text)
    assert (refused.value.line, refused.value.fact) == (line, fact)
