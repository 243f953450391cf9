"""A film that says nothing to who cannot hear it."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft
from bot.content.checks.problem import Problem


def missing_captions(draft: Draft) -> Iterator[Problem]:
    """The captions file of a film holds words."""
    for film in draft.films.values():
        if not film.transcript and (draft.folder / "media" / film.captions).is_file():
            yield Problem(f"films/{film.id}.yaml", None, f"media/{film.captions} holds no words")
