"""What a person typed, from how the platform writes it down: links, mentions and smileys as they read on the screen."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.channels.slack.blocks import unescape

Body = Mapping[str, Any]

_MARK = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
"""A typed sign of less-than comes escaped, so one that does not was put there by the platform."""
_SIGNS = {"@": "@", "#": "#", "!": "@"}
"""What stands before a name on the screen: somebody, a channel, everybody."""
_DEEP = 6
"""How far blocks stand within blocks at most."""


def words(event: Body) -> str:
    """The words of a message as its writer saw them."""
    text = _MARK.sub(_shown, str(event.get("text") or ""))
    for short, sign in _smileys(event.get("blocks"), _DEEP):
        text = text.replace(short, sign)
    return unescape(text)


def _shown(mark: re.Match[str]) -> str:
    """A link by the words that were typed for it, somebody by their name, everybody as they were called."""
    what, told = mark[1], mark[2] or ""
    sign = _SIGNS.get(what[:1], "")
    if not sign:
        return told or what.removeprefix("mailto:").removeprefix("tel:")
    name = told.removeprefix(sign) or what[1:].partition("^")[0]
    return f"{sign}{name}" if not what.startswith("!date^") else told


def _smileys(found: Any, deep: int) -> Iterator[tuple[str, str]]:
    """How a smiley is written in the text, and the sign that it is; the longest way of writing comes first."""
    for one in found if isinstance(found, list) and deep else ():
        if not isinstance(one, dict):
            continue
        sign = _sign(str(one.get("unicode") or "")) if one.get("type") == "emoji" else ""
        if sign:
            tone = f":skin-tone-{one['skin_tone']}:" if one.get("skin_tone") else ""
            yield f":{one.get('name', '')}:{tone}", sign
        yield from _smileys(one.get("elements"), deep - 1)


def _sign(codes: str) -> str:
    """`1f44d-1f3fb` is a thumb of one colour; empty for what is no sign."""
    try:
        return "".join(chr(int(code, 16)) for code in codes.split("-")) if codes else ""
    except (ValueError, OverflowError):
        return ""
