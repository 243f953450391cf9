"""One whole person: puts legs, trunk, head and arms over each other in the right order."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.content.models.film import Member, Outfit
from bot.studio.brush import Brush
from bot.studio.figure import hands, head, limbs, shoes, trunk
from bot.studio.figure.head import Mood
from bot.studio.figure.overs import OVERS
from bot.studio.figure.skeleton import ArmJoints, Body, LegJoints
from bot.studio.figure.tops import NECKS, TOPS, neckline
from bot.studio.palette import Tone, argb, darker, mix, tones

Held = Callable[[Brush], None]


@dataclass(frozen=True)
class Carried:
    """What is in the hands, drawn just before the hand that holds it; `both` lies between the two arms."""

    near: Held | None = None
    far: Held | None = None
    both: Held | None = None


def draw(brush: Brush, member: Member, outfit: Outfit, body: Body, *, mood: Mood, carried: Carried) -> None:
    """The figure with the middle between its feet on the origin, facing right."""
    head.behind(brush, member, body)
    if not body.pose.far_over:
        _arm(brush, member, outfit, body.far, held=carried.far, back=True)
    _legs(brush, member, outfit, body)
    _trunk(brush, member, outfit, body)
    head.draw(brush, member, body, mood)
    if body.pose.far_over:
        _arm(brush, member, outfit, body.far, held=carried.far, back=True)
    if carried.both:
        carried.both(brush)
    _arm(brush, member, outfit, body.near, held=carried.near, back=False)


def _trunk(brush: Brush, member: Member, outfit: Outfit, body: Body) -> None:
    cut, skin = TOPS[outfit.top.kind], tones(member.skin)
    shape = trunk.contour(body, cut.hem, cut.grow)
    brush.solid(shape, outfit.top.colour, 9)
    neckline(brush, body, outfit.top, skin, NECKS[outfit.top.kind])
    trunk.neck(brush, body, skin)
    cut.detail(brush, body, outfit.top, shape)
    if outfit.over:
        over = OVERS[outfit.over.kind]
        over.detail(brush, body, outfit.over, trunk.contour(body, over.hem, over.grow))


def _legs(brush: Brush, member: Member, outfit: Outfit, body: Body) -> None:
    shoe, turn = outfit.shoes, body.pose.turn
    for leg, dark in ((body.far_leg, True), (body.near_leg, False)):
        _leg(brush, member, outfit, leg, dark=dark)
        shoes.draw(brush, leg, shoe, turn, dark)
        if shoe.kind not in ("boots", "rubber-boots"):
            continue
        if shoe.kind == "boots":
            _leg(brush, member, outfit, leg, dark=dark)
    if outfit.bottom.kind == "skirt":
        trunk.skirt(brush, body, outfit.bottom.colour)
    else:
        trunk.pelvis(brush, body, outfit.bottom.colour)


def _leg(brush: Brush, member: Member, outfit: Outfit, leg: LegJoints, *, dark: bool) -> None:
    thick = member.build.limbs
    if outfit.bottom.kind == "skirt":
        limbs.bare_leg(brush, leg, _far(member.skin, dark), thick)
        return
    tone = _far(outfit.bottom.colour, dark)
    loose = {"trousers": 5.0, "jeans": 3.0, "wide": 10.0}[outfit.bottom.kind]
    limbs.trouser_leg(brush, leg, tone, thick=thick, loose=loose, short=0.035)


def _arm(brush: Brush, member: Member, outfit: Outfit, arm: ArmJoints, *, held: Held | None, back: bool) -> None:
    thick, skin = member.build.limbs, _far(member.skin, back)
    limbs.bare_arm(brush, arm, skin, thick)
    for worn, cut in _sleeves(outfit):
        tone = _far(worn, back)
        limbs.sleeve(brush, arm, tone, length=cut[0], thick=thick * cut[2], loose=cut[1])
    if arm.folded:
        colour, (length, _, wide) = _sleeves(outfit)[0]
        limbs.forearm(brush, arm, skin, thick)
        if length > 1:
            limbs.forearm(brush, arm, _far(colour, back), thick * wide * 1.16, share=length - 1)
    if held:
        held(brush)
    hands.draw(brush, arm, skin, size=0.94 + 0.1 * (thick - 1), back=back)


def _sleeves(outfit: Outfit) -> list[tuple[str, tuple[float, float, float]]]:
    top = TOPS[outfit.top.kind]
    worn = [(outfit.top.colour, (top.sleeve, top.loose, 1.0))]
    if outfit.over and OVERS[outfit.over.kind].sleeve:
        over = OVERS[outfit.over.kind]
        worn = [(outfit.over.colour, (over.sleeve, over.loose, 1.08))]
    return worn


def _far(colour: str, dark: bool) -> Tone:
    """The far arm and leg stand in the shadow of the body."""
    if not dark:
        return tones(colour)
    if colour.startswith("skin-"):
        tone = tones(colour)
        return Tone(argb(mix(colour, f"#{tone.shade & 0xFFFFFF:06X}", 0.45)), tone.shade, tone.base)
    return tones(darker(colour, 0.16))
