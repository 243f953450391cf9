"""The one type family of drawings, films and paper, loaded from its package."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import fontpkg_nunito_sans
import skia

UPRIGHT = Path(fontpkg_nunito_sans.__file__).parent / "files" / "NunitoSans[YTLC,opsz,wdth,wght].ttf"


@lru_cache(maxsize=16)
def font(size: float, weight: int = 700) -> Any:
    """A skia font of this size in pixels; `weight` runs from 200 to 1000."""
    face = skia.Typeface.MakeFromFile(str(UPRIGHT))
    wght = int.from_bytes(b"wght", "big")
    coordinates = skia.FontArguments.VariationPosition.Coordinates(
        [skia.FontArguments.VariationPosition.Coordinate(wght, float(weight))]
    )
    arguments = skia.FontArguments()
    arguments.setVariationDesignPosition(skia.FontArguments.VariationPosition(coordinates))
    made = skia.Font(face.makeClone(arguments), size)
    made.setSubpixel(True)
    made.setEdging(skia.Font.Edging.kAntiAlias)
    return made


def width(text: str, size: float, weight: int = 700) -> float:
    """How wide this text is, in pixels."""
    return float(font(size, weight).measureText(text))
