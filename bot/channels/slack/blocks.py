"""The blocks of a message, within the limits of the platform; words that a person typed are shown as typed."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.channels.slack.splitting import parts

TEXT, LABEL, VALUE, ALT = 3000, 75, 2000, 2000
MOST = 50
BOXES = 10
"""Lines in a list of boxes; a longer list becomes a menu."""
PRESS, DONE, TICKS, LINK, COMMAND, LEAD = "press", "done", "ticks", "link", "command", "lead"
"""What an action is, before the colon in its id: an answer, the end of a list, a line of it, a way to the private chat,
a command, an address that is opened by the phone itself."""

Block = dict[str, Any]


def escape(text: str) -> str:
    """The three signs with a meaning here; what nobody can see goes out as it came in."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """What a person typed, from how it comes in."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def plain(text: str, most: int) -> Block:
    """A text object in which nothing is a mark, not even a smiley between colons."""
    return {"type": "plain_text", "text": _within(text, most), "emoji": False}


def sections(text: str) -> list[Block]:
    """The text, cut where a reader would pause."""
    return [{"type": "section", "text": plain(part, TEXT)} for part in parts(text, TEXT)] if text.strip() else []


def button(label: str, action: str, value: str = "") -> Block:
    """One button."""
    found: Block = {"type": "button", "text": plain(label, LABEL), "action_id": action}
    return {**found, "value": value[:VALUE]} if value else found


def lead(label: str, url: str, name: str = LEAD) -> Block:
    """A button that opens an address."""
    return {**button(label, name), "url": url}


def row(*elements: Block) -> Block:
    """Buttons beside each other."""
    return {"type": "actions", "elements": list(elements)}


def boxes(lines: Sequence[tuple[str, str]], done: str) -> list[Block]:
    """A list to tick, as pairs of label and value; a long one is a menu."""
    options = [{"text": plain(label, LABEL), "value": value} for label, value in lines]
    if len(options) <= BOXES:
        element: Block = {"type": "checkboxes", "action_id": TICKS, "options": options}
    else:
        element = {
            "type": "multi_static_select",
            "action_id": TICKS,
            "options": options[:100],
            "placeholder": plain(done, 150),
        }
    return [{"type": "actions", "block_id": TICKS, "elements": [element]}]


def picture(file: str, alt: str) -> Block:
    """A picture that the platform has."""
    return {"type": "image", "slack_file": {"id": file}, "alt_text": _within(alt or "\N{HORIZONTAL ELLIPSIS}", ALT)}


def note(text: str) -> Block:
    """Small words under the rest."""
    return {"type": "context", "elements": [plain(text, TEXT)]}


def settled(blocks: Iterable[Block], chosen: str) -> list[Block]:
    """What is left of a question: its words, and what was chosen; nothing that can be pressed."""
    kept = [one for one in blocks if one.get("type") != "actions"]
    return [*kept, note(f"\N{CHECK MARK} {chosen}")] if chosen else kept


def stands(blocks: Iterable[Block]) -> bool:
    """Whether there are buttons that stay valid for good."""
    return any(str(one.get("value", "")).startswith("@") for block in blocks for one in block.get("elements", []))


def _within(text: str, most: int) -> str:
    """Escaped and short enough; no sign is cut in two."""
    left = text
    while len(escape(left)) > most:
        left = left[: min(len(left) - 1, most)] if len(left) > most else left[:-1]
    return escape(left)
