"""Meaning to payload: what each kind of bubble is on this platform, for who types here and for who only presses."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from bot.channels.slack import blocks
from bot.channels.slack.blocks import Block, button, escape, row
from bot.messages import Ask, Button, Outbound

FALLBACK = 2900
"""Signs of the line that a phone shows in a notification."""
PICTURES = {"picture", "card", "video"}


class Post(Struct, frozen=True, kw_only=True):
    """One message. `picture` is the kind and the id of the picture that goes on top of it, `alt` what it shows."""

    text: str
    blocks: tuple[Block, ...]
    picture: tuple[str, str] | None = None
    alt: str = ""

    def fields(self, file: str | None = None) -> dict[str, Any]:
        """The fields of a request; `file` is the picture as the platform knows it. Without it words take its place."""
        top: list[Block] = []
        if self.picture is not None:
            top = [blocks.picture(file, self.alt)] if file else blocks.sections(self.alt)
        return {
            "text": self.text,
            "blocks": [*top, *self.blocks][: blocks.MOST],
            "unfurl_links": False,
            "unfurl_media": False,
        }


def write(bubble: Outbound, words: Mapping[str, str], *, private: bool, film: str = "") -> Post:
    """The message that shows a bubble. `film` is the address of the page with its film.

    `private`: this person only presses buttons here, because the employer can read along; what they typed elsewhere is
    not shown here, and where words are asked there is a button to the private chat.
    """
    hidden = private and bubble.kind == "quote"
    text = words["read_there"] if hidden else _text(bubble, words)
    below = [*_film(bubble, words, film), *_asked(bubble.ask, words)]
    wants_words = bubble.ask is not None and (bubble.ask.free or bubble.ask.voice)
    if bubble.kind == "link":
        below.append(row(button(words["open_page" if bubble.media else "open_link"], blocks.LINK, bubble.media or "")))
    elif hidden or (private and (wants_words or bubble.who)):
        below.append(row(button(words["open_link"] if hidden else words["type_there"], blocks.LINK)))
    shown = bubble.kind in PICTURES and bubble.media
    return Post(
        text=escape((text or bubble.alt or "\N{HORIZONTAL ELLIPSIS}")[:FALLBACK]),
        blocks=(*blocks.sections(text), *below),
        picture=(bubble.kind, bubble.media or "") if shown else None,
        alt=bubble.alt or "",
    )


def _text(bubble: Outbound, words: Mapping[str, str]) -> str:
    text = f"{bubble.who}:\n{bubble.text}" if bubble.who else bubble.text
    ask = bubble.ask
    if bubble.kind == "quote":
        return f"\N{LEFT SINGLE QUOTATION MARK}{text}\N{RIGHT SINGLE QUOTATION MARK}"
    if ask is not None and ask.shape == "scale" and ask.low and ask.high:
        return f"{text}\n\n{words['scale'].format(low=ask.low, high=ask.high)}"
    return text


def _film(bubble: Outbound, words: Mapping[str, str], film: str) -> list[Block]:
    """The film plays on a page of ours: there nothing of it has to be downloaded first."""
    return [row(blocks.lead(words["watch"], film))] if bubble.kind == "video" and film else []


def _asked(ask: Ask | None, words: Mapping[str, str]) -> list[Block]:
    """One button on each row; the numbers of a scale stand beside each other."""
    if ask is None:
        return []
    options = [one for one in ask.buttons if one.role == "option"]
    others = [one for one in ask.buttons if one.role != "option"]
    if ask.shape == "scale":
        return [row(*(_button(one) for one in options)), *_rows(others)]
    if ask.shape == "checklist":
        label = ask.done or words["done"]
        lines = [(one.label, one.data) for one in options]
        return [*blocks.boxes(lines, label), row(button(label, blocks.DONE, f"{ask.seq}:=")), *_rows(others)]
    return _rows(list(ask.buttons))


def _rows(buttons: list[Button]) -> list[Block]:
    return [row(_button(one)) for one in buttons]


def _button(one: Button) -> Block:
    return button(one.label, f"{blocks.PRESS}:{one.data}"[:255], one.data)
