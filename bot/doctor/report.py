"""The findings on a screen, or as JSON for a program."""

import json
from collections.abc import Sequence
from typing import Any

from bot.doctor.finding import Finding, Mark

COLOURS: dict[Mark, str] = {"good": "32", "look": "33", "wrong": "1;31"}
MARK_WIDE = max(len(mark) for mark in COLOURS)


def text(findings: Sequence[Finding], *, coloured: bool = False) -> str:
    """One line for each, and one for all together."""
    wide = max((len(one.about) for one in findings), default=0)
    lines = [f"{_mark(one.mark, coloured)}  {one.about:<{wide}}  {one.says}" for one in findings]
    return "\n".join([*lines, "", total(findings)]) + "\n"


def _mark(mark: Mark, coloured: bool) -> str:
    padded = f"{mark:<{MARK_WIDE}}"
    return f"\x1b[{COLOURS[mark]}m{padded}\x1b[0m" if coloured else padded


def total(findings: Sequence[Finding]) -> str:
    """How it is, in one sentence."""
    count = sum(one.mark == "wrong" for one in findings)
    if not count:
        return "Nothing is wrong."
    return "1 thing is wrong." if count == 1 else f"{count} things are wrong."


def as_json(findings: Sequence[Finding]) -> str:
    """The same for a program: `well`, and each finding with `about`, `mark` and `says`."""
    rows: list[dict[str, Any]] = [{"about": one.about, "mark": one.mark, "says": one.says} for one in findings]
    return json.dumps({"well": well(findings), "findings": rows}, ensure_ascii=False, indent=2) + "\n"


def well(findings: Sequence[Finding]) -> bool:
    """Whether nothing is wrong."""
    return all(one.mark != "wrong" for one in findings)
