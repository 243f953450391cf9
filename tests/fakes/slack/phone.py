"""A person on Slack: what they do, and what they see; each waits for what the app says."""

import asyncio
from collections.abc import Callable
from typing import Any

from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.workspace import Bubble, Member, unescaped

PATIENCE = 15.0


def escaped(text: str) -> str:
    """Typed words as they stand in an event."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Phone:
    """One member in the talk with the app."""

    def __init__(self, fake: FakeSlack, name: str = "Fatima") -> None:
        self.fake = fake
        self.member: Member = fake.workspace.add(name)
        self.seen = 0

    # Doing

    def says(self, text: str, **more: Any) -> Bubble:
        """Types something."""
        ts = self.fake.workspace.ts()
        bubble = Bubble(channel=self.member.im, ts=ts, text=escaped(text), blocks=[], mine=False)
        self.member.bubbles[ts] = bubble
        event = {"type": "message", "channel": self.member.im, "channel_type": "im", "user": self.member.id,
                 "text": bubble.text, "ts": ts, "event_ts": ts, **more}  # fmt: skip
        self.fake.post.event(self.member, event)
        return bubble

    def edits(self, bubble: Bubble, text: str) -> None:
        """Changes a message of its own."""
        before = {"type": "message", "user": self.member.id, "text": bubble.text, "ts": bubble.ts}
        bubble.text = escaped(text)
        now = self.fake.workspace.ts()
        after = {**before, "text": bubble.text, "edited": {"user": self.member.id, "ts": now}}
        event = {"type": "message", "subtype": "message_changed", "channel": self.member.im, "channel_type": "im",
                 "message": after, "previous_message": before, "ts": now, "event_ts": now}  # fmt: skip
        self.fake.post.event(self.member, event)

    def presses(self, label: str, bubble: Bubble | None = None) -> None:
        """Presses a button of the newest message that has it."""
        found = bubble or self.with_button(label)
        assert found is not None, f"no button {label}; there is {self.labels}"
        element = next(one for one in found.elements if _label(one) == label)
        self._act(found, element)

    def ticks(self, line: str, bubble: Bubble) -> None:
        """Ticks a line, or not any more; the app hears of each."""
        element = next(one for one in bubble.elements if "options" in one)
        value = next(one["value"] for one in element["options"] if unescaped(one["text"]["text"]) == line)
        bubble.ticked ^= {value}
        self._act(bubble, {**element, "selected_options": self._selected(element, bubble)})

    def presses_data(self, value: str, bubble: Bubble) -> None:
        """A press with this value, as a tampered phone could send it."""
        self._act(bubble, {"type": "button", "action_id": f"press:{value}"[:255], "value": value, "block_id": "b"})

    def commands(self, name: str, text: str = "") -> None:
        """Types a slash command in some channel."""
        self.fake.post.command(self.member, name, text)

    def opens(self, tab: str = "home") -> None:
        """Opens the app."""
        event = {"type": "app_home_opened", "user": self.member.id, "channel": self.member.im, "tab": tab,
                 "event_ts": self.fake.workspace.ts()}  # fmt: skip
        self.fake.post.event(self.member, event)

    def presses_home(self, label: str) -> None:
        """Presses a button of the home page."""
        element = next(one for one in self.at_home.elements if _label(one) == label)
        self.fake.post.action(self.member, None, element, {})

    def _act(self, bubble: Bubble, element: dict[str, Any]) -> None:
        state = {
            one["block_id"]: {one["action_id"]: {"type": one["type"], "selected_options": self._selected(one, bubble)}}
            for one in bubble.elements
            if "options" in one
        }
        kept = {key: one for key, one in element.items() if key != "options"}
        self.fake.post.action(self.member, bubble, kept, state)

    @staticmethod
    def _selected(element: dict[str, Any], bubble: Bubble) -> list[dict[str, Any]]:
        return [one for one in element["options"] if one["value"] in bubble.ticked]

    # Reading

    @property
    def said(self) -> list[Bubble]:
        """What the app said so far, also what only this member sees."""
        return [one for one in self.member.bubbles.values() if one.mine]

    @property
    def kept(self) -> list[Bubble]:
        """What stands in an export: everything that others could read later."""
        return [one for one in self.said if not one.only]

    @property
    def texts(self) -> list[str]:
        """The words on the screen."""
        return [one.shown for one in self.said]

    @property
    def labels(self) -> list[str]:
        """The buttons under the newest message."""
        return self.said[-1].labels if self.said else []

    @property
    def at_home(self) -> Bubble:
        """The home page, read like a message."""
        blocks = (self.member.home or {"blocks": []})["blocks"]
        return Bubble(channel="", ts="", text="", blocks=blocks, mine=True)

    def with_button(self, label: str) -> Bubble | None:
        """The newest message with this button."""
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
        """Waits for a new message with these words; what came before it is read then."""

        def found() -> int:
            return next((at for at, one in enumerate(self.said) if at >= self.seen and part in one.shown), -1)

        await self.until(lambda _: found() >= 0, seconds)
        at = found()
        self.seen = at + 1
        return self.said[at]


def _label(element: dict[str, Any]) -> str:
    return unescaped(element.get("text", {}).get("text", ""))
