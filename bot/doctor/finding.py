"""What a check found: how it is, and one sentence about it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from bot.doctor.patient import Patient

Mark = Literal["good", "look", "wrong"]
"""good: nothing to do. look: it works, and somebody should know this. wrong: it does not work until it is mended."""


class Finding(Struct, frozen=True, kw_only=True):
    """`about` names the thing; `says` is one sentence, with the remedy when it is wrong. It never holds a secret."""

    about: str
    mark: Mark
    says: str


Check = Callable[["Patient"], Awaitable[Sequence[Finding]]]


def good(about: str, says: str) -> Finding:
    """Nothing to do."""
    return Finding(about=about, mark="good", says=says)


def look(about: str, says: str) -> Finding:
    """Somebody should know this."""
    return Finding(about=about, mark="look", says=says)


def wrong(about: str, says: str) -> Finding:
    """It must be mended."""
    return Finding(about=about, mark="wrong", says=says)
