"""What a walk may ask about others; who answers is given to each turn, so that the engine itself knows no store."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct


class Entry(Struct, frozen=True):
    """Something or someone to choose: the id that is saved, and how it reads on a button.

    With `text`, such as a sentence to choose, it is read above the buttons, where it has room.
    """

    value: str
    label: str
    text: str = ""


class Around(Protocol):
    """What this person may know of others. `of` names a list or a view, `about` is the id that it is about."""

    def options(self, of: str, about: str) -> Sequence[Entry]:
        """What can be chosen; empty when there is nothing, or nothing that this person may see."""
        ...

    def facts(self, of: str, about: str) -> Mapping[str, str] | None:
        """What can be said of it: key -> words. None when it is not there, or not for this person."""
        ...


class Nobody:
    """A walk without others: there is nothing to choose and nothing to know."""

    def options(self, of: str, about: str) -> Sequence[Entry]:
        """Nothing."""
        return ()

    def facts(self, of: str, about: str) -> Mapping[str, str] | None:
        """Nothing."""
        return None


NOBODY = Nobody()
