"""A coach lets somebody in from the chat, and a code that is tried again does not stay unseen."""

import re
from pathlib import Path

import pytest

from bot.channels.web.desk import Visit
from bot.channels.web.hub import Hub
from bot.drawing import qr
from bot.newcomers import make_invite
from bot.webdesk import WebDesk
from tests.circle.town import URL, Neighbour, Town

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}")


def desk_of(town: Town, folder: Path) -> WebDesk:
    """The door of the web chat."""
    return WebDesk(
        town.database, town.home.turns, town.library, hub=Hub(), media=folder, folder=town.home.media, url=URL
    )


async def invite(coach: Neighbour, name: str) -> str:
    """The coach invites somebody; gives the code."""
    await coach.says("nodig uit")
    await coach.says(name)
    heard = await coach.presses("Ja, maak de code")
    found = CODE.search(heard[2])
    assert found is not None, heard
    assert heard[1] == f"De link: {URL}/k/{found[0]}"
    return found[0]


async def test_a_coach_invites_with_a_first_name_and_gets_a_link_a_code_and_a_picture(
    both: Town, tmp_path: Path
) -> None:
    anja = await both.settle("Anja", "coach")
    code = await invite(anja, "Els")
    picture = (await anja.bubbles())[-1]
    assert (picture.kind, picture.media) == ("picture", f"qr-{code}")
    desk = desk_of(both, tmp_path)
    drawn = desk.code(picture.media or "")
    assert drawn is not None
    assert drawn.startswith(b"\x89PNG")
    entered = await desk.enter(code, "a phone", both.clock())
    assert isinstance(entered[0], Visit)
    assert entered[0].name == "Els"
    [row] = (await both.database.read(lambda unit: unit.people.by_ids([entered[0].person]))).values()  # type: ignore[union-attr]
    assert b'"coach":"Anja"' in row.facts
    assert b'"organisation":"De Werkplaats"' in row.facts
    assert await both.database.read(lambda unit: unit.circle.coached_by(anja.id)) == [row.id]
    assert await desk.enter(code, "a phone", both.clock()) == "wrong"


async def test_the_new_one_stands_in_the_list_and_can_get_a_new_code_that_ends_the_old_one(
    town: Town, tmp_path: Path
) -> None:
    anja, desk = await town.settle("Anja", "coach"), desk_of(town, tmp_path)
    old = await invite(anja, "Els")
    await anja.says("medewerkers")
    await anja.presses("Els")
    assert "Els gebruikt de chat nu niet." in "".join(one.text for one in await anja.bubbles())
    await anja.presses("Meer")
    els = (await town.database.read(lambda unit: unit.circle.coached_by(anja.id)))[0]
    await town.database.write(lambda unit: unit.people.link("telegram", "4711", els))
    assert "Je wilt een nieuwe code voor Els." in (await anja.presses("Geef een nieuwe code"))
    heard = " ".join(await anja.presses("Ja, maak een nieuwe"))
    fresh = CODE.search(heard)
    assert fresh is not None
    assert await desk.enter(old, "a phone", town.clock()) == "wrong"
    assert not isinstance(await desk.enter(fresh[0], "a phone", town.clock()), str)
    assert await town.database.read(lambda unit: unit.people.by_addresses([("telegram", "4711")])) == {}


@pytest.mark.parametrize("name", ["x" * 41, "   ", "🙂"])
async def test_a_name_that_is_no_name_makes_nobody(town: Town, name: str) -> None:
    anja = await town.settle("Anja", "coach")
    await anja.says("nodig uit")
    await anja.says(name)
    if "Ja, maak de code" in await anja.labels():
        await anja.presses("Ja, maak de code")
    assert await town.database.read(lambda unit: unit.circle.coached_by(anja.id)) == []


async def test_only_a_coach_makes_codes_and_only_for_the_own_people(town: Town) -> None:
    anja, bert = await town.settle("Anja", "coach"), await town.settle("Bert", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    heard = await bert.sends(f"@coach-nieuwe-code:{marjan.id}")
    assert heard == ["Voor deze persoon maak ik geen code."]
    for one in (marjan, await town.settle("Fatma", "colleague"), await town.settle("Lies", "lead")):
        for words in (await one.says("nodig uit"), await one.sends(f"@coach-nieuwe-code:{marjan.id}")):
            assert not CODE.search(" ".join(words))
            assert "voornaam" not in " ".join(words)


async def test_who_types_a_used_code_learns_nothing_and_owner_and_coach_are_told(both: Town, tmp_path: Path) -> None:
    anja, desk = await both.settle("Anja", "coach"), desk_of(both, tmp_path)
    code = await invite(anja, "Els")
    entered = await desk.enter(code, "the phone of Els", both.clock())
    assert not isinstance(entered, str)
    els = Neighbour(both, "Els", entered[0].person, entered[0].handle)
    await els.opens()
    for label in ("Duidelijk", "Goed om te weten", "Begrepen", "Alleen ik", "Liever geen naam", "Ja, ik doe mee"):
        await els.presses(label)
    await els.presses("Nee, liever niet")
    await els.says("menu")
    await els.news()
    await anja.news()
    for visitor in ("a stranger", "another"):
        assert await desk.enter(code, visitor, both.clock()) == "wrong"
        assert await desk.enter("ABCD-EFGH-JK", visitor, both.clock()) == "wrong"
    await both.later(hours=1)
    told = await els.news()
    assert told[0].startswith("Iemand gebruikte jouw oude code nog een keer. De deur bleef dicht.")
    assert len(told) == 2, "once, with one question"
    assert (await els.presses("Nee, niet ik"))[0].startswith("Dan had een ander je code.")
    assert (await anja.news())[0].startswith("Iemand typte een oude code van Els.")
    assert await desk.enter(code, "a third", both.clock()) == "wrong"
    await both.later(hours=2)
    assert (await els.news(), await anja.news()) == ([], []), "once a day is enough"


async def test_who_tried_their_own_old_code_is_put_at_ease(town: Town, tmp_path: Path) -> None:
    anja, desk = await town.settle("Anja", "coach"), desk_of(town, tmp_path)
    marjan = await town.settle("Marjan", coach=anja)
    code = await town.database.write(lambda unit: make_invite(unit, marjan.id, town.clock()))
    for _ in range(2):
        await desk.enter(code, "the phone of Marjan", town.clock())
    await town.later(hours=1)
    assert await marjan.presses("Ja, dat was ik") == ["Fijn. Je hebt de code niet meer nodig."]


async def test_a_code_that_only_became_too_old_alarms_nobody(town: Town, tmp_path: Path) -> None:
    anja, desk = await town.settle("Anja", "coach"), desk_of(town, tmp_path)
    code = await invite(anja, "Els")
    await town.later(days=15)
    await anja.news()
    assert await desk.enter(code, "a phone", town.clock()) == "wrong"
    await town.later(hours=2)
    assert await anja.news() == []


def test_only_what_is_named_like_a_code_is_drawn(tmp_path: Path) -> None:
    names = ("qr-", "qr-../../etc", "qr-ABCD-EFGH-JKL", "qr-abcd-efgh-jk", "qr-ABCD-EFGH-J\n", "qr-ILOU-ILOU-IL", "x")
    for id in names:
        assert qr.find(id, URL) is None
    assert qr.find("qr-ABCD-EFGH-JK", URL) == qr.png(f"{URL}/k/ABCD-EFGH-JK")
