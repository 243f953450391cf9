"""One message that cannot be handled holds up nobody: it is set apart, and the person hears a kind word."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.batch import Result
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.messages import Inbound
from bot.newcomers import Newcomer, add_organisation, add_person
from bot.storage.database import Database
from bot.storage.eraser import Eraser
from bot.storage.ledger import Ledger
from bot.storage.media import MediaFolder
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from bot.turns import Turns
from tests.flows import small
from tests.talk import START

ROUND = small.course(
    "k",
    [
        small.choice("a", "Which?", {"label": "Round", "next": "b"}, {"label": "On", "next": "z"}, skip="Skip"),
        small.say("b", "Round.", next="c"),
        small.say("c", "And round.", next="b"),
        small.say("z", "There.", button="On"),
    ],
)
NAMES = ("Sven", "Fatma", "Karin", "Henk")


class Mailbox:
    """The part of the house between a channel and the database, over content that goes round."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(f"sqlite:///{folder / 'opstap.sqlite3'}", Vault(bytes(range(32))))
        eraser = Eraser(self.database, Ledger(folder / "erasures.txt"), MediaFolder(folder / "media"))
        delivery = Delivery(self.database, {}, lambda: START)
        conversation = Conversation(small.library(ROUND))
        self.turns = Turns(self.database, eraser, conversation, delivery, clock=lambda: START)
        self.count = 0

    async def newcomers(self) -> list[str]:
        """The addresses of people at the first question of the course."""

        def add(unit: Unit) -> list[str]:
            where = add_organisation(unit, "De Werkplaats", START)
            return [add_person(unit, Newcomer(organisation_id=where, name=one, facts={}), START)[1] for one in NAMES]

        found = await self.database.write(add)
        for one in found:
            for text in ("hello", "Yes", "menu", "k"):
                last = await self.says(one, text)
            assert last.standing == "k/a"
        return found

    async def says(self, address: str, text: str) -> Result:
        """One message."""
        self.count += 1
        return await self.turns.submit(
            Inbound(channel="web", address=address, external_id=str(self.count), kind="text", at=START, text=text)
        )


@pytest.fixture
async def mailbox(tmp_path: Path) -> AsyncIterator[Mailbox]:
    one = Mailbox(tmp_path)
    await asyncio.to_thread(one.database.migrate)
    one.turns.start()
    yield one
    await one.turns.stop()
    one.database.close()


async def test_the_others_in_the_same_moment_go_on_and_the_one_hears_sorry(mailbox: Mailbox) -> None:
    poisoned, *others = await mailbox.newcomers()
    results = await asyncio.gather(
        mailbox.says(others[0], "On"), mailbox.says(poisoned, "Round"), *(mailbox.says(one, "On") for one in others[1:])
    )
    bad = results.pop(1)
    assert (bad.outcome, [one.outbound.text for one in bad.parcels]) == ("failed", ["<apology>"])
    assert [(one.outcome, one.standing) for one in results] == [("done", "k/z")] * 3
    kept = await mailbox.database.read(lambda unit: unit.quarantine.all(10))
    assert [one.error for one in kept] == ["FlowLoopError"]


async def test_after_the_kind_word_the_same_question_is_open_and_can_be_answered(mailbox: Mailbox) -> None:
    poisoned, *_ = await mailbox.newcomers()
    await mailbox.says(poisoned, "Round")
    again = await mailbox.says(poisoned, "On")
    assert (again.outcome, again.standing) == ("done", "k/z")
