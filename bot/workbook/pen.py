"""Fills in a text as it stands on paper: a name where it is known, and a line to write on where it is not."""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

_KEY = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_STARTS = re.compile(r"(?:^|[.!?][\"')]*\s+[\"'(]*)$")
LINE = Markup('<span class="blank"></span>')


class Pen:
    """Knows the facts about the person, and the words for whom it does not know by name."""

    def __init__(self, words: Mapping[str, str], facts: Mapping[str, str]) -> None:
        self._words = words
        self._facts = facts

    def written(self, text: str) -> Markup:
        """The text as HTML. What the person answered elsewhere is a line, for they may write it there again."""
        found = Markup("")
        end = 0
        for key in _KEY.finditer(text):
            found += escape(text[end : key.start()]) + self._known(key[1], starts=_starts(text[: key.start()]))
            end = key.end()
        return found + escape(text[end:])

    def _known(self, key: str, *, starts: bool) -> Markup:
        fact = self._facts.get(key)
        if fact:
            return escape(fact)
        word = self._words.get(f"paper_{key}") if key in ("coach", "organisation") else None
        if word is None:
            return LINE
        return escape(word[0].upper() + word[1:] if starts else word)


def _starts(before: str) -> bool:
    """Whether what comes now begins a sentence."""
    return _STARTS.search(before) is not None
