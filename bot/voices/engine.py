"""What a voice is to the rest: a program that gets a text on its input and gives sound on its output."""

import shutil
from dataclasses import dataclass

from bot.errors import ProgramMissingError


@dataclass(frozen=True, kw_only=True)
class Engine:
    """A voice that can be used.

    `name` tells two voices apart; `command` speaks what it reads on its input; `reads` are the options with which
    ffmpeg understands the sound that comes out.
    """

    name: str
    command: tuple[str, ...]
    reads: tuple[str, ...]


def program(name: str, remedy: str) -> str:
    """Where the program is; raises ProgramMissingError, which tells how to get it."""
    found = shutil.which(name)
    if found is None:
        raise ProgramMissingError(program=name, remedy=remedy)
    return found
