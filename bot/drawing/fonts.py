"""The house font for pictures that are made at run time."""

from functools import lru_cache
from pathlib import Path

import fontpkg_nunito_sans
from PIL import ImageFont

UPRIGHT = Path(fontpkg_nunito_sans.__file__).parent / "files" / "NunitoSans[YTLC,opsz,wdth,wght].ttf"


@lru_cache(maxsize=8)
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The font at this size in pixels; `weight` runs from 200 to 1000."""
    face = ImageFont.truetype(str(UPRIGHT), size)
    usual = [float(axis["default"] or 0) for axis in face.get_variation_axes()]
    face.set_variation_by_axes([weight, *usual[1:]])
    return face
