"""The voice of Piper: a model file of a person's voice, spoken on this machine."""

import json
from pathlib import Path

from bot.errors import VoiceModelError
from bot.voices.engine import Engine, program

SLOWER = "1.15"
"""How much longer each sound lasts than the model would make it."""
BETWEEN = "0.35"
"""Seconds of silence after a sentence."""


def piper(model: Path) -> Engine:
    """The voice of a model; raises VoiceModelError or ProgramMissingError."""
    rate = _rate(model)
    found = program("piper", "pip install piper-tts")
    # Raw sound: of a text on its input Piper would otherwise lay a file on disk.
    return Engine(
        name=f"piper-{model.name}-{model.stat().st_size}-{SLOWER}",
        command=(
            found, "--model", str(model.resolve()), "--length_scale", SLOWER, "--sentence_silence", BETWEEN,
            "--output_raw",
        ),
        reads=("-f", "s16le", "-ar", str(rate), "-ac", "1"),
    )  # fmt: skip


def _rate(model: Path) -> int:
    """Samples a second, from the file that lies beside each model."""
    told = model.with_name(f"{model.name}.json")
    if not model.is_file():
        raise VoiceModelError(model=model, why="it is not there")
    try:
        rate = json.loads(told.read_text("utf-8"))["audio"]["sample_rate"]
    except OSError as error:
        raise VoiceModelError(model=model, why=f"{told.name} cannot be read beside it") from error
    except (ValueError, KeyError, TypeError) as error:
        raise VoiceModelError(model=model, why=f"{told.name} does not tell its sample rate") from error
    if not isinstance(rate, int) or not 8000 <= rate <= 96000:
        raise VoiceModelError(model=model, why=f"{told.name} does not tell its sample rate")
    return rate
