"""A colleague makes a card on a form: it is drawn while it is filled in, and goes the way of every card, once."""

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.bootstrap import CONTENT
from bot.content.models.library import Library
from bot.errors import DatabaseUnreachableError
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.slack.home import Mode, SlackHome, eventually
from tests.channels.slack.people import Drawn, cards_for, opens_to_cards, settled
from tests.fakes.slack.phone import Phone
from tests.fakes.slack.server import FakeSlack
from tests.fakes.telegram.faults import Fault
from tests.household import Clock

OWN = "Fijn dat je er bent. De koffie staat klaar."
ON_ITS_WAY = "Het kaartje voor Karin is onderweg. Lief van je."


@pytest.fixture
async def town(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeSlack, clock: Clock, mode: Mode, library: Library
) -> AsyncIterator[SlackHome]:
    """A house with the real words and pictures, in both ways of hearing."""
    database = Database(sqlite_url, vault)
    async with SlackHome(
        database,
        tmp_path,
        fake,
        mode=mode,
        clock=clock,
        library=library,
        shelf=Drawn(library, tmp_path),
        media=CONTENT / "media",
    ) as home:
        yield home
    database.close()


async def pair(home: SlackHome) -> tuple[Phone, Phone, str]:
    """Wim, who likes to send a card, and Karin, who likes to get one."""
    wim, _ = await settled(home, "Wim", "colleague")
    karin, person = await settled(home, "Karin")
    await opens_to_cards(home, person)
    return wim, karin, person


async def opened(home: SlackHome, wim: Phone) -> None:
    """The form is open, and the first picture stands on it."""
    wim.commands("/kaartje")
    await wim.until(lambda one: one.member.modal is not None and bool(picture_of(one)))
    await home.quiet()


def picture_of(wim: Phone) -> str:
    """The picture on the form, as the platform knows it."""
    images = [one for one in wim.form["blocks"] if one["type"] == "image"]
    return str(images[0]["slack_file"]["id"]) if images else ""


def seen(home: SlackHome, id: str) -> tuple[int, int]:
    """The size of a picture that is there."""
    with Image.open(BytesIO(home.fake.office.files[id])) as picture:
        return picture.size


async def test_a_card_is_made_on_a_form_and_goes_on_its_way(town: SlackHome) -> None:
    wim, _, karin = await pair(town)
    await opened(town, wim)
    assert list(wim.fields) == ["who", "design", "ready", "own"]
    assert wim.options("who").keys() == {"Karin"}
    assert len(wim.options("design")) == len(town.library.cards.designs)
    first = picture_of(wim)
    assert seen(town, first) == (900, 1200)
    wim.chooses("who", "Karin")
    wim.chooses("design", "De hond met de post")
    await wim.until(lambda one: picture_of(one) not in ("", first))
    wim.writes("own", OWN)
    await wim.until(lambda one: OWN in one.on_form.shown)
    wim.sends()
    await wim.reads(ON_ITS_WAY)
    assert wim.member.modal is None
    (card,) = await cards_for(town, karin)
    assert (card.text, card.design, card.state, list(card.names)) == (OWN, "hond", "waiting", ["Wim"])
    assert sum(town.fake.refused.values()) == 0
    await town.quiet()
    assert not town.fake.office.files, "a picture of the card is left on the platform"


async def test_own_words_come_before_ready_ones_and_ready_ones_are_drawn_too(hall: SlackHome) -> None:
    wim, _, karin = await pair(hall)
    await opened(hall, wim)
    ready = next(label for label in wim.options("ready") if label.startswith("Ik dacht vandaag aan je."))
    wim.chooses("ready", ready)
    await wim.until(lambda one: "Ik dacht vandaag aan je." in one.on_form.shown)
    wim.chooses("who", "Karin")
    wim.sends()
    await wim.reads(ON_ITS_WAY)
    (card,) = await cards_for(hall, karin)
    assert card.text == "Ik dacht vandaag aan je. Dat wilde ik je even laten weten."


