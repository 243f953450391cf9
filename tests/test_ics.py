"""Meetings for an agenda: right by the clock on the wall, and nothing that was typed becomes a line of its own."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.ics import Event, calendar

HERE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def event(**more: object) -> Event:
    """A talk of half an hour in March."""
    fields = {
        "id": 7, "maker": "m", "title": "Gesprek met Anja", "place": "bellen",
        "at": datetime(2026, 3, 3, 13, 30, tzinfo=UTC), "minutes": 30, "changed": NOW, **more,
    }  # fmt: skip
    return Event(**fields)  # type: ignore[arg-type]  # the test's own


def lines(body: bytes) -> list[str]:
    """The lines as a calendar program reads them: unfolded."""
    return body.decode().replace("\r\n ", "").split("\r\n")


def fields(body: bytes) -> dict[str, str]:
    """What stands in the event."""
    found = lines(body)
    inside = found[found.index("BEGIN:VEVENT") + 1 : found.index("END:VEVENT")]
    return dict(line.split(":", 1) for line in inside)


@pytest.mark.parametrize(
    ("at", "wall"),
    [
        (datetime(2026, 3, 3, 13, 30, tzinfo=UTC), "20260303T143000"),
        (datetime(2026, 7, 3, 12, 30, tzinfo=UTC), "20260703T143000"),
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "20260329T033000"),
        (datetime(2026, 10, 25, 9, 0, tzinfo=UTC), "20261025T100000"),
    ],
)
def test_it_begins_by_the_clock_on_the_wall_in_winter_and_in_summer(at: datetime, wall: str) -> None:
    found = fields(calendar(event(at=at)))
    assert found["DTSTART;TZID=Europe/Amsterdam"] == wall
    assert datetime.strptime(wall, "%Y%m%dT%H%M%S").replace(tzinfo=HERE) == at
    assert found["DURATION"] == "PT30M"


def test_the_zone_in_the_file_changes_when_the_real_one_does() -> None:
    found = lines(calendar(event()))
    assert found.count("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU") == 1
    assert found.count("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU") == 1
    for year in range(2026, 2040):
        days = [datetime(year, 3, day, tzinfo=HERE) for day in range(25, 32)]
        (sunday,) = (day for day in days if day.weekday() == 6)
        assert sunday.replace(hour=1).utcoffset() != sunday.replace(hour=4).utcoffset()


@pytest.mark.parametrize(
    "typed",
    [
        "Dorpsstraat 3, achter; links \\ boven",
        "een\nATTACH:https://evil.test",
        "een\r\nEND:VEVENT\r\nBEGIN:VEVENT",
        "een\u2028BEGIN:VALARM",
        "een\x00\x1b twee",
        "é" * 400,
        "👍" * 200,
    ],
)
def test_what_was_typed_stays_one_value_and_lines_stay_short(typed: str) -> None:
    body = calendar(event(place=typed))
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert b"\n" not in body.replace(b"\r\n", b"")
    body.decode()
    assert sorted(fields(body)) == [
        "DTSTAMP", "DTSTART;TZID=Europe/Amsterdam", "DURATION", "LOCATION", "SUMMARY", "UID",
    ]  # fmt: skip
    assert lines(body).count("BEGIN:VEVENT") == 1
    plain = fields(body)["LOCATION"].replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\")
    assert plain.split() == "".join(one if one.isprintable() else " " for one in typed).split()


def test_two_meetings_are_two_and_the_same_meeting_is_the_same() -> None:
    uids = [fields(calendar(one))["UID"] for one in (event(), event(), event(id=8), event(maker="n"))]
    assert uids[0] == uids[1]
    assert len(set(uids)) == 3
