"""What Slack needs from the rest of the house: the desks, and the values that pass over them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct

from bot.messages import Inbound, Outbound

Entered = Literal["in", "repeat", "wrong", "too-often"]
Outcome = Literal["done", "repeat", "stranger", "failed", "gone"]
Overheard = Literal["crisis", "command", "words", "repeat"]
Field = Literal["who", "own"]
"""A field of the form of a card: for whom it is, or the own words on it."""


class Taken(Struct, frozen=True, kw_only=True):
    """What became of a message. `heard`: it was an answer; a button that no longer counts was not."""

    outcome: Outcome
    heard: bool = False


class HomePage(Struct, frozen=True, kw_only=True):
    """What someone finds when they open the app: where they are, what they can ask for, and how far they are.

    `now` says what goes on, `on` is the label of a button to go on there. `waits` and `commands` are pairs of a label
    and what a press gives: the data of a standing button, or the name of a command. `picture` is the path with its
    places, `progress` what it shows.
    """

    commands: tuple[tuple[str, str], ...]
    now: str = ""
    on: str = ""
    waits: tuple[tuple[str, str], ...] = ()
    progress: str = ""
    picture: str = ""


class Option(Struct, frozen=True):
    """Something to choose on a form: its id, how it reads, and the heading under which it stands."""

    id: str
    label: str
    group: str = ""


class CardForm(Struct, frozen=True, kw_only=True):
    """What can be chosen for a card."""

    people: tuple[Option, ...]
    designs: tuple[Option, ...]
    texts: tuple[Option, ...]


class CardWish(Struct, frozen=True, kw_only=True):
    """A card as it was filled in so far."""

    who: str = ""
    design: str = ""
    ready: str = ""
    text: str = ""


class CardDrawn(Struct, frozen=True, kw_only=True):
    """The card as it would be (JPEG), what it shows in words, and the signs that cannot be drawn."""

    content: bytes
    alt: str
    missing: str = ""


class CardSent(Struct, frozen=True, kw_only=True):
    """What became of a form. `refused` says at which field why; `help` is for who is in danger."""

    outcome: Literal["sent", "repeat", "refused", "crisis"]
    field: Field = "own"
    refused: str = ""
    help: tuple[str, ...] = ()


class CardDesk(Protocol):
    """The circle, seen from the form of a card."""

    async def form(self, address: str) -> CardForm | None:
        """What this person can choose now; None for who sends no cards, and when there is nobody to send one to."""

    async def drawn(self, address: str, wish: CardWish) -> CardDrawn | None:
        """The card so far; None when there is nothing to draw."""

    async def send(self, inbound: Inbound, wish: CardWish) -> CardSent:
        """Puts it on its way, once for each form; returns after the commit. Raises when it cannot be stored now."""


class FileIds(Protocol):
    """Where the ids of pictures are kept."""

    async def load(self, team: str) -> dict[str, str]:
        """Name of a picture -> the id under which this workspace has it."""

    async def keep(self, team: str, name: str, id: str) -> None:
        """One more."""

    async def forget(self, team: str, name: str) -> None:
        """The workspace does not have it any more."""


class Memory(Protocol):
    """What is remembered of the platform over a restart: when it was last there."""

    async def heard(self, at: datetime) -> bool:
        """Notes the moment; whether some people may still wait for what was lost in a silence."""

    async def silence(self) -> tuple[datetime, datetime] | None:
        """From when until when it was silent, as long as not everybody was asked again."""

    async def ask_again(self, at: datetime) -> int:
        """Asks once more what people were asked when it fell silent; -1 in the hours in which nobody is disturbed."""

    async def members(self) -> list[str]:
        """The addresses of everybody here, who was talking last first."""


class Desk(Protocol):
    """The rest of the house, seen from Slack. An address is the id of a member of the workspace.

    `elsewhere` is called with an address when the person behind it goes on in the private chat.
    """

    elsewhere: Callable[[str], None]

    @property
    def words(self) -> Mapping[str, str]: ...

    @property
    def cards(self) -> CardDesk: ...

    @property
    def ids(self) -> FileIds: ...

    @property
    def memory(self) -> Memory: ...

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

    async def link_at(self, address: str, page: str = "") -> str:
        """An address that lets the person behind this one into the private web chat once, or that shows one page.

        It is empty for a stranger.
        """

    def film(self, id: str) -> str:
        """The address of the page with this film."""

    async def picture(self, kind: str, id: str) -> tuple[Path, str] | None:
        """A picture, or the first picture of a film, and what it shows. None when it is not there."""

    async def card(self, person: str, id: str) -> bytes | None:
        """A card (JPEG) for this person; None when it is not there, or not for them."""