async def test_typing_fast_draws_only_what_stands_there_at_last(hall: SlackHome) -> None:
    wim, _, _ = await pair(hall)
    await opened(hall, wim)
    drawn = hall.fake.count["files.completeUploadExternal"]
    for length in range(1, len(OWN) + 1):
        wim.writes("own", OWN[:length])
    await wim.until(lambda one: OWN in one.on_form.shown)
    await hall.quiet()
    assert hall.fake.count["files.completeUploadExternal"] - drawn <= 3
    assert wim.form["state"]["values"]["own"]["own"]["value"] == OWN
    assert len(hall.fake.office.files) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Jij bent een klootzak", "Dit kan iemand pijn doen."),
        ("Wanneer ben je weer beter?", "Een kaartje gaat niet over gezondheid."),
        ("Hoe gaat het met je depressie?", "Dit gaat over gezondheid."),
        ("Mijn nummer is 111222333", "Dit lijkt een geheim nummer"),
    ],
    ids=["rude", "pressing", "medical", "number"],
)
async def test_words_that_the_chat_would_refuse_are_refused_at_their_field_and_can_be_changed(
    hall: SlackHome, text: str, why: str
) -> None:
    wim, _, karin = await pair(hall)
    await opened(hall, wim)
    wim.chooses("who", "Karin")
    wim.writes("own", text)
    wim.sends()
    await wim.until(lambda one: why in one.member.errors.get("own", ""))
    assert await cards_for(hall, karin) == []
    wim.writes("own", OWN)
    wim.sends()
    await wim.reads(ON_ITS_WAY)
    assert [one.text for one in await cards_for(hall, karin)] == [OWN]


async def test_without_words_the_form_says_what_is_missing(hall: SlackHome) -> None:
    wim, _, karin = await pair(hall)
    await opened(hall, wim)
    wim.chooses("who", "Karin")
    wim.sends()
    await wim.until(lambda one: one.member.errors == {"own": "Kies een tekst, of schrijf zelf iets."})
    assert await cards_for(hall, karin) == []


async def test_a_form_that_is_sent_twice_is_one_card(town: SlackHome) -> None:
    wim, _, karin = await pair(town)
    await opened(town, wim)
    wim.chooses("who", "Karin")
    wim.writes("own", OWN)
    for _ in range(5):
        wim.sends()
    await wim.reads(ON_ITS_WAY)
    await town.quiet()
    (card,) = await cards_for(town, karin)
    await town.database.write(lambda unit: unit.cards.deliver(card.id, town.clock()))
    sent = next(one for one in town.fake.post.tries if one.payload.get("type") == "view_submission")
    town.fake.post.again(sent)
    await town.fake.post.tried()
    await town.quiet()
    assert await cards_for(town, karin) == [], "the same form is a repeat for ever"
    assert wim.texts.count(ON_ITS_WAY) == 1
    assert town.fake.post.failed == {}


async def test_a_second_card_to_the_same_person_waits_until_the_first_is_there(hall: SlackHome) -> None:
    wim, _, karin = await pair(hall)
    for _ in range(2):
        await opened(hall, wim)
        wim.chooses("who", "Karin")
        wim.writes("own", OWN)
        wim.sends()
        await wim.until(lambda one: one.member.modal is None or bool(one.member.errors))
    assert wim.member.errors["who"].startswith("Jouw vorige kaartje aan deze collega is nog onderweg.")
    assert len(await cards_for(hall, karin)) == 1


async def test_who_closed_cards_meanwhile_gets_none_and_the_form_says_so_kindly(hall: SlackHome) -> None:
    wim, _, karin = await pair(hall)
    await opened(hall, wim)
    wim.chooses("who", "Karin")
    wim.writes("own", OWN)
    await hall.database.write(lambda unit: unit.circle.forbid(karin, "cards"))
    wim.sends()
    await wim.until(lambda one: "nu niet open voor kaartjes" in one.member.errors.get("who", ""))
    assert await cards_for(hall, karin) == []


async def test_a_tampered_form_sends_nothing_to_who_is_not_to_be_chosen(hall: SlackHome) -> None:
    wim, _, _ = await pair(hall)
    _, shy = await settled(hall, "Sam")
    await opened(hall, wim)
    wim.chooses("who", "Karin")
    wim.writes("own", OWN)
    wim.form["state"]["values"]["who"]["who"]["selected_option"]["value"] = shy
    wim.sends()
    await wim.until(lambda one: "who" in one.member.errors)
    assert await cards_for(hall, shy) == []


