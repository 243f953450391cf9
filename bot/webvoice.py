"""Reads a person's conversation aloud: one bubble, or the answers below it, as sound."""

import structlog

from bot.channels.web.desk import Part
from bot.content.models.library import Library
from bot.errors import VoiceFailedError
from bot.messages import Outbound
from bot.storage.database import Database
from bot.storage.lines import Line as StoredLine
from bot.voices.speaker import Speaker
from bot.weblines import stored_line

log = structlog.get_logger(__name__)

LONGEST = 4000
"""Characters that are read aloud at once."""


class WebVoice:
    """The voice behind 'Lees voor', when this house has one."""

    def __init__(self, database: Database, library: Library, speaker: Speaker | None) -> None:
        self._database = database
        self._library = library
        self._speaker = speaker

    @property
    def ready(self) -> bool:
        """Whether there is a voice."""
        return self._speaker is not None

    async def sound(self, person: str, n: int, part: Part) -> bytes | None:
        """What was said to this person at place `n`; None when there is nothing to hear."""
        if self._speaker is None:
            return None
        rows = await self._database.read(lambda unit: unit.lines.after(person, n - 1, 1))
        texts = self._texts(rows[0], part) if rows and rows[0].n == n else []
        if not texts or sum(map(len, texts)) > LONGEST:
            return None
        try:
            return await self._speaker.say(texts)
        except VoiceFailedError as error:
            log.warning("voice.failed", why=str(error))
            return None

    def _texts(self, row: StoredLine, part: Part) -> list[str]:
        out = stored_line(row).out
        if out is None:
            return []
        if part == "answers":
            return [button.label for button in out.ask.buttons] if out.ask else []
        return [text for text in (self._shown(out), out.text) if text]

    def _shown(self, out: Outbound) -> str:
        """What a picture shows, in words."""
        if out.kind == "card":
            return out.alt or ""
        if out.kind != "picture" or out.media is None:
            return ""
        picture = self._library.pictures.get(out.media)
        return out.alt or (picture.alt if picture else "")
