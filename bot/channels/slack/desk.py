"""What Slack needs from the rest of the house: the Desk, and the values that pass over it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct

from bot.messages import Inbound, Outbound

Entered = Literal["in", "repeat", "wrong", "too-often"]
Outcome = Literal["done", "repeat", "stranger", "failed", "gone"]
Overheard = Literal["crisis", "command", "words", "repeat"]


class Taken(Struct, frozen=True, kw_only=True):
    """What became of a message. `heard`: it was an answer; a button that no longer counts was not."""

    outcome: Outcome
    heard: bool = False


class HomePage(Struct, frozen=True, kw_only=True):
    """What someone finds when they open the app: what they can ask for, and how far they are.

    `commands` are pairs of a label and the name of a command; `picture` is the path with its places.
    """

    commands: tuple[tuple[str, str], ...]
    progress: str = ""
    picture: str = ""


class Desk(Protocol):
    """The rest of the house, seen from Slack. An address is the id of a member of the workspace."""

    @property
    def words(self) -> Mapping[str, str]: ...

    async def take(self, inbound: Inbound) -> Taken:
        """Take what a person did; returns after the commit. Raises when it cannot be stored now."""

    async def overhear(self, inbound: Inbound) -> Overheard:
        """Words that may not be kept here: look whether they are urgent or a command, and forget them."""

    def help(self, text: str) -> tuple[str, ...]:
        """What to say at once to words of certain danger when nothing can be stored; empty for all other words."""

    async def enter(self, inbound: Inbound, code: str) -> Entered:
        """Let the sender in with a code as it was typed; who is in already stays who they are."""

    async def role(self, address: str) -> str:
        """What the person behind an address is; empty for a stranger."""

    async def hides(self, person: str, bubble: Outbound) -> bool:
        """Whether a bubble repeats what this person typed in the private chat."""

    async def home(self, address: str) -> HomePage | None:
        """The page of this person; None for a stranger."""

    def command(self, typed: str) -> str:
        """The command that someone means with these words; empty when it is none."""

    async def link(self, person: str) -> str:
        """An address that lets this person into the private web chat once."""

    async def link_at(self, address: str) -> str:
        """The same for the person behind an address; empty for a stranger."""

    def film(self, id: str) -> str:
        """The address of the page with this film."""

    async def picture(self, kind: str, id: str) -> tuple[Path, str] | None:
        """A picture, or the first picture of a film, and what it shows. None when it is not there."""

    async def card(self, person: str, id: str) -> bytes | None:
        """A card (JPEG) for this person; None when it is not there, or not for them."""
