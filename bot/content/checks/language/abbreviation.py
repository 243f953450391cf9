"""Letters that stand for words."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists
from bot.content.plain.rare import COMMON, zipf
from bot.content.plain.text import ROMAN, SHORTENED


def abbreviation(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """Words are written out, unless everybody knows the letters."""
    for read in reads:
        short = [match[0] for match in SHORTENED.finditer(read.part.text)]
        letters = [word.text for word in read.words if word.loud and not ROMAN.fullmatch(word.text)]
        short += [word for word in letters if word not in lists.abbreviations and zipf(word.lower()) < COMMON]
        for each in dict.fromkeys(short):
            yield read.part.problem(f"abbreviation: {each}", "warn")
