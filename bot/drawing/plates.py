"""The small signs on the path: the name of a course, a tick when it is done, a bookmark when it is begun."""

from PIL import ImageDraw

from bot.content.models.progress import PathPlace, Spot
from bot.drawing.fonts import font

PAPER, INK, SLATE, LEAF, SUN = "#FBF7F0", "#1E2A2A", "#4A5A5D", "#2F7D5B", "#F2B33D"
EDGE, FOLD = "#C9C0AE", "#B98520"
SIZE, LINE, PAD = 33, 37, 15
"""Pixels: of the letters, from line to line, and inside the edge of a plate."""
WEIGHT = 750
WIDEST = 15
"""Characters on one line; a longer name is broken at a space."""


def box(name: str, place: PathPlace) -> tuple[int, int, int, int]:
    """Where the plate of a place lies around its spot for labels: left, top, right and bottom in pixels."""
    lines = broken(name)
    wide = round(max(font(SIZE, WEIGHT).getlength(line) for line in lines)) + 2 * PAD
    high = LINE * len(lines) + 2 * PAD - 8
    left, top = place.label[0] - wide // 2, place.label[1] - high // 2
    return left, top, left + wide, top + high


def draw(pen: ImageDraw.ImageDraw, name: str, place: PathPlace, how_far: str) -> None:
    """Draws the plate of a place; a sign hangs on its upper right corner."""
    left, top, right, bottom = box(name, place)
    pen.rounded_rectangle((left, top + 4, right, bottom + 4), 18, fill=EDGE)
    pen.rounded_rectangle((left, top, right, bottom), 18, fill=PAPER)
    lines, colour = broken(name), SLATE if how_far == "0" else INK
    for at, line in enumerate(lines):
        middle = (top + bottom) / 2 + (at - (len(lines) - 1) / 2) * LINE
        pen.text((left + PAD, middle), line, colour, font(SIZE, WEIGHT), anchor="lm")
    if how_far == "2":
        tick(pen, (right - 2, top + 2))
    elif how_far == "1":
        bookmark(pen, (right - 11, top - 16))


def broken(name: str) -> list[str]:
    """A name on one line or two, broken where the lines come out most alike."""
    words = name.split()
    if len(name) <= WIDEST or len(words) == 1:
        return [name]
    ways = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return list(min(ways, key=lambda way: max(map(len, way))))


def tick(pen: ImageDraw.ImageDraw, at: Spot) -> None:
    """A tick in a round, with `at` as its middle."""
    x, y = at
    pen.ellipse((x - 23, y - 23, x + 23, y + 23), fill=PAPER)
    pen.ellipse((x - 19, y - 19, x + 19, y + 19), fill=LEAF)
    pen.line([(x - 9, y), (x - 3, y + 7), (x + 9, y - 7)], fill=PAPER, width=6, joint="curve")


def bookmark(pen: ImageDraw.ImageDraw, at: Spot) -> None:
    """A ribbon, with `at` as its upper left corner."""
    x, y = at
    pen.polygon([(x, y), (x + 24, y), (x + 24, y + 48), (x + 12, y + 38), (x, y + 48)], fill=SUN)
    pen.polygon([(x, y), (x + 24, y), (x + 24, y + 7), (x, y + 7)], fill=FOLD)
