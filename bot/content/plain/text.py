"""Cuts a text into sentences and words."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.content.plain.syllables import syllables

PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*\}")
SHORTENED = re.compile(
    r"(?:\b(?:[a-z]\.){2,}|\b(?:bijv|bv|enz|etc|nr|tel|dr|mr|mw|dhr|evt|incl|excl|max|min|ca|blz|vs)\.)"
    r"(?=\s+[^\W\d_]|\s*[,;:)])",
    re.IGNORECASE,
)
ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_LISTED = re.compile(r"(?m)^(\s*\d{1,2})\.(?=\s)")
_CLOSING = "\"'\u201d\u2019)\u00bb"
_END = re.compile(rf"[.!?\u2026]+[{_CLOSING}]*(?=\s|$)|\n+")
_WORD = re.compile(
    r"\{[a-z][a-z0-9_]*\}|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[a-z]{2,})+(?:/\S*)?"
    r"|'[a-z]\b|[^\W_](?:[^\W_]|['\u2019.,\u0300-\u036f-](?=[^\W_]))*"
)
_STOP = "\u0001"
PLACE_SYLLABLES = 2


@dataclass(frozen=True)
class Word:
    """A word as it was written. What stands in for an answer, an address and a number are no words to read."""

    text: str
    first: bool

    @cached_property
    def lower(self) -> str:
        """In small letters and with a plain apostrophe."""
        return self.text.lower().replace("\u2019", "'")

    @cached_property
    def written(self) -> bool:
        """Whether it is made of letters that someone has to read as a word."""
        return not self.text.startswith("{") and not self.address and not any(c.isdigit() for c in self.text)

    @property
    def loud(self) -> bool:
        """Whether it is written in capitals."""
        return self.written and self.text.isupper() and len(self.text) > 1

    @cached_property
    def address(self) -> bool:
        """Whether it is an internet address."""
        return "/" in self.text or re.search(r"[^\W_]\.[a-z]{2,}$", self.text) is not None

    @property
    def name(self) -> bool:
        """Whether it is the name of a person or a thing: a capital, but not at the start of a sentence."""
        return not self.first and self.text[:1].isupper() and not self.text.isupper()

    @cached_property
    def syllables(self) -> int:
        """How many are said; an answer to be filled in and an address weigh two."""
        return syllables(self.text) if self.text[0] != "{" and not self.address else PLACE_SYLLABLES


@dataclass(frozen=True)
class Sentence:
    """A sentence without the white space around it."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        return words(self.text)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Its words in small letters."""
        return tuple(word.lower for word in self.words)


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text; a line of a list is one too, an abbreviation or a list number ends none."""
    guarded = SHORTENED.sub(lambda found: found[0].replace(".", _STOP), text)
    guarded = _LISTED.sub(rf"\1{_STOP}", guarded)
    found: list[str] = []
    start = 0
    for end in _END.finditer(guarded):
        if _goes_on(guarded, end):
            continue
        found.append(guarded[start : end.end()])
        start = end.end()
    found.append(guarded[start:])
    cut = (Sentence(part.replace(_STOP, ".").strip()) for part in found)
    return [sentence for sentence in cut if sentence.words]


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether a sentence goes on after its mark: a small letter follows dots or a quotation."""
    after = text[end.end() :].lstrip(" ")
    inside = end[0][-1] in _CLOSING or end[0].startswith(("..", "\u2026"))
    return inside and after[:1].islower()


def words(text: str) -> tuple[Word, ...]:
    """The words of a sentence. The first, and the first after an opening quote or a colon, may have a capital."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip()
        first = not found or before[-1:] in ":\"'\u201c\u2018\u201e(" or before[-1:] in ".!?"
        found.append(Word(match[0], first))
    return tuple(found)
