"""The reading ease of Flesch, as Douma fitted it to Dutch: 100 and more is very easy, below 60 is hard."""

from collections.abc import Sequence

from bot.content.plain.text import Sentence


def flesch(sentences: Sequence[Sentence]) -> float:
    """206.84 - 0.93 x words per sentence - 77 x syllables per word (Douma 1960)."""
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        return 100.0
    syllables = sum(word.syllables for word in words)
    return 206.84 - 0.93 * len(words) / len(sentences) - 77 * syllables / len(words)
