"""Brings typed words to one spelling, so that a rule in good Dutch also meets hurried and phonetic spelling.

Both the rules and the text go through the same function: that two different words may end up alike is
accepted where the rest of a phrase tells them apart.
"""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import yaml

from bot.content.models.spelling import Spelling

STOP = "."
"""Stands between clauses: no phrase reaches over it."""

_STOPS = frozenset(".,;:!?\u2026\n")

_MARKS = str.maketrans({
    "\u0131": "i", "\u0142": "l", "\u00df": "ss", "\u00f8": "o",
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u00b4": "'",
})  # fmt: skip
_LETTERS = str.maketrans({"z": "s", "v": "f", "'": None})
_DIGITS = str.maketrans("0134578", "oieastb")
_SOUNDS = (("ij", "y"), ("ei", "y"), ("auw", "ou"), ("ouw", "ou"), ("au", "ou"), ("ck", "k"),
           ("x", "ks"), ("qu", "kw"), ("ph", "f"))  # fmt: skip
_HIDDEN_DIGIT = re.compile(r"(?<=[a-z])\d+(?=[a-z])")
_GUTTURAL = re.compile(r"(?<=[a-z])ch")
_DOUBLE = re.compile(r"([^\W\d_])\1+")
_LAST = re.compile(r"(?<=\w)dt?\b|(?<=\w\w)e(n)\b")
_SELF = re.compile(r"\bm(?:e|y|yn|n) self\b")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[.,;:!?\u2026\n]")
_SPELLING = Spelling.model_validate(
    yaml.safe_load((Path(__file__).parents[1] / "content/spelling.yaml").read_text("utf-8"))
)
"""The house's own, whatever content is used: the signals of all are written in it."""

_SAME = {typed: form for form, forms in _SPELLING.same.items() for typed in forms}


def words(text: str) -> list[str]:
    """The words of a text in the spelling of the rules, with STOP between clauses and without filling words.

    `ik` comes before its verb, so that a rule needs only one order.
    """
    row = [word for word in _spelt(text) if word not in _FILLING]
    for at in turned(row):
        row[at - 1], row[at] = row[at], row[at - 1]
    return row


def turned(row: Sequence[str]) -> list[int]:
    """The places of an `ik` that stands behind its verb, to be swapped from left to right."""
    found: list[int] = []
    for at in range(1, len(row)):
        before = row[at - 2] if at > 1 and at - 2 not in found else ""
        if row[at] == "ik" and row[at - 1] in _TURNED and before != "ik":
            found.append(at)
    return found


def _spelt(text: str) -> list[str]:
    flat = text.casefold()
    if not flat.isascii():
        spread = unicodedata.normalize("NFKD", flat.translate(_MARKS))
        flat = "".join(one for one in spread if not _unseen(one))
    flat = flat.translate(_LETTERS)
    if _HIDDEN_DIGIT.search(flat):
        flat = _HIDDEN_DIGIT.sub(lambda found: found[0].translate(_DIGITS), flat)
    flat = _GUTTURAL.sub("g", _DOUBLE.sub(r"\1", flat))
    for written, heard in _SOUNDS:
        flat = flat.replace(written, heard)
    flat = _LAST.sub(_last, _SELF.sub("myself", flat))
    return [_SAME.get(word, word) if word not in _STOPS else STOP for word in _TOKEN.findall(flat)]


def _last(found: re.Match[str]) -> str:
    """A final d, t or dt sound alike; the n of a final -en is often not said."""
    return "e" if found[1] else "t"


def _unseen(letter: str) -> bool:
    """Accents, and marks without a shape such as zero-width spaces and changes of direction."""
    return unicodedata.combining(letter) > 0 or unicodedata.category(letter) == "Cf"


_FILLING = frozenset(_spelt(" ".join(_SPELLING.filling)))
_TURNED = frozenset(_spelt(" ".join(_SPELLING.turned)))
TIMES = frozenset(_spelt(" ".join(_SPELLING.times)))
"""Words that tell when; a rule that leaves no doubt does not mind them."""
