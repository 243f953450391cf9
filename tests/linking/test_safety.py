"""Who links what: only with a code that works, only one at once, and whoever was not it can undo it at once."""

import asyncio
from pathlib import Path

import httpx
import pytest

from bot.circle.linking import LASTS
from tests.contract.web import WebPhone
from tests.linking.everywhere import HERE, NOT_ME, Everywhere, Person, Screen

TAKEN = "Deze code hoort niet bij jou. Jij bent hier al binnen, dus er verandert niets."
CLOSED = "Niemand kan daar nog bij ons gesprek."


def browser_of(screen: Screen) -> WebPhone:
    """The browser on this screen."""
    assert isinstance(screen.phone, WebPhone), "this is no browser"
    return screen.phone


async def test_who_was_not_it_ends_a_way_at_once_and_gets_everything_back(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "web")
        await karin.first.presses("Naar de cursussen", "Uitgangspunten")
        question = await karin.first.asks()
        thief = await karin.links("telegram")
        assert {one.channel for one in await karin.ways()} == {"telegram", "web"}
        said = await karin.first.presses(NOT_ME)
        assert any(text.startswith(CLOSED) for text in said)
        assert await karin.first.asks() == question
        assert {one.channel for one in await karin.ways()} == {"web"}
        await thief.news()
        assert await thief.says("menu") == [thief.told("how_in")]
        await karin.first.says("menu")
        assert await thief.news() == []


async def test_a_page_that_was_open_there_shows_nothing_more_from_that_moment(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "telegram")
        thief = await karin.links("web")
        page = browser_of(thief)
        assert (await page.visits(page._base)).status == 401, "without its cookie it never shows anything"
        assert (await page._get(page._base)).status == 200
        cookie = {"Cookie": page._cookie}
        address = f"{page._origin}{page._base}api/stream?after=100000"
        async with httpx.AsyncClient() as client, client.stream("GET", address, headers=cookie) as stream:
            assert stream.status_code == 200
            await karin.first.presses(NOT_ME)
            async with asyncio.timeout(10):
                events = [line async for line in stream.aiter_lines() if line.startswith("event:")]
        assert events[-1] == "event: gone"
        assert (await page._get(page._base)).status == 401
        assert {one.channel for one in await karin.ways()} == {"telegram"}


async def test_the_button_does_nothing_to_a_way_of_somebody_else(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin, wim = await house.lives("Karin", "web"), await house.lives("Wim", "telegram")
        way = (await wim.ways())[0]
        await house.passes(seconds=20)
        await karin.first.phone.taps(f"@koppel-niet:{way.id}")
        assert any("al dicht" in text for text in await karin.first.news())
        assert await wim.ways() == [way]


async def test_a_code_of_somebody_else_changes_nothing_and_stays_good(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin, wim = await house.lives("Karin", "web"), await house.lives("Wim", "telegram")
        question = await wim.first.asks()
        code = await karin.gets_code("telegram")
        said = await wim.first.enters(code)
        assert said[0] == TAKEN
        assert await wim.first.asks() == question
        assert [one.channel for one in await wim.ways()] == ["telegram"]
        nonsense = await wim.first.enters("0000-0000-00")
        assert nonsense == said, "what is said to a code of another tells whether it is one"
        own = house.screen("Karin", "telegram")
        assert (await own.enters(code))[0].startswith("Goed dat je er bent.")


async def test_one_s_own_code_in_a_chat_that_is_linked_already_just_goes_on(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "telegram")
        code = await karin.gets_code("telegram")
        said = await karin.first.enters(code)
        assert TAKEN not in said
        assert len(await karin.ways()) == 1


async def test_a_used_an_old_a_replaced_and_a_wrong_code_get_one_kind_answer(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "web")
        replaced = await karin.gets_code("telegram")
        await karin.first.presses("Nieuwe code", "In Telegram")
        used = await karin.gets_code("telegram")
        assert await house.screen("Karin", "telegram").enters(used)
        old = await karin.gets_code("telegram")
        await house.passes(seconds=LASTS.total_seconds())
        answers = []
        for code in (used, old, replaced, "ABCD-EFGH-JK"):
            stranger = house.screen("Stranger", "telegram")
            answers.append(await stranger.enters(code))
        assert answers == [[stranger.told("enter_wrong")]] * 4
        assert len(await karin.ways()) == 2


@pytest.mark.parametrize("rivals", [("telegram", "web"), ("telegram", "slack"), ("slack", "web")])
async def test_of_two_who_bring_one_code_at_once_one_comes_in(tmp_path: Path, rivals: tuple[str, str]) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "web")
        code = await karin.gets_code("web")
        screens = [house.screen(f"Rival {at}", one) for at, one in enumerate(rivals)]  # type: ignore[arg-type]
        await asyncio.gather(*(one.phone.enters(code) for one in screens))
        await house.quiet()
        assert len(await karin.ways()) == 2


async def test_taking_a_way_away_moves_the_talk_to_the_other_and_the_last_one_says_what_happens(
    tmp_path: Path,
) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "web")
        await karin.first.presses("Naar de cursussen", "Uitgangspunten")
        question = await karin.first.asks()
        phone = await karin.links("telegram")
        await phone.presses(HERE["telegram"])
        said = await phone.says("koppelen")
        assert "Jij bent nu in Telegram en op de website." in said[0]
        said = await phone.presses("Een plek weghalen", "In Telegram")
        assert said[0].startswith("Je kunt in Telegram dan niet meer met mij chatten.")
        said = await phone.presses("Ja, haal weg")
        assert said == ["Klaar. Op die plek kan niemand meer bij ons gesprek."]
        await karin.first.news()
        assert await karin.first.asks() == question
        await last_way(karin)


async def last_way(karin: Person) -> None:
    """Asks to take away the only one that is left."""
    await karin.first.says("koppelen")
    await karin.first.presses("Een plek weghalen")
    label = next(one for one in (await karin.first.seen())[-1].labels if one.startswith("Website"))
    said = await karin.first.presses(label)
    assert said[0].startswith("Dit is je laatste plek. Haal je die weg, dan kun je niet meer naar binnen.")
    await karin.first.presses("Nee, laat staan")
    assert len(await karin.ways()) == 1
