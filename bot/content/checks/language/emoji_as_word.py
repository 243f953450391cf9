"""A small picture in the place of a word."""

import re
from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists

_EMOJI = "[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*"
_WITHIN = re.compile(rf"[\w,]\s*({_EMOJI})\s*(?=[a-z0-9.,;:!?])")


def emoji_as_word(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """An emoji may follow a sentence, and never takes a word's place in it."""
    for read in reads:
        for emoji in _WITHIN.finditer(read.part.text):
            yield read.part.problem(f"emoji in the place of a word: {emoji[1]}")
