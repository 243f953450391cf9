"""Scenes with buddies: how somebody asks for one, how two become buddies, and all that somebody can look up."""

from bot.circle.around import CircleAround
from bot.circle.parts import Setting
from bot.circle.registry import LISTS, VIEWS
from bot.circle.terms import Terms
from bot.storage.pairs import Pair
from bot.storage.unit import Unit
from tests.circle.town import Neighbour, Town

YES, OTHER, NOT_NOW = "Ja, leuk", "Liever iemand anders", "Nu niet"
SHOW, LATER = "Laat zien", "Ik kies later"


async def asks(person: Neighbour, *likes: int, words: str = "", times: tuple[int, ...] = ()) -> list[str]:
    """Asks for a buddy with a profile (places in the lists from 0); gives what was said last."""
    await person.says("buddy")
    await person.presses("Ja, dat wil ik")
    await person.ticks(*likes)
    await (person.says(words) if words else person.presses("Liever niet"))
    await person.ticks(*times)
    await person.presses("Bellen")
    return await person.presses("Ja, dit is goed")


async def pair_up(town: Town, *names: str) -> list[Neighbour]:
    """Two who both said yes."""
    one, other = [await town.settle(name) for name in names or ("Karin", "Henk")]
    await asks(one, 0, 2)
    await asks(other, 0)
    await other.presses(YES)
    await one.presses(SHOW)
    await one.presses(YES)
    for person in (one, other):
        await person.news()
    return [one, other]


async def pair_of(town: Town, person: Neighbour) -> Pair | None:
    """The newest pair of this person."""

    def read(unit: Unit) -> list[Pair]:
        return unit.pairs.all_of(person.id)

    return next(reversed(await town.database.read(read)), None)


async def state(town: Town, person: Neighbour) -> str:
    """How that pair stands."""
    pair = await pair_of(town, person)
    return pair.state if pair else ""


async def shares(person: Neighbour, words: str) -> list[str]:
    """Shares a success with the buddy."""
    await person.says("buddy")
    await person.presses("Deel een succes")
    shown = await person.says(words)
    await person.presses("Ja, deel het")
    return shown


async def all_views(town: Town, me: Neighbour, *abouts: str) -> list[str]:
    """All that every view and every list tells this person, asked about nothing, everybody, and small numbers."""

    def ask(unit: Unit) -> list[str]:
        on = Setting(unit=unit, library=town.library, terms=Terms(), now=town.clock())
        around = CircleAround(on, unit.people.by_ids([me.id])[me.id])
        asked = ["", *abouts, *(str(at) for at in range(5))]
        told = [str(around.facts(view, about)) for view in VIEWS for about in asked]
        return [*told, *(str(around.options(one, about)) for one in LISTS for about in asked)]

    return await town.database.write(ask)
