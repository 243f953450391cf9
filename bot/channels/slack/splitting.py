"""Cuts a long text where a reader would pause, counted with the escapes that the platform counts too."""

import re

_PAUSES = (re.compile(r"\n{2,}"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s+"), re.compile(r"\s+"))
"""Where to cut, the best place first."""
_LONGER = {"&": 5, "<": 4, ">": 4}


def parts(text: str, most: int) -> list[str]:
    """The text in pieces that are at most `most` long once they are escaped; at least one piece."""
    left, found = text.strip(), []
    while len(left) > (fits := _fits(left, most)):
        piece, left = _cut(left, fits)
        found.append(piece)
    return [*found, left] if left or not found else found


def _fits(text: str, most: int) -> int:
    """How many signs fit."""
    size = 0
    for at, sign in enumerate(text):
        size += _LONGER.get(sign, 1)
        if size > most:
            return at
    return len(text)


def _cut(text: str, fits: int) -> tuple[str, str]:
    """What fits, up to the last good place to pause; in the middle of a word only when there is no such place."""
    for pause in _PAUSES:
        places = [one for one in pause.finditer(text[: fits + 1]) if 0 < one.start() <= fits]
        if places:
            return text[: places[-1].start()].rstrip(), text[places[-1].end() :].lstrip()
    return text[:fits], text[fits:]
