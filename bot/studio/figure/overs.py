"""What is worn on top by kind: cardigan, blazer, vest, apron, overalls and coat."""

from bot.content.models.film import Garment
from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.figure import trunk
from bot.studio.figure.skeleton import Body
from bot.studio.figure.tops import Cut
from bot.studio.palette import tones


def _open_front(brush: Brush, body: Body, worn: Garment, shape: g.Shape, gap: float) -> g.Shape:
    """The two panels of an open garment: the shape without a strip that widens downward."""
    u = body.front
    wedge = [body.at(u - gap * 0.55, 1.12), body.at(u - gap * 0.7, 0.6), body.at(u - gap, -0.5),
             body.at(u + gap, -0.5), body.at(u + gap * 0.7, 0.6), body.at(u + gap * 0.55, 1.12)]  # fmt: skip
    return g.cut(shape, g.path(*wedge))


def _cardigan(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone, u = tones(worn.colour), body.front
    brush.toned(_open_front(brush, body, worn, shape, 0.3), tone, 8)
    for side in (-1, 1):
        edge = [body.at(u + side * s, v) for s, v in ((0.2, 1.06), (0.25, 0.6), (0.33, -0.1))]
        brush.line(edge, tone.shade, 5)
        pocket = [body.at(side * 0.72, 0.16), body.at(side * 0.44, 0.15)]
        brush.line(pocket, tone.shade, 3)


def _blazer(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone, u = tones(worn.colour), body.front
    brush.toned(_open_front(brush, body, worn, shape, 0.24), tone, 8)
    for side in (-1, 1):
        lapel = [body.at(u * 0.8 + side * 0.4, 1.07), body.at(u + side * 0.52, 0.84), body.at(u + side * 0.42, 0.8),
                 body.at(u + side * 0.2, 0.46), body.at(u + side * 0.15, 0.9)]  # fmt: skip
        brush.fill(g.blob(lapel, 0.1), tone.light if side < 0 else tone.shade)
    brush.line([body.at(-0.66, 0.2), body.at(-0.34, 0.19)], tone.shade, 3)


def _vest(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone = tones(worn.colour)
    panels = _open_front(brush, body, worn, shape, 0.12)
    brush.toned(panels, tone, 8)
    for low in (0.12, 0.42):
        brush.inside(panels, (trunk.band(body, (low, low + 0.09)), tones(worn.trim or "mist").base))


def _apron(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone, u = tones(worn.colour), body.front * 0.8
    hem = -0.5 * (1 - 0.8 * body.pose.sit)
    bib = g.blob([body.at(u - 0.4, 0.86), body.at(u + 0.4, 0.86), body.at(u + 0.5, 0.5), body.at(1.06, 0.34),
                  body.at(1.1, 0.0), body.at(1.02, hem), body.at(-0.5, hem), body.at(-0.86, 0.0),
                  body.at(-0.9, 0.34), body.at(u - 0.5, 0.5)], 0.2)  # fmt: skip
    for side in (-1, 1):
        brush.line([body.at(u + side * 0.36, 0.85), body.at(u * 0.6 + side * 0.34, 1.06)], tone.base, 6)
    brush.toned(bib, tone, 7)
    brush.line([body.at(-0.95, 0.36), body.at(-0.2, 0.34), body.at(1.05, 0.36)], tone.shade, 5)
    pocket = [body.at(u - 0.34, 0.2), body.at(u + 0.3, 0.2), body.at(u + 0.28, 0.02), body.at(u - 0.32, 0.02)]
    brush.fill(g.blob(pocket, 0.15), tone.light)


def _overalls(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone, u = tones(worn.colour), body.front * 0.85
    lower = trunk.strip(body, (-1.4, 1.4), (-0.4, 0.4))
    brush.inside(shape, (lower, tone.base))
    bib = g.blob([body.at(u - 0.44, 0.82), body.at(u + 0.44, 0.82), body.at(u + 0.52, 0.42), body.at(u + 0.5, 0.3),
                  body.at(u - 0.5, 0.3), body.at(u - 0.54, 0.42)], 0.18)  # fmt: skip
    for side in (-1, 1):
        brush.line([body.at(u + side * 0.38, 0.8), body.at(u * 0.6 + side * 0.46, 1.04)], tone.base, 10)
    brush.toned(bib, tone, 5)
    brush.fill(g.blob([body.at(u - 0.22, 0.7), body.at(u + 0.22, 0.7), body.at(u + 0.2, 0.52),
                       body.at(u - 0.2, 0.52)], 0.15), tone.shade)  # fmt: skip
    for button in (-0.37, 0.37):
        brush.fill(g.oval(*body.at(u + button, 0.785), 4, 4), tones(worn.trim or "sun").base)
    brush.line([body.at(-1.0, 0.31), body.at(0, 0.29), body.at(1.1, 0.31)], tone.shade, 3)


def _coat(brush: Brush, body: Body, worn: Garment, shape: g.Shape) -> None:
    tone, u = tones(worn.colour), body.front
    brush.toned(shape, tone, 10)
    brush.inside(shape, (trunk.strip(body, (u + 0.06, u + 0.1), (-0.6, 0.95)), tone.shade))
    for v in (-0.08, 0.18, 0.44, 0.7):
        brush.fill(g.oval(*body.at(u - 0.04, v), 3.6, 3.6), tones(worn.trim or "black").base)
    brush.line([body.at(-0.7, 0.12), body.at(-0.4, 0.2)], tone.shade, 4)
    for side in (-1, 1):
        lapel = [body.at(u * 0.7 + side * 0.46, 1.12), body.at(u * 0.8 + side * 0.58, 0.98),
                 body.at(u + side * 0.24, 0.86), body.at(u, 0.93)]  # fmt: skip
        brush.fill(g.blob(lapel, 0.16), tone.light)


OVERS: dict[str, Cut] = {
    "cardigan": Cut(sleeve=1.96, hem=-0.2, loose=3, grow=0.08, detail=_cardigan),
    "blazer": Cut(sleeve=1.98, hem=-0.18, loose=2, grow=0.06, detail=_blazer),
    "vest": Cut(sleeve=0, hem=-0.08, loose=0, grow=0.07, detail=_vest),
    "apron": Cut(sleeve=0, hem=-0.5, loose=0, grow=0.0, detail=_apron),
    "overalls": Cut(sleeve=0, hem=-0.15, loose=0, grow=0.03, detail=_overalls),
    "coat": Cut(sleeve=1.98, hem=-0.42, loose=4, grow=0.12, detail=_coat),
}
"""Garments whose sleeve is 0 leave the sleeves of the top in sight; each draws its own shape."""
