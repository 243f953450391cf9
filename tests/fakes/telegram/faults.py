"""Trouble on demand: the next requests that fit get it, each as often as was asked."""

from typing import Literal

from msgspec import Struct

Kind = Literal["busy", "choked", "broken", "lost", "cut", "slow"]
"""busy: 429, nothing done. choked: the same by what stands before the platform, in words of its own. broken: 5xx,
nothing done. lost: done, and then 504. cut: done, and then the connection is closed without an answer. slow: done, and
answered `seconds` later."""


class Fault(Struct, kw_only=True):
    """One kind of trouble. An empty `method` or `chat` fits all; `code` is for broken, `seconds` for busy and slow."""

    kind: Kind
    method: str = ""
    chat: int = 0
    times: int = 1
    code: int = 502
    seconds: int = 1


class Faults:
    """The trouble that is still to come, in order."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """One more."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """All is well again."""
        self._waiting.clear()

    def take(self, method: str, chat: int) -> Fault | None:
        """The trouble that this request gets."""
        for one in self._waiting:
            if one.method in ("", method) and one.chat in (0, chat):
                one.times -= 1
                if one.times <= 0:
                    self._waiting.remove(one)
                return one
        return None
