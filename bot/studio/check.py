"""Compares results with what they were made from, and names everything that does not fit."""

import json
from pathlib import Path

from bot.errors import StoryboardError
from bot.studio.build import Workshop, fingerprint, sources
from bot.studio.read import read_cast, read_film, read_still

MOST = {".mp4": 1_500_000, ".webp": 120_000}
WHAT = {"board": "the storyboard", "cast": "the cast", "studio": "the studio"}


def check_all(shop: Workshop) -> list[str]:
    """One plain sentence for each problem; an empty list when everything holds together."""
    try:
        cast = read_cast(shop.cast)
    except StoryboardError as error:
        return [error.sentence()]
    found: list[str] = []
    for board, folder in (
        *((path, "films") for path in shop.films()),
        *((path, "pictures") for path in shop.pictures()),
    ):
        try:
            if folder == "films":
                read_film(board, cast)
            else:
                read_still(board, cast)
        except StoryboardError as error:
            found.append(error.sentence())
            continue
        found += _compare(board, shop.media / folder / f"{board.stem}.json", shop)
    return found


def _compare(board: Path, manifest: Path, shop: Workshop) -> list[str]:
    name = board.stem
    if not manifest.exists():
        return [f"{name} was never rendered; run `opstap studio render {name}`."]
    told = json.loads(manifest.read_text("utf-8"))
    now = sources(board, shop)
    found = [
        f"{name} was rendered before {WHAT[part]} changed; run `opstap studio render {name}`."
        for part, sha in now.items()
        if told["made_from"].get(part) != sha
    ]
    for file, sha in told["files"].items():
        path = manifest.parent / file
        if not path.exists():
            found.append(f"{name}: {file} is missing.")
        elif fingerprint(path) != sha:
            found.append(f"{name}: {file} was changed by hand after it was rendered.")
        elif path.stat().st_size > MOST.get(path.suffix, 10_000_000):
            found.append(f"{name}: {file} is {path.stat().st_size} bytes, more than {MOST[path.suffix]}.")
    return found
