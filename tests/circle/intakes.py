"""Helpers for an intake: a coach and a person, and the way through all questions."""

from typing import Literal

from bot.circle.roles import facts_of
from bot.storage.intakes import Intake, Sheet
from tests.circle.town import Neighbour, Town

OWN = "Ik mis de ploeg, maar de drukte niet."


async def pair(town: Town) -> tuple[Neighbour, Neighbour]:
    """A coach and one of their people."""
    anja = await town.settle("Anja", "coach")
    return anja, await town.settle("Sam", coach=anja)


async def begun(town: Town) -> tuple[Neighbour, Neighbour]:
    """Anja has the first question of the intake of Sam before her."""
    anja, sam = await pair(town)
    await anja.says("intake")
    await anja.presses("Sam")
    await anja.presses("We beginnen")
    return anja, sam


async def answered(anja: Neighbour) -> None:
    """All questions, from the first to the last: each factor with a level, some with words."""
    await anja.presses("Laag")
    await anja.says(OWN)
    for level in ("Redelijk", "Veel steun", "Hoog", "Laag", "Zit mee", "Redelijk"):
        await anja.presses(level)
        await anja.presses("Niets opschrijven")
    await anja.sends(f"{await seq(anja)}:=0,4")
    await anja.presses("Even bellen")
    await anja.presses("Bellen")
    await anja.presses("Ochtend")
    await anja.presses("Ja, die eerst")
    await anja.presses("Hulp vragen")


async def seq(someone: Neighbour) -> int:
    """The number of the newest question."""
    return next(bubble.ask.seq for bubble in reversed(await someone.bubbles()) if bubble.ask)


async def sent(town: Town) -> tuple[Neighbour, Neighbour]:
    """A whole intake lies on the phone of Sam."""
    anja, sam = await begun(town)
    await answered(anja)
    await anja.presses("Stuur het op")
    return anja, sam


async def stored(sam: Neighbour) -> Intake:
    """The intake as it is kept."""
    found = await sam.town.database.read(lambda unit: unit.intakes.get(sam.id))
    assert found is not None, f"{sam.name} has no intake"
    return found


async def sheet(sam: Neighbour, version: Literal["draft", "own", "approved"]) -> Sheet:
    """One version of it."""
    found: Sheet | None = getattr(await stored(sam), version)
    assert found is not None, f"{sam.name} has no {version} version"
    return found


async def facts(sam: Neighbour) -> dict[str, str]:
    """What the house keeps of Sam for its dialogues."""
    return await sam.town.database.read(lambda unit: facts_of(unit.people.by_ids([sam.id])[sam.id]))


async def reads(sam: Neighbour) -> list[str]:
    """Sam opens what was sent; the second half comes after a button."""
    return [*await sam.presses("Lees het"), *await sam.presses("Verder")]
