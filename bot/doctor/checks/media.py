"""Whether every film and picture of which the content speaks is there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.content.loader import load
from bot.content.models.library import Library
from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.patient import Patient
from bot.doctor.threads import aside
from bot.errors import ContentInvalidError

ABOUT = "films"


async def media(patient: Patient) -> Sequence[Finding]:
    """Asked aside: it looks at some hundreds of files."""
    return [await aside(lambda: _media(patient.content))]


def _media(folder: Path) -> Finding:
    try:
        library = load(folder)
    except ContentInvalidError:
        return look(ABOUT, "They could not be looked for, because the content is not good.")
    where = folder / "media"
    missing = [name for name in _files(library) if not _is_there(where / name)]
    if missing:
        count = "1 file is" if len(missing) == 1 else f"{len(missing)} files are"
        return wrong(ABOUT, f"{count} missing in {where} ({missing[0]}); put back that folder as it came.")
    return good(ABOUT, f"All {len(library.films)} films and {len(library.pictures)} pictures are there.")


def _files(library: Library) -> Iterator[str]:
    for picture in library.pictures.values():
        yield picture.file
    for film in library.films.values():
        yield from (film.file, film.captions, film.poster)


def _is_there(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0
