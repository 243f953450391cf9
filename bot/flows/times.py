"""Reads a time of day as people type it, and says a time as people say it."""

import re
from datetime import time

from bot.content.models.circle_words import MomentWords
from bot.content.models.words import TimeWords
from bot.flows.dates import LONGEST, Unread

HALF_DAY = 12 * 60
WAKING = 7 * 60
"""Minutes: what is said without a part of the day is not before this, but in the afternoon or evening."""
LATE = 9 * 60
"""Minutes: from here on a time at night is before midnight."""
_TOKENS = re.compile(r"\d+|[^\W\d_]+")
_UNCLEAR, _IMPOSSIBLE = "time_unclear", "time_impossible"


def read_time(typed: str, words: TimeWords) -> time:
    """The time that is meant. Raises Unread with the name of a reply."""
    if len(typed) > LONGEST:
        raise Unread(_UNCLEAR)
    found = _TOKENS.findall(typed.casefold())
    part = next((part for part, said in words.parts.items() if set(said) & set(found)), "")
    kept = [one for one in found if one not in words.around and not any(one in said for said in words.parts.values())]
    minutes, exact = _minutes([str(words.numbers.get(one, one)) for one in kept], words)
    if not exact:
        minutes = _in_part(minutes % HALF_DAY, part)
    return time(minutes // 60, minutes % 60)


def say_time(at: time, words: MomentWords) -> str:
    """The time as it is said."""
    if at.minute == 0:
        return words.whole.format(hour=at.hour)
    return words.parts.format(hour=at.hour, minute=f"{at.minute:02}")


def _minutes(said: list[str], words: TimeWords) -> tuple[int, bool]:
    """Minutes since midnight, and whether there is no doubt about the half of the day."""
    match said:
        case [hour] if hour.isdecimal() and len(hour) in (3, 4):
            return _clock(hour[:-2], hour[-2:])
        case [hour] if hour.isdecimal():
            return _clock(hour, "0")
        case [hour, minute] if hour.isdecimal() and minute.isdecimal() and len(minute) == 2:
            return _clock(hour, minute)
        case [half, hour] if half in words.half and hour.isdecimal():
            return _beside(hour, -30)
        case [count, way, hour] if hour.isdecimal():
            return _beside(hour, _away(count, way, words))
        case [count, way, half, hour] if half in words.half and hour.isdecimal():
            return _beside(hour, _away(count, way, words) - 30)
        case _:
            raise Unread(_UNCLEAR)


def _clock(hour: str, minute: str) -> tuple[int, bool]:
    """A zero in front, or an hour after noon, is the clock of 24 hours."""
    if int(hour) > 23 or int(minute) > 59:
        raise Unread(_IMPOSSIBLE)
    return int(hour) * 60 + int(minute), int(hour) > 12 or hour.startswith("0")


def _beside(hour: str, away: int) -> tuple[int, bool]:
    """So many minutes after (or before) the hour."""
    if int(hour) > 24:
        raise Unread(_IMPOSSIBLE)
    return (int(hour) * 60 + away) % (2 * HALF_DAY), int(hour) > 12


def _away(count: str, way: str, words: TimeWords) -> int:
    """Minutes: a quarter to is -15."""
    minutes = 15 if count in words.quarter else int(count) if count.isdecimal() else 60
    if minutes > 29 or way not in (*words.past, *words.to):
        raise Unread(_UNCLEAR)
    return minutes if way in words.past else -minutes


def _in_part(minutes: int, part: str) -> int:
    """Minutes on a clock of 12 hours, put into the part of the day that was named, or that is likely."""
    if part == "morning":
        return minutes
    if part == "night":
        return minutes + HALF_DAY if minutes >= LATE else minutes
    if part:
        return minutes + HALF_DAY
    return minutes + HALF_DAY if minutes < WAKING else minutes
