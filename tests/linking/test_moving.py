"""Going to and fro between channels: old buttons, words out of place, and what comes by the clock."""

import asyncio
from pathlib import Path

import httpx
import msgspec

from bot.content.models.step_base import SpokenStep
from tests.contract.phone import same
from tests.contract.web import WebPhone
from tests.linking.everywhere import HERE, NOT_ME, Everywhere

OLD = "Dit is al klaar. Hier zijn we nu gebleven."
ELSEWHERE = "Hier gaan we verder. Dit vroeg ik je net ergens anders. Was dit je antwoord, stuur het dan nog eens."


async def test_an_old_button_says_kindly_that_it_is_old_and_shows_the_question_once(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "telegram")
        await karin.first.presses("Naar de cursussen")
        old = karin.first.phone.finds("Uitgangspunten")
        web = await karin.links("web")
        await web.presses("Uitgangspunten")
        question = await web.asks()
        await karin.first.news()
        await karin.first.phone.taps(old)
        said = await karin.first.news()
        assert said[0] == OLD
        assert said.count(question) == 1
        assert said[-1] == question


async def test_a_button_of_the_open_question_works_on_every_channel_that_shows_it(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "telegram")
        web = await karin.links("web")
        phone = karin.first
        await phone.says("menu")
        question = await phone.asks()
        await web.news()
        assert await web.asks() == question
        said = await web.presses("Naar de cursussen")
        assert len(said) == 1
        assert OLD not in said
        assert await phone.news() == []


async def test_own_words_to_a_question_that_was_asked_elsewhere_count_when_they_come_again(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "telegram")
        web = await karin.links("web")
        await web.says("/succes")
        question = await web.asks()
        await karin.first.news()
        assert await karin.first.says("Hallo daar") == [ELSEWHERE, question]
        said = await karin.first.says("Ik heb gewandeld")
        assert ELSEWHERE not in said
        assert question not in said
        answers = await house.house.database.read(lambda unit: unit.answers.of(karin.id))
        kept = [answer.value.decode() for answer in answers]
        assert any("gewandeld" in one for one in kept)
        assert not any("Hallo daar" in one for one in kept)


async def test_what_a_platform_says_of_itself_is_not_shown_on_the_web(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "web")
        await karin.first.presses("Naar de cursussen", "Uitgangspunten")
        question = await karin.first.asks()
        await karin.links("telegram")
        shown = [one.labels for one in await karin.first.seen()]
        assert shown[-1] == (NOT_ME,)
        assert not any(HERE["telegram"] in labels for labels in shown)
        await karin.first.news()
        assert await karin.first.presses("Ja, het is gelukt") == [OLD, question]


async def test_a_page_that_is_open_shows_at_once_what_is_said_on_another_phone(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "telegram")
        page = (await karin.links("web")).phone
        assert isinstance(page, WebPhone)
        address = f"{page._origin}{page._base}api/stream?after={max(page._lines)}"
        cookie = {"Cookie": page._cookie}
        async with httpx.AsyncClient() as client, client.stream("GET", address, headers=cookie) as stream:
            assert stream.status_code == 200
            await karin.first.says("menu")
            async with asyncio.timeout(10):
                lines = (line async for line in stream.aiter_lines() if line.startswith("data: {"))
                own, said = [msgspec.json.decode((await anext(lines))[6:]) for _ in range(2)]
        assert (own["who"], own["text"]) == ("me", "menu")
        assert said["out"]["ask"]["buttons"]


async def test_in_a_talk_the_first_words_on_another_phone_are_asked_about_before_a_human_reads_them(
    tmp_path: Path,
) -> None:
    async with Everywhere(tmp_path) as house:
        anja = await house.lives("Anja", "web", role="coach")
        karin = await house.lives("Karin", "telegram", coach=anja)
        web = await karin.links("web")
        await web.says("ik wil een mens")
        await web.presses("Ja, doe maar", "Nu chatten", "Ok\N{LATIN SMALL LETTER E WITH ACUTE}")
        await anja.first.news()
        await anja.first.presses("Ik pak dit op")
        await karin.first.news()
        said = await karin.first.says("Dit was voor Opstap")
        assert said[0].startswith("Er leest nu een mens met je mee.")
        assert "Karin: Dit was voor Opstap" not in await anja.first.news()
        await karin.first.says("Dit is voor Anja")
        assert (await anja.first.news())[-1] == "Karin: Dit is voor Anja"


async def test_words_in_a_crisis_are_heard_on_any_channel_at_once(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "telegram")
        web = await karin.links("web")
        await web.says("/succes")
        await karin.first.news()
        said = await karin.first.says("Ik wil dood")
        assert any("113" in text for text in said)
        assert ELSEWHERE not in said


async def test_what_comes_by_the_clock_comes_where_the_person_is_now(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "telegram")
        await karin.first.says("Ik wil dood")
        web = await karin.links("web", by=("mijn gegevens", "Iets veranderen", "Waar ik chat"))
        await karin.first.news()
        await house.later(minutes=20)
        assert await karin.first.news() == []
        asked = house.house.library.flows["crisis-daarna"].steps[0]
        assert isinstance(asked, SpokenStep)
        assert same(asked.text) in await web.news()
