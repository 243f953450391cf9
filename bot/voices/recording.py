"""Makes the sound: a text goes into a voice, and comes out as a small Ogg Opus file that any phone can play."""

import os
import subprocess
from collections.abc import Sequence

from bot.errors import VoiceFailedError
from bot.voices.engine import Engine

SECONDS = 30
"""How long each of the two programs may take; a bubble takes a tenth of a second with espeak-ng."""
ENVIRONMENT = {"PATH": os.defpath, "LANG": "C.UTF-8"}
"""All that the programs get to see of the environment: the master key may stand there."""


def record(engine: Engine, encoder: str, text: str, *, seconds: float = SECONDS) -> bytes:
    """The sound of a text; `encoder` is where ffmpeg is. Raises VoiceFailedError, which never repeats the text."""
    spoken = _run(engine.command, text.encode(), seconds)
    encoding = ("-c:a", "libopus", "-b:a", "24k", "-application", "voip", "-f", "ogg", "pipe:1")
    return _run((encoder, "-v", "error", *engine.reads, "-i", "pipe:0", *encoding), spoken, seconds)


def _run(command: Sequence[str], given: bytes, seconds: float) -> bytes:
    """What the program gives for this input. What it complains about may hold the text, so that is not passed on."""
    name = command[0].rpartition("/")[2]
    try:
        # The text is no part of the command: it goes in as input.
        done = subprocess.run(  # noqa: S603  # an absolute path and options of our own
            command, input=given, capture_output=True, timeout=seconds, env=ENVIRONMENT, check=False
        )
    except subprocess.TimeoutExpired:
        raise VoiceFailedError(program=name, why=f"it took longer than {seconds:g} seconds") from None
    except OSError as error:
        raise VoiceFailedError(program=name, why=error.strerror) from None
    if done.returncode or not done.stdout:
        raise VoiceFailedError(program=name, why=f"it ended with {done.returncode}")
    return done.stdout
