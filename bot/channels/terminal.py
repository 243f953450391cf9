"""The terminal as a channel: bubbles as lines, buttons as numbers."""

import textwrap
import unicodedata
from collections.abc import Sequence
from typing import TextIO

from bot.messages import Outbound

WIDTH = 64


class Terminal:
    """Writes bubbles and reads lines."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def show(self, bubbles: Sequence[Outbound]) -> None:
        """Writes what was said, with the buttons of the open question under it."""
        for bubble in bubbles:
            self._bubble(bubble)
        self._out.flush()

    def _bubble(self, bubble: Outbound) -> None:
        if bubble.who:
            self._out.write(f"  {_safe(bubble.who)}:\n")
        mark = {
            "picture": f"[{bubble.alt}]",
            "card": f"[{bubble.alt}]",
            "video": f"[{bubble.media}.mp4]",
            "quote": "|",
        }.get(bubble.kind)
        if mark:
            self._out.write(f"  {mark}\n")
        for part in bubble.text.splitlines():
            self._out.write(textwrap.fill(_safe(part), WIDTH, initial_indent="  ", subsequent_indent="  ") + "\n")
        ask = bubble.ask
        if ask is not None:
            if ask.low and ask.high:
                self._out.write(f"     1 = {ask.low}, 5 = {ask.high}\n")
            for at, button in enumerate(ask.buttons, 1):
                self._out.write(f"     {at}. {button.label}\n")
            if ask.done:
                self._out.write(f"     ( 1 3 = {ask.done})\n")
        self._out.write("\n")


def _safe(text: str) -> str:
    """Without signs that a terminal obeys."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cc")
