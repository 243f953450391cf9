"""The brush: puts flat shapes with three tones, soft shadows, glows and words on a skia canvas."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import skia

from bot.studio import geometry as g
from bot.studio.fonts import font
from bot.studio.palette import Tone, argb, tones


class Brush:
    """Draws on one canvas. `light` is the direction that the light comes from (x, y), in canvas pixels."""

    def __init__(self, canvas: Any, light: tuple[float, float] = (-0.6, -0.8)) -> None:
        self.canvas = canvas
        self.light = light

    def fill(self, shape: g.Shape, colour: str | int, alpha: float = 1.0) -> None:
        """One flat tone."""
        self.canvas.drawPath(shape, _paint(colour, alpha))

    def solid(self, shape: g.Shape, colour: str, depth: float = 7.0, rim: float = 0.0) -> None:
        """Three tones: a shade `depth` pixels wide away from the light, a light rim `rim` wide towards it."""
        self.toned(shape, tones(colour), depth, rim)

    def toned(self, shape: g.Shape, tone: Tone, depth: float = 7.0, rim: float = 0.0) -> None:
        """As `solid`, with tones that are already known."""
        self.canvas.drawPath(shape, _paint(tone.base))
        self.canvas.save()
        self.canvas.clipPath(shape, doAntiAlias=True)
        for reach, colour in ((depth, tone.shade), (-rim, tone.light)):
            if reach:
                rest = skia.Path(shape)
                rest.offset(self.light[0] * reach, self.light[1] * reach)
                rest.toggleInverseFillType()
                self.canvas.drawPath(rest, _paint(colour))
        self.canvas.restore()

    def inside(self, shape: g.Shape, *details: tuple[g.Shape, str | int]) -> None:
        """Flat details that end where the shape ends."""
        self.canvas.save()
        self.canvas.clipPath(shape, doAntiAlias=True)
        for detail, colour in details:
            self.fill(detail, colour)
        self.canvas.restore()

    def line(self, points: Sequence[g.Point], colour: str | int, thick: float, alpha: float = 1.0) -> None:
        """A smooth stroke with round ends through the points."""
        paint = _paint(colour, alpha)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(thick)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.canvas.drawPath(g.curve(points), paint)

    def soft(self, shape: g.Shape, colour: str | int, alpha: float, blur: float) -> None:
        """A shape with a blurred edge: glow, steam, a distant shadow."""
        paint = _paint(colour, alpha)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        self.canvas.drawPath(shape, paint)

    def shadow(self, x: float, y: float, across: float, down: float, strength: float = 0.16) -> None:
        """The flat shadow of something that stands on the floor at (x, y)."""
        self.fill(g.oval(x, y, across, down), "#16303A", strength)

    def fade(self, shape: g.Shape, ends: tuple[str, str], span: tuple[float, float]) -> None:
        """A vertical change of colour between two heights: sky, wall, floor."""
        paint = skia.Paint(AntiAlias=True, Dither=True)
        colours = [argb(ends[0]), argb(ends[1])]
        points = [skia.Point(0, span[0]), skia.Point(0, span[1])]
        paint.setShader(skia.GradientShader.MakeLinear(points, colours))
        self.canvas.drawPath(shape, paint)

    def word(self, text: str, at: g.Point, size: float, colour: str = "ink", weight: int = 700) -> None:
        """A line of text, centred on `at` with its baseline there."""
        face = font(size, weight)
        left = at[0] - face.measureText(text) / 2
        self.canvas.drawString(text, left, at[1], face, _paint(colour))

    @contextmanager
    def moved(
        self, x: float, y: float, *, turn: float = 0.0, scale: float = 1.0, flip: bool = False
    ) -> Iterator["Brush"]:
        """A brush whose origin lies at (x, y), turned by degrees, scaled, and mirrored when `flip`."""
        self.canvas.save()
        self.canvas.translate(x, y)
        if turn:
            self.canvas.rotate(turn)
        if scale != 1.0 or flip:
            self.canvas.scale(-scale if flip else scale, scale)
        light = (-self.light[0], self.light[1]) if flip else self.light
        yield Brush(self.canvas, light)
        self.canvas.restore()

    @contextmanager
    def layer(self, *, alpha: float = 1.0, blend: Any = None) -> Iterator["Brush"]:
        """Everything drawn within is laid over the picture as one sheet."""
        paint = skia.Paint(Alphaf=alpha)
        if blend is not None:
            paint.setBlendMode(blend)
        self.canvas.saveLayer(None, paint)
        yield self
        self.canvas.restore()


def _paint(colour: str | int, alpha: float = 1.0) -> Any:
    code = argb(colour) if isinstance(colour, str) else colour
    paint = skia.Paint(AntiAlias=True, Color=code)
    if alpha < 1.0:
        paint.setAlphaf(alpha)
    return paint
