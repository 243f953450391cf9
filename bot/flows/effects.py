"""What a turn wants done: the engine only names it, the house does it."""

from msgspec import Struct

from bot.flows.session import Answer
from bot.messages import Outbound


class Said(Struct, frozen=True):
    """A bubble for the person. `n` is its place in the conversation."""

    n: int
    outbound: Outbound


class Saved(Struct, frozen=True):
    """An answer to keep."""

    flow: str
    key: str
    answer: Answer


class Unsaid(Struct, frozen=True):
    """An answer that the person takes away."""

    flow: str
    key: str


class Shared(Struct, frozen=True):
    """The person said yes to exactly this text for `whom`."""

    flow: str
    whom: str
    text: str


class Acted(Struct, frozen=True):
    """Something that the house must do (`DoStep.action`), with the answers that were given for it."""

    action: str
    flow: str
    gives: dict[str, Answer] = {}


class Relayed(Struct, frozen=True):
    """Words for the human with whom this person talks now (`Session.relay`)."""

    text: str


class Progressed(Struct, frozen=True):
    """A lesson or (with an empty `lesson`) a whole course was finished."""

    course: str
    lesson: str


class Kept(Struct, frozen=True):
    """A paper was kept; its open tasks with a day are asked about on that day (key, day as YYYY-MM-DD)."""

    paper: str
    days: tuple[tuple[str, str], ...]


Effect = Kept | Said | Saved | Unsaid | Shared | Acted | Relayed | Progressed
