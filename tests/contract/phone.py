"""What every phone can do, and what is seen on its screen, whatever way it takes into the house."""

from typing import Any, Literal, Protocol

from msgspec import Struct

Kind = Literal["words", "quote", "picture", "film"]
Found = Any
"""A button on the screen of one phone: only that phone knows what it is."""


class Seen(Struct, frozen=True, kw_only=True):
    """One thing that the house said, as it stood there when it came.

    `labels` are its buttons and `lines` what can be ticked in it; `file` is where its picture or film is.
    """

    text: str
    kind: Kind = "words"
    labels: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    file: str = ""


class Phone(Protocol):
    """One person with one phone. Each call returns when the house has it; what comes of it is read later.

    `refusal` is what a door said that stands before the conversation.
    """

    refusal: str

    async def enters(self, code: str) -> None:
        """Follows the letter: uses the code in the way in which that is done here."""

    async def types(self, text: str) -> None:
        """Types something, where this person types."""

    def finds(self, label: str) -> Found:
        """The newest button with these words; it stays usable when it is no longer on the screen."""

    async def taps(self, found: Found) -> None:
        """Presses it."""

    async def ticks(self, lines: tuple[str, ...], done: str) -> None:
        """Ticks these lines of the newest list, and presses that it is done."""

    async def shown(self) -> list[Seen]:
        """Everything that the house said so far, oldest first."""

    async def opens(self, seen: Seen) -> bytes:
        """What is in a picture or a film."""


def same(text: str) -> str:
    """Words as they are compared: where a line breaks differs from screen to screen."""
    return " ".join(text.split())
