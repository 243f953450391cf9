"""One scene at one moment: the place, the people and the things, painted from back to front."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import skia

from bot.content.models.film import Action, Actor, Cast, Prop, Stage
from bot.studio import geometry as g
from bot.studio.acting.handling import PALM
from bot.studio.acting.perform import play
from bot.studio.acting.state import Moment, Place, Playing, Thing
from bot.studio.air import LIGHTS, Air, tint
from bot.studio.brush import Brush
from bot.studio.catalogue import FACES, PLACES, POSES, PROPS
from bot.studio.easing import ease, lerp, pulse
from bot.studio.figure import person
from bot.studio.figure.head import Mood
from bot.studio.figure.person import Carried
from bot.studio.figure.skeleton import Body
from bot.studio.props.kind import Look

LIGHT_FROM = (-0.62, -0.78)


@dataclass(frozen=True)
class Layer:
    """Something to paint at a depth; `key` is set when it never changes within the scene."""

    depth: float
    paint: Callable[[Brush], None]
    key: str | None = None


class Showing:
    """A stage that can be painted at any second. Parts that never move are drawn once and kept."""

    def __init__(self, stage: Stage, cast: Cast, size: tuple[int, int]) -> None:
        self.stage, self.cast, self.size = stage, cast, size
        self.setting = PLACES[stage.place]
        self.scale = size[0] / stage.view.width
        self._kept: dict[tuple[str, ...], Any] = {}

    def paint(self, canvas: Any, now: float) -> None:
        """Paints the picture area, whose top left corner is the origin of the canvas."""
        air = Air(LIGHTS[self.stage.light], self.stage.weather, now)
        run: list[Layer] = []
        for layer in sorted(self._layers(air), key=lambda each: each.depth):
            if layer.key is None:
                self._flush(canvas, run)
                run = []
                canvas.save()
                self._aim(canvas)
                layer.paint(Brush(canvas, LIGHT_FROM))
                canvas.restore()
            else:
                run.append(layer)
        self._flush(canvas, run)
        tint(Brush(canvas), air.light, *self.size)

    def _aim(self, canvas: Any) -> None:
        view = self.stage.view
        canvas.translate(self.size[0] / 2, self.size[1] / 2)
        canvas.scale(self.scale, self.scale)
        canvas.translate(-view.x, -view.y)

    def _flush(self, canvas: Any, run: list[Layer]) -> None:
        if not run:
            return
        key = tuple(layer.key or "" for layer in run)
        matrix = canvas.getTotalMatrix()
        if key not in self._kept:
            surface = skia.Surface(max(1, round(self.size[0] * matrix.getScaleX())),
                                   max(1, round(self.size[1] * matrix.getScaleY())))  # fmt: skip
            inner = surface.getCanvas()
            inner.scale(matrix.getScaleX(), matrix.getScaleY())
            self._aim(inner)
            for layer in run:
                layer.paint(Brush(inner, LIGHT_FROM))
            self._kept[key] = surface.makeImageSnapshot()
        canvas.drawImageRect(self._kept[key], skia.Rect.MakeWH(*self.size),
                             skia.SamplingOptions(skia.FilterMode.kLinear), None)  # fmt: skip

    def _layers(self, air: Air) -> list[Layer]:
        layers = [
            Layer(piece.depth, _piece_painter(piece.draw, air), None if piece.moves else f"piece{index}")
            for index, piece in enumerate(self.setting.pieces)
        ]
        things, actors = self._play(air.now)
        for key, thing in things.items():
            if not thing.held:
                kind = PROPS[thing.kind]
                still = None if kind.moves or self._is_handled(key) else f"thing-{key}"
                layers.append(Layer(thing.depth, _thing_painter(thing, air.now), still))
        for name, actor in actors.items():
            layers.append(Layer(self._depth(name, actor), _actor_painter(actor, air.now)))
        return layers

    def _is_handled(self, key: str) -> bool:
        named = any(action.what == key for actor in self.stage.actors for action in actor.actions)
        return named or any(prop.key == key and prop.actions for prop in self.stage.props)

    def _depth(self, name: str, actor: Playing) -> float:
        told = next(each for each in self.stage.actors if each.who == name)
        spot = None if isinstance(told.at, tuple) else self.setting.spots[told.at]
        if spot and spot.depth is not None and (actor.x, actor.y) == (spot.x, spot.y):
            return spot.depth
        return actor.y

    def _play(self, now: float) -> tuple[dict[str, Thing], dict[str, Playing]]:
        things = {prop.key: _thing(prop, self.setting.spots, now) for prop in self.stage.props}
        actors = {each.who: _actor(each, self.cast, self.setting.spots) for each in self.stage.actors}
        for told in self.stage.actors:
            moment = Moment(now, _NOTHING, things, self.setting.spots, actors)
            play(actors[told.who], told.actions, moment)
        return things, actors


_NOTHING = Action.model_validate({"do": "none"})


def _thing(prop: Prop, spots: dict[str, Place], now: float) -> Thing:
    place = prop.at if isinstance(prop.at, tuple) else (spots[prop.at].x, spots[prop.at].y)
    depth = place[1] if isinstance(prop.at, tuple) else (spots[prop.at].depth or place[1])
    thing = Thing(prop.what, *place, depth + prop.depth, prop.size, prop.flip, prop.colour)
    for action in prop.actions:
        if action.do == "buzz":
            thing.doing["buzz"] = max(thing.doing.get("buzz", 0), pulse(now, action.at, action.for_, 0.12))
        elif action.do == "move-to" and now >= action.at:
            goal = action.to if isinstance(action.to, tuple) else (spots[str(action.to)].x, spots[str(action.to)].y)
            share = ease((now - action.at) / max(action.for_, 0.01))
            thing.x, thing.y = lerp(thing.x, goal[0], share), lerp(thing.y, goal[1], share)
    return thing


def _actor(told: Actor, cast: Cast, spots: dict[str, Place]) -> Playing:
    member = cast.people[told.who]
    place = Place(*told.at) if isinstance(told.at, tuple) else spots[told.at]
    outfit = member.outfits[told.wear] if told.wear else next(iter(member.outfits.values()))
    return Playing(
        member=member, outfit=outfit, x=place.x, y=place.y, facing=1 if told.facing == "right" else -1,
        scale=member.build.height * told.size, seat=place.seat, pose=POSES[told.pose], face=FACES[told.face],
        near=told.holds, far=told.holds_far,
    )  # fmt: skip


def _piece_painter(draw: Callable[[Brush, Air], None], air: Air) -> Callable[[Brush], None]:
    return lambda brush: draw(brush, air)


def _thing_painter(thing: Thing, now: float) -> Callable[[Brush], None]:
    def paint(brush: Brush) -> None:
        kind = PROPS[thing.kind]
        if kind.shade:
            brush.shadow(thing.x, thing.y, kind.shade * thing.size, kind.shade * thing.size * 0.14)
        with brush.moved(thing.x, thing.y, scale=thing.size, flip=thing.flip) as own:
            kind.draw(own, Look(now=now, colour=thing.colour, buzz=thing.doing.get("buzz", 0)))

    return paint


def _actor_painter(actor: Playing, now: float) -> Callable[[Brush], None]:
    def paint(brush: Brush) -> None:
        body = actor.body()
        middle = (body.near_leg.ankle[0] + body.far_leg.ankle[0]) / 2
        middle = lerp(middle, body.spine[0][0] * 0.5 + middle * 0.5, actor.pose.sit)
        ground = actor.world((middle, 0))
        brush.shadow(ground[0], ground[1] + 2, 88 * actor.scale, 13 * actor.scale)
        with brush.moved(actor.x, actor.y, scale=actor.scale, flip=actor.facing < 0) as own:
            mood = Mood(actor.face, actor.closed, actor.gaze)
            person.draw(own, actor.member, actor.outfit, body, mood=mood, carried=_carried(actor, body, now))

    return paint


def _carried(actor: Playing, body: Body, now: float) -> Carried:
    both = actor.near if actor.near and PROPS[actor.near].two else None
    near = None if both else actor.near
    return Carried(
        near=_in_hand(near, actor, body, "near", now),
        far=_in_hand(actor.far, actor, body, "far", now),
        both=_in_hand(both, actor, body, "both", now),
    )


def _in_hand(what: str | None, actor: Playing, body: Body, hand: str, now: float) -> Callable[[Brush], None] | None:
    if what is None:
        return None
    kind = PROPS[what]
    near, far = (g.hang(arm.wrist, PALM, arm.angle) for arm in (body.near, body.far))
    place = {"near": near, "far": far, "both": g.between(near, far, 0.5)}[hand]
    arm = body.far if hand == "far" else body.near
    angle = actor.tilt if kind.upright else 180 - arm.angle

    def paint(brush: Brush) -> None:
        with brush.moved(*place, turn=angle) as turned, turned.moved(-kind.grip[0], -kind.grip[1]) as own:
            kind.draw(own, Look(now=now, stream=actor.stream, tilt=angle if kind.upright else 0))

    return paint
