"""Everything a storyboard can name: places, props, poses, faces, actions, lights, weathers, clothes."""

from bot.studio.acting.perform import ACTIONS
from bot.studio.air import LIGHTS, WEATHERS
from bot.studio.figure.face import FACES
from bot.studio.figure.hair import STYLES
from bot.studio.figure.overs import OVERS
from bot.studio.figure.poses import POSES
from bot.studio.figure.shoes import SOLE
from bot.studio.figure.tops import TOPS
from bot.studio.places import (
    bus_stop,
    canteen,
    coach_room,
    corridor,
    doorway,
    garden,
    kitchen,
    living_room,
    packing,
    park,
)
from bot.studio.places.parts import Setting
from bot.studio.props import animals, work
from bot.studio.props import garden as garden_things
from bot.studio.props import kitchen as table_things
from bot.studio.props.kind import Kind

PLACES: dict[str, Setting] = {
    "bus-stop": bus_stop.SETTING, "canteen": canteen.SETTING, "coach-room": coach_room.SETTING,
    "corridor": corridor.SETTING, "doorway": doorway.SETTING, "garden": garden.SETTING,
    "kitchen": kitchen.SETTING, "living-room": living_room.SETTING, "packing": packing.SETTING,
    "park": park.SETTING,
}  # fmt: skip
PROPS: dict[str, Kind] = {**table_things.KINDS, **work.KINDS, **garden_things.KINDS, **animals.KINDS}
PROP_ACTIONS = ("buzz", "move-to")
BOTTOMS = ("trousers", "jeans", "wide", "skirt")
__all__ = [
    "ACTIONS", "BOTTOMS", "FACES", "LIGHTS", "OVERS", "PLACES", "POSES", "PROPS", "PROP_ACTIONS", "SOLE", "STYLES",
    "TOPS", "WEATHERS",
]  # fmt: skip
