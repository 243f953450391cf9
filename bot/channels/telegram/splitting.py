"""Cuts a long text where a reader would pause, counted as the platform counts."""

import re

TEXT, CAPTION = 4096, 1024
"""UTF-16 units in a message, and under a picture."""
_PAUSES = (re.compile(r"\n{2,}"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s+"), re.compile(r"\s+"))
"""Where to cut, the best place first."""


def units(text: str) -> int:
    """Length in UTF-16 units: an emoji is two or more."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def parts(text: str, first: int = TEXT, rest: int = TEXT) -> list[str]:
    """The text in pieces of at most `first` (the first) and `rest` (the others) units; at least one piece."""
    left, found, most = text.strip(), [], first
    while units(left) > most:
        piece, left = _cut(left, most)
        found.append(piece)
        most = rest
    return [*found, left] if left or not found else found


def _cut(text: str, most: int) -> tuple[str, str]:
    """What fits, up to the last good place to pause; in the middle of a word only when there is no such place."""
    fits = _prefix(text, most)
    for pause in _PAUSES:
        places = [one for one in pause.finditer(text) if 0 < one.start() <= len(fits)]
        if places:
            return text[: places[-1].start()].rstrip(), text[places[-1].end() :].lstrip()
    return fits, text[len(fits) :]


def _prefix(text: str, most: int) -> str:
    """As many whole signs as fit."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")
