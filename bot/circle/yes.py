"""What a person says yes to, such as receiving cards: asked once, changed at any time."""

from collections.abc import Mapping

from bot.circle.parts import Ask, Deed, Part
from bot.circle.roles import EARLIER

PROGRESS = "progress"
"""The yes for the coach to see how far somebody is."""
WHATS = ("cards", "buddy", "coffee", "group", PROGRESS, EARLIER)


def _allow(deed: Deed) -> None:
    what = deed.id("what")
    if what in WHATS:
        deed.on.unit.circle.allow(deed.me.id, what, deed.on.now)


def _forbid(deed: Deed) -> None:
    deed.on.unit.circle.forbid(deed.me.id, deed.id("what"))


def _mine(ask: Ask) -> Mapping[str, str]:
    """What -> `yes` or `no`."""
    given = set(ask.on.unit.circle.all_allowed(ask.me.id))
    return {what: "yes" if what in given else "no" for what in WHATS}


PART = Part(views={"my-yeses": _mine}, deeds={"allow": _allow, "forbid": _forbid})
