"""Contact sheets: every scene of a film at four moments, or all pictures side by side, to look at."""

from pathlib import Path
from typing import Any

import skia

from bot.studio.brush import Brush
from bot.studio.build import Workshop, choose, picture_image
from bot.studio.frames import SceneFrames
from bot.studio.palette import argb
from bot.studio.read import CARD, read_cast, read_film, read_still

MOMENTS, SCALE, GAP, LABEL = (0.06, 0.36, 0.66, 0.96), 0.42, 12, 34


def film_sheet(board: Path, shop: Workshop) -> Any:
    """A row for each scene."""
    cast = read_cast(shop.cast)
    film = read_film(board, cast)
    wide, high = (round(side * SCALE) for side in film.size)
    surface = skia.Surface((wide + GAP) * len(MOMENTS) + GAP, (high + GAP) * len(film.scenes) + GAP)
    canvas = surface.getCanvas()
    canvas.clear(argb("stone"))
    for row, scene in enumerate(film.scenes):
        frames = SceneFrames(film, scene, cast)
        for column, share in enumerate(MOMENTS):
            x, y = GAP + column * (wide + GAP), GAP + row * (high + GAP)
            canvas.drawImage(frames.picture(share * scene.seconds, SCALE), x, y)
    return surface.makeImageSnapshot()


def picture_sheet(boards: list[Path], shop: Workshop) -> Any:
    """All these pictures, three on a row (cards six), each with its name."""
    cast = read_cast(shop.cast)
    pictures = [read_still(board, cast) for board in boards]
    across, wide, high = (6, 270, 360) if all(one.card for one in pictures) else (3, 480, 360)
    rows = -(-len(boards) // across)
    surface = skia.Surface((wide + GAP) * across + GAP, (high + LABEL + GAP) * rows + GAP)
    canvas = surface.getCanvas()
    canvas.clear(argb("paper"))
    for index, picture in enumerate(pictures):
        x, y = GAP + index % across * (wide + GAP), GAP + index // across * (high + LABEL + GAP)
        scale = min(wide / picture.size[0], high / picture.size[1])
        left = (wide - picture.size[0] * scale) / 2
        canvas.drawImage(picture_image(picture, cast, scale), x + left, y)
        Brush(canvas).word(picture.id, (x + wide / 2, y + high + 25), 20)
    return surface.makeImageSnapshot()


def make(name: str, out: Path, shop: Workshop) -> Path:
    """Writes the sheet of a film, of one picture, of all pictures (name `pictures`) or of all `cards`."""
    if name in ("pictures", "cards"):
        cards = name == "cards"
        image = picture_sheet([one for one in shop.pictures() if one.stem.startswith(CARD) is cards], shop)
    else:
        board = choose([name], shop)[0]
        image = film_sheet(board, shop) if board.parent.name == "films" else picture_sheet([board], shop)
    image.save(str(out), skia.kPNG)
    return out
