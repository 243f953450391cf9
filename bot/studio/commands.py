"""What the command line can ask of the studio: render, sheet and check."""

from collections.abc import Iterable
from pathlib import Path

from bot.studio import build, catalogue, check, sheet
from bot.studio.build import Workshop
from bot.studio.encode import Progress


def silent(name: str, share: float) -> None:
    """Progress that nobody watches."""


def render(
    names: Iterable[str] = (), force: bool = False, progress: Progress = silent, *, shop: Workshop | None = None
) -> list[str]:
    """Renders the films and pictures with these names (all without names) that changed; returns what was made."""
    shop = shop or Workshop()
    wanted = list(names)
    made = []
    for board in build.choose(wanted, shop):
        one = build.render_film if board.parent.name == "films" else build.render_picture
        if one(board, shop, force=force, progress=progress):
            made.append(board.stem)
    if not wanted:
        build.render_icons(shop)
    return made


def make_sheet(name: str, out: Path, *, shop: Workshop | None = None) -> Path:
    """Writes a contact sheet (PNG) of a film, of a picture, of all `pictures`, or of all `cards`."""
    return sheet.make(name, out, shop or Workshop())


def problems(*, shop: Workshop | None = None) -> list[str]:
    """One plain sentence for everything that does not hold together."""
    return check.check_all(shop or Workshop())


def names() -> dict[str, list[str]]:
    """Every name that a storyboard may use, by what it names; the spots of a place stand behind its name."""
    places = [f"{name}: {', '.join(sorted(place.spots))}" for name, place in sorted(catalogue.PLACES.items())]
    return {
        "places": places, "props": sorted(catalogue.PROPS), "poses": sorted(catalogue.POSES),
        "faces": sorted(catalogue.FACES), "actions": sorted(catalogue.ACTIONS), "lights": sorted(catalogue.LIGHTS),
        "weathers": sorted(catalogue.WEATHERS), "prop actions": sorted(catalogue.PROP_ACTIONS),
        "cards": sorted(catalogue.CARDS),
    }  # fmt: skip
