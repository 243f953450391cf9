"""What any channel can say to Opstap (Inbound) and what Opstap can say through any channel (Outbound)."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

InboundKind = Literal["text", "edit", "press", "command", "voice", "photo", "video", "file", "other"]
OutboundKind = Literal["text", "picture", "card", "video", "quote", "link"]
Shape = Literal["buttons", "scale", "checklist"]
Role = Literal["option", "skip", "idea"]
Duty = Literal["course", "crisis"]


class Inbound(Struct, frozen=True, kw_only=True):
    """One thing that a person did in a channel.

    `external_id` is unique for ever within `channel`: a repeat of it is dropped.
    `data` is what a button carried (press), or the name of a command. `text` is what was typed, also under a picture;
    an `edit` is the new text of an earlier message, which is read for what is urgent and answered no second time.
    """

    channel: str
    address: str
    external_id: str
    kind: InboundKind
    at: datetime
    text: str = ""
    data: str = ""
    media: str | None = None


class Button(Struct, frozen=True):
    """A label of at most 24 characters and the opaque data that comes back when it is pressed."""

    label: str
    data: str
    role: Role = "option"


class Ask(Struct, frozen=True, kw_only=True):
    """How a person can answer the bubble that carries this.

    `seq` numbers the questions of one person. A press sends back a button's data; a checklist sends
    `SEQ:=` and the chosen positions with commas (`12:=0,3`, or `12:=` for none).
    """

    seq: int
    shape: Shape = "buttons"
    buttons: tuple[Button, ...] = ()
    done: str | None = None
    low: str | None = None
    high: str | None = None
    free: bool = False
    voice: bool = False


class Place(Struct, frozen=True):
    """Where in a lesson a bubble stands: lesson `lesson` of `lessons`, and `done` of `steps` in it."""

    course: str
    title: str
    lesson: int
    lessons: int
    done: int
    steps: int


class Outbound(Struct, frozen=True, kw_only=True):
    """One bubble. `media` names a picture, a film or a page of the content or the person (see `kind`).

    A `card` is a picture that only the people concerned may have: `media` is its number.

    `who` is the name of the human who says this; without it the coach program does.
    """

    kind: OutboundKind = "text"
    text: str = ""
    media: str | None = None
    alt: str | None = None
    ask: Ask | None = None
    place: Place | None = None
    duty: Duty = "course"
    step: str = ""
    who: str = ""
