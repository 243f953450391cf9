"""Puts the words and the names of people on a card that the studio drew."""

from collections.abc import Sequence
from io import BytesIO
from itertools import cycle
from pathlib import Path

from PIL import Image, ImageDraw

from bot.drawing.letters import PRINTED, WRITTEN, backward, tidy
from bot.drawing.names import Signed, sign
from bot.drawing.setting import LEADING, Ruler, Set, fit, write

SIZE = (900, 1200)
BOX = (88, 722, 812, 1142)
"""Where the words stand: left, top, right and bottom. Nothing is ever drawn outside it."""
PAD = 10
"""Pixels within it that only what sticks out of letters may reach."""
WIDE, HIGH = BOX[2] - BOX[0] - 2 * PAD, BOX[3] - BOX[1] - 2 * PAD
PAPER = (34, 30, 866, 1164)
"""The sheet itself, without the table that it lies on."""
MOST_CHARACTERS, MOST_NAMES = 300, 12
INK = "#1E2A2A"
PENS = ("#24405C", "#0F4C4A", "#6E4765", "#8A4432", "#24405C", "#245943")
"""Everybody signs with a pen of their own; all are dark enough to read on paper."""
CENTRED = 5
"""So many lines stand in the middle; more are easier to read from one straight edge."""
ABOVE = 22
"""Pixels between the text and the names."""
FOR_NAMES = 0.4
"""The share of the box that the names take at most."""
FIRST = 0.99
"""From the top of a text to its first baseline, in shares of the size."""
NOTHING = Set((), 1, 0)


def draw(design_file: Path, *, text: str, names: Sequence[str]) -> bytes:
    """A JPEG of 900 by 1200: the card with the text and, below it, the names.

    At most 300 characters and 12 names. Signs that no face has are left out: `left_out` tells which.
    """
    out = BytesIO()
    compose(design_file, text=text, names=names).save(out, "JPEG", quality=90, subsampling=0, optimize=True)
    return out.getvalue()


def left_out(text: str, names: Sequence[str] = ()) -> tuple[str, ...]:
    """The signs of a text and its names that cannot be drawn, each once, so that the writer can be told."""
    return tuple(dict.fromkeys(sign for one in (text, *names) for sign in tidy(one).left_out))


def compose(design_file: Path, *, text: str, names: Sequence[str]) -> Image.Image:
    """The card as an image, before it is packed."""
    if len(text) > MOST_CHARACTERS or len(names) > MOST_NAMES:
        raise ValueError(f"a card has at most {MOST_CHARACTERS} characters and {MOST_NAMES} names")
    with Image.open(design_file) as design:
        card = design.convert("RGB")
    signed = sign([tidy(name).text.replace("\n", " ") for name in names], (WIDE, HIGH * FOR_NAMES))
    between = ABOVE if signed.names else 0
    words = tidy(text).text
    lines = fit(words, Ruler(PRINTED), (WIDE, HIGH - signed.high - between)) if words else NOTHING
    spare = HIGH - signed.high - between - lines.high
    ink = _mask()
    _print(ImageDraw.Draw(ink), lines, PAD + spare * 0.36)
    card.paste(INK, BOX, ink)
    _written(card, signed, PAD + HIGH - signed.high - spare * 0.4)
    return card


def _mask() -> Image.Image:
    return Image.new("L", (BOX[2] - BOX[0], BOX[3] - BOX[1]), 0)


def _print(pen: ImageDraw.ImageDraw, lines: Set, top: float) -> None:
    middle = len(lines.lines) <= CENTRED
    ruler = Ruler(PRINTED)
    for number, line in enumerate(lines.lines):
        free = WIDE - ruler.width(line, lines.size)
        left = PAD + (free / 2 if middle else free if backward(line) else 0.0)
        write(pen, line, (left, top + LEADING * lines.size * number + FIRST * lines.size), PRINTED, lines.size)


def _written(card: Image.Image, signed: Signed, top: float) -> None:
    """Each name in its own pen, a little askew."""
    for name, pen in zip(signed.names, cycle(PENS), strict=False):
        strip = Image.new("L", (round(name.wide) + 2 * PAD, signed.size * 3), 0)
        write(ImageDraw.Draw(strip), name.text, (PAD, signed.size * 1.75), WRITTEN, signed.size)
        turned = strip.rotate(name.turn, Image.Resampling.BICUBIC)
        ink = _mask()
        ink.paste(turned, (round(PAD + name.x - strip.width / 2), round(top + name.y - strip.height / 2)))
        card.paste(pen, BOX, ink)
