"""Finds words and phrases of a list in a text."""

from collections.abc import Iterable, Iterator

from bot.content.checks.reads import Read


def named(read: Read, phrases: Iterable[str]) -> Iterator[str]:
    """The phrases that stand in the text as whole words, in the order of the list."""
    said = "\n".join(f" {' '.join(sentence.lower)} " for sentence in read.sentences)
    for phrase in phrases:
        if f" {phrase} " in said:
            yield phrase
