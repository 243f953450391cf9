"""Where one person stands: all that the engine must remember between two inputs, and nothing else."""

from datetime import datetime
from typing import Literal

import msgspec
from msgspec import Struct, field

from bot.messages import Role, Shape

State = Literal["new", "active", "paused", "stopped", "erased"]
Value = str | list[str] | dict[str, str]


class Answer(Struct, frozen=True, kw_only=True):
    """What a person answered: the value, how it reads, and what `safety` saw in it."""

    value: Value
    shown: str
    step: str
    at: datetime
    marks: tuple[str, ...] = ()
    media: str | None = None


class Frame(Struct, frozen=True):
    """One flow on the stack. `called`: a step of the frame below waits for it. `lone`: only this step, then back."""

    flow: str
    step: str
    called: bool = False
    lone: bool = False


class Choice(Struct, frozen=True):
    """An answer that can be pressed now: what is saved, and where it leads."""

    label: str
    value: str
    next: str | None = None
    role: Role = "option"


class Asked(Struct, frozen=True, kw_only=True):
    """The question that is open. A question of the house itself (pause, stopped) has an empty flow."""

    seq: int
    flow: str = ""
    step: str = ""
    shape: Shape = "buttons"
    choices: tuple[Choice, ...] = ()
    free: bool = False
    voice: bool = False


class Session(Struct, kw_only=True):
    """The whole memory of one conversation. The engine copies it, and never changes the one it was given.

    `stands` is the (flow, step) that an edit of the content must not take away: of a course that lies open, or on top.
    `papers` are the names of what was kept, `ticked` the tasks (paper/key) that are done.
    `asked_about` is the task of the last reminder, `seen` when the person last did something.
    `relay` is the id of the hulpvraag in which this person now talks with another, whose name is `relay_name`; with
    `relay_doubt` the first words are asked about, for something else could be typed when the talk began.
    `pages` is how far a long list was turned (flow/step -> page).
    `reached` is the (channel, address) that the person used last, `asked_at` where the open question was said; `recent`
    are their last texts, read again for a crisis; `sorted` is how far the cards of a sort step are laid down
    (card -> pile).
    """

    person: str
    state: State = "new"
    consent: datetime | None = None
    frames: tuple[Frame, ...] = ()
    asked: Asked | None = None
    pressed: str = ""
    seq: int = 0
    n: int = 0
    level: int = 0
    misses: int = 0
    explained: bool = False
    said: tuple[tuple[str, str], ...] = ()
    sorted: dict[str, str] = field(default_factory=dict)
    trail: tuple[tuple[Frame, ...], ...] = ()
    fired: tuple[str, ...] = ()
    answers: dict[str, Answer] = field(default_factory=dict)
    bookmarks: dict[str, str] = field(default_factory=dict)
    finished: dict[str, datetime] = field(default_factory=dict)
    lessons: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    asked_about: str = ""
    seen: datetime | None = None
    facts: dict[str, str] = field(default_factory=dict)
    relay: str = ""
    relay_name: str = ""
    relay_doubt: bool = False
    pages: dict[str, int] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    reached: tuple[str, str] = ("", "")
    asked_at: tuple[str, str] = ("", "")
    revision: str = ""
    stands: tuple[str, str] = ("", "")

    def copy(self) -> "Session":
        """A session that can be changed without touching this one (its values are themselves frozen)."""
        return msgspec.structs.replace(
            self,
            sorted=dict(self.sorted),
            answers=dict(self.answers),
            bookmarks=dict(self.bookmarks),
            finished=dict(self.finished),
            facts=dict(self.facts),
            pages=dict(self.pages),
        )

    @property
    def top(self) -> Frame | None:
        """The frame that is being walked."""
        return self.frames[-1] if self.frames else None


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Session)


def dump(session: Session) -> bytes:
    """The session as JSON, to be sealed and stored."""
    return _encoder.encode(session)


def parse(blob: bytes) -> Session:
    """The session back from `dump`."""
    return _decoder.decode(blob)
