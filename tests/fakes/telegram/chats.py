"""The chats: who is in them, what was sent to them, and what the people in them see now."""

import itertools
from typing import Any

from msgspec import Struct, field

Wire = dict[str, Any]


class Bubble(Struct, kw_only=True):
    """A message in a chat as it stands now. `mine` is the bot's; `wire` is the message object."""

    id: int
    chat: int
    mine: bool
    date: float
    wire: Wire
    method: str = ""
    edits: int = 0
    deleted: bool = False

    @property
    def text(self) -> str:
        """The words, of the message or under its picture."""
        found: str = self.wire.get("text") or self.wire.get("caption") or ""
        return found

    @property
    def rows(self) -> list[list[Wire]]:
        """The buttons under it."""
        found: list[list[Wire]] = self.wire.get("reply_markup", {}).get("inline_keyboard", [])
        return found

    @property
    def labels(self) -> list[str]:
        """The words on the buttons under it."""
        return [button["text"] for row in self.rows for button in row]


class Chat(Struct, kw_only=True):
    """One chat. `blocked` refuses the bot; `moved_to` is set when a group became another one."""

    id: int
    name: str
    kind: str = "private"
    blocked: bool = False
    left: bool = False
    moved_to: int = 0
    bubbles: dict[int, Bubble] = field(default_factory=dict)

    @property
    def wire(self) -> Wire:
        """As it stands in a message."""
        named = {"first_name": self.name} if self.kind == "private" else {"title": self.name}
        return {"id": self.id, "type": self.kind, **named}

    @property
    def person(self) -> Wire:
        """The person of a private chat, as a sender."""
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "nl"}

    def shown(self) -> list[Bubble]:
        """What can be read in it now, in order."""
        return [one for one in self.bubbles.values() if not one.deleted]

    def said(self) -> list[Bubble]:
        """What the bot said and did not take away."""
        return [one for one in self.shown() if one.mine]


class Chats:
    """All chats of one bot, and the numbers of their messages."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self.all: dict[int, Chat] = {}

    def add(self, chat: Chat) -> Chat:
        """One more."""
        return self.all.setdefault(chat.id, chat)

    def next_id(self) -> int:
        """The number of the next message."""
        return next(self._ids)
