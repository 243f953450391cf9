"""How common a word is, by a list of word frequencies; only where wordfreq is installed (development, CI)."""

import re
from functools import cache

COMMON = 3.5
VERY_COMMON = 4.5
_JOINTS = ("", "s", "en", "e", "n", "er")
_SHORTEST = 3
_NO_HALF = frozenset({"ver", "her", "ont", "gen", "ten", "ter", "den", "der", "ren", "len", "ken"})
_PARTICLE = re.compile(
    r"(aan|achter|af|bij|door|heen|in|klaar|los|mee|na|neer|om|op|over|schoon|samen|tegen|terug|thuis|toe|uit|vast|voor"
    r"|weg)(?:ge|te)?([a-z]{4,})"
)
_ENDINGS = (
    # A form of a common word is no new word: (ending, what stands in its place).
    ("tje", ""), ("pje", ""), ("je", ""), ("etje", ""), ("tjes", ""), ("pjes", ""), ("jes", ""), ("etjes", ""),
    ("'s", ""), ("s", ""), ("en", ""), ("e", ""), ("n", ""), ("t", ""), ("te", ""), ("st", ""), ("er", ""),
    ("ste", ""), ("ere", ""), ("ers", ""),
    ("t", "en"), ("", "en"), ("end", "en"), ("ende", "en"), ("de", "en"), ("den", "en"), ("te", "en"), ("ten", "en"),
)  # fmt: skip


@cache
def zipf(word: str) -> float:
    """The frequency of a Dutch word on the Zipf scale: 3 is once in a million words, 6 once in a thousand."""
    from wordfreq import zipf_frequency  # not installed where the coach runs

    return float(zipf_frequency(word, "nl"))


@cache
def is_common(word: str, known: frozenset[str]) -> bool:
    """Whether a reader knows the word: common or in the glossary, a form of such a word, or two in one."""
    if _known(word, known) or _separable(word, known):
        return True
    if "-" in word:
        return all(is_common(part, known) for part in word.split("-") if part)
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    return any(_halves(word[:at], word[at:], known) for at in cuts)


def _known(word: str, known: frozenset[str]) -> bool:
    return word in known or zipf(word) >= COMMON or _is_form(word, known)


def _separable(word: str, known: frozenset[str]) -> bool:
    """A common verb with a little word before it, in any form: `afgevinkt` is `af` with `vinken`."""
    found = _PARTICLE.fullmatch(word)
    return found is not None and any(_known(rest, known) for rest in (found[2], f"ge{found[2]}", f"{found[2]}en"))


def _is_form(word: str, known: frozenset[str]) -> bool:
    for ending, instead in _ENDINGS:
        base = word.removesuffix(ending) + instead if word.endswith(ending) else ""
        if len(base) >= _SHORTEST and (base in known or zipf(base) >= COMMON):
            return True
    stem = word[2:-1] if word.startswith("ge") and word[-1] in "dt" else ""
    return len(stem) >= _SHORTEST and any(base in known or zipf(base) >= COMMON for base in (stem, f"{stem}en"))


def _halves(first: str, second: str, known: frozenset[str]) -> bool:
    if second in _NO_HALF or not _known(second, known):
        return False
    bare = (first.removesuffix(joint) for joint in _JOINTS if first.endswith(joint))
    return any(
        len(half) >= _SHORTEST and half not in _NO_HALF and (half in known or zipf(half) >= COMMON) for half in bare
    )
