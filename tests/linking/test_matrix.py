"""Going on in another channel, from wherever one stands: the question comes along, and nothing else is lost."""

from pathlib import Path

import pytest

from tests.linking.everywhere import HERE, NOT_ME, WHERE, Channel, Everywhere, Screen

ROUTES: tuple[tuple[Channel, Channel], ...] = (
    ("web", "telegram"),
    ("telegram", "web"),
    ("web", "slack"),
    ("telegram", "slack"),
)
TOLD = "Je gebruikt Opstap nu ook {where}. Was jij dat niet?"


async def arrived(new: Screen) -> None:
    """They read what this platform is, and stay."""
    if new.channel in HERE:
        await new.presses(HERE[new.channel])


async def told_once(old: Screen, new: Screen) -> None:
    """The first channel heard of it, with a button; and after that nothing more."""
    seen = [one for one in await old.seen() if one.text == TOLD.format(where=WHERE[new.channel])]
    assert [one.labels for one in seen] == [(NOT_ME,)]


@pytest.mark.parametrize(("old", "new"), ROUTES)
async def test_a_question_for_own_words_comes_along(tmp_path: Path, old: Channel, new: Channel) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", old)
        await karin.first.says("/succes")
        question = await karin.first.asks()
        screen = await karin.links(new)
        await told_once(karin.first, screen)
        await karin.first.news()
        await arrived(screen)
        assert await screen.asks() == question
        said = await screen.says("Ik heb gewandeld")
        assert said, "the answer was not heard"
        assert await screen.asks() != question
        session = await house.house.database.read(lambda unit: unit.answers.of(karin.id))
        assert any("gewandeld" in answer.value.decode() for answer in session)
        if old != "web":
            assert await karin.first.news() == []


@pytest.mark.parametrize(("old", "new"), ROUTES)
async def test_a_question_with_buttons_comes_along(tmp_path: Path, old: Channel, new: Channel) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", old)
        await karin.first.presses("Naar de cursussen", "Uitgangspunten")
        question = await karin.first.asks()
        label = next(one for one in reversed(await karin.first.seen()) if one.labels).labels[0]
        screen = await karin.links(new)
        await told_once(karin.first, screen)
        await karin.first.news()
        await arrived(screen)
        assert await screen.asks() == question
        await screen.presses(label)
        assert await screen.asks() != question
        if old != "web":
            assert await karin.first.news() == []


@pytest.mark.parametrize(("old", "new"), ROUTES)
async def test_a_talk_with_a_coach_comes_along(tmp_path: Path, old: Channel, new: Channel) -> None:
    async with Everywhere(tmp_path) as house:
        anja = await house.lives("Anja", "web", role="coach")
        karin = await house.lives("Karin", old, coach=anja)
        await karin.first.says("ik wil een mens")
        await karin.first.presses("Ja, doe maar", "Nu chatten", "Ok\N{LATIN SMALL LETTER E WITH ACUTE}")
        await anja.first.news()
        await anja.first.presses("Ik pak dit op")
        assert (await karin.first.news())[-1].startswith("Je praat nu met Anja.")
        screen = await karin.links(new, by=("mijn gegevens", "Iets veranderen", "Waar ik chat"))
        await told_once(karin.first, screen)
        await karin.first.news()
        await arrived(screen)
        assert (await screen.asks()).startswith("Je praat nu met Anja.")
        await anja.first.news()
        await anja.first.says("Hoe gaat het nu?")
        assert await screen.news() == ["Anja: Hoe gaat het nu?"]
        await screen.says("Het gaat goed hoor")
        assert (await anja.first.news())[-1] == "Karin: Het gaat goed hoor"
        if old != "web":
            assert await karin.first.news() == []
