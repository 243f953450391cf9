"""A meeting as an iCalendar file (RFC 5545), for the agenda of a phone."""

from datetime import UTC, datetime
from hashlib import sha256

from msgspec import Struct

from bot.later import HERE

FOLDED = 73
"""Bytes of a line; a longer one goes on in the next (75 with the space and the end of a sign)."""
_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Amsterdam",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""When the clock goes forward and back, for a phone that is somewhere else."""


class Event(Struct, frozen=True, kw_only=True):
    """What stands in the agenda. `id` and `maker` make it one of its kind; `changed` is when it was planned."""

    id: int
    maker: str
    title: str
    place: str
    at: datetime
    minutes: int
    changed: datetime


def calendar(event: Event) -> bytes:
    """The file: what was typed by people stands in it as text and cannot begin a line of its own."""
    uid = sha256(f"{event.maker}/{event.id}".encode()).hexdigest()[:24]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Opstap//Opstap//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *_ZONE,
        "BEGIN:VEVENT",
        f"UID:{uid}@opstap",
        f"DTSTAMP:{event.changed.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Europe/Amsterdam:{event.at.astimezone(HERE):%Y%m%dT%H%M%S}",
        # A length and not an end: it stays right when the clock changes meanwhile.
        f"DURATION:PT{event.minutes}M",
        f"SUMMARY:{escaped(event.title)}",
        *([f"LOCATION:{escaped(event.place)}"] if event.place else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """The text as a value. Every kind of line end is a space: it was one thing to say."""
    plain = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def folded(line: str) -> bytes:
    """The line with its end, cut between signs where it is too long."""
    parts, part = [], b""
    for sign in line:
        raw = sign.encode()
        if len(part) + len(raw) > FOLDED:
            parts.append(part)
            part = b""
        part += raw
    return b"\r\n ".join([*parts, part]) + b"\r\n"
