"""The voice of espeak-ng: small, in Debian, understood by everybody, and it sounds like a machine."""

from bot.voices.engine import Engine, program

NAME = "espeak-ng"
WORDS_A_MINUTE = "140"
"""Calm: its own pace is 175."""


def espeak_ng() -> Engine:
    """Its Dutch voice; raises ProgramMissingError."""
    found = program(NAME, "apt-get install espeak-ng")
    return Engine(
        name=f"{NAME}-nl-{WORDS_A_MINUTE}",
        command=(found, "-v", "nl", "-s", WORDS_A_MINUTE, "-g", "2", "--stdin", "--stdout"),
        reads=("-f", "wav"),
    )
