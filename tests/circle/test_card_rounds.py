"""Kaartjes: one card from several colleagues, each of whom signs with one tap or does not."""

from tests.circle.mailing import TOGETHER, cards_of, makes, pair, under_way
from tests.circle.town import Town


async def test_a_round_is_signed_with_one_tap_and_goes_when_everybody_answered(both: Town) -> None:
    wim, karin = await pair(both)
    nadia, ruud = await both.settle("Nadia", "colleague"), await both.settle("Ruud", "colleague")
    await makes(wim)
    await wim.presses(TOGETHER)
    assert await wim.labels() == ["Vraag iedereen", "Nadia", "Ruud", "Klaar"]
    assert (await wim.presses("Vraag iedereen"))[0].startswith("Ik vraag het aan Nadia en Ruud.")
    await both.later(minutes=1)
    assert await nadia.news() == ["Wim stuurt dit kaartje aan Karin. Komt jouw naam er ook op?"]
    nadia.taps = 0
    assert await nadia.presses("Ik teken mee") == ["Je naam staat erop. Dank je wel."]
    assert nadia.taps == 1
    assert await under_way(karin) == []
    assert await ruud.presses("Deze keer niet") == ["Dat is goed. Ik vraag niet waarom."]
    assert [card.names for card in await under_way(karin)] == [("Wim", "Nadia")]
    assert await ruud.presses("Ik teken mee") == ["Dit kaartje is al weg. Tekenen kan niet meer."]
    await wim.news()
    await both.later(days=1)
    assert await wim.news() == ["Het kaartje voor Karin is onderweg. Lief van je."]
    assert (await karin.news())[-1] == "Van Wim en Nadia."
    await karin.presses("Bedankt")
    await both.later(minutes=1)
    for one in (wim, nadia):
        assert (await one.news())[-1] == "Karin bedankt je voor het kaartje."
    assert "bedankt" not in " ".join(await ruud.news())


async def test_a_round_waits_two_days_and_no_longer(town: Town) -> None:
    wim, karin = await pair(town)
    nadia = await town.settle("Nadia", "colleague")
    await makes(wim)
    await wim.presses(TOGETHER)
    assert await wim.presses("Nadia") == [
        "Meer mensen kan ik nu niet vragen.",
        "Ik vraag Nadia. Het kaartje gaat weg als iedereen antwoord geeft, en anders woensdag 4 maart.",
    ]
    await town.later(hours=1)
    await town.later(days=2)
    assert [card.names for card in await under_way(karin)] == [("Wim",)]
    assert await nadia.presses("Ik teken mee") == ["Dit kaartje is al weg. Tekenen kan niet meer."]


async def test_a_round_to_who_closed_cards_is_never_delivered(town: Town) -> None:
    wim, karin = await pair(town)
    nadia = await town.settle("Nadia", "colleague")
    await makes(wim)
    await wim.presses(TOGETHER)
    await wim.presses("Nadia")
    await town.later(minutes=1)
    await karin.says("kaartjes")
    await karin.presses("Nee, geen kaartjes")
    assert await nadia.presses("Ik teken mee") == ["Dit kaartje is al weg. Tekenen kan niet meer."]
    await town.later(hours=1)
    assert "Karin is nu niet open voor kaartjes. Je kaartje is niet bezorgd." in await wim.news()
    await town.later(days=2)
    assert await cards_of(karin) == []
