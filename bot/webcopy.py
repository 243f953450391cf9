"""A person's own copy as it reads: titles and words in the place of the codes by which the house keeps things."""

import re
from collections.abc import Callable
from typing import Any

from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.content.models.step_base import SpokenStep
from bot.later import REMIND
from bot.posting import DEED, FLOW

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
        "cases": page.case,
        "roles": lambda row: {"role": page.word("role", row["role"])},
        "yeses": lambda row: {"what": page.word("what", row["what"])},
        "absences": lambda row: row,
        "looks": page.look,
        "meetings": page.meeting,
        "talks": page.talk,
        "buddy": page.profile,
        "buddies": page.pair,
        "cards": lambda row: row,
        "sent_cards": lambda row: row,
        "intake": page.intake,
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
        channels = [self.word("address", channel) for channel, _ in row.get("addresses", [])]
        told = {
            "name": row.get("name"),
            "status": self.word("status", row.get("status", "")),
            "since": row.get("since"),
        }
        facts = {key: self.fact(key, fact) for key, fact in self._facts.items() if key not in told}
        return {**told, **facts, "addresses": channels}

    def fact(self, key: str, fact: str) -> str:
        """A fact in words: what somebody is, and the courses in the order that was agreed."""
        if key == "role":
            return self.word("role", fact)
        if key in ("contact_how", "contact_when"):
            return self._noted(key.removeprefix("contact_"), fact)
        if key == "order":
            return self._library.words.listed([self._title(course) for course in fact.split(",")])
        return fact

    def answer(self, row: Row) -> Row:
        step = row["value"].get("step", "") if isinstance(row["value"], dict) else ""
        return {
            "flow": self._title(row["flow"]),
            "key": self._question(row["flow"], step),
            "value": _shown(row["value"]),
            "answered_at": row["answered_at"],
        }

    def share(self, row: Row) -> Row:
        return {**row, "whom": self.word("whom", row["whom"]), "flow": self._title(row["flow"])}

    def request(self, row: Row) -> Row:
        return {**row, "kind": self.word("kind", row["kind"]), "flow": self._title(row["flow"])}

    def case(self, row: Row) -> Row:
        return {
            "way": self.word("way", row["way"]),
            "moment": self.word("moment", row["moment"]),
            "urgent": self.word("urgent", "yes" if row["urgent"] else "no"),
            "opened_at": row["opened_at"],
            "closed_at": row["closed_at"],
        }

    def look(self, row: Row) -> Row:
        """Who looked; what was refused is said, for the rest it is enough that it was allowed."""
        seen = {**row, "what": self.word("what", row["what"])}
        return seen if row["allowed"] else {**seen, "what": self.word("what", "refused")}

    def meeting(self, row: Row) -> Row:
        place = self._library.words.circle.meetings.spots.get(row["place"], row["place"])
        answer = self.word("answer", row["answer"])
        return {**row, "kind": self.word("kind", row["kind"]), "place": place, "answer": answer}

    def talk(self, row: Row) -> Row:
        return {**row, "kind": self.word("kind", row["kind"])}

    def intake(self, row: Row) -> Row:
        """One line of it, in the words in which the person read it."""
        words, line = self._library.words.circle.intake, row["line"]
        name = words.factors[line].own if line in words.factors else words.lines.get(line, "")
        text = {"what": name, "value": self._noted(line, row.get("value", "")), "text": row.get("text", "")}
        return text if row["version"] == "approved" else {**text, "version": self.word("version", row["version"])}

    def _noted(self, line: str, value: str | list[str]) -> str:
        words = self._library.words.circle.intake
        if isinstance(value, list):
            names = [words.factors[one].own if line == "focus" else self._title(one) for one in value]
            return self._library.words.listed([name for name in names if name])
        if line in words.factors:
            return words.levels[value].own if value in words.levels else ""
        return {"how": words.hows, "when": words.whens}.get(line, {}).get(value, value)

    def profile(self, row: Row) -> Row:
        """What a buddy may know of this person."""
        words = self._library.words.circle.buddy
        told = {
            key: [known.get(one, "") for one in row[key]]
            for key, known in (("likes", words.likes), ("times", words.times))
        }
        return {**told, "buddy_way": words.ways.get(row["way"], ""), "words": row["words"]}

    def pair(self, row: Row) -> Row:
        """A buddy, or somebody who was proposed."""
        words = self._library.words.circle.buddy
        return {
            "who": row["who"],
            "buddy_state": self.word("buddy", row["state"]),
            "rhythm": words.rhythms.get(row["rhythm"], ""),
            "buddy_way": words.ways.get(row["way"], ""),
            "contact": row["contact"],
            "at": row["at"],
            "ended_at": row["ended_at"],
        }

    def progress(self, row: Row) -> Row:
        course = self._library.flows.get(row["course"])
        lessons = {one.id: one.title for one in course.lessons} if isinstance(course, Course) else {}
        lesson = lessons.get(row["lesson"], "") if row["lesson"] else self.word("lesson", "all")
        return {**row, "course": self._title(row["course"]), "lesson": lesson}

    def timer(self, row: Row) -> Row:
        paper, _, key = row["purpose"].removeprefix(REMIND).partition("/")
        flow = self._library.papers[paper][0] if paper in self._library.papers else ""
        purpose = "task" if row["purpose"].startswith(REMIND) else row["purpose"]
        if row["purpose"].startswith((FLOW, DEED)):
            purpose = row["purpose"].split(":")[1]
        return {
            "purpose": self.word("purpose", purpose),
            "text": self._shown.get((flow, key), ""),
            "due_at": row["due_at"],
        }

    def word(self, kind: str, code: str) -> str:
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
