"""Cards as they are kept: each change needs its state, so that of two who press at once one wins."""

from datetime import timedelta

import pytest

from bot.storage.cards import Card, NewCard
from bot.storage.database import Database
from bot.storage.unit import Unit
from tests.storage.cast import DAY, FATIMA, JAN, NOW, settle_in


@pytest.fixture
async def lived_in(database: Database) -> Database:
    """Jan and Fatima are there."""
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    return database


def drafted(unit: Unit) -> Card:
    """A draft of Fatima for Jan."""
    new = NewCard(person_id=JAN, maker_id=FATIMA, design="hond", text="Dag!", made_at=NOW)
    card = unit.cards.get(unit.cards.add(new))
    assert card is not None
    return card


async def test_a_card_goes_once_comes_once_and_is_thanked_for_once(lived_in: Database) -> None:
    card = await lived_in.write(drafted)
    assert (card.state, card.text, card.names) == ("draft", "Dag!", ())
    assert not await lived_in.write(lambda unit: unit.cards.deliver(card.id, NOW)), "it was not sent"
    sent = [await lived_in.write(lambda unit: unit.cards.send(card, ["Wim"], NOW)) for _ in range(2)]
    brought = [await lived_in.write(lambda unit: unit.cards.deliver(card.id, NOW)) for _ in range(2)]
    thanked = [await lived_in.write(lambda unit: unit.cards.thank(card, "Mooi", NOW)) for _ in range(2)]
    assert sent == brought == thanked == [True, False]
    (kept,) = await lived_in.read(lambda unit: unit.cards.of(JAN))
    assert (kept.state, kept.names, kept.thanks, kept.delivered_at) == ("delivered", ("Wim",), "Mooi", NOW)


async def test_a_closed_card_has_lost_its_words_and_goes_nowhere(lived_in: Database) -> None:
    card = await lived_in.write(drafted)
    await lived_in.write(lambda unit: unit.cards.send(card, ["Wim"], NOW))
    assert await lived_in.write(lambda unit: unit.cards.close(card))
    assert not await lived_in.write(lambda unit: unit.cards.deliver(card.id, NOW))
    kept = await lived_in.read(lambda unit: unit.cards.get(card.id))
    assert kept is not None
    assert (kept.state, kept.text, kept.names) == ("closed", "", ())


async def test_only_who_was_asked_answers_and_only_once(lived_in: Database) -> None:
    card = await lived_in.write(drafted)
    await lived_in.write(lambda unit: unit.cards.ask(card.id, [FATIMA], NOW))
    await lived_in.write(lambda unit: unit.cards.ask(card.id, [FATIMA], NOW + DAY))
    assert not await lived_in.write(lambda unit: unit.cards.says(card.id, JAN, "yes"))
    assert await lived_in.write(lambda unit: unit.cards.says(card.id, FATIMA, "no"))
    assert not await lived_in.write(lambda unit: unit.cards.says(card.id, FATIMA, "yes"))
    assert await lived_in.read(lambda unit: unit.cards.signers(card.id)) == {FATIMA: "no"}


async def test_drafts_are_dropped_by_their_maker_and_old_cards_by_the_purge(lived_in: Database) -> None:
    sent, draft = await lived_in.write(drafted), await lived_in.write(drafted)
    await lived_in.write(lambda unit: unit.cards.ask(sent.id, [FATIMA], NOW))
    await lived_in.write(lambda unit: unit.cards.send(sent, ["Wim"], NOW))
    await lived_in.write(lambda unit: unit.cards.drop(FATIMA))
    assert await lived_in.read(lambda unit: unit.cards.get(draft.id)) is None
    assert await lived_in.write(lambda unit: unit.retention.cards(NOW)) == 0
    assert await lived_in.write(lambda unit: unit.retention.cards(NOW + timedelta(seconds=1))) == 1
    assert await lived_in.read(lambda unit: unit.cards.get(sent.id)) is None
    assert await lived_in.read(lambda unit: unit.cards.signers(sent.id)) == {}
