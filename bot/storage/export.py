"""Export: a readable copy of everything that is stored of one person, for that person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from bot.storage.export_buddy import export_buddy
from bot.storage.export_cards import export_cards
from bot.storage.export_circle import export_circle
from bot.storage.lines import Line

if TYPE_CHECKING:
    from bot.storage.unit import Unit

AT_ONCE = 500

Copy = dict[str, Any]


def export(unit: Unit, person_id: str) -> Copy:
    """Everything of a person, as plain values that fit in JSON; nothing for someone who is not there."""
    person = unit.people.by_ids([person_id]).get(person_id)
    if person is None:
        return {}
    return {
        "person": {
            "name": unit.people.names([person_id])[person_id],
            "status": person.status,
            "since": person.created_at.isoformat(),
            "facts": _readable(person.facts),
            "addresses": [list(address) for address in unit.people.addresses_of(person_id)],
        },
        "answers": _answers(unit, person_id),
        "shares": _shares(unit, person_id),
        "lines": [_line(line) for line in _lines(unit, person_id)],
        "requests": [
            {"kind": one.kind, "flow": one.flow, "asked_at": one.asked_at.isoformat()}
            for one in unit.requests.of(person_id)
        ],
        "cases": [
            {
                "way": one.way,
                "moment": one.moment,
                "urgent": one.urgent,
                "opened_at": one.opened_at.isoformat(),
                "closed_at": one.closed_at.isoformat() if one.closed_at else None,
            }
            for one in unit.cases.of(person_id)
        ],
        **export_circle(unit, person_id),
        **export_buddy(unit, person_id),
        **export_cards(unit, person_id),
        "progress": [
            {"course": one.course, "lesson": one.lesson, "at": one.at.isoformat()}
            for one in unit.progress.of(person_id)
        ],
        "timers": [{"purpose": one.purpose, "due_at": one.due_at.isoformat()} for one in unit.timers.of(person_id)],
        "media": [
            {"id": one.id, "content_type": one.content_type, "at": one.created_at.isoformat()}
            for one in unit.media.of(person_id)
        ],
    }


def _answers(unit: Unit, person_id: str) -> list[Copy]:
    return [
        {
            "flow": one.flow,
            "key": one.key,
            "value": _readable(one.value),
            "answered_at": one.answered_at.isoformat(),
        }
        for one in unit.answers.of(person_id)
    ]


def _shares(unit: Unit, person_id: str) -> list[Copy]:
    return [
        {
            "whom": one.whom,
            "flow": one.flow,
            "text": one.text,
            "shared_at": one.shared_at.isoformat(),
            "taken_back_at": one.taken_back_at.isoformat() if one.taken_back_at else None,
        }
        for one in unit.shares.of(person_id)
    ]


def _lines(unit: Unit, person_id: str) -> Iterator[Line]:
    """The whole conversation, a part at a time."""
    last = -1
    while lines := unit.lines.after(person_id, last, AT_ONCE):
        yield from lines
        last = lines[-1].n


def _line(line: Line) -> Copy:
    return {
        "side": line.side,
        "channel": line.channel,
        "kind": line.kind,
        "at": line.at.isoformat(),
        "body": _readable(line.body),
    }


def _readable(body: bytes) -> Any:
    """What stands in a body: JSON as what it means, anything else as text."""
    if not body:
        return ""
    try:
        return msgspec.json.decode(body)
    except msgspec.DecodeError:
        return body.decode("utf-8", errors="replace")
