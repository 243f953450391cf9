"""The guide for trainers is right: its first change passes, and the faults that it tells of are told in those words."""

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from bot.commands.content import stranded
from bot.content.checks.run import check, failing, render
from bot.content.loader import inspect
from bot.storage.sessions import Place
from tests.content.folders import HOUSE

ROOT = HOUSE.parents[1]
GUIDE = (ROOT / "docs/schrijfwijzer.md").read_text("utf-8")
COURSE = "courses/doelen.yaml"
FILM = "      - id: d1-film\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """What a trainer makes first: a copy of the content (the media are only looked at)."""
    folder = tmp_path / "mijn-content"
    shutil.copytree(HOUSE, folder, ignore=shutil.ignore_patterns("media", "*.py", "__pycache__"))
    (folder / "media").symlink_to(HOUSE / "media")
    return folder


def first_change() -> str:
    """The step that the guide lets a trainer add."""
    found = re.search(r"```yaml\n( +- id: d1-plek\n.*?)```", GUIDE, re.DOTALL)
    assert found is not None
    return textwrap.indent(textwrap.dedent(found[1]), " " * 6) + "\n"


def edit(folder: Path, old: str, new: str, *, language: bool = True) -> list[str]:
    """Changes the course, and gives what the check says about it that must be mended."""
    path = folder / COURSE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return render([one for one in failing(check(folder, language=language)) if one.file == COURSE]).splitlines()


def test_the_first_change_of_the_guide_passes(copy: Path) -> None:
    assert edit(copy, FILM, first_change() + FILM) == []


def test_the_mistake_of_the_guide_is_told_in_its_words(copy: Path) -> None:
    told = edit(copy, FILM, first_change().replace("skip:", "skipp:") + FILM)
    assert "courses/doelen.yaml: step 'd1-plek': 'skipp' is not a field here; did you mean 'skip'?" in told
    assert f"`{told[0]}`" in GUIDE


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: Wat wil jij", "title: Let op: wat wil jij", "line 13: a colon where none can be"),
        (FILM, FILM.replace("- id", "\t- id"), "line 70: "),
        ("label: Ik ben moe", "label: 7", "must be text; put it between quotes"),
        ("next: d1-doel-mensen", "next: d1-doel-mens", "which is no step of this flow"),
        ("skip: Weet ik niet\n", "\n", "no way out: give it 'skip'"),
        ("Wat was dat?", "Wat was dat? En toen?", "two questions in one bubble"),
        ("- id: d1-film-vraag", "- id: d1-film", "2 steps have this id"),
        ("label: Ik ben moe", "label: Ik ben vandaag echt veel te moe", "at most 24"),
    ],
)
def test_other_mistakes_are_told_by_line_or_by_step(copy: Path, old: str, new: str, told: str) -> None:
    assert any(told in line for line in edit(copy, old, new, language=False))


def test_a_step_that_goes_away_needs_a_successor(copy: Path) -> None:
    assert edit(copy, FILM, first_change() + FILM, language=False) == []
    people = [Place(flow="doelen", step="d1-plek", revision="r", people=3)]
    assert edit(copy, first_change(), "", language=False) == []
    gone, _ = inspect(copy)
    assert gone is not None
    assert f"`{stranded(gone, people)[0]}`" in GUIDE
    assert edit(copy, FILM, f"{FILM}        replaces: [d1-plek]\n") == []
    replaced, _ = inspect(copy)
    assert replaced is not None
    assert stranded(replaced, people) == []


def test_every_kind_of_step_that_a_course_uses_stands_in_the_guide() -> None:
    library, _ = inspect(HOUSE)
    assert library is not None
    for kind in {step.kind for course in library.courses for step in course.steps}:
        assert f"`{kind}`" in GUIDE, kind
