"""How common a word is, by a list of word frequencies; only where wordfreq is installed (development, CI)."""

from functools import cache

from bot.content.plain.lists import Lists

COMMON = 3.5
VERY_COMMON = 4.5
_SHORTEST = 3


@cache
def zipf(word: str) -> float:
    """The frequency of a Dutch word on the Zipf scale: 3 is once in a million words, 6 once in a thousand."""
    from wordfreq import zipf_frequency  # not installed where the coach runs

    return float(zipf_frequency(word, "nl"))


class Reader:
    """Who reads: knows the common words, those that the content explains, their forms and their compounds."""

    def __init__(self, known: frozenset[str], lists: Lists) -> None:
        self._known = known
        self._lists = lists
        self._told: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether the word is common or known, a form of such a word, or two in one."""
        if word not in self._told:
            self._told[word] = self._tells(word)
        return self._told[word]

    def _tells(self, word: str) -> bool:
        if self._is_whole(word) or self._is_parted(word):
            return True
        if "-" in word:
            return all(self.knows(part) for part in word.split("-") if part)
        cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
        return any(self._are_halves(word[:at], word[at:]) for at in cuts)

    def _is_base(self, word: str) -> bool:
        return word in self._known or zipf(word) >= COMMON

    def _is_whole(self, word: str) -> bool:
        return self._is_base(word) or self._is_form(word)

    def _is_parted(self, word: str) -> bool:
        """A common verb with a little word before it, in any form: `afgevinkt` is `af` with `vinken`."""
        found = self._lists.parted.fullmatch(word)
        return found is not None and any(self._is_whole(rest) for rest in (found[2], f"ge{found[2]}", f"{found[2]}en"))

    def _is_form(self, word: str) -> bool:
        for ending, instead in self._lists.forms.endings:
            base = word.removesuffix(ending) + instead if word.endswith(ending) else ""
            if len(base) >= _SHORTEST and self._is_base(base):
                return True
        stem = word[2:-1] if word.startswith("ge") and word[-1] in "dt" else ""
        return len(stem) >= _SHORTEST and any(self._is_base(base) for base in (stem, f"{stem}en"))

    def _are_halves(self, first: str, second: str) -> bool:
        forms = self._lists.forms
        if second in forms.no_halves or not self._is_whole(second):
            return False
        bare = (first.removesuffix(joint) for joint in forms.joints if first.endswith(joint))
        return any(len(half) >= _SHORTEST and half not in forms.no_halves and self._is_base(half) for half in bare)
