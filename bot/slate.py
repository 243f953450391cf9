"""The slate: which bubbles were on their way when the process fell, written in the moment before each goes out.

The database knows what was claimed. Between a claim and the wire lies a moment; of a process that is killed in it, the
slate tells what surely never left, and may go out again. It is a file of numbers in the memory of the system, written
without a call to it: it outlives the process, but not the machine, so a slate of before a restart is not believed.
"""

import os
from collections.abc import Iterable
from mmap import mmap
from pathlib import Path
from struct import Struct as Packing
from struct import iter_unpack

BOOT = Path("/proc/sys/kernel/random/boot_id")
HEAD = 40
"""Bytes at the start that say in which life of the machine it was written; the numbers after it are whole words."""
FULL = 2**20
"""Bytes of numbers, after which it is written anew, without what is over."""
_NUMBER = Packing("<q")


class Slate:
    """One file, of one sender. `open` begins a new one and gives what the old one says."""

    def __init__(self, path: Path, boot: str = "") -> None:
        self._path = path
        self._boot = (boot or _boot()).encode().ljust(HEAD)[:HEAD]
        self._page: mmap | None = None
        self._begun: set[int] = set()
        self._end = 0

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
            if not id:
                break
            if id > 0:
                begun.add(id)
            else:
                begun.discard(-id)
        return frozenset(begun)

    def begun(self, id: int) -> None:
        """This one goes out now."""
        if self._page is None:
            return
        self._begun.add(id)
        self._put(self._page, id)

    def undone(self, id: int) -> None:
        """It did not go out after all; the next try is another matter."""
        if self._page is not None and id in self._begun:
            self._begun.discard(id)
            self._put(self._page, -id)

    def over(self, ids: Iterable[int]) -> None:
        """The database knows how these went."""
        self._begun.difference_update(ids)

    def close(self) -> None:
        """Ends; the file stays for the next start."""
        if self._page is not None:
            self._page.close()
            self._page = None

    def _begin(self) -> None:
        """A new file with only what is still on its way; the old one counts until it is whole."""
        self.close()
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._path.with_name(f"{self._path.name}.new")
        numbers = b"".join(map(_NUMBER.pack, sorted(self._begun)))
        self._end = HEAD + len(numbers)
        page = _page(fresh, self._end + FULL)
        page[: self._end] = self._boot + numbers
        fresh.replace(self._path)
        self._page = page

    def _put(self, page: mmap, number: int) -> None:
        if self._end + _NUMBER.size > len(page):
            self._begin()
            return
        _NUMBER.pack_into(page, self._end, number)
        self._end += _NUMBER.size


def _page(path: Path, size: int) -> mmap:
    """An empty file as memory. Its room is taken at once, so that a full disk says so here and in no later write."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.posix_fallocate(file, 0, size)
        return mmap(file, size)
    finally:
        os.close(file)


def _boot() -> str:
    """The name of this life of the machine; where it has none, a name that no slate can have."""
    try:
        return BOOT.read_text("ascii").strip()
    except OSError:
        return f"unknown {os.getpid()}"
