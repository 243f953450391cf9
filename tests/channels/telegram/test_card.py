"""A card on Telegram: drawn for the person who gets it, sent as bytes, and no id of it is kept."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.bootstrap import CONTENT
from bot.cardroom import CardRoom
from bot.content.models.library import Library
from bot.keeping import Keeping
from bot.messages import Outbound
from bot.storage.cards import NewCard
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from tests.channels.telegram.home import TelegramHome
from tests.channels.telegram.talks import talks
from tests.fakes.telegram.server import FakeTelegram
from tests.household import Clock

JPEG = b"\xff\xd8\xff"


@pytest.fixture
async def drawing(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeTelegram, clock: Clock, library: Library
) -> AsyncIterator[TelegramHome]:
    """A house with the real drawings."""
    database = Database(sqlite_url, vault)
    found = replace(talks(), cards=library.cards, pictures={**talks().pictures, **library.pictures})
    home = TelegramHome(database, tmp_path, fake, clock=clock, library=found)
    home.desk._cards = CardRoom(database, found, CONTENT / "media")
    async with home as one:
        yield one
    database.close()


async def shows(home: TelegramHome, reader: str, *, owner: str, text: str) -> None:
    """Brings `owner` a card, and shows its number to `reader`."""
    now = home.clock()

    def bring(unit: Unit) -> Keeping:
        new = NewCard(person_id=owner, maker_id=owner, design="hond", text="Dag!", made_at=now)
        card = unit.cards.get(unit.cards.add(new))
        assert card is not None
        unit.cards.send(card, ["Wim"], now)
        unit.cards.deliver(card.id, now)
        keeping = Keeping(unit, now, home.conversation)
        keeping.post.say(reader, Outbound(kind="card", text=text, media=str(card.id), alt="The dog with the post"))
        keeping.write()
        return keeping

    keeping = await home.database.write(bring)
    home.delivery.offer(keeping.parcels)


async def test_a_card_is_drawn_and_sent_each_time_and_its_file_is_not_remembered(drawing: TelegramHome) -> None:
    phone, person = await drawing.agreed()
    known = await drawing.desk.load(1)
    for text in ("Once.", "Twice."):
        await shows(drawing, person, owner=person, text=text)
        assert (await phone.reads(text)).method == "sendPhoto"
    assert drawing.fake.bot.desk.uploads == 2
    assert all(file.startswith(JPEG) for file in drawing.fake.bot.desk.files.values())
    assert await drawing.desk.load(1) == known == {}


async def test_who_may_not_see_a_card_reads_what_it_shows_and_gets_no_picture(drawing: TelegramHome) -> None:
    _, fatima = await drawing.agreed("Fatima")
    phone, ruud = await drawing.agreed("Ruud")
    await shows(drawing, ruud, owner=fatima, text="Not yours.")
    assert (await phone.reads("Not yours.\n\nThe dog with the post")).method == "sendMessage"
    assert drawing.fake.bot.desk.uploads == 0
