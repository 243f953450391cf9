"""What a check says: a fact about one step of one file."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fail", "warn"]


@dataclass(frozen=True)
class Problem:
    """`file` lies within the content folder; `step` is None when the fact is about the whole file.

    `simpler` tells that the fact is about the simpler version of the text.
    """

    file: str
    step: str | None
    fact: str
    severity: Severity = "fail"
    simpler: bool = False

    def line(self) -> str:
        """The problem as one line for a person who edits the file."""
        place = self.file if self.step is None else f"{self.file}: step '{self.step}'"
        warning = "warning: " if self.severity == "warn" else ""
        return f"{place}: {warning}{'simpler: ' if self.simpler else ''}{self.fact}"
