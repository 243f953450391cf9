"""Everything a storyboard can name: places, props, poses, faces, actions, lights, weathers, clothes, cards."""

from bot.studio.acting.perform import ACTIONS
from bot.studio.air import LIGHTS, WEATHERS
from bot.studio.cards import evening, growing, morning, outside, pets, table, together, water, weather
from bot.studio.cards import work as workplace
from bot.studio.cards.paper import Motif
from bot.studio.figure.face import FACES
from bot.studio.figure.hair import STYLES
from bot.studio.figure.overs import OVERS
from bot.studio.figure.poses import POSES
from bot.studio.figure.shoes import SOLE
from bot.studio.figure.tops import TOPS
from bot.studio.places import (
    back_garden,
    big_steps,
    bus_stop,
    canteen,
    coach_room,
    corridor,
    doorway,
    front_room,
    gallery,
    garden,
    hall_door,
    hallway,
    kitchen,
    leaf_lane,
    living_room,
    office,
    packing,
    park,
    plain,
    plot,
    pond,
    shed_wall,
    sofa_room,
    square,
    table_top,
    trail,
    two_phones,
    waterside,
)
from bot.studio.places.parts import Setting
from bot.studio.props import (
    animals,
    at_home,
    bear,
    cats,
    close,
    dog_moods,
    dog_opinions,
    dogs,
    fallen,
    first_day,
    hopes,
    out_and_about,
    packed,
    papers,
    parcel,
    rakes,
    rest,
    sapling,
    soup_things,
    street,
    tape,
    work,
    work_ways,
    worry_cards,
)
from bot.studio.props import garden as garden_things
from bot.studio.props import kitchen as table_things
from bot.studio.props.kind import Kind

PLACES: dict[str, Setting] = {
    "back-garden": back_garden.SETTING, "gallery": gallery.SETTING, "two-phones": two_phones.SETTING,
    "big-steps": big_steps.SETTING,
    "bus-stop": bus_stop.SETTING, "canteen": canteen.SETTING, "coach-room": coach_room.SETTING,
    "corridor": corridor.SETTING, "doorway": doorway.SETTING, "front-room": front_room.SETTING,
    "garden": garden.SETTING,
    "hall-door": hall_door.SETTING, "hallway": hallway.SETTING,
    "kitchen": kitchen.SETTING, "leaf-lane": leaf_lane.SETTING, "living-room": living_room.SETTING,
    "office": office.SETTING, "packing": packing.SETTING, "shed-wall": shed_wall.SETTING,
    "park": park.SETTING, "pond": pond.SETTING, "plot": plot.SETTING,
    "sofa-room": sofa_room.SETTING, "square": square.SETTING, "table-top": table_top.SETTING,
    "trail": trail.LIVELY, "trail-quiet": trail.QUIET, "waterside": waterside.SETTING, **plain.SETTINGS,
}  # fmt: skip
PROPS: dict[str, Kind] = {**table_things.KINDS, **work.KINDS, **garden_things.KINDS, **animals.KINDS,
                          **bear.KINDS, **close.KINDS, **dog_moods.KINDS, **papers.KINDS, **soup_things.KINDS,
                          **work_ways.KINDS, **tape.KINDS,
                          **dogs.KINDS, **parcel.KINDS, **street.KINDS, **at_home.KINDS, **cats.KINDS,
                          **sapling.KINDS, **worry_cards.KINDS, **dog_opinions.KINDS,
                          **out_and_about.KINDS, **rest.KINDS,
                          **fallen.KINDS, **first_day.KINDS, **rakes.KINDS, **hopes.KINDS, **packed.KINDS}  # fmt: skip
CARDS: dict[str, Motif] = {**morning.MOTIFS, **pets.MOTIFS, **water.MOTIFS, **growing.MOTIFS, **table.MOTIFS,
                           **workplace.MOTIFS, **weather.MOTIFS, **outside.MOTIFS, **evening.MOTIFS,
                           **together.MOTIFS}  # fmt: skip
PROP_ACTIONS = ("buzz", "move-to")
BOTTOMS = ("trousers", "jeans", "wide", "skirt")
__all__ = [
    "ACTIONS", "BOTTOMS", "CARDS", "FACES", "LIGHTS", "OVERS", "PLACES", "POSES", "PROPS", "PROP_ACTIONS", "SOLE",
    "STYLES", "TOPS", "WEATHERS",
]  # fmt: skip
