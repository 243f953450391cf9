"""A time of day is read as people type it, and what is no time is asked again with the reason."""

from datetime import time

import pytest

from bot.content.models.library import Library
from bot.flows.dates import Unread
from bot.flows.times import read_time, say_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("half 3", "14:30"), ("Half Drie", "14:30"), ("halv 3", "14:30"), ("half 1", "12:30"), ("half 12", "11:30"),
        ("half 9", "08:30"), ("14:30", "14:30"), ("14.30", "14:30"), ("14u30", "14:30"), ("14 uur 30", "14:30"),
        ("1430", "14:30"), ("930", "09:30"), ("9", "09:00"), ("3", "15:00"), ("3 uur", "15:00"),
        ("om drie uur", "15:00"),
        ("12", "12:00"), ("12 uur", "12:00"), ("12 uur 's middags", "12:00"), ("1 uur", "13:00"), ("7", "07:00"),
        ("kwart over 2", "14:15"), ("kwart voor 3", "14:45"), ("kwartier voor drie", "14:45"), ("10 over 9", "09:10"),
        ("vijf voor half 3", "14:25"), ("10 over half 3", "14:40"), ("kwart voor 1", "12:45"),
        ("8 uur 's avonds", "20:00"), ("savonds om half 8", "19:30"), ("7 uur s ochtends", "07:00"),
        ("3 uur 's nachts", "03:00"), ("11 uur 's nachts", "23:00"), ("'s middags half 3", "14:30"),
        ("03:00", "03:00"), ("3:00", "15:00"), ("00:00", "00:00"), ("0:30", "00:30"), ("23:59", "23:59"),
    ],
)  # fmt: skip
def test_it_is_read(library: Library, typed: str, meant: str) -> None:
    assert read_time(typed, library.words.times) == time.fromisoformat(meant)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "time_unclear"), ("straks", "time_unclear"), ("als het kan", "time_unclear"), ("half", "time_unclear"),
        ("kwart over", "time_unclear"), ("half 3 of 4 uur", "time_unclear"), ("3 4 5", "time_unclear"),
        ("40 over 3", "time_unclear"), ("kwart bij 3", "time_unclear"), ("👍", "time_unclear"),
        ("1" * 61, "time_unclear"),
        ("24:00", "time_impossible"), ("25 uur", "time_impossible"), ("14:75", "time_impossible"),
        ("half 25", "time_impossible"), ("9999", "time_impossible"), ("1" * 50, "time_impossible"),
    ],
)  # fmt: skip
def test_what_is_no_time_says_why(library: Library, typed: str, why: str) -> None:
    with pytest.raises(Unread) as found:
        read_time(typed, library.words.times)
    assert found.value.why == why


def test_a_time_that_was_read_and_said_is_read_the_same(library: Library) -> None:
    for minutes in range(0, 24 * 60):
        at = time(minutes // 60, minutes % 60)
        said = say_time(at, library.words.circle.moments)
        found = read_time(said, library.words.times)
        # Said without a zero in front, the small hours are those of the afternoon.
        small = 0 < at.hour < 7
        assert found == (at.replace(hour=at.hour + 12) if small else at)
