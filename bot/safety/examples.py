"""Runs the example sentences that each rule carries: what it must and must not catch."""

from collections.abc import Iterator, Sequence

from bot.content.models.signals import Signal
from bot.safety.look import Watch


def wrong_examples(signals: Sequence[Signal]) -> Iterator[str]:
    """One line for each example with which its own rule goes wrong."""
    watch = Watch(signals)
    for signal in signals:
        for text in signal.yes:
            if signal.id not in watch.found(text):
                yield f"signal '{signal.id}' does not catch '{text}'"
        for text in signal.no:
            if signal.id in watch.found(text):
                yield f"signal '{signal.id}' catches '{text}'"
