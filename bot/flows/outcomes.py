"""What becomes of a step: the ways to go on from it, and an answer as the steps read it."""

from msgspec import Struct

from bot.flows.session import Choice, Frame


class Move(Struct, frozen=True):
    """Go on to `to`; None is the next step in the file."""

    to: str | None = None


class Wait(Struct, frozen=True):
    """Stay here until the person answers."""


class Again(Struct, frozen=True):
    """The answer was not usable: say the reply of this name, and ask again."""

    reply: str


class Into(Struct, frozen=True):
    """Go into other frames (another flow, or one step to answer again)."""

    frames: tuple[Frame, ...]


class Leave(Struct, frozen=True):
    """Leave all frames: for the menu (`home`), or for silence, with (`offer`) a button to begin again."""

    home: bool = False
    offer: bool = False


Outcome = Move | Wait | Again | Into | Leave


class Heard(Struct, frozen=True, kw_only=True):
    """An answer as the steps read it: a pressed choice, ticked positions, or own words."""

    choice: Choice | None = None
    ticks: tuple[int, ...] | None = None
    text: str = ""
    media: str | None = None
    marks: tuple[str, ...] = ()
