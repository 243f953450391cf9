"""Counts the syllables of a Dutch word by its groups of vowels."""

import re
import unicodedata
from functools import cache

_TREMA = "\u0308"
_RESPELT = (
    # Loan words in which letters that look like vowels of their own are silent or said together.
    (re.compile(r"qu(?=[aeiouy])"), "kw"),
    (re.compile(r"coach"), "kotsj"),
    (re.compile(r"team"), "tiem"),
    (re.compile(r"toilet"), "twalet"),
    (re.compile(r"phone"), "foon"),
    (re.compile(r"online"), "onlijn"),
    (re.compile(r"offline"), "offlijn"),
    (re.compile(r"deadline"), "dedlijn"),
    (re.compile(r"(?<=web)site"), "sijt"),
    (re.compile(r"(?<=soft)ware"), "weer"),
    (re.compile(r"^game(?=s?$)"), "geem"),
    (re.compile(r"eum(?=s?$)"), "e-um"),
    (re.compile(r"^y(?=[aeiou])|(?<=[aeiou])y(?=[aeiou])"), "j"),
)
_NUCLEUS = re.compile(
    r"(?:aai|ooi|oei|eeu|ieu|eau|i\u0308e|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|ai|ay|oy|ey)(?!\u0308)"
    r"|[aeiouy]\u0308?"
)
_UNDER_TWENTY = (1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 1, 1, 2, 2, 2, 2, 3, 2, 3)
_TENS = (0, 1, 2, 2, 2, 2, 2, 3, 2, 3)


@cache
def syllables(word: str) -> int:
    """How many syllables a word has when it is said; at least one when it holds a letter or digit."""
    if word.isdecimal():
        return number_syllables(word)
    return sum(_of_part(part) for part in re.split(r"[^\w']+|_|(?<=\d)(?=[^\W\d])", word.lower()) if part)


def _of_part(part: str) -> int:
    if part.isdecimal():
        return number_syllables(part)
    plain = _letters(part)
    return max(1, len(_NUCLEUS.findall(plain))) if any(letter.isalnum() for letter in plain) else 0


def _letters(part: str) -> str:
    """Letters without accents; a trema stays behind its letter, because it begins a syllable."""
    spread = unicodedata.normalize("NFD", part)
    plain = "".join(one for one in spread if one == _TREMA or not unicodedata.combining(one))
    for pattern, said in _RESPELT:
        plain = pattern.sub(said, plain)
    return plain


def number_syllables(digits: str) -> int:
    """A number as it is said; a telephone number, or another long row, weighs as one word of two."""
    if len(digits) > 4 or (digits.startswith("0") and len(digits) > 1):
        return 2
    value = int(digits)
    if value >= 1000:
        thousands, rest = divmod(value, 1000)
        return (number_syllables(str(thousands)) if thousands > 1 else 0) + 2 + _rest(rest)
    if value >= 100:
        hundreds, rest = divmod(value, 100)
        return (_UNDER_TWENTY[hundreds] if hundreds > 1 else 0) + 2 + _rest(rest)
    if value >= 20:
        tens, rest = divmod(value, 10)
        return _TENS[tens] + (_UNDER_TWENTY[rest] + 1 if rest else 0)
    return _UNDER_TWENTY[value]


def _rest(value: int) -> int:
    return number_syllables(str(value)) if value else 0
