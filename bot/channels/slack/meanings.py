"""What a payload can mean to the house."""

from msgspec import Struct

from bot.channels.slack.blocks import Block
from bot.messages import Inbound


class Press(Struct, frozen=True, kw_only=True):
    """A button that was pressed, the message in which it stood, and the address at which that can be changed."""

    channel: str
    ts: str
    blocks: tuple[Block, ...]
    text: str = ""
    label: str = ""
    url: str = ""


class Talk(Struct, frozen=True):
    """Something that a person typed or sent. `reply` is the address for an answer that only they see."""

    inbound: Inbound
    channel: str
    reply: str = ""


class Pressed(Struct, frozen=True):
    """A button that answers a question was pressed; its message must be settled."""

    inbound: Inbound
    press: Press


class Asked(Struct, frozen=True):
    """A command was given, by a button of the home page or after a slash. `reply`: see Talk."""

    inbound: Inbound
    reply: str = ""


class Start(Struct, frozen=True):
    """Someone wants to come in with a code."""

    inbound: Inbound
    code: str


class Linked(Struct, frozen=True):
    """Someone wants to go on in the private chat."""

    address: str
    channel: str
    reply: str = ""


class Home(Struct, frozen=True):
    """Someone opened the home page of the app."""

    address: str


class Revoked(Struct, frozen=True):
    """The workspace took the app away."""


class Nothing(Struct, frozen=True):
    """Something that is nobody's business."""


Meaning = Talk | Pressed | Asked | Start | Linked | Home | Revoked | Nothing
NOTHING = Nothing()
