"""The speaker: gives the sound of a text, from the shelf when it is a sentence of the content, else made anew."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from bot.errors import VoiceFailedError
from bot.voices.shelf import Shelf

AT_ONCE = 2
"""Sounds that are made at the same time: the rest of the house needs the processor too."""
WAITING = 20
"""Who comes after so many that wait is better off with the voice of the phone."""


class Digest(Protocol):
    """Names a text so that only this house can tell which text it was."""

    def __call__(self, *parts: str) -> str: ...


class Speaker:
    """Says texts. `record` makes the sound of a text and blocks; `sentences` are those of the content."""

    def __init__(
        self, record: Callable[[str], bytes], *, shelf: Shelf, sentences: frozenset[str], digest: Digest
    ) -> None:
        self._record = record
        self._shelf = shelf
        self._sentences = sentences
        self._digest = digest
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def say(self, texts: list[str]) -> bytes:
        """The sound of these texts, one after another (Ogg Opus). Raises VoiceFailedError.

        What holds anything else than sentences of the content may be a person's own, and is never kept.
        """
        name = self._digest("voice", *texts) if self._sentences.issuperset(texts) else ""
        kept = await asyncio.to_thread(self._shelf.get, name) if name else None
        return kept if kept is not None else await self._make("\n".join(texts), name)

    async def _make(self, text: str, name: str) -> bytes:
        if self._waiting >= WAITING:
            raise VoiceFailedError(program="it", why="too many texts wait")
        self._waiting += 1
        try:
            async with self._turn:
                sound = await asyncio.to_thread(self._record, text)
                if name:
                    await asyncio.to_thread(self._shelf.put, name, sound)
        finally:
            self._waiting -= 1
        return sound
