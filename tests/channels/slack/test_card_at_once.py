"""Cards on both databases: of many forms at once each counts once, and a form that was refused leaves no trace."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.bootstrap import CONTENT
from bot.channels.slack.desk import CardWish
from bot.content.models.library import Library
from bot.messages import Inbound
from bot.storage.database import Database
from tests.channels.slack.home import SlackHome
from tests.channels.slack.people import Drawn, cards_for, opens_to_cards, settled
from tests.fakes.slack.phone import Phone
from tests.fakes.slack.server import FakeSlack
from tests.household import Clock

TEXT = "Fijn dat je er bent."


@pytest.fixture
async def town(
    database: Database, tmp_path: Path, fake: FakeSlack, clock: Clock, library: Library
) -> AsyncIterator[SlackHome]:
    """A house with the real words, on either database."""
    async with SlackHome(
        database, tmp_path, fake, clock=clock, library=library, shelf=Drawn(library, tmp_path), media=CONTENT / "media"
    ) as home:
        yield home


def sent(home: SlackHome, phone: Phone, form: str) -> Inbound:
    """A form with this name that is sent in."""
    return Inbound(
        channel="slack", address=phone.member.id, external_id=f"T:form:{form}", kind="other", at=home.clock()
    )  # fmt: skip


async def test_one_form_that_comes_ten_times_at_once_is_one_card(town: SlackHome) -> None:
    wim, _ = await settled(town, "Wim", "colleague")
    _, karin = await settled(town, "Karin")
    await opens_to_cards(town, karin)
    wish = CardWish(who=karin, design="hond", text=TEXT)
    forms = [town.desk.cards.send(sent(town, wim, "V1"), wish) for _ in range(10)]
    found = [one.outcome for one in await asyncio.gather(*forms)]
    assert (found.count("sent"), found.count("repeat")) == (1, 9)
    assert len(await cards_for(town, karin)) == 1


async def test_many_people_at_once_each_send_their_card(town: SlackHome) -> None:
    _, karin = await settled(town, "Karin")
    await opens_to_cards(town, karin)
    wish = CardWish(who=karin, design="hond", text=TEXT)
    senders = [(await settled(town, f"Wim {at}", "colleague"))[0] for at in range(8)]
    forms = [town.desk.cards.send(sent(town, one, f"V{at}"), wish) for at, one in enumerate(senders)]
    assert {one.outcome for one in await asyncio.gather(*forms)} == {"sent"}
    cards = await cards_for(town, karin)
    assert len(cards) == 8
    assert len({card.due_at for card in cards}) == 1, "all are brought at one moment of the day"


async def test_a_form_that_was_refused_leaves_no_trace_and_the_draft_of_the_chat_as_it_was(town: SlackHome) -> None:
    wim, _ = await settled(town, "Wim", "colleague")
    _, karin = await settled(town, "Karin")
    _, shy = await settled(town, "Sam")
    await opens_to_cards(town, karin)
    for said in ("kaartje", "Karin", "1. Koffie met bezoek", "1. Ik denk aan je"):
        wim.says(said)
        await town.fake.post.tried()
        await town.quiet()
    (draft,) = await cards_for(town, karin)
    assert draft.state == "draft"
    refused = await town.desk.cards.send(sent(town, wim, "V1"), CardWish(who=shy, design="hond", text=TEXT))
    assert (refused.outcome, refused.field) == ("refused", "who")
    assert [one.id for one in await cards_for(town, karin)] == [draft.id]
    again = await town.desk.cards.send(sent(town, wim, "V1"), CardWish(who=karin, design="hond", text=TEXT))
    assert again.outcome == "sent"
