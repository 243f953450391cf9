"""A person on Slack: what they do, and what they see; each waits for what the app says."""

import asyncio
import copy
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.workspace import Bubble, Member, Wire, unescaped

PATIENCE = 15.0
ADDRESS = re.compile(r"(https?://[^\s&<>]+)")
SMILEY = re.compile("[\U0001f300-\U0001faff]")


def escaped(text: str) -> str:
    """Typed words with the three signs that mean something."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def written(text: str) -> tuple[str, list[Wire]]:
    """Typed words as they stand in an event, and the blocks beside them: addresses are links, smileys have names."""
    elements: list[Wire] = [{"type": "text", "text": text}]

    def named(found: re.Match[str]) -> str:
        name = unicodedata.name(found[0]).lower().replace(" ", "_")
        elements.append({"type": "emoji", "name": name, "unicode": f"{ord(found[0]):x}"})
        return f":{name}:"

    shown = SMILEY.sub(named, ADDRESS.sub(r"<\1>", escaped(text)))
    return shown, [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}]


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
        shown, rich = written(text)
        more = {"blocks": rich, **more}
        bubble = Bubble(channel=self.member.im, ts=ts, text=shown, blocks=[], mine=False, more=more)
        self.member.bubbles[ts] = bubble
        event = {"type": "message", "channel": self.member.im, "channel_type": "im", "user": self.member.id,
                 "text": bubble.text, "ts": ts, "event_ts": ts, **more}  # fmt: skip
        self.fake.post.event(self.member, event)
        return bubble

    def edits(self, bubble: Bubble, text: str) -> None:
        """Changes a message of its own."""
        before = {"type": "message", "user": self.member.id, "text": bubble.text, "ts": bubble.ts}
        bubble.text, rich = written(text)
        now = self.fake.workspace.ts()
        after = {**before, "text": bubble.text, "blocks": rich, "edited": {"user": self.member.id, "ts": now}}
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

    # The form

    @property
    def form(self) -> dict[str, Any]:
        """The form that is open."""
        assert self.member.modal is not None, "no form is open"
        return self.member.modal

    @property
    def fields(self) -> dict[str, dict[str, Any]]:
        """What can be filled in, by the id of its block."""
        return {one["block_id"]: one for one in self.form["blocks"] if one["type"] == "input"}

    @property
    def on_form(self) -> Bubble:
        """The words and pictures of the form, read like a message."""
        return Bubble(channel="", ts="", text="", blocks=self.form["blocks"], mine=True)

    def options(self, block: str) -> dict[str, str]:
        """What can be chosen in a menu: how it reads -> its value."""
        element = self.fields[block]["element"]
        listed = element.get("options") or [one for group in element["option_groups"] for one in group["options"]]
        return {unescaped(one["text"]["text"]): one["value"] for one in listed}

    def chooses(self, block: str, label: str) -> None:
        """Chooses a line of a menu."""
        option = {"text": {"type": "plain_text", "text": escaped(label)}, "value": self.options(block)[label]}
        self._fill(block, "selected_option", option)

    def writes(self, block: str, text: str) -> None:
        """Types in a field; never more than it takes."""
        most = self.fields[block]["element"].get("max_length", 3000)
        self._fill(block, "value", text[:most])

    def sends(self) -> None:
        """Sends the form in, when every field is filled in that must be."""
        empty = [id for id, one in self.fields.items() if not one.get("optional") and not self._filled(id)]
        assert not empty, f"the platform does not send it without {empty}"
        self.fake.post.form(self.member, "view_submission", copy.deepcopy(self.form))

    def closes(self) -> None:
        """Closes the form; the app hears of it when it asked to."""
        view, self.member.modal = copy.deepcopy(self.form), None
        if view.get("notify_on_close"):
            self.fake.post.form(self.member, "view_closed", view)

    def _filled(self, block: str) -> Any:
        (element,) = self.form["state"]["values"][block].values()
        return element.get("selected_option") or element.get("value")

    def _fill(self, block: str, key: str, value: Any) -> None:
        field = self.fields[block]
        action = field["element"]["action_id"]
        state = (
            self.form["state"]["values"].setdefault(block, {}).setdefault(action, {"type": field["element"]["type"]})
        )
        state[key] = value
        if field.get("dispatch_action"):
            shown = {"type": field["element"]["type"], "action_id": action, "block_id": block, key: value}
            self.fake.post.filled(self.member, copy.deepcopy(self.form), shown)

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
