"""A person with a phone: types, presses what stands under a bubble, sends things, and reads what came."""

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

from tests.fakes.telegram.chats import Bubble, Chat
from tests.fakes.telegram.entities import length
from tests.fakes.telegram.server import FakeTelegram

_presses = itertools.count(4_000_000_000_000)
PATIENCE = 20.0


class Phone:
    """One person in a private chat with the bot."""

    def __init__(self, fake: FakeTelegram, id: int = 5001, name: str = "Fatima") -> None:
        self.fake = fake
        self.chat: Chat = fake.add_chat(id, name)
        self.seen = 0

    # Doing

    def says(self, text: str, **more: Any) -> Bubble:
        """Types something; a word with a slash in front is marked as a command, as a phone does."""
        if text.startswith("/"):
            command = text.split()[0]
            more.setdefault("entities", [{"type": "bot_command", "offset": 0, "length": length(command)}])
        return self.sends(text=text, **more)

    def sends(self, **content: Any) -> Bubble:
        """Sends a message with this content."""
        id, now = self.fake.bot.chats.next_id(), self.fake.clock()
        wire = {"message_id": id, "from": self.chat.person, "chat": self.chat.wire, "date": int(now), **content}
        bubble = Bubble(id=id, chat=self.chat.id, mine=False, date=now, wire=wire)
        self.chat.bubbles[id] = bubble
        self.fake.bot.updates.put(self.chat.id, "message", wire)
        return bubble

    def edits(self, bubble: Bubble, text: str) -> None:
        """Changes a message of its own."""
        bubble.wire = {**bubble.wire, "text": text, "edit_date": int(self.fake.clock())}
        self.fake.bot.updates.put(self.chat.id, "edited_message", bubble.wire)

    def presses(self, label: str, bubble: Bubble | None = None) -> str:
        """Presses a button of the newest bubble that has it; gives the id of the press."""
        found = bubble or self.with_button(label)
        assert found is not None, f"no button {label}; there is {self.labels}"
        data = next(one["callback_data"] for row in found.rows for one in row if one["text"] == label)
        return self.presses_data(data, found)

    def presses_data(self, data: str, bubble: Bubble) -> str:
        """A press with this data, as a tampered phone could send it."""
        id = str(next(_presses))
        self.fake.bot.desk.presses[id] = self.fake.clock()
        query = {"id": id, "from": self.chat.person, "chat_instance": "1", "data": data, "message": bubble.wire}
        self.fake.bot.updates.put(self.chat.id, "callback_query", query)
        return id

    def uploads(self, kind: str, content: bytes, **more: Any) -> Bubble:
        """Sends a file of its own: voice, document, video."""
        id = f"{kind}-own-{next(_presses)}"
        self.fake.bot.desk.files[id] = content
        one = {"file_id": id, "file_unique_id": id[-10:], "file_size": len(content), **more}
        return self.sends(**{kind: [one] if kind == "photo" else one})

    def blocks(self) -> None:
        """Blocks the bot."""
        self.chat.blocked = True
        self._member("member", "kicked")

    def unblocks(self) -> None:
        """Lets the bot in again."""
        self.chat.blocked = False
        self._member("kicked", "member")

    def _member(self, old: str, new: str) -> None:
        bot = {"user": self.fake.bot.who}
        change = {
            "chat": self.chat.wire, "from": self.chat.person, "date": int(self.fake.clock()),
            "old_chat_member": {**bot, "status": old}, "new_chat_member": {**bot, "status": new},
        }  # fmt: skip
        self.fake.bot.updates.put(self.chat.id, "my_chat_member", change)

    # Reading

    @property
    def said(self) -> list[Bubble]:
        """What the bot said so far."""
        return self.chat.said()

    @property
    def texts(self) -> list[str]:
        """The words of what the bot said so far."""
        return [one.text for one in self.said]

    @property
    def labels(self) -> list[str]:
        """The buttons under the newest bubble."""
        return self.said[-1].labels if self.said else []

    def with_button(self, label: str) -> Bubble | None:
        """The newest bubble with this button."""
        return next((one for one in reversed(self.said) if label in one.labels), None)

    async def until(self, holds: Callable[["Phone"], bool], seconds: float = PATIENCE) -> None:
        """Until this holds of what stands on the screen."""
        try:
            async with asyncio.timeout(seconds):
                while not holds(self):
                    self.fake.news.clear()
                    if not holds(self):
                        await self.fake.news.wait()
        except TimeoutError:
            raise AssertionError(f"waited in vain; the screen says {self.texts[-4:]} {self.labels}") from None

    async def reads(self, part: str, seconds: float = PATIENCE) -> Bubble:
        """Waits for a new bubble with these words; what came before it is read then."""

        def found() -> int:
            return next((at for at, one in enumerate(self.said) if at >= self.seen and part in one.text), -1)

        await self.until(lambda _: found() >= 0, seconds)
        at = found()
        self.seen = at + 1
        return self.said[at]
