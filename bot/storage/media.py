"""Media: recordings and pictures that people sent; the bytes are sealed files, the rows say whose they are."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from sqlalchemy import insert, select

from bot.errors import DataFolderError
from bot.storage.repository import Repository
from bot.storage.tables import media

_BARE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


class MediaRow(Struct, frozen=True, kw_only=True):
    """What is known of a file; `id` is random and made by the caller, `size` counts the bytes before sealing."""

    id: str
    person_id: str
    content_type: str
    size: int
    file_name: str
    created_at: datetime


class MediaRows(Repository):
    """The rows, and the sealing of the bytes that belong to them."""

    def add(self, row: MediaRow) -> None:
        """Keep a row; its file was written before, so that a row never points at nothing."""
        self._connection.execute(
            insert(media),
            {
                "id": row.id,
                "person_id": row.person_id,
                "content_type": row.content_type,
                "size": row.size,
                "file_name": row.file_name,
                "created_at": row.created_at,
            },
        )

    def get(self, person_id: str, media_id: str) -> MediaRow | None:
        """A file of this person; the id of someone else's file gives nothing."""
        wanted = select(media).where(media.c.id == media_id, media.c.person_id == person_id)
        row = self._connection.execute(wanted).mappings().first()
        return MediaRow(**row) if row else None

    def of(self, person_id: str) -> list[MediaRow]:
        """The files of a person, oldest first."""
        wanted = select(media).where(media.c.person_id == person_id)
        rows = self._connection.execute(wanted.order_by(media.c.created_at, media.c.id)).mappings()
        return [MediaRow(**row) for row in rows]

    def seal(self, person_id: str, media_id: str, content: bytes) -> bytes:
        """The bytes as they may stand in a file."""
        return self._keys.seal(person_id, f"media {media_id}", content)

    def unseal(self, person_id: str, media_id: str, sealed: bytes) -> bytes:
        """The bytes back."""
        return self._keys.unseal(person_id, f"media {media_id}", sealed)


class MediaFolder:
    """The folder with sealed files. A file is whole or absent; its name says nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, file_name: str, sealed: bytes) -> None:
        """Write a file so that it survives a power cut. Raises DataFolderError."""
        target = self._at(file_name)
        partial = target.with_name(f"{file_name}.part")
        try:
            self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
            with partial.open("wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(target)
            _settle(self._path)
        except OSError as error:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            raise DataFolderError(path=self._path, why=error.strerror) from error

    def read(self, file_name: str) -> bytes:
        """The sealed bytes. Raises FileNotFoundError when the file was erased."""
        return self._at(file_name).read_bytes()

    def remove(self, file_names: Iterable[str]) -> None:
        """Remove files; one that is gone already is fine."""
        for file_name in file_names:
            self._at(file_name).unlink(missing_ok=True)

    def _at(self, file_name: str) -> Path:
        """Only a bare name: nothing outside the folder is ever touched."""
        if not _BARE.fullmatch(file_name):
            raise ValueError(f"{file_name!r} is not a bare file name")
        return self._path / file_name


def _settle(folder: Path) -> None:
    """Let a rename survive a power cut too: it is the folder that knows it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
