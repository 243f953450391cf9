"""Text as the server reads it: HTML parsed to entities, lengths counted as the server counts them."""

import re
from html import unescape
from typing import Any

from tests.fakes.telegram.refusals import bad

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "code": "code",
    "pre": "pre", "blockquote": "blockquote", "a": "text_link", "span": "spoiler", "tg-emoji": "custom_emoji",
}  # fmt: skip
_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>|&(#?\w+;)|(<)|([^<&]+|&)")
_NAMED = ("lt;", "gt;", "amp;", "quot;")

Entity = dict[str, Any]


def length(text: str) -> int:
    """UTF-16 units, in which offsets and limits are counted."""
    return len(text.encode("utf-16-le")) // 2


def read(text: str, mode: str | None) -> tuple[str, list[Entity]]:
    """The text without its marks, and the marks; refuses what cannot be parsed."""
    if mode is None:
        return text.strip(), []
    if mode != "HTML":
        raise bad("unsupported parse_mode")
    plain, entities = _html(text)
    return plain.strip(), entities


def _html(text: str) -> tuple[str, list[Entity]]:
    out, entities = "", []
    open_tags: list[tuple[str, int]] = []
    for found in _TOKEN.finditer(text):
        closing, tag, _, named, stray, plain = found.groups()
        if stray is not None:
            raise bad(f"can't parse entities: Unsupported start tag at byte offset {found.start()}")
        if named is not None:
            out += unescape(f"&{named}") if named in _NAMED or named.startswith("#") else f"&{named}"
        elif plain is not None:
            out += plain
        elif tag.lower() not in TAGS:
            raise bad(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {found.start()}')
        elif not closing:
            open_tags.append((tag.lower(), length(out)))
        else:
            entities.append(_closed(open_tags, tag.lower(), out, found.start()))
    if open_tags:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag {open_tags[-1][0]}")
    return out, entities


def _closed(open_tags: list[tuple[str, int]], tag: str, out: str, at: int) -> Entity:
    if not open_tags or open_tags[-1][0] != tag:
        raise bad(f"can't parse entities: Unmatched end tag at byte offset {at}")
    _, start = open_tags.pop()
    return {"type": TAGS[tag], "offset": start, "length": length(out) - start}
