"""Writes a text out as it must sound: numbers to call, times, amounts and abbreviations by the rules of the content."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.content.models.aloud import Aloud, AloudRule
from bot.content.reading import read_yaml

RULES = "aloud.yaml"
_GROUP = re.compile(r"\\(\d)")
_SILENT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\[\]{}<>|\\]+")
"""What has no sound; square brackets would tell espeak-ng to expect sounds instead of letters."""
_ENDS = ".!?:,;…"


def read_rules(folder: Path) -> Aloud:
    """The rules of a content folder; one without them has none."""
    path = folder / RULES
    return Aloud.model_validate(read_yaml(path.read_text("utf-8"))) if path.exists() else Aloud(rules=())


class Wording:
    """The rules, ready to be used."""

    def __init__(self, aloud: Aloud) -> None:
        self._rules = tuple(map(_Ready, aloud.rules))

    def aloud(self, text: str) -> str:
        """The text on one line, as it must sound; each line of it ends as a sentence."""
        lines = (" ".join(_SILENT.sub(" ", line).split()) for line in text.splitlines())
        said = " ".join(line if line[-1] in _ENDS else f"{line}." for line in lines if line)
        for rule in self._rules:
            said = rule.used(said)
        return said


def wrong_examples(aloud: Aloud) -> Iterator[str]:
    """One line for each example that its own rule leaves otherwise than it tells."""
    for rule in aloud.rules:
        ready = _Ready(rule)
        for text, wanted in rule.examples.items():
            found = ready.used(text)
            if found != wanted:
                yield f"rule '{rule.id}' says '{text}' as '{found}', and not as '{wanted}'"


class _Ready:
    """One rule, with its pattern read."""

    def __init__(self, rule: AloudRule) -> None:
        self._rule = rule
        self._pattern = re.compile(rule.find)

    def used(self, text: str) -> str:
        """The text after this rule."""
        return self._pattern.sub(self._said, text)

    def _said(self, found: re.Match[str]) -> str:
        def group(number: re.Match[str]) -> str:
            at = int(number[1])
            words: str = found[at] or ""
            return " ".join(words) if at in self._rule.spell else words

        return _GROUP.sub(group, self._rule.say)
