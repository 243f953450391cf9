"""A time as a railway writes it."""

import re
from collections.abc import Iterator, Sequence

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read
from bot.content.plain.lists import Lists

_WHOLE = re.compile(r"\b(\d{1,2})[:.]00\b")


def clock_time(reads: Sequence[Read], lists: Lists) -> Iterator[Problem]:
    """A whole hour is written without minutes."""
    for read in reads:
        for time in _WHOLE.finditer(read.part.text):
            yield read.part.problem(f"'{time[0]}': write '{int(time[1])} uur'", "warn")