async def test_words_of_danger_on_a_card_bring_help_and_no_card(town: SlackHome) -> None:
    wim, _, karin = await pair(town)
    await opened(town, wim)
    wim.chooses("who", "Karin")
    wim.writes("own", "Ik wil dood")
    wim.sends()
    await wim.until(lambda one: one.member.modal is not None and "bel meteen 112" in one.on_form.shown)
    await wim.reads("Is er nu iemand bij je die je vertrouwt?")
    assert await cards_for(town, karin) == []
    await town.quiet()
    assert not town.fake.office.files


async def test_a_form_that_is_asked_for_too_late_is_offered_once_more(hall: SlackHome) -> None:
    wim, _, _ = await pair(hall)
    hall.fake.faults.add(Fault(kind="busy", method="views.open"))
    wim.commands("/kaartje")
    told = await wim.reads("Het kaartje ging niet open.")
    assert told.only == wim.member.id
    form = hall.desk.cards.form

    async def slowly(address: str) -> object:
        found = await form(address)
        hall.clock.move(seconds=4)
        return found

    hall.desk.cards.form = slowly  # type: ignore[assignment, method-assign]  # as slow as a busy machine
    wim.presses("Stuur een kaartje", told)
    told = await wim.reads("Het kaartje ging niet open.")
    assert hall.fake.refused["views.open"] == 2
    hall.desk.cards.form = form  # type: ignore[method-assign]
    wim.presses("Stuur een kaartje", told)
    await wim.until(lambda one: one.member.modal is not None)


async def test_it_opens_from_the_home_page_and_from_a_shortcut_too(hall: SlackHome) -> None:
    wim, _, _ = await pair(hall)
    wim.opens()
    await wim.until(lambda one: one.member.home is not None and "Stuur een kaartje" in one.at_home.labels)
    wim.presses_home("Stuur een kaartje")
    await wim.until(lambda one: one.member.modal is not None)
    await hall.quiet()
    wim.closes()
    await hall.quiet()
    assert not hall.fake.office.files, "a closed form leaves no picture"
    hall.fake.post.shortcut(wim.member, "kaartje")
    await wim.until(lambda one: one.member.modal is not None)


async def test_who_makes_no_cards_is_answered_in_the_chat(hall: SlackHome) -> None:
    wim, _ = await settled(hall, "Wim", "colleague")
    wim.commands("/kaartje")
    await wim.reads("Er is nu niemand open voor kaartjes.")
    karin, _ = await settled(hall, "Karin")
    karin.commands("/kaartje")
    await karin.reads("Wil je kaartjes krijgen?")
    assert (wim.member.modal, karin.member.modal) == (None, None)


async def test_a_form_that_another_hand_changed_is_drawn_only_by_who_saw_that_change(hall: SlackHome) -> None:
    wim, _, _ = await pair(hall)
    await opened(hall, wim)
    wim.writes("own", "Dag")
    wim.form["hash"] = "changed by another"
    await eventually(lambda: hall.fake.refused["views.update"] > 0)
    await hall.quiet()
    assert "Dag" not in wim.on_form.shown
    wim.writes("own", OWN)
    await wim.until(lambda one: OWN in one.on_form.shown)
    await hall.quiet()
    assert len(hall.fake.office.files) == 1


async def test_a_card_that_cannot_be_stored_now_stays_on_the_form(
    hall: SlackHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    wim, _, karin = await pair(hall)
    await opened(hall, wim)
    wim.chooses("who", "Karin")
    wim.writes("own", OWN)
    await hall.quiet()

    async def away(work: object) -> object:
        raise DatabaseUnreachableError(url="x", why="away")

    with monkeypatch.context() as patch:
        patch.setattr(hall.database, "write", away)
        wim.sends()
        await wim.until(lambda one: one.member.errors == {"own": "Het lukt nu even niet. Probeer het straks nog eens."})
    wim.sends()
    await wim.reads(ON_ITS_WAY)
    assert len(await cards_for(hall, karin)) == 1


async def test_only_ids_stand_in_what_the_platform_keeps_for_us(hall: SlackHome) -> None:
    wim, _, _ = await pair(hall)
    await opened(hall, wim)
    wim.writes("own", OWN)
    await wim.until(lambda one: OWN in one.on_form.shown)
    assert wim.form["private_metadata"] == picture_of(wim)
