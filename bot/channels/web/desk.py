"""What the web chat needs from the rest of the house: the Desk, and the values that pass over it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct

from bot.messages import Inbound, Outbound

Refusal = Literal["wrong", "too-often"]
Outcome = Literal["done", "repeat", "failed", "gone"]
Part = Literal["line", "answers"]


class Line(Struct, frozen=True, kw_only=True):
    """One line of a person's log: `n` rises with each line of that person.

    `id` is the external id that the client gave a line of its own. For a press `data` is what the button
    carried and `text` its label; for a spoken message `media` names the sound that was kept.
    """

    n: int
    who: Literal["me", "opstap"]
    at: datetime
    text: str = ""
    kind: str = "text"
    data: str = ""
    media: str | None = None
    out: Outbound | None = None
    id: str = ""


class Visit(Struct, frozen=True):
    """A person at the door of the own chat. `handle` stands in addresses; it holds A-Z a-z 0-9 - _ only."""

    person: str
    handle: str
    name: str


class Taken(Struct, frozen=True):
    """What became of a message, and the new lines (the own echo and the answers) that it caused."""

    outcome: Outcome
    lines: tuple[Line, ...] = ()


class Phone(Struct, frozen=True):
    """A phone of the demo: a fictional person with an open session."""

    handle: str
    token: str
    title: str
    note: str
    name: str = ""


class Desk(Protocol):
    """The rest of the house, seen from the web chat. Times carry a zone.

    `words` are the page texts and `buttons` the labels that return everywhere (both from the content).
    """

    @property
    def words(self) -> Mapping[str, str]: ...

    @property
    def buttons(self) -> Mapping[str, str]: ...

    async def enter(self, code: str, visitor: str, at: datetime) -> tuple[Visit, str] | Refusal:
        """Trade a code, as it was typed, for a visit and a session token. `visitor` is a network address."""

    async def visit(self, handle: str, token: str, at: datetime) -> Visit | None:
        """The visit that this token opens for this handle, or None when it does not (any more)."""

    async def take(self, visit: Visit, inbound: Inbound) -> Taken:
        """Take a message; returns after the commit. The lines also go through the hub."""

    async def lines(self, visit: Visit, after: int, limit: int) -> list[Line]:
        """The newest `limit` lines with n above `after`, oldest first."""

    async def leave(self, visit: Visit, token: str) -> None:
        """End this session."""

    async def keep_media(self, visit: Visit, content_type: str, body: bytes, at: datetime) -> str:
        """Keep a spoken message and return its id."""

    async def media(self, visit: Visit, id: str) -> tuple[str, bytes] | None:
        """The content type and the bytes of something this person sent."""

    @property
    def has_voice(self) -> bool:
        """Whether this house can read aloud by itself."""

    async def read_aloud(self, visit: Visit, n: int, part: Part) -> bytes | None:
        """The sound (Ogg Opus) of a bubble of this person's own conversation, or of the answers below it."""

    async def export(self, visit: Visit) -> dict[str, object]:
        """Everything that is kept about this person, with keys that can be read."""

    async def readable(self, visit: Visit) -> dict[str, object]:
        """The same for who reads it: words in the place of codes, and nothing that is empty; `lines` as they are."""

    def picture(self, id: str) -> tuple[Path, str] | None:
        """The file of a picture, and what it shows in words. May take long (it can be drawn first): ask in a thread."""

    def code(self, id: str) -> bytes | None:
        """The picture (PNG) of a code to scan; None for any other id."""

    def film(self, id: str) -> tuple[Path, Path, str] | None:
        """The mp4 and poster of a film, and its spoken text."""

    def pile(self, out: Outbound) -> tuple[int, int] | None:
        """Of a card that is to be laid on a pile: which it is (from 1), and of how many. None for other bubbles."""

    def icon(self, size: int) -> Path | None:
        """The square app icon (PNG) of this many pixels."""


class AgendaDesk(Protocol):
    """Who knows what is planned."""

    async def calendar(self, person: str, id: str, at: datetime) -> bytes | None:
        """A meeting that still comes as an iCalendar file; None for who has no part in it."""

    async def by_code(self, code: str, visitor: str, at: datetime) -> bytes | None:
        """The same for who brings a code for it, and is not logged in. `visitor` is a network address."""


class CardDesk(Protocol):
    """Who draws cards. For somebody who may not see a card there is none."""

    async def picture(self, person: str, id: str) -> bytes | None:
        """The card as a JPEG."""

    async def paper(self, person: str, id: str) -> bytes | None:
        """The card as a PDF to print."""


class Scene(Struct, frozen=True, kw_only=True):
    """Where the demo's story is: scene `at` of `of` (from 1), what the viewer reads, on whose phone it happens."""

    at: int
    of: int
    note: str
    who: str
    running: bool
    stuck: bool


class DemoDesk(Protocol):
    """What the demo page needs beside the Desk."""

    async def demo_phones(self) -> list[Phone]:
        """The phones to show, each with a session that is open."""

    async def demo_reset(self) -> None:
        """Start all fictional people over."""

    async def demo_tell(self) -> None:
        """Start over, and let the phones play the story."""

    def demo_scene(self) -> Scene:
        """Where the story is; `of` is 0 when there is none."""
