"""Recognises what makes a Dutch sentence heavy: clauses, passives, tongs, negations on top of one another."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.content.plain.lists import Lists
from bot.content.plain.text import Sentence

_CLAUSE = re.compile(r"[,;:.!?()\u2026]")
BETWEEN = 8
SHORTEST = 5


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
    if word in lists.conditional:
        return before not in lists.comparing and (at == 0 or after in lists.subjects)
    if word in lists.whether:
        return at > 0 and after in lists.subjects - lists.articles
    if word in lists.relative:
        return at > 0 and (before in lists.relative_heads or after in lists.subjects - lists.articles)
    return word in lists.asked and at > 0 and after in lists.subjects


def passives(sentence: Sentence, lists: Lists) -> list[str]:
    """The participles in a sentence that has a form of the auxiliary of the passive."""
    if not any(word in lists.become for word in sentence.lower):
        return []
    found = (word for word in sentence.lower if lists.participle.fullmatch(word))
    return [word for word in found if word not in lists.no_participles and word not in lists.become]


def tongs(sentence: Sentence, lists: Lists) -> str | None:
    """The auxiliary whose own verb comes too late, or the article whose noun does; None when there is none."""
    embedded = _embedded(sentence.lower, lists)
    if embedded is not None:
        return embedded
    for clause in _CLAUSE.split(sentence.text):
        words = Sentence(clause).lower
        for at, word in enumerate(words):
            if word in lists.auxiliaries and _distance(words[at + 1 :], lists) > BETWEEN:
                return word
    return None


def _embedded(words: Sequence[str], lists: Lists) -> str | None:
    """The start of a clause that stands between an article and its noun."""
    marks = lists.embedding
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        if first in marks.opens and second in marks.between and third in marks.begins:
            return f"{first} {second} {third}"
    return None


def _distance(words: Sequence[str], lists: Lists) -> int:
    """How many words stand before the first that can be the verb; a conjunction ends the search."""
    for at, word in enumerate(words):
        if word in lists.links or word in lists.subordinators:
            return 0
        if word not in lists.no_infinitives and (word.endswith(lists.infinitive_ends)
                                                 or lists.participle.fullmatch(word)):  # fmt: skip
            return at
    return 0


def nominals(sentence: Sentence, lists: Lists) -> list[str]:
    """Verbs that were made into nouns."""
    words = sentence.lower
    found = (_nominal(words[max(0, at - 2) : at], lists) for at, word in enumerate(words) if word in lists.nominals.of)
    return [noun for noun in found if noun is not None]


def _nominal(before: Sequence[str], lists: Lists) -> str | None:
    """The verb that became a noun, of the one or two words before its `van`."""
    noun = before[-1] if before else ""
    if noun in lists.plain_nominals:
        return None
    if any(noun.endswith(end) and len(noun) - len(end) >= SHORTEST for end in lists.nominals.ends):
        return noun
    verb = noun.endswith("en") and len(noun) >= SHORTEST
    return " ".join(before) if verb and before[0] in lists.nominals.neuter else None


def piled_negations(sentence: Sentence, lists: Lists) -> str | None:
    """Two negations in one clause, or a negation of a word with `on-`; None when there is none."""
    for clause in _CLAUSE.split(sentence.text.lower()):
        words = Sentence(clause).lower
        run: list[str] = []
        for word in words:
            if word in lists.links or word in lists.subordinators or word in lists.asked | lists.conditional:
                run = []
            elif word in lists.negations:
                run.append(word)
            if len(run) > 1:
                return " ... ".join(run)
        found = _denied(words, lists)
        if found is not None:
            return found
    return None


def _denied(words: Sequence[str], lists: Lists) -> str | None:
    """A word that says not, before a word that itself says not."""
    marks = lists.denying
    for word, after in pairwise(words):
        said = after.startswith(marks.prefix) and not after.startswith(marks.except_)
        if word in marks.words and said and len(after) > SHORTEST:
            return f"{word} {after}"
    return None
