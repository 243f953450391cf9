"""Reads cast, storyboards and pictures, and says in one plain sentence what is wrong with them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from bot.content.models.film import Cast, Member, Sheet, Stage, Still, Storyboard
from bot.errors import StoryboardError
from bot.studio.acting.moving import NEEDS_GOAL
from bot.studio.catalogue import (
    ACTIONS,
    BOTTOMS,
    CARDS,
    FACES,
    LIGHTS,
    OVERS,
    PLACES,
    POSES,
    PROP_ACTIONS,
    PROPS,
    SOLE,
    STYLES,
    TOPS,
    WEATHERS,
)
from bot.studio.marks import MARKS
from bot.studio.palette import PAINT

Kind = TypeVar("Kind", bound=Sheet)
CARD = "kaart-"
"""How the name of a picture begins that is the front of a card."""


def read_cast(path: Path) -> Cast:
    """The cast, with every garment, hair style and colour known to the studio."""
    cast = _read(path, Cast)
    for key, member in cast.people.items():
        _check_member(path.stem, key, member)
    return cast


def read_film(path: Path, cast: Cast) -> Storyboard:
    """A storyboard that can be rendered: every name in it is known."""
    film = _read(path, Storyboard)
    _same_name(path, film.id)
    for scene in film.scenes:
        check_stage(film.id, f"scene {scene.id}", scene, cast)
    return film


def read_still(path: Path, cast: Cast) -> Still:
    """A picture that can be rendered."""
    still = _read(path, Still)
    _same_name(path, still.id)
    if still.mark:
        _known(still.id, "picture", "mark", still.mark, MARKS)
    if still.card:
        _known(still.id, "picture", "card", still.card, CARDS)
    if (still.card is not None) != still.id.startswith(CARD):
        raise StoryboardError(name=still.id, why=f"a card, and nothing else, is called {CARD}something")
    stages = still.panels or ((still.stage,) if still.stage else ())
    for number, stage in enumerate(stages, 1):
        check_stage(still.id, f"panel {number}" if still.panels else "stage", stage, cast)
    return still


def check_stage(name: str, where: str, stage: Stage, cast: Cast) -> None:
    """Stops at the first name in a scene that the studio or the cast does not know."""
    _known(name, where, "place", stage.place, PLACES)
    _known(name, where, "light", stage.light, LIGHTS)
    _known(name, where, "weather", stage.weather, WEATHERS)
    _check_props(name, where, stage)
    _check_actors(name, where, stage, cast)


def _check_props(name: str, where: str, stage: Stage) -> None:
    spots = PLACES[stage.place].spots
    for prop in stage.props:
        _known(name, where, "prop", prop.what, PROPS)
        if isinstance(prop.at, str):
            _known(name, where, f"spot in {stage.place}", prop.at, spots)
        if prop.colour:
            _known(name, where, "colour", prop.colour, PAINT)
        for action in prop.actions:
            _known(name, where, "prop action", action.do, PROP_ACTIONS)


def _check_actors(name: str, where: str, stage: Stage, cast: Cast) -> None:
    spots = PLACES[stage.place].spots
    for actor in stage.actors:
        _known(name, where, "person", actor.who, cast.people)
        _known(name, where, "pose", actor.pose, POSES)
        _known(name, where, "face", actor.face, FACES)
        if isinstance(actor.at, str):
            _known(name, where, f"spot in {stage.place}", actor.at, spots)
        if actor.wear:
            _known(name, where, f"outfit of {actor.who}", actor.wear, cast.people[actor.who].outfits)
        for held in (actor.holds, actor.holds_far):
            if held:
                _known(name, where, "prop", held, PROPS)
        _check_actions(name, where, stage, actor.who)


def _check_actions(name: str, where: str, stage: Stage, who: str) -> None:
    spots = PLACES[stage.place].spots
    goals = {*spots, *(prop.key for prop in stage.props), *(actor.who for actor in stage.actors)}
    for actor in stage.actors:
        if actor.who != who:
            continue
        for action in actor.actions:
            _known(name, where, "action", action.do, ACTIONS)
            if isinstance(action.to, str):
                _known(name, where, "goal", action.to, goals)
            if action.do in NEEDS_GOAL and action.to is None and action.what is None:
                raise StoryboardError(name=name, why=f"{where}: {action.do} of {who} does not say to what")
            if action.what:
                _known(name, where, *_meaning(action.do, action.what, goals))


def _meaning(do: str, what: str, goals: set[str]) -> tuple[str, str, Iterable[str]]:
    """What the `what` of an action names."""
    if do in ("pose", "sit", "stand"):
        return "pose", what, POSES
    if do == "feel":
        return "face", what, FACES
    return "thing", what, goals


def _check_member(name: str, key: str, member: Member) -> None:
    where = f"person {key}"
    _known(name, where, "skin", member.skin, [tone for tone in PAINT if tone.startswith("skin-")])
    _known(name, where, "hair style", member.hair.style, STYLES)
    _known(name, where, "colour", member.hair.colour, PAINT)
    for outfit in member.outfits.values():
        garments = ((outfit.top, TOPS), (outfit.bottom, BOTTOMS), (outfit.shoes, SOLE), (outfit.over, OVERS))
        for garment, kinds in garments:
            if garment:
                _known(name, where, "garment", garment.kind, kinds)
                _known(name, where, "colour", garment.colour, PAINT)
                _known(name, where, "colour", garment.trim or garment.colour, PAINT)


def _known(name: str, where: str, what: str, value: str, known: Iterable[str]) -> None:
    names = sorted(known)
    if value not in names:
        raise StoryboardError(name=name, why=f"{where}: no {what} is called {value} (known: {', '.join(names)})")


def _same_name(path: Path, own: str) -> None:
    if path.stem != own:
        raise StoryboardError(name=path.stem, why=f"the file is called {path.stem} but its id is {own}")


def _read(path: Path, model: type[Kind]) -> Kind:
    try:
        return model.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except FileNotFoundError:
        raise StoryboardError(name=path.stem, why=f"there is no file {path}") from None
    except yaml.YAMLError as error:
        raise StoryboardError(name=path.stem, why=f"it is not YAML: {' '.join(str(error).split())}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        why = first["msg"].removeprefix("Value error, ")
        raise StoryboardError(name=path.stem, why=f"{where}: {why}" if where else why) from None
