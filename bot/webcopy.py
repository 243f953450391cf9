"""A person's own copy as it reads: titles and words in the place of the codes by which the house keeps things."""

import re
from collections.abc import Callable
from typing import Any

from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.content.models.step_base import SpokenStep
from bot.later import REMIND

Row = dict[str, Any]

_KEY = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def readable(copy: Row, library: Library) -> dict[str, object]:
    """The copy of `storage.export` for reading; what has no words, or is empty, is left out of it (the file has all).

    `lines` stay as they were kept.
    """
    page = _Page(copy, library)
    sections: dict[str, Callable[[Row], Row]] = {
        "answers": page.answer,
        "shares": page.share,
        "requests": page.request,
        "progress": page.progress,
        "timers": page.timer,
        "media": lambda row: {"at": row["at"]},
    }
    found: Row = {"person": page.person(copy.get("person", {}))}
    rows = {**copy, "progress": sorted(copy.get("progress", []), key=lambda row: (row["at"], not row["lesson"]))}
    found |= {name: [told(row) for row in rows.get(name, [])] for name, told in sections.items()}
    return {**{name: told for name, part in found.items() if (told := _full(part))}, "lines": copy.get("lines", [])}


class _Page:
    def __init__(self, copy: Row, library: Library) -> None:
        self._library = library
        self._facts: dict[str, str] = copy.get("person", {}).get("facts") or {}
        self._shown = {(row["flow"], row["key"]): _shown(row["value"]) for row in copy.get("answers", [])}

    def person(self, row: Row) -> Row:
        """Facts are rows like any other: a heading of their own would stand there empty."""
        channels = [self._word("address", channel) for channel, _ in row.get("addresses", [])]
        told = {
            "name": row.get("name"),
            "status": self._word("status", row.get("status", "")),
            "since": row.get("since"),
        }
        return {**told, **{key: fact for key, fact in self._facts.items() if key not in told}, "addresses": channels}

    def answer(self, row: Row) -> Row:
        step = row["value"].get("step", "") if isinstance(row["value"], dict) else ""
        return {
            "flow": self._title(row["flow"]),
            "key": self._question(row["flow"], step),
            "value": _shown(row["value"]),
            "answered_at": row["answered_at"],
        }

    def share(self, row: Row) -> Row:
        return {**row, "whom": self._word("whom", row["whom"]), "flow": self._title(row["flow"])}

    def request(self, row: Row) -> Row:
        return {**row, "kind": self._word("kind", row["kind"]), "flow": self._title(row["flow"])}

    def progress(self, row: Row) -> Row:
        course = self._library.flows.get(row["course"])
        lessons = {one.id: one.title for one in course.lessons} if isinstance(course, Course) else {}
        lesson = lessons.get(row["lesson"], "") if row["lesson"] else self._word("lesson", "all")
        return {**row, "course": self._title(row["course"]), "lesson": lesson}

    def timer(self, row: Row) -> Row:
        paper, _, key = row["purpose"].removeprefix(REMIND).partition("/")
        flow = self._library.papers[paper][0] if paper in self._library.papers else ""
        purpose = "task" if row["purpose"].startswith(REMIND) else row["purpose"]
        return {
            "purpose": self._word("purpose", purpose),
            "text": self._shown.get((flow, key), ""),
            "due_at": row["due_at"],
        }

    def _word(self, kind: str, code: str) -> str:
        return self._library.words.web.get(f"kept_{kind}_{code}".replace("-", "_"), "")

    def _title(self, flow: str) -> str:
        found = self._library.flows.get(flow)
        return found.title if found else ""

    def _question(self, flow: str, step: str) -> str:
        """The last sentence of a step: that is where a question stands."""
        found = self._library.graph.get((flow, step))
        if not isinstance(found, SpokenStep):
            return ""
        asked = _SENTENCE.split(found.text)[-1]
        return _KEY.sub(lambda key: self._shown.get((flow, key[1]), "") or self._facts.get(key[1], ""), asked)


def _shown(value: object) -> str:
    """An answer as the person saw it."""
    return str(value.get("shown", "")) if isinstance(value, dict) else str(value)


def _full(value: object) -> object:
    """The value without what is empty in it."""
    if isinstance(value, dict):
        return {key: inner for key, one in value.items() if (inner := _full(one))}
    if isinstance(value, list):
        return [inner for one in value if (inner := _full(one))]
    return value
