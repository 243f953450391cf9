"""Cards on paper: a PDF to print, with one or two of them on a page of A4."""

from base64 import b64encode
from collections.abc import Sequence
from typing import Literal

from bot.drawing.card import PAPER, SIZE

PerPage = Literal[1, 2]
WIDTHS: dict[int, float] = {1: 170.0, 2: 126.0}
"""How wide the paper of a card is printed, in millimetres, by the number of cards on a page."""
EDGE = 4
"""Pixels of the drawn edge of the paper that real paper does not need."""
PAGES: dict[int, str] = {1: "A4 portrait", 2: "A4 landscape"}


def sheet(cards: Sequence[bytes], *, per_page: PerPage = 1) -> bytes:
    """A PDF of cards that `card.draw` made, each cut to its paper, with a thin line to cut along.

    Needs the extra `paper`: the rest of the coach runs without it, so it is looked for only here.
    """
    import weasyprint  # optional, and slow to load

    pages = [cards[at : at + per_page] for at in range(0, len(cards), per_page)]
    style = weasyprint.CSS(string=_style(per_page))
    made: bytes = weasyprint.HTML(string="".join(_page(page) for page in pages)).write_pdf(stylesheets=[style])
    return made


def _page(cards: Sequence[bytes]) -> str:
    pictures = (f'<div><img src="data:image/jpeg;base64,{b64encode(one).decode()}"></div>' for one in cards)
    return f"<section>{''.join(pictures)}</section>"


def _style(per_page: PerPage) -> str:
    left, top, right, bottom = PAPER[0] + EDGE, PAPER[1] + EDGE, PAPER[2] - EDGE, PAPER[3] - EDGE
    scale = WIDTHS[per_page] / (right - left)
    wide, high = WIDTHS[per_page], (bottom - top) * scale
    return (
        f"@page {{ size: {PAGES[per_page]}; margin: 0 }} body {{ margin: 0 }}"
        "section { break-after: page; height: 100vh; display: flex;"
        " align-items: center; justify-content: space-evenly }"
        "section:last-child { break-after: auto }"
        f"div {{ width: {wide}mm; height: {high:.2f}mm; overflow: hidden; position: relative;"
        " outline: 0.2mm dashed #9AA5A3 }"
        f"img {{ position: absolute; width: {SIZE[0] * scale:.2f}mm;"
        f" left: {-left * scale:.2f}mm; top: {-top * scale:.2f}mm }}"
    )
