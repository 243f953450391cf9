"""Captions: words on the plain band under the picture, long enough to read slowly, and the same with their times.

They are part of the film itself, because a film that is sent in a chat has no captions of its own to switch on.
"""

from bot.content.models.film import Scene, Storyboard
from bot.studio.brush import Brush
from bot.studio.easing import clamp

BREATH, FADE = 0.2, 0.15
"""Seconds at either end of a scene in which its words do not fully stand there, and in which they come or go."""
SIZE, LINE = 44, 58
RISE = 0.34
"""How far the letters reach above the middle of their line, as a share of their size."""


def draw(brush: Brush, scene: Scene, band: tuple[float, float, float], share: float) -> None:
    """The caption of a scene in the middle of the band (its width, top and bottom), of which a share is there yet."""
    if not share:
        return
    wide, top, bottom = band
    first = (top + bottom) / 2 - LINE * (len(scene.caption) - 1) / 2 + SIZE * RISE
    with brush.layer(alpha=share) as sheet:
        for at, text in enumerate(scene.caption):
            sheet.word(text, (wide / 2, first + at * LINE), SIZE, "white")


def share(second: float, until: float) -> float:
    """How much of a caption stands there at a second of its scene, of 1; it goes before `until`."""
    return clamp((min(second, until - second) - BREATH + FADE) / FADE)


def webvtt(film: Storyboard) -> str:
    """The captions of a film, one cue for each scene."""
    lines, start = ["WEBVTT", ""], 0.0
    for scene in film.scenes:
        end = start + scene.seconds
        lines += [scene.id, f"{stamp(start + BREATH)} --> {stamp(end - BREATH)}", *scene.caption, ""]
        start = end
    return "\n".join(lines)


def stamp(seconds: float) -> str:
    """A time as WebVTT writes it: hours, minutes, seconds and thousandths."""
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02d}:{whole // 60_000 % 60:02d}:{whole // 1000 % 60:02d}.{whole % 1000:03d}"
