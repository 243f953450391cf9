"""People stand on the ground, walk without sliding, reach what they reach for, and every name can be drawn."""

import math

import pytest
import skia

from bot.content.models.film import Build, Stage, Storyboard
from bot.studio.build import Workshop
from bot.studio.catalogue import ACTIONS, FACES, LIGHTS, PLACES, POSES, PROPS
from bot.studio.easing import blink, ease
from bot.studio.figure.poses import walking
from bot.studio.figure.skeleton import ANKLE, stand
from bot.studio.frames import SceneFrames
from bot.studio.geometry import hang, reach
from bot.studio.read import read_cast, read_film
from bot.studio.stage import Showing

CAST = read_cast(Workshop().cast)
SIZE = (90, 130)


def pixels(stage: dict[str, object], now: float = 1.0) -> bytes:
    surface = skia.Surface(*SIZE)
    Showing(Stage.model_validate(stage), CAST, SIZE).paint(surface.getCanvas(), now)
    return bytes(surface.makeImageSnapshot().tobytes())


def first_film() -> Storyboard:
    return read_film(Workshop().films()[0], CAST)


def test_a_frame_is_the_same_every_time_it_is_drawn() -> None:
    film = first_film()
    first, again = (SceneFrames(film, film.scenes[0], CAST).picture(2.2, 0.2).tobytes() for _ in range(2))
    assert first == again


def test_a_frame_does_not_depend_on_the_frames_before_it() -> None:
    film = first_film()
    fresh = SceneFrames(film, film.scenes[3], CAST)
    worn = SceneFrames(film, film.scenes[3], CAST)
    for second in (0.0, 1.0, 3.0):
        worn.picture(second, 0.2)
    assert worn.picture(2.0, 0.2).tobytes() == fresh.picture(2.0, 0.2).tobytes()


def test_people_move_breathe_and_blink() -> None:
    stage: dict[str, object] = {"place": "coach-room", "actors": [{"who": "henk", "at": "middle"}]}
    assert pixels(stage, 1.0) != pixels(stage, 1.9)
    assert max(blink(now / 25, "Henk") for now in range(100)) > 0.9
    assert sum(blink(now / 25, "Henk") > 0.5 for now in range(100)) < 12


def test_the_lowest_part_of_a_film_is_one_plain_colour_for_its_captions() -> None:
    film = first_film()
    wide, high = film.size
    for scene in film.scenes:
        image = SceneFrames(film, scene.model_copy(update={"caption": ()}), CAST).picture(1.5, 0.25).toarray()
        band = image[math.ceil(high * 0.825 * 0.25) :]
        assert (band == band[0, 0]).all()
        assert wide * 0.25 == band.shape[1]


@pytest.mark.parametrize("name", sorted(POSES))
def test_in_every_pose_both_feet_stand_where_the_pose_says(name: str) -> None:
    pose = POSES[name]
    body = stand(pose, Build(), seat=165, breath=0)
    for leg, foot in ((body.near_leg, pose.near_foot), (body.far_leg, pose.far_foot)):
        assert leg.ankle[1] == pytest.approx(-ANKLE - foot.lift, abs=6)
        assert leg.knee[1] < leg.ankle[1]


