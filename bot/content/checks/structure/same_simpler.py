"""A simpler version that is not simpler at all."""

import re
from collections.abc import Iterator

from bot.content.checks.draft import Draft
from bot.content.checks.problem import Problem
from bot.content.checks.spoken import spoken


def same_simpler(draft: Draft) -> Iterator[Problem]:
    """The simpler version says it in other words than the text."""
    for message in spoken(draft):
        if message.simpler is not None and _plain(message.simpler) == _plain(message.text):
            yield Problem(message.file, message.step, "'simpler' says the same as the text")


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
