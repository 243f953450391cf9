"""Nothing about health, and nothing that was not shared, ever reaches somebody else.

People wander at random through everything that there is, and type marked words about health wherever words can be
typed. Afterwards the mark of each is looked for in all that the others were told, where they stand, and their copies.
"""

import itertools
import json
import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from bot.bootstrap import CONTENT
from bot.content.loader import load
from bot.content.models.flow import Flow
from bot.content.models.library import Library
from bot.content.models.steps import DoStep, TextStep
from bot.conversation import Conversation
from bot.flows.effects import Acted, Effect, Relayed, Shared
from bot.flows.session import Answer, Frame, Session, parse
from bot.messages import Button, Inbound
from bot.safety.look import Watch
from bot.storage.unit import Unit
from tests.circle.town import MONDAY, Neighbour, Town

ACTS = 120
LIBRARY = load(CONTENT)


def given_away(flow: Flow) -> set[str]:
    """The keys of answers that are handed to what is done for others."""
    return {key for step in flow.steps if isinstance(step, DoStep) for key in step.gives}


def test_words_that_are_handed_over_are_looked_at_first() -> None:
    for flow in LIBRARY.flows.values():
        if not isinstance(flow, Flow):
            continue
        for step in flow.steps:
            if isinstance(step, TextStep) and step.save in given_away(flow):
                assert step.public, f"{flow.id}/{step.id} hands over words that may be about health"


TEXTS = [(flow.id, step.id) for flow in LIBRARY.flows.values() for step in flow.steps if isinstance(step, TextStep)]
MARKED = "Mijn rug doet pijn kanarie"


def carried(effects: Sequence[Effect]) -> str:
    """All words that these effects take to somebody else."""
    words = [one.text for one in effects if isinstance(one, Shared | Relayed)]
    words += [
        f"{given.value} {given.shown}" for one in effects if isinstance(one, Acted) for given in one.gives.values()
    ]
    return "\n".join(words)


@pytest.mark.parametrize(("flow", "step"), TEXTS, ids=["/".join(one) for one in TEXTS])
def test_marked_words_typed_at_any_question_are_carried_to_nobody(flow: str, step: str) -> None:
    """Typed there twice (who insists must not come through either), and whatever is pressed after it."""
    talk, chance = Conversation(LIBRARY), random.Random(f"{flow}/{step}")
    opened = LIBRARY.flows[flow]
    role = opened.roles[0] if isinstance(opened, Flow) else "employee"
    session = Session(person="p", state="active", consent=MONDAY, facts={"role": role, "coach": "Anja"})
    session.frames = (Frame(flow, step),)
    when = LIBRARY.graph[flow, step].when
    if when is not None:
        value = when.is_[0] if when.is_ else "iets"
        session.answers[f"{flow}/{when.key}"] = Answer(value=value, shown=value, step="", at=MONDAY)
    count = itertools.count()

    def take(**fields: Any) -> Sequence[Effect]:
        nonlocal session
        came = Inbound(channel="t", address="p", external_id=str(next(count)), at=MONDAY, **fields)
        turned = talk.turn(session, came, MONDAY)
        session = turned.session
        return turned.effects

    take(kind="command", data="resume")
    assert session.asked is not None
    assert session.asked.free
    for _ in range(2):
        assert "kanarie" not in carried(take(kind="text", text=MARKED))
    for _ in range(15):
        asked = session.asked
        if asked is None or not asked.choices:
            break
        data = (
            f"{asked.seq}:={chance.choice(['0', '0,1'])}"
            if asked.shape == "checklist"
            else (f"{asked.seq}:{chance.randrange(len(asked.choices))}")
        )
        assert "kanarie" not in carried(take(kind="press", data=data))


class Wanderer:
    """Someone who does whatever can be done, and types the mark wherever words can be typed."""

    def __init__(self, person: Neighbour, chance: random.Random) -> None:
        self.person = person
        self.chance = chance
        self.mark = f"kanarie{person.name.casefold()}"
        self.typed: set[tuple[str, str]] = set()

    async def acts(self) -> None:
        """One thing."""
        session = await self._session()
        asked = session.asked if session else None
        top = session.top if session else None
        buttons = await self._buttons(session)
        if asked is not None and asked.free and top is not None and self.chance.random() < 0.7:
            self.typed.add((top.flow, top.step))
            await self.person.says(f"Mijn rug doet pijn {self.mark}")
            if self.chance.random() < 0.5:
                return
        if asked is not None and asked.shape == "checklist":
            await self.person.sends(f"{asked.seq}:=0,1")
        elif buttons and self.chance.random() < 0.85:
            await self.person.sends(self.chance.choice(buttons).data)
        else:
            await self.person.says(self.chance.choice(self._commands()))

    def _commands(self) -> list[str]:
        never = {"stop", "erase", "data"}
        return sorted(said[0] for name, said in LIBRARY.words.commands.items() if name not in never)

    async def _session(self) -> Session | None:
        stored = await self.person.town.database.read(lambda unit: unit.sessions.load([self.person.id], lock=False))
        return parse(stored[self.person.id][0]) if stored else None

    async def _buttons(self, session: Session | None) -> list[Button]:
        """Those of the open question, and those that stand."""
        seq = session.asked.seq if session and session.asked else -1
        found = []
        for bubble in (await self.person.bubbles())[-12:]:
            if bubble.ask is not None and bubble.ask.seq in (0, seq):
                found += [one for one in bubble.ask.buttons if self._allowed(one.label)]
        return found

    def _allowed(self, label: str) -> bool:
        """Who stops or erases everything has nothing left to give away."""
        return not any(word in label.casefold() for word in ("stop", "wis"))


async def read_of(person: Neighbour) -> str:
    """All that this person can read or take along, and where they stand."""

    def read(unit: Unit) -> str:
        stored = unit.sessions.load([person.id], lock=False)
        session = stored[person.id][0].decode() if person.id in stored else ""
        return session + json.dumps(unit.export(person.id), ensure_ascii=False, default=str)

    said = [f"{one.text} {one.alt} {one.who}" for one in await person.bubbles()]
    return "\n".join([*said, await person.town.database.read(read)])


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2])
async def test_marked_words_about_health_reach_nobody_else(town: Town, library: Library, seed: int) -> None:
    assert Watch(library.signals).look("Mijn rug doet pijn kanarieels").medical
    chance = random.Random(seed)
    anja = await town.settle("Anja", "coach")
    wim = await town.settle("Wim", "colleague")
    els = await town.settle("Els", coach=anja)
    joop = await town.settle("Joop", coach=anja)
    lies = await town.settle("Lies", "lead")
    wanderers = [Wanderer(one, chance) for one in (anja, wim, els, joop, lies)]
    for count in range(ACTS):
        for one in wanderers:
            await one.acts()
        if count % 20 == 19:
            await town.later(hours=26)
            town.clock.at += timedelta(minutes=chance.randint(1, 300))
    assert sum(bool(one.typed) for one in wanderers) >= 2, "nobody typed anything"
    for one in wanderers:
        for other in wanderers:
            if other is not one:
                assert one.mark not in await read_of(other.person), f"{other.person.name} can read {one.person.name}"
