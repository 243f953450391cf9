"""The pictures from which a card is chosen: several designs on a page, each with its number."""

import hashlib
import os
import re
import threading
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from bot.content.models.cards import CardDesign
from bot.content.models.library import Library
from bot.drawing.fonts import font

NAMED = re.compile(r"kaartjes-blad-([0-9]{1,2})\Z", re.ASCII)
"""The name of such a page; the first is 0."""
DRAWING = (40, 36, 860, 702)
"""The part of a card that is drawn; below it is room for words."""
COLUMNS, WIDE, GAP, ROUND = 2, 352, 16, 18
HIGH = round(WIDE * (DRAWING[3] - DRAWING[1]) / (DRAWING[2] - DRAWING[0]))
PAPER, INK, SUN = "#FBF7F0", "#1E2A2A", "#F2B33D"
BADGE = 29
"""Half of the round on which a number stands."""
QUALITY = 84


class CardSheets:
    """Makes each page once and keeps it as a file. `per_page` designs stand on it, as many as there are buttons."""

    def __init__(self, library: Library, media: Path, folder: Path, *, per_page: int) -> None:
        self._library = library
        self._media = media
        self._folder = folder
        self._per_page = per_page
        self._drawing = threading.Lock()

    def find(self, id: str) -> Path | None:
        """The file of this page, drawn first when it is not there yet: call it in a thread."""
        named = NAMED.match(id)
        page = int(named[1]) if named else 0
        shown = self._library.cards.designs[page * self._per_page : (page + 1) * self._per_page]
        if named is None or not shown:
            return None
        with self._drawing:
            files = [self._media / self._library.pictures[one.picture].file for one in shown]
            path = self._folder / f"{_edition(shown, files)}-blad-{page}.webp"
            if not path.exists():
                self._forget(page)
                _keep(_compose(files), path)
        return path

    def _forget(self, page: int) -> None:
        """Throws away what was made of earlier drawings."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in self._folder.glob(f"*-blad-{page}.webp"):
            with suppress(FileNotFoundError):  # Another process cleans the same folder.
                old.unlink()


def _edition(shown: tuple[CardDesign, ...], files: list[Path]) -> str:
    """Another one when a design, its place or its file is another."""
    stamps = "\0".join(f"{one.id} {file.stat().st_size}" for one, file in zip(shown, files, strict=True))
    return hashlib.sha256(stamps.encode()).hexdigest()[:12]


def _compose(files: list[Path]) -> Image.Image:
    rows = -(-len(files) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * (WIDE + GAP) + GAP, rows * (HIGH + GAP) + GAP), PAPER)
    mask = Image.new("L", (WIDE, HIGH), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, WIDE - 1, HIGH - 1), ROUND, fill=255)
    for at, file in enumerate(files):
        left, top = GAP + at % COLUMNS * (WIDE + GAP), GAP + at // COLUMNS * (HIGH + GAP)
        with Image.open(file) as design:
            drawn = design.convert("RGB").crop(DRAWING).resize((WIDE, HIGH), Image.Resampling.LANCZOS)
        sheet.paste(drawn, (left, top), mask)
        _number(sheet, (left + BADGE + 8, top + BADGE + 8), str(at + 1))
    return sheet


def _number(sheet: Image.Image, middle: tuple[int, int], number: str) -> None:
    """A number on a sun, drawn at four times the size so that its edge is smooth."""
    side = BADGE * 2
    badge = Image.new("L", (side * 4, side * 4), 0)
    ImageDraw.Draw(badge).ellipse((0, 0, side * 4 - 1, side * 4 - 1), fill=255)
    corner = (middle[0] - BADGE, middle[1] - BADGE)
    sheet.paste(SUN, (*corner, corner[0] + side, corner[1] + side), badge.resize((side, side)))
    ImageDraw.Draw(sheet).text(middle, number, fill=INK, font=font(40, 800), anchor="mm")


def _keep(image: Image.Image, path: Path) -> None:
    """Whole or absent: two processes may make the same page, and either may be killed."""
    made = BytesIO()
    image.save(made, "WEBP", quality=QUALITY, method=4)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        fresh.write_bytes(made.getvalue())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
