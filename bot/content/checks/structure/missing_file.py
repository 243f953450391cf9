"""A picture, film, poster or captions file that was never rendered."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft
from bot.content.checks.problem import Problem


def missing_file(draft: Draft) -> Iterator[Problem]:
    """Every picture and film that the studio knows has its files in the media folder."""
    for picture in draft.pictures.values():
        yield from _missing(draft, f"pictures/{picture.id}.yaml", picture.file)
    for film in draft.films.values():
        for part in (film.file, film.captions, film.poster):
            yield from _missing(draft, f"films/{film.id}.yaml", part)


def _missing(draft: Draft, file: str, part: str) -> Iterator[Problem]:
    if not (draft.folder / "media" / part).is_file():
        yield Problem(file, None, f"media/{part} is missing; render it")
