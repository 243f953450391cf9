"""The picture of a code to scan: made when it is asked for, and kept nowhere, because it lets someone in."""

import io
import re

import segno

_CODE = r"([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2})"
CODE = re.compile(rf"qr-(?:([A-Za-z][A-Za-z0-9_]{{4,31}})-)?{_CODE}\Z", re.ASCII)
"""How such a picture is called: by the code that stands in it, behind the name of the bot on Telegram that it opens."""
INK, PAPER = "#1E2A2A", "#FBF7F0"
DOT, EDGE = 12, 3


def find(id: str, url: str) -> bytes | None:
    """The PNG of the personal link with this code; None for a name that is no such picture."""
    named = CODE.match(id)
    if named is None:
        return None
    return png(f"https://t.me/{named[1]}?start={named[2]}" if named[1] else f"{url}/k/{named[2]}")


def png(text: str) -> bytes:
    """Something to scan, in the colours of the house."""
    made = io.BytesIO()
    segno.make(text, error="m").save(made, kind="png", scale=DOT, border=EDGE, dark=INK, light=PAPER)
    return made.getvalue()
