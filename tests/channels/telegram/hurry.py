"""The house on a platform that takes any pace, as a program of its own: `python -m tests.channels.telegram.hurry`."""

import sys

from bot.bootstrap import House
from bot.commands import serve
from bot.settings import read_settings
from scheduler.wiring import build
from tests.channels.telegram.home import FAST


class FastHouse(House):
    """The house, on a platform that is in a hurry."""

    rates = FAST


def say_ready(url: str) -> None:
    """As the command says it."""
    sys.stdout.write(f"Opstap is ready: open {url} in your browser (stop with Ctrl+C).\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve.serve(read_settings(), demo=False, schedule=build, ready=say_ready, house=FastHouse)
