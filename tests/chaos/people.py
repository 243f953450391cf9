"""What every test with many people ends with: nobody lost an answer, and nobody has a bubble twice or out of order."""

import asyncio
from collections.abc import Sequence

import msgspec

from bot.content.models.library import Library
from bot.conversation import Conversation
from bot.flows.session import Answer
from bot.storage.unit import Unit
from tests.serving import Server
from tests.twin import meant, seen_in
from tests.walker import Key, Walker


class Crowd:
    """People who walk, each over a connection of their own; `close` hangs up for all of them."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._walkers: list[Walker] = []

    async def invited(self, server: Server, names: Sequence[str]) -> list[Walker]:
        """A walker for each of these names, who came in and has the chat open."""
        people = await asyncio.to_thread(server.invite, names)
        fresh = [self.add(Walker(self.library, one, host=server.host, port=server.port)) for one in people]
        await come_in(fresh)
        return fresh

    def add(self, walker: Walker) -> Walker:
        """One more to hang up for."""
        self._walkers.append(walker)
        return walker

    async def close(self) -> None:
        """Hangs up."""
        await asyncio.gather(*(one.wire.close() for one in self._walkers))


async def come_in(people: Sequence[Walker]) -> None:
    """Lets everybody in, a few at a time: they all come from one address, and at one address codes are counted."""
    few = asyncio.Semaphore(4)

    async def enter(one: Walker) -> None:
        async with few:
            await one.enter()

    await asyncio.gather(*(enter(one) for one in people))


def stored(unit: Unit, person: str) -> dict[Key, object]:
    """The answers of one person, as they lie in the database."""
    found: dict[Key, object] = {}
    for one in unit.answers.of(person):
        answer = msgspec.json.decode(one.value, type=Answer)
        found[one.flow, one.key] = answer.value
    return found


def assert_all_answers_kept(server: Server, people: Sequence[Walker]) -> None:
    """What each person was told to answer is what is kept of them, and nothing else."""
    kept = server.within(lambda unit: {one.invitee.person: stored(unit, one.invitee.person) for one in people})
    for one in people:
        assert kept[one.invitee.person] == one.told, one.invitee.name


async def assert_in_order(library: Library, people: Sequence[Walker]) -> None:
    """The conversation of each is exactly the one that their acts should give: every line once, in its place."""
    conversation = Conversation(library)
    for one in people:
        _, wanted = meant(conversation, one.did)
        lines = await one.read()
        assert seen_in(lines) == wanted, one.invitee.name
        assert {line["n"] for line in lines} == set(one.lines), f"{one.invitee.name} was shown something else"
