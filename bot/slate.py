"""The slate: which bubbles were on their way when the process fell, written in the moment before each goes out.

The database knows what was claimed. Between a claim and the wire lies a moment; of a process that is killed in it, the
slate tells what surely never left, and may go out again. It is a file of numbers in the memory of the system: it
outlives the process, but not the machine, so a slate of before a restart of the machine is not believed.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from struct import Struct as Packing
from struct import iter_unpack

BOOT = Path("/proc/sys/kernel/random/boot_id")
HEAD = 36
"""Bytes at the start that say in which life of the machine it was written."""
FULL = 2**20
"""Bytes after which it is written anew, without what is over."""
_NUMBER = Packing("<q")


class Slate:
    """One file, of one sender. `open` begins a new one and gives what the old one says."""

    def __init__(self, path: Path, boot: str = "") -> None:
        self._path = path
        self._boot = (boot or _boot()).encode().ljust(HEAD)[:HEAD]
        self._file: int | None = None
        self._begun: set[int] = set()
        self._size = 0

    def open(self) -> frozenset[int] | None:
        """What had gone out, or was about to, when the last process ended; None when that cannot be known.

        It stays on the slate until it is `over`: a second fall must not make the first forgotten.
        """
        found = self.told()
        self._begun = set(found or ())
        self._begin()
        return found

    def told(self) -> frozenset[int] | None:
        """What stands on it: what left, or was about to. None when it is of another life of the machine, or is gone."""
        try:
            content = self._path.read_bytes()
        except OSError:
            return None
        if content[:HEAD] != self._boot:
            return None
        numbers = content[HEAD:]
        whole = len(numbers) - len(numbers) % _NUMBER.size
        begun: set[int] = set()
        for (id,) in iter_unpack(_NUMBER.format, numbers[:whole]):
            if id > 0:
                begun.add(id)
            else:
                begun.discard(-id)
        return frozenset(begun)

    def begun(self, id: int) -> None:
        """This one goes out now."""
        if self._file is None:
            return
        self._begun.add(id)
        self._size += os.write(self._file, _NUMBER.pack(id))
        if self._size > FULL:
            self._begin()

    def undone(self, id: int) -> None:
        """It did not go out after all; the next try is another matter."""
        if self._file is not None and id in self._begun:
            self._begun.discard(id)
            self._size += os.write(self._file, _NUMBER.pack(-id))

    def over(self, ids: Iterable[int]) -> None:
        """The database knows how these went."""
        self._begun.difference_update(ids)

    def close(self) -> None:
        """Ends; the file stays for the next start."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _begin(self) -> None:
        """A new file with only what is still on its way; the old one counts until it is whole."""
        self.close()
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._path.with_name(f"{self._path.name}.new")
        file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
        self._size = os.write(file, self._boot + b"".join(map(_NUMBER.pack, sorted(self._begun))))
        fresh.replace(self._path)
        self._file = file


def _boot() -> str:
    """The name of this life of the machine; where it has none, a name that no slate can have."""
    try:
        return BOOT.read_text("ascii").strip()
    except OSError:
        return f"unknown {os.getpid()}"
