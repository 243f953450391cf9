"""Tells own words that are probably no answer: one letter, a question about the question, swearing, another language.

Each is a guess, so each leads to one kind reply and never to a second: who says the same again is taken at their word.
"""

import re
import unicodedata

from bot.content.models.words import OddWords

_WORD = re.compile(r"[^\W_]+")
_UNMARKED = str.maketrans({"ı": "i", "ł": "l", "ß": "ss", "ø": "o"})  # noqa: RUF001  # letters that lose no accent


def odd(text: str, words: OddWords, *, name: bool = False) -> str | None:
    """The reply for words that are probably no answer; None for an answer. A name may be short or foreign."""
    row = said(text)
    if is_question(text, row, words):
        return "is_question"
    if is_rude(row, words):
        return "rude"
    if name:
        return None
    if is_foreign(text, row, words):
        return "other_language"
    return "too_short" if is_one_letter(row) else None


def said(text: str) -> list[str]:
    """The words in small letters, without accents and signs."""
    flat = unicodedata.normalize("NFKD", text.casefold().translate(_UNMARKED))
    return _WORD.findall("".join(one for one in flat if not unicodedata.combining(one)).replace("'", ""))


def is_one_letter(row: list[str]) -> bool:
    """One letter is a slip of the finger; one figure can be an answer."""
    return len(row) == 1 and len(row[0]) == 1 and row[0].isalpha()


def is_question(text: str, row: list[str], words: OddWords) -> bool:
    """Whether the person asks what is meant; a question for somebody else can be the very answer."""
    line = " ".join(row)
    if not line:
        return "?" in text
    return line in words.question_whole or f"{line} ".startswith(words.starts)


def is_rude(row: list[str], words: OddWords) -> bool:
    """Nothing but swearing. Who swears and says something has said something."""
    swears = set(row) & set(words.swearing)
    return bool(swears) and set(row) <= {*words.swearing, *words.around_swearing}


def swears(text: str, words: OddWords) -> bool:
    """Whether there is any swearing in it: what goes to someone else must be free of it."""
    return bool(set(said(text)) & set(words.swearing))


def is_foreign(text: str, row: list[str], words: OddWords) -> bool:
    """Another script; or two or more words of one other language, two in every five, and more than of our own."""
    letters = [one for one in text if one.isalpha()]
    latin = sum(unicodedata.name(one, "").startswith("LATIN") for one in letters)
    if letters and latin * 2 < len(letters):
        return True
    own = sum(word in words.own_language for word in row)
    most = max((sum(word in known for word in row) for known in words.languages.values()), default=0)
    return most >= 2 and most > own and most * 5 >= len(row) * 2
