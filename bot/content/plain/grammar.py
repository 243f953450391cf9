"""Recognises what makes a Dutch sentence heavy: clauses, passives, tongs, negations on top of one another."""

import re
from collections.abc import Sequence

from bot.content.plain.lists import Lists
from bot.content.plain.text import Sentence

_SEPARABLE = "aan|af|bij|door|in|klaar|mee|na|om|onder|op|over|samen|terug|toe|uit|voor|weer|weg"
_PARTICIPLE = re.compile(rf"(?:{_SEPARABLE})?(?:ge|be|ver|ont|her|er)[a-z]{{2,}}(?:d|t|en)")
_ASKED = frozenset({"dat", "wat", "wie", "hoe", "waar", "waarom", "welke", "wanneer"})
_ARTICLES = frozenset({"de", "een", "het"})
_EMBEDDED = re.compile(
    r"\b(?:de|het|een|deze) (?:door|tijdens|volgens|binnen|namens)"
    r" (?:de|het|een|je|jou|jouw|mij|mijn|hem|haar|ons|onze|hen)\b"
)
_OF = re.compile(r"\b([a-z\u00eb\u00ef\u00e9-]{5,}(?:ing|atie|heid|iteit)|het [a-z]{3,}en) van\b")
_UN = re.compile(r"\b(?:niet|geen) on(?!der|s\b|ze\b|tv|ts|th|tm)[a-z]{4,}")
_CLAUSE = re.compile(r"[,;:.!?()\u2026]")
BETWEEN = 8


def clauses(sentence: Sentence, lists: Lists) -> int:
    """How many subordinate clauses a sentence has."""
    words = sentence.lower
    return sum(_opens(words, at, lists) for at in range(len(words)))


def _opens(words: Sequence[str], at: int, lists: Lists) -> bool:
    """Whether the word at this place opens a subordinate clause."""
    word = words[at]
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in lists.subordinators:
        return True
    if word == "als":
        return before not in {"net", "zo", "zelfde", "hetzelfde", "dezelfde"} and (at == 0 or after in lists.subjects)
    if word == "of":
        return at > 0 and after in lists.subjects - _ARTICLES
    if word == "die":
        return at > 0 and (before in lists.relative_heads or after in lists.subjects - _ARTICLES)
    return word in _ASKED and at > 0 and after in lists.subjects


def passives(sentence: Sentence, lists: Lists) -> list[str]:
    """The participles in a sentence that has a form of the auxiliary of the passive."""
    if not any(word in lists.become for word in sentence.lower):
        return []
    found = (word for word in sentence.lower if _PARTICIPLE.fullmatch(word))
    return [word for word in found if word not in lists.no_participles and word not in lists.become]


def tongs(sentence: Sentence, lists: Lists) -> str | None:
    """The auxiliary whose own verb comes too late, or the article whose noun does; None when there is none."""
    embedded = _EMBEDDED.search(" ".join(sentence.lower))
    if embedded is not None:
        return embedded[0]
    for clause in _CLAUSE.split(sentence.text):
        words = Sentence(clause).lower
        for at, word in enumerate(words):
            if word in lists.auxiliaries and _distance(words[at + 1 :], lists) > BETWEEN:
                return word
    return None


def _distance(words: Sequence[str], lists: Lists) -> int:
    """How many words stand before the first that can be the verb; a conjunction ends the search."""
    for at, word in enumerate(words):
        if word in lists.links or word in lists.subordinators:
            return 0
        if word not in lists.no_infinitives and (word.endswith(("en", "gaan", "doen", "zien", "zijn"))
                                                 or _PARTICIPLE.fullmatch(word)):  # fmt: skip
            return at
    return 0


def nominals(sentence: Sentence, lists: Lists) -> list[str]:
    """Verbs that were made into nouns."""
    found = (match[1] for match in _OF.finditer(" ".join(sentence.lower)))
    return [noun for noun in found if noun.split()[-1] not in lists.plain_nominals]


def piled_negations(sentence: Sentence, lists: Lists) -> str | None:
    """Two negations in one clause, or a negation of a word with `on-`; None when there is none."""
    for clause in _CLAUSE.split(sentence.text.lower()):
        run: list[str] = []
        for word in Sentence(clause).lower:
            if word in lists.links or word in lists.subordinators or word in _ASKED | {"als"}:
                run = []
            elif word in lists.negations:
                run.append(word)
            if len(run) > 1:
                return " ... ".join(run)
        found = _UN.search(clause)
        if found is not None:
            return found[0]
    return None
