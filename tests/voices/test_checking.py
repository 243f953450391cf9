"""Who edits the rules for reading aloud hears from the check what is wrong with them."""

from pathlib import Path

import pytest

from bot.bootstrap import CONTENT
from bot.voices.checking import wrong_rules
from bot.voices.wording import RULES

RULE = "rules:\n  - id: km\n    find: '(\\d) km'\n    say: '\\1 kilometer'\n    examples:\n      2 km: 2 kilometer\n"


def test_the_rules_of_the_house_are_without_fault() -> None:
    assert wrong_rules(CONTENT) == []


def test_a_folder_without_rules_has_no_fault(tmp_path: Path) -> None:
    assert wrong_rules(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2 kilometer", "2 mijl", "aloud.yaml: rule 'km' says '2 km' as '2 kilometer', and not as '2 mijl'"),
        ("say:", "zeg:", "aloud.yaml: 'rules 1 say' is missing"),
        (
            "(\\d)",
            "(\\d",
            "aloud.yaml: 'rules 1': value error, find is not a pattern: missing )",
        ),
        ("rules:", "rules: [", "aloud.yaml: line 2: "),
    ],
)
def test_a_fault_is_told_with_the_file_and_the_rule(old: str, new: str, told: str, tmp_path: Path) -> None:
    (tmp_path / RULES).write_text(RULE.replace(old, new, 1), "utf-8")
    assert wrong_rules(tmp_path)[0].startswith(told)


def test_healthy_rules_pass(tmp_path: Path) -> None:
    (tmp_path / RULES).write_text(RULE, "utf-8")
    assert wrong_rules(tmp_path) == []
