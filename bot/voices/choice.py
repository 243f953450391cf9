"""Which voice the setting names."""

from pathlib import Path

from bot.errors import SettingError
from bot.voices.engine import Engine
from bot.voices.espeak_ng import NAME, espeak_ng
from bot.voices.piper import piper


def chosen(setting: str) -> Engine | None:
    """The voice of OPSTAP_VOICE; None when it is empty.

    Raises SettingError for what names no voice, and ProgramMissingError or VoiceModelError for a voice that this
    machine cannot speak with.
    """
    if not setting:
        return None
    if setting == NAME:
        return espeak_ng()
    if setting.endswith(".onnx"):
        return piper(Path(setting))
    raise SettingError(name="OPSTAP_VOICE", why=f"'{setting}' is not {NAME} and not a Piper model (a file on .onnx)")
