"""After days without power: what still makes sense comes, kindly and one thing a day; what was to be done is done."""

from tests.circle.helping import talks, works
from tests.circle.mailing import pair as mail_pair
from tests.circle.mailing import sends, shown
from tests.circle.test_meetings import pair, planned
from tests.circle.town import Neighbour, Town

HOW = "Hoe was het voor jou?"


async def down(town: Town, **length: float) -> None:
    """The house is down for so long, and then comes up."""
    await town.later(**length)


async def asked(who: Neighbour) -> int:
    """How often is asked how it was."""
    return (await who.news()).count(HOW)


async def test_after_three_days_down_is_still_asked_how_the_talk_was(both: Town) -> None:
    anja, marjan = await pair(both)
    await planned(both, anja, marjan, "morgen", "11 uur")
    await down(both, days=4, hours=4)
    assert await marjan.news() == ["Je sprak dinsdag 3 maart met Anja. Alleen jij ziet wat je nu antwoordt.", HOW]
    assert await anja.news() == ["Je sprak Marjan. Zet even kort neer wat jullie afspraken."]


async def test_two_talks_are_asked_about_on_two_days(town: Town) -> None:
    anja, marjan = await pair(town)
    await planned(town, anja, marjan, "morgen", "11 uur")
    await planned(town, anja, marjan, "woensdag", "11 uur")
    await down(town, days=7)
    assert await asked(marjan) == 1
    await town.later(hours=12)
    assert await asked(marjan) == 0
    await town.later(hours=12)
    assert await asked(marjan) == 1
    await town.later(days=2)
    assert await asked(marjan) == 0


async def test_who_blocked_the_chat_is_not_written_to_and_hears_it_when_they_are_back(both: Town) -> None:
    anja, marjan = await pair(both)
    await planned(both, anja, marjan, "morgen", "11 uur")
    await both.database.write(lambda unit: unit.people.set_unreachable(marjan.id, both.clock()))
    await marjan.news()
    await both.later(days=2)
    await both.later(days=1)
    assert await marjan.news() == []
    await both.database.write(lambda unit: unit.people.set_unreachable(marjan.id, None))
    await both.later(days=1, hours=2)
    assert await asked(marjan) == 1


async def test_after_three_weeks_nobody_is_asked_about_it_any_more(town: Town) -> None:
    anja, marjan = await pair(town)
    await planned(town, anja, marjan, "morgen", "11 uur")
    await down(town, days=21)
    assert (await marjan.news(), await anja.news()) == ([], [])


async def test_a_reminder_of_a_talk_that_is_over_is_not_said_at_all(town: Town) -> None:
    anja, marjan = await pair(town)
    await planned(town, anja, marjan, "donderdag", "11 uur")
    await down(town, days=8)
    heard = " ".join([*await marjan.news(), *await anja.news()])
    assert "Straks" not in heard
    assert heard.count(HOW) == 1


async def test_cards_that_lay_ready_are_still_brought(town: Town) -> None:
    wim, karin = await mail_pair(town)
    await sends(wim)
    await down(town, days=5)
    assert len(await shown(karin)) == 1


async def test_a_talk_in_which_nobody_says_anything_ends_however_late(town: Town) -> None:
    at = await works(town)
    await talks(at)
    await down(town, days=4)
    assert await at.state() == ("claimed", "Anja"), "who never answered gets another chance"
    heard = await at.anja.news()
    assert heard[0].startswith("Het gesprek met Karin is gestopt.")
    assert heard[1].startswith("Jij helpt Karin.")
    assert (await at.karin.news())[-1] == "Je praat nu weer met mij, Opstap. We gaan verder waar je was."
