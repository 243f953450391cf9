"""What a payload can mean to the house."""

from msgspec import Struct

from bot.channels.slack.blocks import Block
from bot.channels.slack.desk import CardWish
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
    """Something that a person typed or sent. `reply` is the address for an answer that only they see.

    `late`: it was found when the platform was there again.
    """

    inbound: Inbound
    channel: str
    reply: str = ""
    late: bool = False


class Pressed(Struct, frozen=True):
    """A button that answers a question was pressed; its message must be settled."""

    inbound: Inbound
    press: Press


class Asked(Struct, frozen=True):
    """A command was given, by a button of the home page or after a slash; or such a page has a button that stays.

    `reply`: see Talk.
    """

    inbound: Inbound
    reply: str = ""


class Form(Struct, frozen=True):
    """Someone wants to make a card. `trigger` is good for three seconds, to open a form with; `reply`: see Talk."""

    inbound: Inbound
    trigger: str
    reply: str = ""


class CardView(Struct, frozen=True, kw_only=True):
    """The form of a card as it stands on a screen. `hash` is its state, `file` the picture that is shown on it."""

    id: str
    hash: str = ""
    file: str = ""
    wish: CardWish = CardWish()


class Filled(Struct, frozen=True):
    """Something on a form was chosen or typed."""

    address: str
    view: CardView


class Submitted(Struct, frozen=True):
    """A form was sent in; it has one id for ever, so that it counts once."""

    inbound: Inbound
    view: CardView


class Closed(Struct, frozen=True):
    """A form was closed without sending it."""

    view: CardView


class Start(Struct, frozen=True):
    """Someone wants to come in with a code."""

    inbound: Inbound
    code: str


class Linked(Struct, frozen=True):
    """Someone wants to go on in the private chat, or to open one page of it."""

    address: str
    channel: str
    reply: str = ""
    page: str = ""


class Home(Struct, frozen=True):
    """Someone opened the home page of the app."""

    address: str


class Revoked(Struct, frozen=True):
    """The workspace took the app away."""


class Nothing(Struct, frozen=True):
    """Something that is nobody's business."""


Meaning = Talk | Pressed | Asked | Form | Filled | Submitted | Closed | Start | Linked | Home | Revoked | Nothing
NOTHING = Nothing()
