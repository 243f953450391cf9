"""A file whose sentences are long on average."""

from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read, by_file
from bot.content.plain.lists import Lists

FAILS = 11


def mean_sentence(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """The sentences of a file have at most 11 words on average."""
    for file, own in by_file(reads).items():
        lengths = [len(sentence.words) for read in own for sentence in read.sentences]
        mean = sum(lengths) / len(lengths) if lengths else 0.0
        if mean > FAILS:
            yield Problem(file, None, f"{mean:.1f} words in a sentence on average, at most {FAILS}")
