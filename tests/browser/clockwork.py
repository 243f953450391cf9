"""The house with a clock that can be moved, as a program of its own: `python -m tests.browser.clockwork`."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.bootstrap import House
from bot.circle.office import works
from bot.commands import serve
from bot.later import HERE
from bot.settings import Settings, read_settings
from scheduler.wiring import build

AHEAD = "ahead.txt"
"""In the data folder: how many seconds the clock of the house is ahead of the real one."""


def clock_of(data: Path) -> Callable[[], datetime]:
    """A clock that runs as the real one does, ahead of it."""
    path = data / AHEAD

    def now() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(path.read_text("ascii")))

    return now


def put_clock(data: Path, at: datetime) -> None:
    """Lets it be this moment in the house; a running house sees it at once."""
    fresh = data / f"{AHEAD}.fresh"
    fresh.write_text(str((at - datetime.now(UTC)).total_seconds()), "ascii")
    fresh.replace(data / AHEAD)


def next_workday(after: datetime, hour: int) -> datetime:
    """The first day after this one on which coaches work, at this hour on the wall."""
    day = after.astimezone(HERE) + timedelta(days=1)
    while not works(day.date()):
        day += timedelta(days=1)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


class ClockworkHouse(House):
    """The house, at the moment that its data folder tells."""

    def __init__(self, settings: Settings, *, demo: bool = False) -> None:
        super().__init__(settings, clock=clock_of(settings.data), demo=demo)


def say_ready(url: str) -> None:
    """As the command says it."""
    sys.stdout.write(f"Opstap is ready: open {url} in your browser (stop with Ctrl+C).\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve.serve(read_settings(), demo=False, schedule=build, ready=say_ready, house=ClockworkHouse)
