"""Tops by kind: how far sleeves and hem reach, and the collar, buttons and pockets that make the kind."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.content.models.film import Garment
from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.figure import trunk
from bot.studio.figure.skeleton import Body
from bot.studio.palette import Tone, darker, tones

Detail = Callable[[Brush, Body, Garment, g.Shape], None]


@dataclass(frozen=True)
class Cut:
    """How a garment is cut. `sleeve` 1 is the elbow and 2 the wrist; `hem` below 0 covers the hips."""

    sleeve: float
    hem: float
    loose: float
    grow: float
    detail: Detail


def neckline(brush: Brush, body: Body, worn: Garment, skin: Tone, deep: float) -> None:
    """The opening at the neck: the inside of the back, and the skin that the front leaves bare."""
    x, y = hole(body)
    brush.fill(g.oval(x, y - 1, 25, 9), tones(darker(worn.colour, 0.2)).shade)
    bare = g.blob([(x - 23, y - 4), (x - 14, y + 2 + deep * 0.55), (x + 3, y + 3 + deep),
                   (x + 17, y + 2 + deep * 0.55), (x + 24, y - 4), (x, y - 8)], 0.5)  # fmt: skip
    brush.fill(bare, skin.base)


def hole(body: Body) -> g.Point:
    """The middle of the neck opening."""
    x, y = body.at(0.12 * body.pose.turn, 1.035)
    return x, y


def rib(brush: Brush, body: Body, tone: Tone, deep: float) -> None:
    """The front edge of the neck opening."""
    x, y = hole(body)
    points = [(x - 25, y - 3), (x - 16, y + 3 + deep * 0.6), (x + 3, y + 5 + deep), (x + 18, y + 3 + deep * 0.6),
              (x + 26, y - 3)]  # fmt: skip
    brush.line(points, tone.light, 5)


def _tshirt(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    rib(brush, body, tones(worn.colour), NECKS["tshirt"])
    _side_fold(brush, body, tones(worn.colour))


def _polo(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone = tones(worn.colour)
    u = body.front * 0.8
    brush.inside(shape, (trunk.strip(body, (u - 0.09, u + 0.09), (0.8, 1.0)), tone.shade))
    for v in (0.85, 0.92):
        brush.fill(g.oval(*body.at(u, v), 2.2, 2.2), tones(worn.trim or "white").base)
    _collar(brush, body, tone)
    _side_fold(brush, body, tone)


def _shirt(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone = tones(worn.colour)
    u = body.front
    brush.inside(shape, (trunk.strip(body, (u - 0.02, u + 0.025), (-0.2, 1.0)), tone.shade))
    for v in (0.1, 0.28, 0.46, 0.64, 0.82):
        brush.fill(g.oval(*body.at(u - 0.09, v), 2.1, 2.1), tones(worn.trim or "white").base)
    pocket = [body.at(u - 0.62, 0.78), body.at(u - 0.24, 0.78), body.at(u - 0.24, 0.64), body.at(u - 0.43, 0.61),
              body.at(u - 0.62, 0.64)]  # fmt: skip
    brush.inside(shape, (g.path(*pocket), tone.shade))
    _collar(brush, body, tone)


def _blouse(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone, trim = tones(worn.colour), tones(worn.trim or "white")
    for row, v in enumerate((0.06, 0.2, 0.34, 0.48, 0.62, 0.76)):
        for column in range(-2, 3):
            u = column * 0.42 + (0.21 if row % 2 else 0)
            brush.inside(shape, (g.oval(*body.at(u, v), 3.4, 3.4), trim.base))
    rib(brush, body, tone, NECKS["blouse"])


def _sweater(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone = tones(worn.colour)
    brush.inside(shape, (trunk.band(body, (-0.12, -0.02)), tone.shade))
    if worn.trim:
        stripe = tones(worn.trim)
        brush.inside(shape, (trunk.band(body, (0.62, 0.7)), stripe.base), (trunk.band(body, (0.5, 0.54)), stripe.base))
    rib(brush, body, tone, NECKS["sweater"])
    _side_fold(brush, body, tone)


def _hoodie(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone = tones(worn.colour)
    u = body.front
    pocket = [body.at(u - 0.62, 0.06), body.at(u + 0.5, 0.06), body.at(u + 0.4, 0.3), body.at(u - 0.42, 0.3)]
    brush.inside(shape, (g.blob(pocket, 0.18), tone.shade), (trunk.band(body, (-0.12, -0.03)), tone.shade))
    hood = [body.at(-0.95, 1.0), body.at(-0.75, 1.13), body.at(-0.3, 1.06), body.at(u * 0.6, 0.98),
            body.at(0.5, 1.07), body.at(0.8, 1.1), body.at(0.85, 0.98), body.at(u, 0.88)]  # fmt: skip
    brush.toned(g.blob(hood, 0.45), tone, 4, 2)
    for side in (-0.1, 0.1):
        brush.line([body.at(u + side, 0.91), body.at(u + side * 1.15, 0.74)], "white", 2.6)


def _tunic(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone, trim = tones(worn.colour), tones(worn.trim or "cream")
    u = body.front
    edge = -0.42 * (1 - 0.75 * body.pose.sit)
    brush.inside(shape, (trunk.band(body, (edge - 0.02, edge + 0.05)), trim.base),
                 (trunk.strip(body, (u - 0.07, u + 0.07), (0.55, 1.0)), trim.base))  # fmt: skip
    _side_fold(brush, body, tone)


def _collar(brush: Brush, body: Body, tone: Tone) -> None:
    x, y = hole(body)
    tip = (x + 3 + 6 * body.pose.turn, y + 16)
    back = g.blob([(x - 26, y - 8), (x - 30, y + 6), (x - 14, y + 25), tip, (x - 12, y + 6), (x - 20, y - 6)], 0.16)
    front = g.blob([(x + 25, y - 8), (x + 30, y + 5), (x + 21, y + 24), tip, (x + 14, y + 6), (x + 20, y - 6)], 0.16)
    brush.toned(back, Tone(tone.light, tone.base, tone.light), 4)
    brush.toned(front, Tone(tone.light, tone.base, tone.light), 4)


def _side_fold(brush: Brush, body: Body, tone: Tone) -> None:
    brush.line([body.at(-0.82, 0.16), body.at(-0.45, 0.22), body.at(-0.2, 0.2)], tone.shade, 2.4)
    brush.line([body.at(0.86, 0.3), body.at(0.6, 0.33)], tone.shade, 2.4)


TOPS: dict[str, Cut] = {
    "tshirt": Cut(sleeve=0.62, hem=-0.1, loose=3, grow=0.0, detail=_tshirt),
    "polo": Cut(sleeve=0.66, hem=-0.1, loose=3, grow=0.0, detail=_polo),
    "shirt": Cut(sleeve=1.98, hem=-0.12, loose=2, grow=0.02, detail=_shirt),
    "rolled-shirt": Cut(sleeve=1.35, hem=-0.12, loose=2.5, grow=0.02, detail=_shirt),
    "blouse": Cut(sleeve=1.9, hem=-0.12, loose=3, grow=0.02, detail=_blouse),
    "sweater": Cut(sleeve=1.98, hem=-0.1, loose=2, grow=0.05, detail=_sweater),
    "hoodie": Cut(sleeve=1.98, hem=-0.1, loose=3, grow=0.08, detail=_hoodie),
    "tunic": Cut(sleeve=1.98, hem=-0.46, loose=3, grow=0.04, detail=_tunic),
}
NECKS: dict[str, float] = {"tshirt": 9, "blouse": 26, "sweater": 6, "polo": 14, "shirt": 12,
                           "rolled-shirt": 16, "hoodie": 6, "tunic": 6}  # fmt: skip
"""How deep the neck opening is, in pixels."""
