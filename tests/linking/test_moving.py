"""Going to and fro between channels: old buttons, words out of place, and what comes by the clock."""

from pathlib import Path

from bot.content.models.step_base import SpokenStep
from tests.contract.phone import same
from tests.linking.everywhere import Everywhere

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
