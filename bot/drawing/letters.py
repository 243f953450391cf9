"""The letters of a card: which signs can be drawn, and in which face each of them is."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import fontpkg_caveat
import fontpkg_literata
import manimgx_fonts
from fontTools.ttLib import TTFont
from PIL import ImageFont

PRINTED = Path(fontpkg_literata.__file__).parent / "files" / "Literata[opsz,wght].ttf"
"""A warm serif for the text; Latin, Greek and Cyrillic."""
WRITTEN = Path(fontpkg_caveat.__file__).parent / "files" / "Caveat[wght].ttf"
"""A hand for the names."""
NOTO = Path(manimgx_fonts.__file__).parent
EMOJI = NOTO / "NotoEmoji[wght].ttf"
SCRIPTS = ("", "Arabic", "Hebrew", "Ethiopic", "Armenian", "Georgian", "Devanagari", "Bengali", "Tamil", "Thai")
OTHERS = (*(NOTO / f"NotoSans{script}[wght].ttf" for script in SCRIPTS), EMOJI, NOTO / "NotoSansSymbols[wght].ttf")
"""The faces for what the first has not, in this order: people of many languages work here, and they use emoji."""
WEIGHTS = {PRINTED: 430.0, WRITTEN: 600.0}
USUAL_WEIGHT = 450.0
JOINER = "\u200d"
UNSEEN = {*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400), 0x20E3}
"""What only dresses the sign before it: how an emoji is shown, the colour of its skin, the box around a digit."""


@dataclass(frozen=True)
class Tidy:
    """A text of which every sign can be drawn, and the signs that had to be left out because no face has them."""

    text: str
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Run:
    """A piece of text in one face; `backward` when it is read from right to left."""

    text: str
    face: Path
    backward: bool


def tidy(text: str) -> Tidy:
    """What can be drawn of a text; signs that are never seen (marks of direction, zero-width ones) go silently."""
    kept: list[str] = []
    left_out: dict[str, None] = {}
    for sign in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")):
        if sign == "\n" or sign.isspace():
            kept.append("\n" if sign == "\n" else " ")
        elif sign == JOINER:
            kept.extend(sign for before in kept[-1:] if face_of(before, PRINTED) == EMOJI)
        elif unicodedata.category(sign) in ("Cf", "Cc") or ord(sign) in UNSEEN:
            continue
        elif face_of(sign, PRINTED):
            kept.append(sign)
        elif plain := [one for one in unicodedata.normalize("NFKC", sign) if face_of(one, PRINTED)]:
            kept.extend(plain)
        else:
            left_out[sign] = None
    return Tidy(_squeezed("".join(kept)), tuple(left_out))


def runs(text: str, first: Path) -> list[Run]:
    """The pieces of a tidy line; marks go with what stands before them, and so do spaces from right to left."""
    looks: list[tuple[Path, bool]] = []
    for sign in text:
        if looks and (sign == JOINER or unicodedata.combining(sign) or (sign == " " and looks[-1][1])):
            looks.append(looks[-1])
        else:
            looks.append((face_of(sign, first) or first, unicodedata.bidirectional(sign) in ("R", "AL")))
    faced = groupby(zip(text, looks, strict=True), key=lambda one: one[1])
    return [Run("".join(sign for sign, _ in group), *look) for look, group in faced]


def backward(text: str) -> bool:
    """Whether a line is read from right to left: its first letter decides."""
    ways = (unicodedata.bidirectional(sign) for sign in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


def clusters(text: str) -> list[str]:
    """The signs as people see them: with their marks, and joined emoji as one."""
    found: list[str] = []
    for sign in text:
        joined = found and (sign == JOINER or found[-1].endswith(JOINER) or unicodedata.category(sign).startswith("M"))
        if joined:
            found[-1] += sign
        else:
            found.append(sign)
    return found


@lru_cache(maxsize=4096)
def face_of(sign: str, first: Path) -> Path | None:
    """The first face that has this sign; None when there is none."""
    return next((path for path in (first, *OTHERS) if ord(sign) in _signs(path)), None)


@lru_cache(maxsize=256)
def face(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """A face at a size in pixels."""
    made = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.RAQM)
    weight = WEIGHTS.get(path, USUAL_WEIGHT)
    made.set_variation_by_axes([_setting(axis, weight) for axis in made.get_variation_axes()])
    return made


def _setting(axis: ImageFont.Axis, weight: float) -> float:
    name = bytes(axis["name"] or b"").decode(errors="replace")
    return weight if name == "Weight" else float(axis["default"] or 0)


@lru_cache(maxsize=32)
def _signs(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _squeezed(text: str) -> str:
    """One space where there are more, at most one empty line, none at the ends."""
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    return "\n".join(_without_twins(lines))


def _without_twins(lines: Iterable[str]) -> Iterable[str]:
    before = "."
    for line in lines:
        if line or before:
            yield line
        before = line
