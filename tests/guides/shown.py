"""What stands on a screen, as the parts from which a picture is drawn."""

import base64
import re
from collections.abc import Iterable, Mapping
from typing import Any

from tests.fakes.slack.workspace import Bubble as SlackBubble
from tests.fakes.telegram.chats import Bubble as TelegramBubble
from tests.fakes.telegram.server import NAME
from tests.guides.followed import Followed

BOT = "werkplaats_opstap_bot"
_FINDING = re.compile(r"^(good|look|wrong) (.*)$")
Line = dict[str, Any]


def telegram_lines(bubbles: Iterable[TelegramBubble], files: Mapping[str, bytes], press: str = "") -> list[Line]:
    """A talk on Telegram; `press` is the button that will be pressed next."""
    return [
        {
            "mine": not one.mine,
            "text": one.text,
            "buttons": one.labels,
            "press": press,
            "image": _picture(one, files),
        }
        for one in bubbles
    ]


def _picture(bubble: TelegramBubble, files: Mapping[str, bytes]) -> str:
    """The picture in it, as it was brought to the platform; empty when there is none."""
    sizes = bubble.wire.get("photo")
    if not sizes:
        return ""
    return f"data:image;base64,{base64.b64encode(files[sizes[-1]['file_id']]).decode()}"


def slack_lines(bubbles: Iterable[SlackBubble], press: str = "") -> list[Line]:
    """A talk on Slack."""
    return [
        {
            "mine": not one.mine,
            "text": one.shown,
            "buttons": one.labels,
            "press": press,
            "whisper": "Only visible to you" if one.only else "",
        }
        for one in bubbles
    ]


def found(at: Followed[Any]) -> dict[str, Any]:
    """The lines of the doctor, with the addresses that a reader would have, and how far a long one goes in."""
    plain = (
        at.said.replace(at.fake.url, "https://api.example")
        .replace(at.listen, "127.0.0.1:8000")
        .replace(NAME, BOT)
        .replace("workspace X.", "workspace De Werkplaats.")
    )
    plain = plain.replace(str(at.folder), "/home/opstap").replace("workspace X.", "workspace De Werkplaats.")
    lines = plain.partition("good ")[1:]
    text = "".join(lines).partition("\n\n")
    rows = [(one[1], f" {one[2]}") for line in text[0].splitlines() if (one := _FINDING.match(line))]
    indent = len(re.match(r"\w+ +\S+( \S+)* {2,}", text[0])[0])  # type: ignore[index]  # each line is made so
    return {"lines": [*rows, ("", ""), ("", text[2].splitlines()[0])], "indent": indent}
