"""The ledger of erasures outside the database: a restored backup brings people back, this takes them away again."""

import os
from datetime import datetime
from pathlib import Path
from threading import Lock

from msgspec import Struct

from bot.errors import DataFolderError


class Entry(Struct, frozen=True):
    """Who (a random id) was erased, and when."""

    person_id: str
    at: datetime


class Ledger:
    """A text file that only grows: one erasure a line. Keep it apart from the backups that it must outlive."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()

    def append(self, person_id: str, at: datetime) -> None:
        """Write an erasure so that it survives a power cut. Raises DataFolderError."""
        line = f"{person_id} {at.isoformat()}\n".encode()
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._lock, self._path.open("ab") as file:
                if self._torn():
                    line = b"\n" + line
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise DataFolderError(path=self._path.parent, why=error.strerror) from error

    def entries(self) -> list[Entry]:
        """Every erasure, oldest first. A line that a power cut tore is passed over: it was never confirmed."""
        if not self._path.exists():
            return []
        found: dict[str, Entry] = {}
        for line in self._path.read_text("ascii", errors="replace").splitlines():
            person_id, _, stamp = line.partition(" ")
            try:
                entry = Entry(person_id, datetime.fromisoformat(stamp))
            except ValueError:
                continue
            found.setdefault(person_id, entry)
        return list(found.values())

    def _torn(self) -> bool:
        """Whether the last line misses its end."""
        with self._path.open("rb") as file:
            file.seek(0, os.SEEK_END)
            if file.tell() == 0:
                return False
            file.seek(-1, os.SEEK_END)
            return file.read(1) != b"\n"
