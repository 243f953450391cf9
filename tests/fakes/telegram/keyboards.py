"""Inline keyboards: what the server accepts under a message."""

import json
from typing import Any

from tests.fakes.telegram.refusals import bad

MOST_BUTTONS = 100
KINDS = {"callback_data", "url"}

Markup = dict[str, Any]


def read(raw: Any) -> Markup | None:
    """The keyboard of a request (an object, or JSON text of one); None when there is none."""
    if raw in (None, ""):
        return None
    try:
        markup = json.loads(raw) if isinstance(raw, str) else raw
    except ValueError:
        raise bad("can't parse reply keyboard markup JSON object") from None
    if not isinstance(markup, dict) or set(markup) != {"inline_keyboard"}:
        raise bad("object expected as reply markup")
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays')
    for button in (buttons := [one for row in rows for one in row]):
        _check(button)
    if len(buttons) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return {"inline_keyboard": [row for row in rows if row]} if buttons else None


def _check(button: Any) -> None:
    if not isinstance(button, dict) or set(button) - {"text"} - KINDS:
        raise bad("unknown field in InlineKeyboardButton")
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise bad('field "text" must be non-empty')
    if len(KINDS & set(button)) != 1:
        raise bad("text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and (not isinstance(data, str) or not 1 <= len(data.encode()) <= 64):
        raise bad("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not str(url).startswith(("http://", "https://", "tg://")):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
