"""Corners of planning: what is called off, warned of, put in an agenda, or not there; each side hears its own part."""

import pytest

from tests.circle.test_coffee import drinks
from tests.circle.test_groups import WHEN, comes, people, plan
from tests.circle.town import Town

WARNED = "Let even op.\nDan is het zondag of een vrije dag.\nDat is erg vroeg of laat op de dag."
COFFEE = "woensdag 4 maart om 10 uur"


async def test_from_the_menu_a_coach_plans_all_that_can_be_planned(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    await town.settle("Karin", coach=anja)
    for label, asks in (
        ("Gesprek met iemand", "Met wie wil je een afspraak?"),
        ("Op de koffie", "Wie vraag je op de koffie?"),
        ("Een groep", "Waar zien jullie elkaar?"),
        ("Mijn afspraken zien", "Er staat nu niets in je agenda."),
    ):
        await anja.says("menu")
        await anja.presses("Meer keuzes")
        await anja.presses("Maak een afspraak")
        assert asks in await anja.presses(label)
    await anja.says("menu")
    for label in ("Meer keuzes", "Maak een afspraak"):
        await anja.presses(label)
    assert await anja.presses("Niets") == []


async def test_an_hour_before_a_coffee_everybody_hears_it(town: Town) -> None:
    anja, karin, fatma = await drinks(town)
    await town.later(days=1)
    for one in (anja, karin, fatma):
        await one.news()
    await town.later(hours=23)
    where = "Dat is in de kantine."
    assert await karin.news() == [f"Straks om 10 uur is er koffie met Anja. {where}"]
    assert await anja.news() == [f"Straks om 10 uur komt Karin op de koffie. {where}"]
    assert await fatma.news() == [f"Straks om 10 uur is er koffie met Karin. {where}"]


async def test_a_coach_calls_a_coffee_off_and_all_are_told(town: Town) -> None:
    anja, karin, fatma = await drinks(town)
    await anja.says("agenda")
    heard = await anja.presses("4 maart 10 uur: Karin")
    assert heard[0].splitlines()[1:] == ["Met Karin.", "Ook erbij: Fatma."]
    assert await anja.labels() == ["Gaat niet door", "Zet in mijn agenda", "Niets"]
    await anja.presses("Gaat niet door")
    assert await anja.presses("Ja, zeg het af") == ["Het gaat niet door. Ik heb het iedereen verteld."]
    assert await karin.news() == [f"De koffie van {COFFEE} gaat niet door. Dat ligt niet aan jou."]
    assert await fatma.news() == [f"De koffie van {COFFEE} gaat niet door. Misschien een andere keer."]
    assert await anja.news() == []


async def test_a_coach_gets_the_coffee_into_an_agenda_of_their_own(town: Town) -> None:
    anja, _, _ = await drinks(town)
    await anja.says("agenda")
    await anja.presses("4 maart 10 uur: Karin")
    assert await anja.presses("Zet in mijn agenda") == ["Zet het in je agenda"]
    assert (await anja.bubbles())[-1].media == "afspraak/1.ics"


async def test_a_meeting_that_is_over_is_no_longer_in_the_agenda(town: Town) -> None:
    anja, _, _ = await drinks(town)
    await town.later(days=3)
    assert "Deze afspraak staat er niet meer." in await anja.sends("@coach-agenda-een:1")


async def test_all_moments_for_coffee_that_are_over_are_asked_again(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    await town.settle("Karin", coach=anja)
    await anja.says("/koffie")
    for label in ("Karin", "In de kantine", "Vandaag"):
        await anja.presses(label)
    await anja.says("11 uur")
    await anja.presses("Zo is het genoeg")
    await town.later(hours=2)
    heard = await anja.presses("Ja, stuur maar")
    assert heard[-1] == "Die tijd is al voorbij. Kies iets nieuws voor Karin."
    assert await anja.presses("Kies andere momenten") == ["Waar drinken jullie koffie?"]


async def test_with_who_is_not_theirs_a_coach_plans_no_coffee(town: Town) -> None:
    anja, bert = await town.settle("Anja", "coach"), await town.settle("Bert", "coach")
    karin = await town.settle("Karin", coach=anja)
    assert await bert.sends(f"@coach-koffie:{karin.id}") == ["Met deze persoon kun je nu niets plannen."]


async def test_at_each_of_three_moments_a_coach_is_warned(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    karin = await town.settle("Karin", coach=anja)
    await anja.sends(f"@coach-koffie:{karin.id}")
    await anja.presses("In de kantine")
    for day in ("zondag 8 maart", "zondag 15 maart", "zondag 22 maart"):
        await anja.says(day)
        assert (await anja.says("06:30"))[0] == WARNED


@pytest.mark.parametrize("flow", ["coach-groep", "coach-agenda-een"])
async def test_whoever_plans_or_moves_a_group_is_warned(town: Town, flow: str) -> None:
    anja, _ = await people(town, "Karin")
    if flow == "coach-agenda-een":
        await plan(anja)
        await anja.sends("@coach-agenda-een:1")
        await anja.presses("Ander moment")
    else:
        await anja.says("/groep")
        await anja.presses("In de kantine")
    await anja.says("zondag 15 maart")
    assert (await anja.says("06:30"))[0] == WARNED


async def test_a_group_in_a_place_of_ones_own_is_told_in_those_words(town: Town) -> None:
    anja, (karin,) = await people(town, "Karin")
    await anja.says("/groep")
    await anja.presses("Ergens anders")
    assert (await anja.says("Bij de dokter voor haar burn-out"))[0].startswith("Dit gaat over gezondheid.")
    await anja.says("In het buurthuis")
    await anja.presses("Volgende week")
    await anja.says("half 3")
    await anja.presses("1 uur")
    await anja.presses("Ja, vraag maar")
    assert "Waar: In het buurthuis." in (await karin.news())[0]


async def test_who_comes_hears_of_the_group_an_hour_before(town: Town) -> None:
    anja, (karin, rachid) = await people(town, "Karin", "Rachid")
    await plan(anja)
    await comes(karin, "Liever niet")
    await town.later(days=5)
    for one in (anja, karin, rachid):
        await one.news()
    await town.later(days=2, hours=3, minutes=25)
    assert await karin.news() == ["Straks om 14.30 uur begint de groep. Dat is in een rustige kamer op het werk."]
    assert await anja.news() == ["Straks om 14.30 uur begint je groep. Dat is in een rustige kamer op het werk."]
    assert await rachid.news() == []


async def test_a_coach_to_whose_group_nobody_said_yes_hears_that_the_day_before(town: Town) -> None:
    anja, _ = await people(town, "Karin")
    await plan(anja)
    await anja.news()
    await town.later(days=5)
    assert await anja.news() == [f"De groep is {WHEN}. Nog niemand zei ja."]


async def test_of_two_who_come_one_who_does_not_is_missed_by_nobody_but_the_coach(town: Town) -> None:
    anja, (karin, rachid) = await people(town, "Karin", "Rachid")
    await plan(anja)
    await comes(karin, "Ja, dat mag")
    await comes(rachid, "Ja, dat mag")
    await anja.news()
    await karin.news()
    await rachid.sends("@groep-nee:1")
    assert await anja.news() == [f"Iemand komt toch niet naar de groep van {WHEN}. Nu komen: Karin."]
    assert await karin.news() == []


async def test_a_group_that_is_called_off_is_told_to_who_was_asked(town: Town) -> None:
    anja, (karin, rachid) = await people(town, "Karin", "Rachid")
    await plan(anja)
    await rachid.sends("@groep-nee:1")
    for one in (karin, rachid):
        await one.news()
    await anja.sends("@coach-agenda-een:1")
    await anja.presses("Gaat niet door")
    await anja.presses("Ja, zeg het af")
    assert await karin.news() == [f"De groep van {WHEN} gaat niet door. Dat ligt niet aan jou."]
    assert await rachid.news() == []
