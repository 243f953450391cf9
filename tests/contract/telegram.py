"""A phone with Telegram, on the server that speaks its wire format."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.channels.telegram.keyboard import OPEN, TICKED
from tests.contract.phone import Found, Kind, Seen
from tests.fakes.telegram.chats import Bubble
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import FakeTelegram

KINDS: dict[str, Kind] = {"sendPhoto": "picture", "sendVideo": "film"}


class TelegramPhone:
    """One person in a private chat with the bot. `quiet` waits until the house has nothing left to do."""

    refusal = ""

    def __init__(self, fake: FakeTelegram, id: int, name: str, quiet: Callable[[], Awaitable[None]]) -> None:
        self._fake = fake
        self._phone = Phone(fake, id, name)
        self._quiet = quiet
        self._seen: dict[int, Seen] = {}

    async def enters(self, code: str) -> None:
        """Follows the link in the letter, which opens the bot with the code."""
        await self.types(f"/start {code}")

    async def types(self, text: str) -> None:
        """Sends it."""
        self._phone.says(text)
        await self._quiet()

    def finds(self, label: str) -> Found:
        """The newest bubble with this button, and what the button carries."""
        bubble = self._phone.with_button(label)
        assert bubble is not None, f"no button {label}; there is {self._phone.labels}"
        return bubble, next(one["callback_data"] for row in bubble.rows for one in row if one["text"] == label)

    async def taps(self, found: Found) -> None:
        """Presses it; the phone does not wait for an answer."""
        bubble, data = found
        self._phone.presses_data(data, bubble)
        await asyncio.sleep(0)

    async def ticks(self, lines: tuple[str, ...], done: str) -> None:
        """Ticks each line and sees that it is ticked, before the list is done."""
        bubble = self._phone.with_button(done)
        assert bubble is not None, f"no list that ends with {done}"
        for line in lines:
            self._phone.presses(OPEN + line, bubble)
            await self._quiet()
            assert TICKED + line in bubble.labels
        self._phone.presses(done, bubble)

    async def shown(self) -> list[Seen]:
        """What the bot said, each as it stood there first."""
        for one in self._phone.said:
            if one.id not in self._seen:
                self._seen[one.id] = _seen(one)
        return list(self._seen.values())

    async def opens(self, seen: Seen) -> bytes:
        """What the platform keeps of a file."""
        return self._fake.bot.desk.files[seen.file]


def _seen(bubble: Bubble) -> Seen:
    lines = [label.removeprefix(OPEN) for label in bubble.labels if label.startswith(OPEN)]
    quoted = any(one["type"] == "blockquote" for one in bubble.wire.get("entities", ()))
    return Seen(
        text=bubble.text,
        kind="quote" if quoted else KINDS.get(bubble.method, "words"),
        labels=tuple(label for label in bubble.labels if not label.startswith(OPEN)),
        lines=tuple(lines),
        file=_file(bubble),
    )


def _file(bubble: Bubble) -> str:
    photo, video = bubble.wire.get("photo"), bubble.wire.get("video")
    if photo:
        return str(photo[-1]["file_id"])
    return str(video["file_id"]) if video else ""
