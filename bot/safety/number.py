"""Finds a citizen service number (BSN) in a text, so that it is never kept."""

import re
import unicodedata
from collections.abc import Iterator

_BETWEEN = r"[ .\-_/\u00a0\u200b-\u200f\u2011\u2013\u2060\ufeff]{0,2}"
_RUN = re.compile(rf"(?<![\w+])\+?\d(?:{_BETWEEN}\d)+(?!\w)")
_PLAIN = re.compile(r"(?<!\d)\d{9}(?!\d)")
_ABROAD = ("+", "00")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def has_number(text: str) -> bool:
    """Whether a BSN stands in the text."""
    return next(_found(text), None) is not None


def mask(text: str) -> str:
    """The text with a star for every digit of a BSN."""
    for start, end in reversed(list(_found(text))):
        text = text[:start] + re.sub(r"\d", "*", text[start:end]) + text[end:]
    return text


def _found(text: str) -> Iterator[tuple[int, int]]:
    """Where the BSNs stand. Of a longer number, such as a telephone number, no part counts."""
    for run in _RUN.finditer(text):
        if _is_bsn(run[0]):
            yield run.span()
        elif not run[0].startswith(_ABROAD):
            for part in _PLAIN.finditer(run[0]):
                if _is_bsn(part[0]):
                    yield run.start() + part.start(), run.start() + part.end()


def _is_bsn(written: str) -> bool:
    """Nine digits that pass the eleven test (Rijksdienst voor Identiteitsgegevens)."""
    digits = [unicodedata.digit(one) for one in written if one.isdigit()]
    if len(digits) != len(_WEIGHTS) or written.startswith("+") or not any(digits):
        return False
    return sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0
