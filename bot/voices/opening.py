"""Opens the voice that the setting names, at start-up; when it cannot speak, the phone reads aloud as before."""

import hashlib
from pathlib import Path

import structlog

from bot.content.checks.spoken import beside, parts
from bot.content.models.library import Library
from bot.errors import ProgramMissingError, VoiceModelError
from bot.voices.choice import chosen
from bot.voices.engine import program
from bot.voices.recording import record
from bot.voices.shelf import Shelf, keep_only
from bot.voices.speaker import Digest, Speaker
from bot.voices.wording import Wording, read_rules

log = structlog.get_logger(__name__)


def open_voice(setting: str, library: Library, *, content: Path, folder: Path, digest: Digest) -> Speaker | None:
    """The speaker, or None when no voice is set or it cannot be used (the log tells the operator the remedy).

    `content` is the content folder, `folder` where sound is kept. Raises SettingError for what names no voice.
    """
    try:
        engine = chosen(setting)
        encoder = program("ffmpeg", "apt-get install ffmpeg") if engine else ""
    except (ProgramMissingError, VoiceModelError) as error:
        log.warning("voice.off", why=str(error))
        return None
    if engine is None:
        return None
    rules = read_rules(content)
    wording = Wording(rules)
    rules_edition = hashlib.sha256(rules.model_dump_json().encode()).hexdigest()
    edition = digest("voice", engine.name, rules_edition, library.revision)
    keep_only(folder, edition)
    return Speaker(
        lambda text: record(engine, encoder, wording.aloud(text)),
        shelf=Shelf(folder / edition), sentences=sentences(library), digest=digest,
    )  # fmt: skip


def sentences(library: Library) -> frozenset[str]:
    """Every text and label of the content into which nothing of a person is filled."""
    told = (part.text for source in (parts, beside) for part in source(library))
    return frozenset(text for text in told if "{" not in text)
