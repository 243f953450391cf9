"""A card on a small phone: a colleague makes it, the employee sees it, makes it large, and can print it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.circle.card_post import BROUGHT
from bot.circle.card_rights import CARD, CARDS
from bot.content.models.library import Library
from bot.conversation import Conversation
from bot.keeping import Keeping
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.storage.unit import Unit
from tests.agreed import agree
from tests.browser.phone import Phone, phone_of
from tests.serving import Invitee, Server

pytestmark = [pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

IMAGE = '.bubble.card img[src*="/card/"]'
SHEET = '.picture img[src^="/picture/kaartjes-blad-0"]'
DRAWN = "one => one.complete && one.naturalWidth === 900"


def settle(server: Server, name: str, role: str) -> Invitee:
    """Someone who agreed, is open to cards, and has a code for this phone."""
    now = datetime.now(UTC)

    def add(unit: Unit) -> Invitee:
        where = add_organisation(unit, "De Werkplaats", now)
        newcomer = Newcomer(organisation_id=where, name=name, facts={"organisation": "De Werkplaats"}, role=role)
        person, handle = add_person(unit, newcomer, now)
        agree(unit, person, ("web", handle), now)
        unit.circle.allow(person, CARDS, now)
        return Invitee(name=name, person=person, handle=handle, code=make_invite(unit, person, now))

    return server.within(add)


def bring(server: Server, library: Library, karin: Invitee) -> None:
    """The morning comes."""
    now = datetime.now(UTC)

    def deliver(unit: Unit) -> None:
        (card,) = unit.cards.under_way(karin.person, "waiting")
        unit.cards.deliver(card.id, now)
        keeping = Keeping(unit, now, Conversation(library))
        assert keeping.post.tell(karin.person, BROUGHT, {CARD: str(card.id)})
        keeping.write()

    server.within(deliver)


async def makes_a_card(phone: Phone, shots: Path) -> None:
    """Four taps after the word, looking at each picture on the way."""
    await phone.types("kaartje")
    await phone.presses(".answers button:has-text('Karin')")
    sheet = await phone.appears(SHEET)
    await phone.until(lambda: sheet.evaluate("one => one.complete && one.naturalWidth > 700"))
    await phone.picture(shots, "card-sheet")
    await phone.presses(".answers button:has-text('2. De hond met de post')")
    await phone.picture(shots, "card-texts")
    await phone.presses(".answers button:has-text('3. Nieuws van het werk')")
    preview = await phone.appears(IMAGE)
    await preview.scroll_into_view_if_needed()
    await phone.until(lambda: preview.evaluate(DRAWN))
    await phone.picture(shots, "card-preview")
    await phone.see(".answers button:has-text('Ja, stuur het')").click()
    await phone.appears(".bubble:has-text('Het kaartje voor Karin is onderweg')")


async def test_a_card_goes_from_phone_to_phone_and_can_be_enlarged_and_printed(
    browser: Browser, running: Server, library: Library, shots: Path
) -> None:
    wim, karin = settle(running, "Wim", "colleague"), settle(running, "Karin", "employee")
    async with phone_of(browser, running) as phone:
        await phone.enter(wim)
        await makes_a_card(phone, shots)
        assert await phone.width_of_page() <= 360
    bring(running, library, karin)
    async with phone_of(browser, running) as phone:
        await phone.enter(karin)
        image = await phone.appears(IMAGE)
        await phone.until(lambda: image.evaluate(DRAWN))
        alt = await image.get_attribute("alt") or ""
        assert "De plant bij het raam heeft een nieuw blad" in alt
        assert "Wim" in alt
        assert await phone.width_of_page() <= 360
        await phone.picture(shots, "card-received")
        paper = await phone.see(".bubble.card a.print").get_attribute("href") or ""
        answer = await phone.context.request.get(f"{phone.url}{paper}")
        assert answer.ok
        assert (await answer.body()).startswith(b"%PDF")
        await image.click()
        await phone.appears(".big[open] img")
        await phone.picture(shots, "card-large")
        address = await image.get_attribute("src") or ""
    async with phone_of(browser, running) as stranger:
        assert (await stranger.context.request.get(f"{stranger.url}{address}")).status == 401
