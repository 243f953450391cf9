"""Spoken messages: kept as sealed files, with a row that says whose they are."""

import asyncio
import secrets
from datetime import datetime

from bot.storage.database import Database
from bot.storage.media import MediaFolder, MediaRow
from bot.storage.unit import Unit


class Sounds:
    """Keeps what people speak, for every channel."""

    def __init__(self, database: Database, folder: MediaFolder) -> None:
        self._database = database
        self._folder = folder

    async def keep(self, person: str, content_type: str, body: bytes, at: datetime) -> str:
        """Keeps a spoken message, sealed with the person's own key; gives its id."""
        id, name = secrets.token_hex(8), secrets.token_hex(16)
        row = MediaRow(
            id=id, person_id=person, content_type=content_type, size=len(body), file_name=name, created_at=at
        )

        def keep(unit: Unit) -> None:
            unit.keys.of(person)  # Who was erased meanwhile gets no row.
            unit.media.add(row)

        # Outside a transaction: turns must not wait until a file is on disk.
        sealed = await self._database.read(lambda unit: unit.media.seal(person, id, body))
        await asyncio.to_thread(self._folder.write, name, sealed)
        try:
            await self._database.write(keep)
        except BaseException:
            self._folder.remove([name])
            raise
        return id
