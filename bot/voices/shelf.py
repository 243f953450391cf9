"""Sound that is kept: only of sentences of the content, so that nothing that a person said lies on the disk."""

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

ENDING = ".ogg"


class Shelf:
    """A folder of sound under names that tell nothing. Without it everything works, only slower."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """The sound under this name."""
        try:
            return self._at(name).read_bytes()
        except OSError:
            return None

    def put(self, name: str, sound: bytes) -> bool:
        """Keeps a sound, whole or not at all; False when the folder cannot be written."""
        part = self._folder / f"{secrets.token_hex(8)}.part"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(sound)
            part.replace(self._at(name))
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            return False
        return True

    def _at(self, name: str) -> Path:
        """Names are digests: letters and digits only."""
        if not name.isalnum():
            raise ValueError("a name on the shelf is a digest")
        return self._folder / f"{name}{ENDING}"


def keep_only(folder: Path, edition: str) -> None:
    """Throws away the sound of other editions: another voice or other rules made it, or a sentence that changed."""
    with suppress(OSError):
        for old in folder.iterdir():
            if old.name != edition:
                shutil.rmtree(old, ignore_errors=True)
