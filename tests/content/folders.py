"""Builds a content folder for a test: a healthy one, with the files of one fixture laid over it."""

import copy
import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from bot.content.reading import read_yaml

HERE = Path(__file__).parent
HOUSE = HERE.parents[1] / "bot" / "content"
REMOVED = "removed.txt"
WORDS = "words-changed.yaml"
"""What a fixture changes in the words of the house; the rest stays healthy, also when the house gets more words."""


def build(folder: Path, fixture: Path | None = None) -> Path:
    """Lays the healthy content in `folder`, and over it the files that the fixture has or takes away."""
    shutil.copytree(HERE / "healthy", folder, dirs_exist_ok=True)
    words = healthy_words()
    if fixture is not None:
        shutil.copytree(fixture, folder, dirs_exist_ok=True)
        changed = folder / WORDS
        if changed.exists():
            raw = read_yaml(changed.read_text("utf-8"))
            assert isinstance(raw, dict)
            _merge(words, raw)
    target = folder / "flows" / "words.yaml"
    if not target.exists():
        target.write_text(json.dumps(words, ensure_ascii=False), "utf-8")  # JSON is YAML, and quicker to write.
    removed = folder / REMOVED
    if removed.exists():
        for name in removed.read_text("utf-8").split():
            (folder / name).unlink()
    return folder


def healthy_words() -> dict[str, Any]:
    """The words of the house with every reply as plain as can be."""
    raw = copy.deepcopy(house_words())
    raw["replies"] = {name: {"text": "Dit snap ik niet.", "simpler": "Nog een keer?"} for name in raw["replies"]}
    raw["buttons"] = dict.fromkeys(raw["buttons"], "Ga door")
    raw["commands"] = {"menu": ["menu"], "stop": ["stop", "ik wil stoppen"]}
    raw["web"] = {"send": "Stuur"}
    return raw


@cache
def house_words() -> dict[str, Any]:
    """The words of the house."""
    raw = read_yaml((HOUSE / "flows" / "words.yaml").read_text("utf-8"))
    assert isinstance(raw, dict)
    return raw


def _merge(words: dict[str, Any], changed: dict[str, Any]) -> None:
    for key, value in changed.items():
        if isinstance(value, dict) and isinstance(words.get(key), dict):
            _merge(words[key], value)
        else:
            words[key] = value
