"""A sentence that was taken over from somebody else's document."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.content.checks.problem import Problem
from bot.content.checks.reads import Read

RUN = 8
"""So many words in the same order are no coincidence."""


def copied(reads: Sequence[Read], reference: Path) -> Iterator[Problem]:
    """No 8 words in a row stand like that in a text file of the reference folder, whatever their capitals and signs."""
    own = {run for read in reads for run in _runs(_plain(read.part.text))}
    found: dict[tuple[str, ...], str] = {}
    for file in sorted(reference.glob("*.txt")):
        found.update({run: file.name for run in _runs(_plain(file.read_text("utf-8"))) if run in own})
    for read in reads:
        for run in _runs(_plain(read.part.text)):
            if run in found:
                yield read.part.problem(f"'{' '.join(run)}' also stands in {found[run]}")
                break


def _plain(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _runs(row: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(row[at : at + RUN]) for at in range(len(row) - RUN + 1))
