"""The check as a command: what it prints, how it ends, and what it needs."""

import sys
from pathlib import Path

import pytest

from bot.content.checks.__main__ import main
from bot.content.checks.run import check
from bot.errors import ProgramMissingError
from tests.content.folders import build

BROKEN = Path(__file__).parent / "broken"


def test_good_content_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(build(tmp_path / "content"))]) == 0
    assert capsys.readouterr().out == "0 to mend, 0 in all\n"


def test_a_warning_alone_ends_well_and_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(build(tmp_path / "content", BROKEN / "plain-clock"))]) == 0
    line = "flows/start.yaml: step 'zwaar': warning: '9:00': write '9 uur'"
    assert capsys.readouterr().out == f"{line}\n0 to mend, 1 in all\n"


def test_a_problem_ends_badly_and_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(build(tmp_path / "content", BROKEN / "film-unknown"))]) == 1
    line = "courses/proef.yaml: step 'film': film 'kat' does not exist"
    assert capsys.readouterr().out == f"{line}\n1 to mend, 1 in all\n"


def test_without_the_word_list_only_the_structure_can_be_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build(tmp_path / "content", BROKEN / "plain-clock")
    monkeypatch.setitem(sys.modules, "wordfreq", None)
    assert check(folder, language=False) == []
    with pytest.raises(ProgramMissingError, match="wordfreq is missing"):
        check(folder, language=True)