def test_a_foot_on_the_ground_does_not_slide_while_walking() -> None:
    base = POSES["stand"]
    planted: dict[int, list[float]] = {}
    for travelled in range(0, 500, 5):
        foot = walking(base, travelled, 1.0).near_foot
        if foot.lift == 0:
            planted.setdefault(travelled // 250, []).append(travelled + foot.x)
    assert len(planted) == 2
    for places in planted.values():
        assert len(places) > 20
        assert max(places) - min(places) < 0.01


@pytest.mark.parametrize("target", [(60.0, 40.0), (-30.0, 120.0), (90.0, -70.0)])
def test_an_arm_ends_where_it_reaches_for(target: tuple[float, float]) -> None:
    upper, lower = reach((0, 0), target, (108, 98), -1)
    assert hang(hang((0, 0), 108, upper), 98, lower) == pytest.approx(target, abs=0.2)


def test_movement_starts_and_stops_softly() -> None:
    steps = [ease((i + 1) / 50) - ease(i / 50) for i in range(50)]
    assert steps[0] < 0.001
    assert steps[-1] < 0.001
    assert max(steps) > 0.03
    assert sum(steps) == pytest.approx(1)


@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_place_is_furnished_to_its_edges_in_every_light(place: str) -> None:
    seen = {light: pixels({"place": place, "light": light}) for light in LIGHTS}
    assert len(set(seen.values())) == len(LIGHTS)
    surface = skia.Surface(*SIZE)
    Showing(Stage.model_validate({"place": place, "view": {"width": 1300}}), CAST, SIZE).paint(surface.getCanvas(), 0)
    assert surface.toarray()[:, :, 3].min() == 255


@pytest.mark.parametrize("what", sorted(PROPS))
def test_every_prop_can_stand_and_be_held(what: str) -> None:
    bare = pixels({"place": "coach-room", "actors": [{"who": "tim", "at": "middle"}]})
    held = pixels({"place": "coach-room", "actors": [{"who": "tim", "at": "middle", "holds": what}]})
    stood = pixels({"place": "coach-room", "actors": [{"who": "tim", "at": "middle"}],
                    "props": [{"what": what, "at": [540, 1000]}]})  # fmt: skip
    assert len({bare, held, stood}) == 3


@pytest.mark.parametrize("do", sorted(ACTIONS))
def test_every_action_changes_what_is_seen(do: str) -> None:
    action: dict[str, object] = {"do": do, "at": 0, "for": 2}
    if do in ("pose", "sit", "stand"):
        action["what"] = "hands-hips"
    elif do == "feel":
        action["what"] = "laugh"
    elif do in ("pick-up", "put-down", "put-away", "take-back"):
        action.update(what="mug", to=(500, 800))
    else:
        action["to"] = (200, 760)
    person = {"who": "karin", "at": "middle", "holds": "mug"}
    still: dict[str, object] = {"place": "coach-room", "actors": [person], "props": [{"what": "mug", "at": [480, 840]}]}
    moving = {**still, "actors": [{**person, "actions": [action]}]}
    assert any(pixels(still, now) != pixels(moving, now) for now in (0.4, 1.0, 1.4))


@pytest.mark.parametrize("face", sorted(FACES))
def test_every_feeling_looks_different_from_calm(face: str) -> None:
    def portrait(name: str) -> bytes:
        view = {"x": 370, "y": 400, "width": 240}
        return pixels({"place": "coach-room", "view": view, "actors": [{"who": "desi", "at": "middle", "face": name}]})

    assert (portrait(face) == portrait("calm")) is (face == "calm")


def test_the_cast_of_eight_differs_in_age_skin_hair_and_body() -> None:
    people = list(CAST.people.values())
    assert len(people) == 8
    assert min(one.age for one in people) == 25
    assert max(one.age for one in people) == 63
    assert len({one.skin for one in people}) >= 5
    assert len({one.hair.style for one in people}) >= 6
    assert len({(one.build.height, one.build.shoulders, one.build.waist) for one in people}) == 8
    assert any(one.hair.style == "headscarf" for one in people)
    assert any("hearing-aid" in one.wears for one in people)
    assert any(outfit.over and outfit.over.kind == "overalls" for one in people for outfit in one.outfits.values())


@pytest.mark.parametrize("do", ["chin", "rest", "phone"])
def test_what_is_held_from_the_start_of_a_scene_does_not_jump_in_its_first_frame(do: str) -> None:
    def frame(now: float) -> bytes:
        action = {"do": do, "at": 0, "for": 9, "to": (430, 760)}
        actor = {"who": "henk", "at": "middle", "holds": "phone", "actions": [action]}
        return pixels({"place": "coach-room", "view": {"x": 370, "y": 600, "width": 500}, "actors": [actor]}, now)

    first, next_, still = frame(0), frame(0.04), pixels({"place": "coach-room"}, 0)
    changed = sum(abs(a - b) > 40 for a, b in zip(first, next_, strict=True))
    assert changed < 0.004 * len(first)
    assert first != still
