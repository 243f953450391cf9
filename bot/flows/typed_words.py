"""Typed words as they are compared, and which button they stand for; none where two could be meant."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from bot.content.models.words import TypedWords
from bot.flows.session import Choice

FEW = 6
"""More words than that are a story, and no name of a button."""
SHORT = 3
YES = "yes"
"""The value of the button that shares."""


def plain(text: str) -> str:
    """Typed words as they are compared: small letters, no accents, no signs, one space."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(one for one in flat if not unicodedata.combining(one))
    return " ".join(re.findall(r"[a-z0-9]+", kept))


def fitting(choices: Sequence[Choice], typed: str, words: TypedWords) -> Choice | None:
    """`typed` is plain. A yes or a no; a part of one button's words; or one button's words in a short sentence.

    What lets somebody read along is never guessed: a question about sharing has the word of that button in it too.
    """
    if typed in words.agrees:
        # To share takes a yes in so many words: `ok` may only mean that it was read.
        value = YES if typed.split()[0] == words.agrees[0] else ""
        return _answering(choices, words.agrees[0], value) or _only(one for one in choices if one.role != "skip")
    if typed in words.refuses:
        return _answering(choices, words.refuses[0], "no") or _only(one for one in choices if one.role == "skip")
    found = part(choices, typed, words) or _within(choices, typed, words)
    return found if found is not None and found.value != YES else None


def part(choices: Sequence[Choice], typed: str, words: TypedWords) -> Choice | None:
    """The one button of which all these words are; a word that denies is never left out of it, nor put in."""
    said = set(typed.split())
    if len(typed) < SHORT:
        return None
    return _only(one for one in choices if said <= _said(one) and _denied(said, words) == _denied(_said(one), words))


def _within(choices: Sequence[Choice], typed: str, words: TypedWords) -> Choice | None:
    said = set(typed.split())
    if len(said) > FEW:
        return None
    return _only(one for one in choices if _said(one) <= said and _denied(said, words) == _denied(_said(one), words))


def _answering(choices: Sequence[Choice], opening: str, value: str) -> Choice | None:
    """The button that begins with this word, or else has this value."""
    opens = _only(one for one in choices if plain(one.label).split()[:1] == [opening])
    return opens or _only(one for one in choices if one.value == value)


def _said(choice: Choice) -> set[str]:
    return set(plain(choice.label).split())


def _denied(said: set[str], words: TypedWords) -> set[str]:
    return said & set(words.denials)


def _only(found: Iterable[Choice]) -> Choice | None:
    some = list(found)
    return some[0] if len(some) == 1 else None
