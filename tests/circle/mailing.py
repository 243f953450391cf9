"""Scenes around cards: who is open to them, how one is made and sent, and where it is."""

from bot.bootstrap import CONTENT
from bot.cardroom import CardRoom
from bot.messages import Outbound
from bot.storage.cards import Card
from tests.circle.town import Neighbour, Town

TEXT = "Ik dacht vandaag aan je. Dat wilde ik je even laten weten."
SHUT = "Ik kan dit kaartje niet sturen. De ander is nu niet open voor kaartjes."
SEND, TOGETHER = "Ja, stuur het", "Samen met collega's"


async def opens(someone: Neighbour) -> None:
    """Says yes to cards."""
    await someone.says("kaartjes")
    await someone.presses("Ja, dat is leuk")


async def pair(town: Town) -> tuple[Neighbour, Neighbour]:
    """A colleague, and someone who likes to get cards."""
    wim, karin = await town.settle("Wim", "colleague"), await town.settle("Karin")
    await opens(karin)
    return wim, karin


async def makes(sender: Neighbour, name: str = "Karin") -> list[str]:
    """Chooses the first picture and the first text."""
    await sender.says("kaartje")
    await sender.presses(name)
    await sender.presses("1. Koffie met bezoek")
    return await sender.presses("1. Ik denk aan je")


async def sends(sender: Neighbour, name: str = "Karin") -> list[str]:
    """The same, and sends it."""
    await makes(sender, name)
    return await sender.presses(SEND)


async def cards_of(someone: Neighbour) -> list[Card]:
    """The cards that this person got."""
    return await someone.town.database.read(lambda unit: unit.cards.of(someone.id))


async def under_way(someone: Neighbour) -> list[Card]:
    """The cards that wait for this person."""
    return await someone.town.database.read(lambda unit: unit.cards.under_way(someone.id, "waiting"))


async def shown(someone: Neighbour) -> list[Outbound]:
    """The cards that this person was shown."""
    return [bubble for bubble in await someone.bubbles() if bubble.kind == "card"]


def room(town: Town) -> CardRoom:
    """Who draws the cards."""
    return CardRoom(town.database, town.library, CONTENT / "media")
