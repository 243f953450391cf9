"""Light and weather: the colours of the sky, what lies over the scene, and the rain."""

from dataclasses import dataclass

import skia

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import seed


@dataclass(frozen=True)
class Light:
    """A time of day: the sky from top to horizon, the tint over everything (`share` strong), shafts of sun."""

    sky: tuple[str, str]
    tint: str
    share: float
    shafts: float
    lamps: float


LIGHTS: dict[str, Light] = {
    "day": Light(("#A9D5E2", "#E8F4EE"), "#FFF9EC", 0.5, 0.5, 0.0),
    "morning": Light(("#BFDDE2", "#FBE7C2"), "#FFEFD2", 0.8, 0.9, 0.0),
    "sunny": Light(("#8FCBE0", "#E4F3EC"), "#FFF6DF", 0.5, 1.0, 0.0),
    "grey": Light(("#9FAEB5", "#C9D2D3"), "#BAC6CF", 0.78, 0.0, 0.35),
    "overcast": Light(("#A7BCC5", "#DDE1D8"), "#D5DCDD", 0.75, 0.2, 0.0),
    "gloom": Light(("#8C9CA7", "#B5C1C5"), "#A9B4C6", 0.8, 0.0, 0.3),
    "evening": Light(("#D98F62", "#F8DCAC"), "#FFD3A1", 0.8, 0.5, 0.8),
    "night": Light(("#1D2B40", "#3C4F66"), "#8090B4", 0.85, 0.0, 1.0),
    "storm": Light(("#2C3A52", "#5E7085"), "#A9B4CE", 0.72, 0.0, 1.0),
    "dusk": Light(("#55657A", "#98A3A8"), "#C3BEC4", 0.72, 0.0, 0.7),
    "lamplight": Light(("#1D2B40", "#3C4F66"), "#F0BE88", 0.62, 0.0, 1.0),
}
WEATHERS = ("dry", "rain", "clouds", "wind")


@dataclass(frozen=True)
class Air:
    """What a place needs to know: the light, the weather and the second within the scene."""

    light: Light
    weather: str
    now: float


def tint(brush: Brush, light: Light, width: float, height: float) -> None:
    """Lays the colour of the light over the picture."""
    paint = skia.Paint(BlendMode=skia.BlendMode.kMultiply)
    red, green, blue = (int(light.tint[i : i + 2], 16) / 255 for i in (1, 3, 5))
    mixed = [1 - light.share * (1 - channel) for channel in (red, green, blue)]
    paint.setColor4f(skia.Color4f(*mixed, 1.0))
    brush.canvas.drawRect(skia.Rect.MakeWH(width, height), paint)


def lamp(brush: Brush, air: Air, at: g.Point, size: float) -> None:
    """The warm glow around a lamp, as bright as the time of day asks."""
    if air.light.lamps:
        brush.soft(g.oval(*at, size, size), "#FFD98C", 0.34 * air.light.lamps, size * 0.5)


def rain(brush: Brush, air: Air, area: tuple[float, float, float, float], count: int = 46) -> None:
    """Rain within an area (left, top, right, bottom)."""
    if air.weather != "rain":
        return
    left, top, right, bottom = area
    brush.canvas.save()
    brush.canvas.clipRect(skia.Rect.MakeLTRB(left, top, right, bottom))
    tall = bottom - top + 90
    for drop in range(count):
        own = seed(f"drop{drop}")
        x = left + (seed(f"x{drop}") * (right - left + 80)) - 10
        y = top - 60 + ((own + air.now * (0.85 + 0.4 * own)) % 1.0) * tall
        slant = (y - top) * 0.1
        brush.line([(x - slant, y), (x - slant - 3, y + 24 + 12 * own)], "white", 2.2, 0.5)
    brush.canvas.restore()
