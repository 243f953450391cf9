"""Captions as WebVTT: they lie on the plain band under the picture, and a person can read them slowly."""

from bot.content.models.film import Storyboard

PLACE = "line:84% position:50% align:center size:94%"


def webvtt(film: Storyboard) -> str:
    """The captions of a film, one cue for each scene."""
    lines, start = ["WEBVTT", ""], 0.0
    for scene in film.scenes:
        end = start + scene.seconds
        lines += [scene.id, f"{stamp(start + 0.2)} --> {stamp(end - 0.2)} {PLACE}", *scene.caption, ""]
        start = end
    return "\n".join(lines)


def stamp(seconds: float) -> str:
    """A time as WebVTT writes it: hours, minutes, seconds and thousandths."""
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02d}:{whole // 60_000 % 60:02d}:{whole // 1000 % 60:02d}.{whole % 1000:03d}"
