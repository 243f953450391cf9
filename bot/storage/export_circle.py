"""The part of a person's copy that is about others: what they are, who looked, what was planned and agreed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bot.storage.intakes import Sheet

if TYPE_CHECKING:
    from bot.storage.unit import Unit

_BEGIN = date(1970, 1, 1)


def export_circle(unit: Unit, person_id: str) -> dict[str, Any]:
    """Roles, yeses, absences, looks, meetings and talks, with the names of others that the person knows anyway."""
    return {
        "roles": [{"role": role} for role in sorted(unit.circle.roles_of(person_id))],
        "yeses": [{"what": what} for what in unit.circle.all_allowed(person_id)],
        "absences": [
            {"first": first.isoformat(), "last": last.isoformat()}
            for first, last in unit.circle.absences_of(person_id, _BEGIN)
        ],
        "looks": _looks(unit, person_id),
        "meetings": _meetings(unit, person_id),
        "talks": _talks(unit, person_id),
        "intake": _intake(unit, person_id),
    }


def _looks(unit: Unit, person_id: str) -> list[dict[str, Any]]:
    looks = unit.circle.looks_at(person_id)
    names = unit.people.names(one.by_id for one in looks)
    return [
        {"who": names.get(one.by_id, ""), "what": one.what, "allowed": one.allowed, "at": one.at.isoformat()}
        for one in looks
    ]


def _meetings(unit: Unit, person_id: str) -> list[dict[str, Any]]:
    found = unit.meetings.all_of(person_id)
    names = unit.people.names(one.maker_id for one in found)
    return [
        {
            "kind": one.kind,
            "who": names.get(one.maker_id, ""),
            "place": one.place,
            "answer": unit.meetings.guests_of(one.id).get(person_id, ""),
            "at": one.at.isoformat(),
        }
        for one in found
    ]


def _talks(unit: Unit, person_id: str) -> list[dict[str, Any]]:
    found = unit.talks.of(person_id)
    names = unit.people.names(one.coach_id for one in found if one.coach_id)
    return [
        {
            "kind": one.kind,
            "who": names.get(one.coach_id or "", ""),
            "minutes": one.minutes,
            "agreed": one.agreed,
            "next_on": one.next_on.isoformat() if one.next_on else None,
            "at": one.at.isoformat(),
        }
        for one in found
    ]


def _intake(unit: Unit, person_id: str) -> list[dict[str, Any]]:
    """Every line of every version, also of one that is not approved, and what the person wanted changed."""
    found = unit.intakes.get(person_id)
    if found is None:
        return []
    versions = (("approved", found.approved), ("draft", found.draft), ("own", found.own))
    lines = [{"version": name, **line} for name, sheet in versions if sheet is not None for line in _lines(sheet)]
    return [*lines, *([{"version": "draft", "line": "why", "text": found.why}] if found.why else [])]


def _lines(sheet: Sheet) -> list[dict[str, Any]]:
    factors = dict.fromkeys((*sheet.levels, *sheet.words))
    rest = {"helps": sheet.helps, "how": sheet.how, "when": sheet.when}
    return [
        *({"line": one, "value": sheet.levels.get(one, ""), "text": sheet.words.get(one, "")} for one in factors),
        *({"line": name, "value": value} for name, value in rest.items() if value),
        *(
            {"line": name, "value": list(part)}
            for name, part in (("focus", sheet.focus), ("order", sheet.order))
            if part
        ),
    ]
