"""The workspace: its members, their talks with the app, what stands in each, and their home pages."""

import itertools
from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

Wire = dict[str, Any]


def unescaped(text: str) -> str:
    """A text as the screen shows it."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


class Bubble(Struct, kw_only=True):
    """A message as it stands now. `only` is the member who sees it, when nobody else does and nothing keeps it.

    `more` are other fields of what somebody sent, such as its files.
    """

    channel: str
    ts: str
    text: str
    blocks: list[Wire]
    mine: bool
    only: str = ""
    edits: int = 0
    ticked: set[str] = field(default_factory=set)
    more: Wire = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """All words on the screen; a picture by what it shows."""
        if not self.blocks:
            return unescaped(self.text)
        found = []
        for block in self.blocks:
            if block["type"] in ("section", "header"):
                found.append(block["text"]["text"])
            elif block["type"] == "context":
                found += [one["text"] for one in block["elements"]]
            elif block["type"] == "image":
                found.append(f"[{block['alt_text']}]")
        return unescaped("\n".join(found))

    @property
    def elements(self) -> list[Wire]:
        """Everything that can be pressed, each with the block in which it stands."""
        return [
            {**one, "block_id": block.get("block_id", f"b{at}")}
            for at, block in enumerate(self.blocks)
            if block["type"] == "actions"
            for one in block["elements"]
        ]

    @property
    def labels(self) -> list[str]:
        """The words on the buttons."""
        return [unescaped(one["text"]["text"]) for one in self.elements if one["type"] == "button"]

    @property
    def lines(self) -> list[str]:
        """The words of the lines that can be ticked."""
        return [unescaped(line["text"]["text"]) for one in self.elements for line in one.get("options", [])]


class Member(Struct, kw_only=True):
    """Someone in the workspace. `modal` is the form that is open, `errors` what stands at its fields."""

    id: str
    name: str
    im: str
    deleted: bool = False
    home: Wire | None = None
    published: int = 0
    modal: Wire | None = None
    errors: dict[str, str] = field(default_factory=dict)
    bubbles: dict[str, Bubble] = field(default_factory=dict)


class Workspace:
    """One workspace with the app in it."""

    team = "T0OPSTAP"
    bot_user, bot = "U0OPSTAPBOT", "B0OPSTAP"

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._count = itertools.count(1)
        self.members: dict[str, Member] = {}

    def add(self, name: str) -> Member:
        """Someone more."""
        at = next(self._count)
        member = Member(id=f"U{at:09d}", name=name, im=f"D{at:09d}")
        self.members[member.id] = member
        return member

    def at(self, channel: str) -> Member | None:
        """Whose talk with the app this is, by its id or by the member's."""
        found = (one for one in self.members.values() if channel in (one.im, one.id))
        return next(found, None)

    def ts(self) -> str:
        """A name for a message that is also its time."""
        return f"{int(self._clock())}.{next(self._count):06d}"
