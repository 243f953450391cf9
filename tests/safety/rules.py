"""The rules of the house, read and compiled once for all tests of safety."""

from functools import cache
from pathlib import Path

from bot.content.models.signals import Signal, Signals
from bot.content.reading import read_yaml
from bot.safety.look import Watch

FOLDER = Path(__file__).parents[2] / "bot" / "content" / "signals"


@cache
def signals() -> tuple[Signal, ...]:
    """Every rule of every file."""
    files = sorted(FOLDER.glob("*.yaml"))
    return tuple(rule for file in files for rule in Signals.model_validate(read_yaml(file.read_text())).signals)


@cache
def watch() -> Watch:
    """The rules at work."""
    return Watch(signals())
