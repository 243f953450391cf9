"""Renders films, pictures and icons, only what changed, and keeps for each what it was made from."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import skia

from bot.content.models.film import Cast, Still, Storyboard
from bot.errors import StoryboardError
from bot.studio import marks
from bot.studio.brush import Brush
from bot.studio.captions import webvtt
from bot.studio.cards import paper
from bot.studio.catalogue import CARDS
from bot.studio.encode import Progress, encode
from bot.studio.frames import SceneFrames, still
from bot.studio.read import CARD, read_cast, read_film, read_still

STUDIO = Path(__file__).parent
CONTENT = STUDIO.parent / "content"
TOOLS = ("build.py", "check.py", "commands.py", "read.py", "sheet.py", "catalogue.py")
"""Parts of the studio that do not draw: a change there asks for no new render."""
CARD_TOOLS = ("brush.py", "easing.py", "fonts.py", "geometry.py", "palette.py")
"""All that cards share with films and other pictures: a new pose asks for no new card, nor a new card for a film."""


@dataclass(frozen=True)
class Workshop:
    """Where storyboards come from and where results go."""

    content: Path = CONTENT

    @property
    def cast(self) -> Path:
        """The file of the cast."""
        return self.content / "cast.yaml"

    @property
    def media(self) -> Path:
        """The folder of results."""
        return self.content / "media"

    def films(self) -> list[Path]:
        """All storyboards."""
        return sorted((self.content / "films").glob("*.yaml"))

    def pictures(self) -> list[Path]:
        """All pictures."""
        return sorted((self.content / "pictures").glob("*.yaml"))


def studio_version(root: Path = STUDIO, *, cards: bool = False) -> str:
    """A fingerprint of everything in the studio that draws films and pictures, or that draws `cards`."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        of_cards = path.parent.name == "cards"
        counts = of_cards or path.name in CARD_TOOLS if cards else not of_cards and path.name not in TOOLS
        if counts:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def fingerprint(path: Path) -> str:
    """The sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sources(board: Path, shop: Workshop) -> dict[str, str]:
    """What a result was made from."""
    version = studio_version(cards=board.stem.startswith(CARD))
    return {"board": fingerprint(board), "cast": fingerprint(shop.cast), "studio": version}


def is_fresh(manifest: Path, board: Path, shop: Workshop) -> bool:
    """Whether the result that the manifest tells of is still what a new render would give."""
    if not manifest.exists():
        return False
    told = json.loads(manifest.read_text("utf-8"))
    files = told["files"]
    untouched = all((manifest.parent / name).exists() and fingerprint(manifest.parent / name) == sha
                    for name, sha in files.items())  # fmt: skip
    return bool(untouched and told["made_from"] == sources(board, shop))


def render_film(board: Path, shop: Workshop, *, force: bool, progress: Progress) -> bool:
    """Renders one film with its captions and poster; tells whether anything had to be done."""
    cast = read_cast(shop.cast)
    film = read_film(board, cast)
    folder = shop.media / "films"
    folder.mkdir(parents=True, exist_ok=True)
    manifest = folder / f"{film.id}.json"
    if not force and is_fresh(manifest, board, shop):
        return False
    video, words, poster = (folder / f"{film.id}.{kind}" for kind in ("mp4", "vtt", "webp"))
    narration = shop.media / film.narration if film.narration else None
    encode(film, cast, video, narration=narration, progress=progress)
    words.write_text(webvtt(film), "utf-8")
    save_webp(poster_image(film, cast), poster)
    told: dict[str, Any] = {"id": film.id, "seconds": film.seconds, "size": list(film.size)}
    _write_manifest(manifest, told, (video, words, poster), sources(board, shop))
    return True


def poster_image(film: Storyboard, cast: Cast) -> Any:
    """The picture that stands for the film before it plays: late in its last scene, without its words."""
    scene = film.scenes[-1]
    return SceneFrames(film, scene.model_copy(update={"caption": ()}), cast).picture(scene.seconds * 0.75, 1.0)


def render_picture(board: Path, shop: Workshop, *, force: bool, progress: Progress) -> bool:
    """Renders one still picture; tells whether anything had to be done."""
    cast = read_cast(shop.cast)
    picture = read_still(board, cast)
    folder = shop.media / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    manifest, out = folder / f"{picture.id}.json", folder / f"{picture.id}.webp"
    if not force and is_fresh(manifest, board, shop):
        return False
    save_webp(picture_image(picture, cast), out, 90 if picture.card else 82)
    _write_manifest(manifest, {"id": picture.id, "size": list(picture.size)}, (out,), sources(board, shop))
    progress(picture.id, 1.0)
    return True


def picture_image(picture: Still, cast: Cast, scale: float = 1.0) -> Any:
    """The skia image of a picture; a card has its own paper instead of a stage."""
    return paper.image(CARDS[picture.card], scale) if picture.card else still(picture, cast, scale)


def render_icons(shop: Workshop) -> None:
    """The app icon as SVG and as PNG in two sizes."""
    folder = shop.media / "icon"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "icon.svg").write_text(marks.icon_svg(), "utf-8")
    for size in (192, 512):
        surface = skia.Surface(size, size)
        surface.getCanvas().scale(size / 512, size / 512)
        marks.icon(Brush(surface.getCanvas()))
        surface.makeImageSnapshot().save(str(folder / f"icon-{size}.png"), skia.kPNG)


def save_webp(image: Any, out: Path, quality: int = 82) -> None:
    """Writes an image as webp."""
    image.save(str(out), skia.kWEBP, quality)


def choose(names: Iterable[str], shop: Workshop) -> list[Path]:
    """The storyboards and pictures with these names, or all of them without names."""
    boards = {path.stem: path for path in (*shop.films(), *shop.pictures())}
    wanted = list(names)
    for name in wanted:
        if name not in boards:
            why = f"there is no storyboard or picture with this name (known: {', '.join(sorted(boards))})"
            raise StoryboardError(name=name, why=why)
    return [boards[name] for name in wanted] or list(boards.values())


def _write_manifest(path: Path, told: dict[str, Any], files: tuple[Path, ...], made_from: dict[str, str]) -> None:
    told["made_from"] = made_from
    told["files"] = {file.name: fingerprint(file) for file in files}
    path.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
