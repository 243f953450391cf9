"""Whether the voice that reads aloud makes a sound, when one is set."""

from collections.abc import Sequence

from bot.doctor.finding import Finding, good, wrong
from bot.doctor.patient import Patient
from bot.doctor.threads import aside
from bot.errors import OpstapError
from bot.voices.choice import chosen
from bot.voices.engine import program
from bot.voices.recording import record

ABOUT = "voice"
SAID = "Opstap"


async def voice(patient: Patient) -> Sequence[Finding]:
    """Lets it say one word."""
    setting = patient.settings.voice
    if not setting:
        return [good(ABOUT, "None is set; the phone of each person reads aloud with its own.")]
    return [await aside(lambda: _voice(setting))]


def _voice(setting: str) -> Finding:
    try:
        engine = chosen(setting)
        encoder = program("ffmpeg", "apt-get install ffmpeg")
        size = len(record(engine, encoder, SAID)) if engine else 0
    except OpstapError as error:
        return wrong(ABOUT, error.sentence())
    return good(ABOUT, f"{setting} speaks (one word became {size} bytes of sound).")
