"""What Telegram needs from the rest of the house: the Desk, and the values that pass over it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct

from bot.messages import Inbound

Entered = Literal["in", "repeat", "wrong", "too-often"]
Outcome = Literal["done", "repeat", "stranger", "failed", "gone"]


class Taken(Struct, frozen=True, kw_only=True):
    """What became of a message.

    `heard`: it was an answer, or words; a button that no longer counts was not. `medical`: it told about health.
    """

    outcome: Outcome
    heard: bool = False
    medical: bool = False


class Menu(Struct, frozen=True):
    """The commands that a role finds behind the menu button: name and what it does."""

    role: str
    commands: tuple[tuple[str, str], ...]


class Media(Struct, frozen=True):
    """A file of ours, and a name for it that changes with its content."""

    path: Path
    name: str


class FileIds(Protocol):
    """Which files the platform has already, for one bot: an id of another bot means nothing there."""

    async def load(self, bot: int) -> dict[str, str]:
        """Name of a file -> its id."""

    async def keep(self, bot: int, name: str, id: str) -> None:
        """One more."""


class Desk(Protocol):
    """The rest of the house, seen from Telegram. An address is the number of a chat, as text."""

    @property
    def words(self) -> Mapping[str, str]: ...

    @property
    def menus(self) -> tuple[Menu, ...]: ...

    async def take(self, inbound: Inbound) -> Taken:
        """Take what a person did; returns after the commit. Raises when it cannot be stored now."""

    async def waits(self, address: str, id: str) -> None:
        """Someone presses what was answered: ask what comes after it once more, if it may not have arrived."""

    async def enter(self, inbound: Inbound, code: str) -> Entered:
        """Let the sender in with a code as it was typed; who is in already stays who they are."""

    async def hears(self, address: str) -> bool:
        """Whether the open question of this person may be answered by speaking."""

    async def keep_sound(self, address: str, content_type: str, content: bytes) -> str | None:
        """Keep a spoken message; gives its id, or None for who is not here any more."""

    def named(self, name: str) -> None:
        """Learn the name under which people find the bot."""

    async def blocked(self, address: str) -> None:
        """This person wants nothing more through this channel."""

    async def moved(self, old: str, new: str) -> None:
        """A chat has another number."""

    async def role(self, address: str) -> str:
        """What the person behind an address is; empty for a stranger."""

    async def link(self, person: str, page: str) -> str:
        """An address that shows this person a page, or that lets them into the web chat once."""

    async def media(self, kind: str, id: str) -> Media | None:
        """A picture or a film, or None when there is no such thing (any more)."""

    async def card(self, person: str, id: str) -> bytes | None:
        """A card (JPEG) for this person; None when it is not there, or not for them."""

    async def heard(self, at: datetime) -> bool:
        """Note that the platform was heard now; whether some people may still wait for what was lost in a silence."""

    async def ask_again(self, at: datetime) -> int:
        """Show the open question again to who was talking when it fell silent; how many. -1: now it is too late."""
