"""Reads a day as people type it, and says a day as people say it."""

import re
from datetime import date, datetime, time, timedelta

import dateparser

from bot.content.models.words import DateWords
from bot.flows.typed_words import plain

FAR = timedelta(days=2 * 366)
"""A plan beyond the two years of the law is a slip of the finger."""
LONGEST = 60
"""Characters: a story is not a day."""
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})\s*[-/. ]\s*(\d{1,2})(?:\s*[-/. ]\s*(\d{2,4}))?(?!\s*[-/. ]?\s*\d)")


class Unread(Exception):  # noqa: N818  # not an error of the house: the reason why a day is asked again
    """The typed words are no day; `why` names the reply that says so."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def read_day(typed: str, today: date, words: DateWords) -> date:
    """The day that is meant, from today on. Raises Unread with the name of a reply."""
    text = " ".join(typed.casefold().split())
    if text.isdecimal() or len(text) > LONGEST:
        raise Unread("date_unclear")
    numbers = _NUMBERS.search(text)
    if numbers is not None:
        return _checked(_from_numbers(numbers, today), today)
    rewritten, weeks = _known_words(text, words)
    found = dateparser.parse(
        rewritten,
        languages=["nl"],
        settings={
            "RELATIVE_BASE": datetime.combine(today, time(12)),
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": [],
        },
    )
    if found is None:
        raise Unread("date_impossible" if _names_a_month(text, words) and re.search(r"\d", text) else "date_unclear")
    day = found.date()
    if weeks:
        # 'next week Tuesday' is the Tuesday of the calendar week after this one, whatever today is.
        monday = today + timedelta(days=7 * weeks - today.weekday())
        day = monday + timedelta(days=day.weekday()) if _names_a_day(text, words) else monday
    return _checked(day, today)


def say_day(day: date, words: DateWords) -> str:
    """The day as it is said."""
    return words.shown.format(day=words.days[day.weekday()], number=day.day, month=words.months[day.month - 1])


def _from_numbers(numbers: re.Match[str], today: date) -> date:
    """31-2 does not exist; 3-3 is the next third of March; 3-3-27 is said with its year."""
    number, month, year = int(numbers[1]), int(numbers[2]), numbers[3]
    try:
        if year is not None:
            return date(int(year) + (2000 if len(year) < 3 else 0), month, number)
        day = date(today.year, month, number)
        return day if day >= today else date(today.year + 1, month, number)
    except ValueError as error:
        raise Unread("date_impossible") from error


def _known_words(text: str, words: DateWords) -> tuple[str, int]:
    """The text in the reader's own words, and how many calendar weeks further it is."""
    for typed, known in words.same.items():
        text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", known, text)
    if words.next_week in text:
        rest = text.replace(words.next_week, " ").strip()
        return (rest or words.next_week), 1
    return " ".join(text.split()), 0


def _checked(day: date, today: date) -> date:
    if day < today:
        raise Unread("date_past")
    if day > today + FAR:
        raise Unread("date_far")
    return day


def _names_a_day(text: str, words: DateWords) -> bool:
    return any(day in plain(text) for day in map(plain, words.days))


def _names_a_month(text: str, words: DateWords) -> bool:
    return any(plain(month)[:3] in plain(text) for month in words.months)
