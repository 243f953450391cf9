"""From a second to a picture: the scene above a plain band with its caption."""

from math import inf
from typing import Any

import skia

from bot.content.models.film import Cast, Scene, Still, Storyboard
from bot.studio import captions, grid
from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.easing import swing
from bot.studio.marks import MARKS
from bot.studio.palette import TEAL, argb
from bot.studio.stage import Showing

FPS = 25
BAND = 0.18
"""The share of the height of a film that is kept for its captions."""


class SceneFrames:
    """The frames of one scene, at any scale."""

    def __init__(self, film: Storyboard, scene: Scene, cast: Cast) -> None:
        wide, high = film.size
        self.size, self.area, self.scene = film.size, (wide, round(high * (1 - BAND))), scene
        self.showing = Showing(scene, cast, self.area)
        self.until = inf if scene.id == film.scenes[-1].id else scene.seconds
        """When the words go: the last ones stay, because the chat goes on with them."""

    @property
    def count(self) -> int:
        """How many frames the scene has."""
        return round(self.scene.seconds * FPS)

    def picture(self, second: float, scale: float = 1.0) -> Any:
        """The skia image at a second within the scene."""
        wide, high = self.size
        surface = skia.Surface(round(wide * scale), round(high * scale))
        self.paint(surface.getCanvas(), second, scale)
        return surface.makeImageSnapshot()

    def paint(self, canvas: Any, second: float, scale: float = 1.0) -> None:
        """Paints one frame on a canvas of the film's size."""
        canvas.save()
        canvas.scale(scale, scale)
        canvas.clear(argb(TEAL))
        canvas.save()
        canvas.clipRect(skia.Rect.MakeWH(*self.area))
        self.showing.paint(canvas, second)
        if self.scene.thought:
            _dream(Brush(canvas), self.area, second)
        canvas.restore()
        band = self.size[0], self.area[1], self.size[1]
        captions.draw(Brush(canvas), self.scene, band, captions.share(second, self.until))
        canvas.restore()


def still(picture: Still, cast: Cast, scale: float = 1.0) -> Any:
    """The skia image of a still picture."""
    wide, high = picture.size
    surface = skia.Surface(round(wide * scale), round(high * scale))
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    canvas.clear(argb("paper"))
    if picture.mark:
        MARKS[picture.mark](Brush(canvas))
    elif picture.stage:
        Showing(picture.stage, cast, picture.size).paint(canvas, 0.8)
    else:
        _panels(canvas, picture, cast)
    return surface.makeImageSnapshot()


def _panels(canvas: Any, picture: Still, cast: Cast) -> None:
    if len(picture.panels) >= grid.LEAST:
        grid.draw(canvas, picture, cast)
        return
    wide, high = picture.size
    gap, count = 20, len(picture.panels)
    foot = 96 if any(panel.label for panel in picture.panels) else gap
    across, down = (wide - gap * (count + 1)) // count, high - gap - foot
    for index, panel in enumerate(picture.panels):
        left = gap + index * (across + gap)
        canvas.save()
        canvas.clipPath(g.box(left, gap, across, down, round_=28), doAntiAlias=True)
        canvas.translate(left, gap)
        Showing(panel, cast, (across, down)).paint(canvas, 0.8)
        canvas.restore()
        if panel.label:
            Brush(canvas).word(panel.label, (left + across / 2, high - 36), 36)


def _dream(brush: Brush, area: tuple[int, int], second: float) -> None:
    """The edge of a thought: what somebody imagines is seen in a cloud."""
    wide, high = area
    sheet = g.box(-20, -20, wide + 40, high + 40)
    for grow, alpha in ((16.0, 0.5), (-6.0, 1.0)):
        brush.fill(g.cut(sheet, _cloud_window(wide, high, grow, second)), "paper", alpha)


def _cloud_window(wide: int, high: int, grow: float, second: float) -> Any:
    """A cloud-shaped opening: puffs along a rounded frame, that breathe a little."""
    shape = g.box(104 - grow, 130 - grow, wide - 208 + 2 * grow, high - 280 + 2 * grow, round_=90)
    for index, (x, y) in enumerate(_PUFFS):
        size = (0.12 + 0.022 * (index % 3)) * wide + grow * 0.7 + 3 * swing(second + index, 4.4)
        shape = g.join(shape, g.oval(x * wide, y * high, size * 1.15, size))
    return shape


_PUFFS = ((0.24, 0.13), (0.46, 0.11), (0.66, 0.12), (0.81, 0.18), (0.86, 0.31), (0.84, 0.45), (0.86, 0.59),
          (0.84, 0.73), (0.74, 0.85), (0.54, 0.88), (0.34, 0.87), (0.19, 0.8), (0.14, 0.67), (0.16, 0.53),
          (0.14, 0.39), (0.16, 0.25))  # fmt: skip
