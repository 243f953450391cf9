"""A word that many people have never read."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists
from bot.content.plain.rare import Reader


def rare_word(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """A word is common, made of common words, a name, or in the glossary: one other is much, two too much."""
    names = {word.lower for read in reads for word in read.words if word.name}
    reader = Reader(lists.glossary | {short.lower() for short in lists.abbreviations} | names, lists)
    for read in reads:
        seen = dict.fromkeys(word.lower for word in read.words if word.written and not word.name and not word.loud)
        rare = [word for word in seen if not reader.knows(word)]
        if len(rare) > 1:
            yield read.part.problem(f"rare words: {', '.join(rare)}")
        elif rare:
            yield read.part.problem(f"rare word: {rare[0]}", "warn")
