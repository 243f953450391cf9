"""All parts together, by the names that the content uses."""

from bot.circle import relay, yes
from bot.circle.parts import Doer, Lister, Part, Timed, Viewer

PARTS: tuple[Part, ...] = (yes.PART, relay.PART)

LISTS: dict[str, Lister] = {name: one for part in PARTS for name, one in part.lists.items()}
VIEWS: dict[str, Viewer] = {name: one for part in PARTS for name, one in part.views.items()}
DEEDS: dict[str, Doer] = {name: one for part in PARTS for name, one in part.deeds.items()}
TIMED: dict[str, Timed] = {name: one for part in PARTS for name, one in part.timed.items()}
