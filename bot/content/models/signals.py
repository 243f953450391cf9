"""The rules by which free text is recognised: patterns in plain words, with the text each must and must not catch."""

from typing import Literal

from bot.content.models.base import Frozen, Slug, Text

SignalKind = Literal["crisis-certain", "crisis-doubtful", "medical"]


class Signal(Frozen):
    """One rule: `phrases` are word sequences (`*` stands for one to three words, a word ending in ~ for any ending).

    `yes` and `no` are example sentences that the rule must and must not catch; the check runs them.
    """

    id: Slug
    kind: SignalKind
    phrases: tuple[Text, ...]
    unless: tuple[Text, ...] = ()
    yes: tuple[Text, ...]
    no: tuple[Text, ...] = ()


class Signals(Frozen):
    """All rules of one file."""

    signals: tuple[Signal, ...]
