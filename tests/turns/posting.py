"""Ways to put messages in the mailbox, and to spoil what lies there."""

import asyncio

import msgspec

from bot.batch import Result
from bot.storage.sessions import SessionDraft
from bot.storage.unit import Unit
from tests.household import JAN, NOW, Household

MORE = [f"more{at:012}" for at in range(100)]


async def at_once(home: Household, *texts: tuple[str, str]) -> list[Result]:
    """(person, text) that all came in before the mailbox looked."""
    messages = [home.inbound(words, person) for person, words in texts]
    return list(await asyncio.gather(*(home.turns.submit(one) for one in messages)))


async def own_words(home: Household, person: str = JAN) -> list[str]:
    """What a person typed, as it is stored."""
    return [msgspec.json.decode(line.body)["text"] for line in await home.lines(person) if line.side == "in"]


async def spoil(home: Household, person: str) -> None:
    """A session that this program cannot read, as after going back to an older version."""
    version = await home.version(person)

    def write(unit: Unit) -> None:
        draft = SessionDraft(
            person_id=person, flow="", step="", status="active", revision="", version=version,
            blob=b'{"person": 5}', updated_at=NOW,
        )  # fmt: skip
        unit.sessions.save([draft])

    await home.database.write(write)
