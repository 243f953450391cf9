"""The trunk as a contour that bends with the spine; clothes are drawn on it in its own coordinates."""

from bot.studio import geometry as g
from bot.studio.brush import Brush
from bot.studio.figure.skeleton import Body
from bot.studio.palette import Tone, tones

HEIGHTS = (0.04, 0.22, 0.45, 0.6, 0.74, 0.86, 0.94)


def contour(body: Body, hem: float = -0.06, grow: float = 0.0) -> g.Shape:
    """The outline of a garment down to `hem` (below the hips when negative), `grow` wider than the body."""
    low = hem * (1 - 0.75 * body.pose.sit) if hem < 0 else hem
    heights = [low, *(v for v in HEIGHTS if v > low + 0.03)]
    wide = 1 + grow
    front = [body.at(wide + (0.05 if v < 0 else 0), v) for v in heights]
    back = [body.at(-wide - (0.05 if v < 0 else 0), v) for v in heights]
    top = [body.at(0.8, 1.0), body.at(0.36, 1.06), body.at(-0.4, 1.06), body.at(-0.86, 1.0)]
    return g.blob([*front, *top, *reversed(back)], 0.42)


def strip(body: Body, edges: tuple[float, float], span: tuple[float, float]) -> g.Shape:
    """A vertical strip of the trunk between two `u` and two `v`, that bends along."""
    (left, right), (low, high) = edges, span
    steps = [low + (high - low) * i / 5 for i in range(6)]
    return g.path(*[body.at(left, v) for v in steps], *[body.at(right, v) for v in reversed(steps)])


def band(body: Body, span: tuple[float, float], edges: tuple[float, float] = (-1.3, 1.3)) -> g.Shape:
    """A horizontal band around the trunk between two `v`, slightly hollow as on something round."""
    low, high = span
    us = [edges[0] + (edges[1] - edges[0]) * i / 6 for i in range(7)]
    sag = [-0.018 * (1 - (u / 1.3) ** 2) for u in us]
    upper = [body.at(u, high + s) for u, s in zip(us, sag, strict=True)]
    lower = [body.at(u, low + s) for u, s in zip(us, sag, strict=True)]
    return g.path(*upper, *reversed(lower))


def neck(brush: Brush, body: Body, skin: Tone) -> None:
    """The neck, with the shadow that the chin throws on it."""
    low = body.at(0.12 * body.pose.turn, 1.03)
    high = (body.head[0] - 4 - 5 * body.pose.turn, body.head[1] + 22)
    shape = g.chain([low, high], [19.5 * body.build.face, 17.5 * body.build.face])
    brush.toned(shape, skin, 5)
    chin = g.oval(body.head[0] + 4, body.head[1] + 36, 34, 30)
    brush.inside(shape, (chin, skin.shade))


def pelvis(brush: Brush, body: Body, colour: str) -> None:
    """The seat of the trousers, between the legs and the top."""
    x, y = body.spine[0]
    half = body.half(0.02)
    points = [body.at(0.9, 0.16), body.at(0.96, 0.02), (x + half * 0.72, y + 26), (x - half * 0.72, y + 26),
              body.at(-0.98, 0.0), body.at(-0.9, 0.16)]  # fmt: skip
    brush.toned(g.blob(points, 0.45), tones(colour), 8)


def skirt(brush: Brush, body: Body, colour: str) -> None:
    """A skirt to below the knee, from the hips over both legs."""
    tone = tones(colour)
    near, far = body.near_leg.knee, body.far_leg.knee
    front, back = (near, far) if near[0] > far[0] else (far, near)
    drop = 44.0
    points = [body.at(1.0, 0.14), body.at(1.05, 0.0), (front[0] + 25, front[1] - 12),
              (front[0] + 31, front[1] + drop), (back[0] - 27, back[1] + drop),
              (min(back[0] - 26, body.at(-1.1, 0)[0] + 4), back[1] * 0.5 + body.spine[0][1] * 0.5 + 12),
              body.at(-1.06, -0.02), body.at(-1.0, 0.14)]  # fmt: skip
    shape = g.blob(points, 0.3)
    brush.toned(shape, tone, 10)
    fold = [g.between(body.spine[0], near, 0.35), (near[0] + 4, near[1] + drop - 4)]
    brush.line(fold, tone.shade, 3)
