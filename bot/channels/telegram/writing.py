"""Meaning to payload: what each kind of bubble is on this platform. Words that a person typed are shown as typed."""

from collections.abc import Mapping
from html import escape
from typing import Any

from msgspec import Struct

from bot.channels.telegram.keyboard import Button, rows_of
from bot.channels.telegram.splitting import CAPTION, TEXT, parts
from bot.messages import Ask, Outbound

QUIET_LINKS = {"is_disabled": True}
"""No preview of a page: it would say more than the sentence does, and fetch it."""
MEDIA = {"picture": ("sendPhoto", "photo"), "card": ("sendPhoto", "photo"), "video": ("sendVideo", "video")}
"""Kind of bubble -> the method, and the field that holds the file."""


class Media(Struct, frozen=True):
    """A file of ours that a request needs: the field that it goes in, and what it is."""

    field: str
    kind: str
    id: str


class Request(Struct, frozen=True, kw_only=True):
    """One call of the Bot API, but for the chat. `instead` is what to say when the platform refuses the file."""

    method: str
    fields: dict[str, Any]
    media: Media | None = None
    instead: str = ""

    @property
    def rows(self) -> list[list[Button]]:
        """The buttons under it."""
        found: list[list[Button]] = self.fields.get("reply_markup", {}).get("inline_keyboard", [])
        return found


def write(bubble: Outbound, words: Mapping[str, str], url: str = "") -> list[Request]:
    """The requests that show a bubble, in order; the buttons stand under the last. `url` is where a link leads."""
    text = f"{bubble.who}:\n{bubble.text}" if bubble.who else bubble.text
    ask = bubble.ask
    if ask is not None and ask.shape == "scale" and ask.low and ask.high:
        text = f"{text}\n\n{words['scale'].format(low=ask.low, high=ask.high)}"
    if bubble.kind in MEDIA and bubble.media:
        requests = _media(bubble, text)
    elif bubble.kind == "quote":
        quoted = [f"<blockquote>{escape(part, quote=False)}</blockquote>" for part in parts(text)]
        requests = [_message(part, parse_mode="HTML") for part in quoted]
    else:
        requests = [_message(part) for part in parts(text)]
    rows = _rows(ask, words, url if bubble.kind == "link" else "")
    if rows:
        requests[-1].fields["reply_markup"] = {"inline_keyboard": rows}
    return requests


def _message(text: str, **more: Any) -> Request:
    return Request(method="sendMessage", fields={"text": text, **more, "link_preview_options": QUIET_LINKS})


def _media(bubble: Outbound, text: str) -> list[Request]:
    """The file with as many sentences as fit under it; the rest follows as text."""
    method, field = MEDIA[bubble.kind]
    first, *rest = parts(text, CAPTION, TEXT)
    fields: dict[str, Any] = {"caption": first} if first else {}
    if bubble.kind == "video":
        fields["supports_streaming"] = True
    instead = "\n\n".join(one for one in (first, bubble.alt or "") if one)
    media = Media(field, bubble.kind, bubble.media or "")
    return [Request(method=method, fields=fields, media=media, instead=instead), *(_message(part) for part in rest)]


def _rows(ask: Ask | None, words: Mapping[str, str], url: str) -> list[list[Button]]:
    if url:
        return [[{"text": words["open_link"], "url": url}]]
    return rows_of(ask) if ask is not None else []
