"""Files: ours go up once and are sent by their id after that; what people speak comes down, if not too large."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from telegram import InputFile
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.client import UPLOAD, Api
from bot.channels.telegram.desk import Desk, FileIds
from bot.channels.telegram.payload import Sound
from bot.channels.telegram.writing import Media

Fields = dict[str, Any]

LARGEST_SOUND = 5 * 2**20
"""Bytes of a spoken message, the same as in the web chat."""


class Files:
    """Both ways, for one bot."""

    def __init__(self, api: Api, desk: Desk, ids: FileIds, *, bot: int) -> None:
        self._api = api
        self._desk = desk
        self._store = ids
        self._bot = bot
        self._ids: dict[str, str] | None = None
        self._loading = asyncio.Lock()
        self._going_up: dict[str, asyncio.Lock] = {}

    async def send(self, method: str, fields: Fields, media: Media, *, begun: Callable[[], None]) -> Any:
        """Sends a file with these fields; a person who asks for one that is on its way up waits for its id.

        `begun` is called in the moment before something leaves.

        Raises a TelegramError, and FileNotFoundError for a file that is not there.
        """
        found = await self._desk.media(media.kind, media.id)
        if found is None:
            raise FileNotFoundError(media.id)
        ids = await self._known()
        async with self._going_up.setdefault(found.name, asyncio.Lock()):
            if found.name not in ids:
                with found.path.open("rb") as content:
                    file = InputFile(content, filename=found.path.name, read_file_handle=False)
                    result = await self._api.call(method, {**fields, media.field: file}, patience=UPLOAD, leaving=begun)
                await self._keep(found.name, _id_of(result, media.field))
                return result
        try:
            return await self._api.call(method, {**fields, media.field: ids[found.name]}, leaving=begun)
        except BadRequest as error:
            if "file" not in error.message.lower():
                raise
        # The platform does not know this id (any more): once more from the start.
        ids.pop(found.name, None)
        return await self.send(method, fields, media, begun=begun)

    async def send_once(
        self, method: str, fields: Fields, media: Media, content: bytes | None, *, begun: Callable[[], None]
    ) -> Any:
        """Sends what is for one person: no id of it is kept. Raises a TelegramError, and FileNotFoundError for None."""
        if content is None:
            raise FileNotFoundError(media.id)
        file = InputFile(content, filename=f"{media.kind}.jpg")
        return await self._api.call(method, {**fields, media.field: file}, patience=UPLOAD, leaving=begun)

    async def _known(self) -> dict[str, str]:
        async with self._loading:
            if self._ids is None:
                self._ids = await self._store.load(self._bot)
        return self._ids

    async def _keep(self, name: str, id: str) -> None:
        if not id:
            return
        ids = await self._known()
        ids[name] = id
        with suppress(Exception):  # Only a saving of work: without it the file goes up again after a restart.
            await self._store.keep(self._bot, name, id)

    async def fetch(self, sound: Sound) -> bytes | None:
        """What was spoken; None when it is too large or cannot be had (any more)."""
        if sound.file_size > LARGEST_SOUND:
            return None
        try:
            told = await self._api.call("getFile", {"file_id": sound.file_id})
            if int(told.get("file_size", 0)) > LARGEST_SOUND:
                return None
            content = await self._api.download(told["file_path"])
        except TelegramError:
            return None
        return content if 0 < len(content) <= LARGEST_SOUND else None


def _id_of(result: Any, field: str) -> str:
    """The id under which the platform keeps what went up; of a photo the largest size."""
    kept = result.get(field) if isinstance(result, dict) else None
    one = kept[-1] if isinstance(kept, list) and kept else kept
    return str(one["file_id"]) if isinstance(one, dict) and "file_id" in one else ""
