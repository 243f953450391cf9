"""The picture of a person's path: the places of finished courses in full colour, with the names of all seven."""

import hashlib
import os
import re
import threading
from contextlib import suppress
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from bot.content.models.library import Library
from bot.content.models.progress import PathPlace, PathSheet
from bot.drawing import plates
from bot.drawing.fonts import UPRIGHT

STATE = re.compile(r"pad-([012]{7})\Z")
"""A digit for each course in the advised order: 0 not begun, 1 begun, 2 done."""
SHARES = {"0": 0, "1": 118, "2": 255}
"""How much of the lively picture comes through, of 255."""
SOFT = 16
"""Pixels over which a place goes over into the land around it."""
QUALITY = 82


class PathPictures:
    """Makes each picture once and keeps it as a file; there are 2,187 of them at most, of some 70 kB each."""

    def __init__(self, library: Library, media: Path, folder: Path) -> None:
        self._library = library
        self._media = media
        self._folder = folder
        self._drawing = threading.Lock()
        self._edition = ""

    def find(self, id: str) -> Path | None:
        """The file of the picture with this name, drawn first when it is not there yet: call it in a thread.

        None for a name that is no path, and when the content has no path.
        """
        named, sheet = STATE.match(id), self._library.path
        if named is None or sheet is None:
            return None
        with self._drawing:
            path = self._folder / f"{self._edition or self._open(sheet)}-{named[0]}.webp"
            if not path.exists():
                self._keep(compose(self._library, self._media, named[1]), path)
        return path

    def _open(self, sheet: PathSheet) -> str:
        """The edition of today's content and drawings; what was made of another is thrown away."""
        digest = hashlib.sha256(f"{self._library.revision}\0{UPRIGHT.stat().st_size}".encode())
        for id in (sheet.quiet, sheet.lively):
            digest.update((self._media / self._library.pictures[id].file).read_bytes())
        self._edition = digest.hexdigest()[:12]
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in self._folder.glob("*-pad-*.webp"):
            if not old.name.startswith(f"{self._edition}-"):
                with suppress(FileNotFoundError):  # Another process cleans the same folder.
                    old.unlink()
        return self._edition

    def _keep(self, image: Image.Image, path: Path) -> None:
        """Whole or absent: two processes may make the same picture, and either may be killed."""
        fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            image.save(fresh, "WEBP", quality=QUALITY, method=4)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)


def compose(library: Library, media: Path, state: str) -> Image.Image:
    """The path in a state of seven digits."""
    sheet = library.path
    assert sheet is not None  # noqa: S101  # asked before
    image, lively = (_read(media / library.pictures[id].file) for id in (sheet.quiet, sheet.lively))
    image.paste(lively, mask=_mask(image.size, sheet, state))
    pen = ImageDraw.Draw(image)
    names = {course.number: course.short for course in library.courses}
    for place in sheet.places:
        if place.number in names:
            plates.draw(pen, names[place.number], place, state[place.number - 1])
    return image


def _read(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")


def _mask(size: tuple[int, int], sheet: PathSheet, state: str) -> Image.Image:
    """How much of the lively picture shows where: places flow over into each other with soft edges."""
    mask = Image.new("L", size, 0)
    pen = ImageDraw.Draw(mask)
    for place in sorted(sheet.places, key=lambda one: _share(one, state)):
        if _share(place, state):
            # With an edge, so that no seam is left between two places.
            pen.polygon(list(place.area), fill=_share(place, state), outline=_share(place, state), width=3)
    return mask.filter(ImageFilter.GaussianBlur(SOFT))


def _share(place: PathPlace, state: str) -> int:
    return SHARES[state[place.number - 1]]
