"""Kaartjes: a colleague sends one in four taps, it comes at most once a day, and thanks go back."""

from pathlib import Path

import pytest

from bot.bootstrap import CONTENT
from bot.cardroom import CardRoom
from bot.circle.roles import refresh
from bot.content.models import cards as limits
from bot.drawing import card as drawing
from bot.messages import Outbound
from bot.storage.cards import Card
from bot.storage.circle import Team
from bot.storage.unit import Unit
from tests.circle.town import Neighbour, Town

TEXT = "Ik dacht vandaag aan je. Dat wilde ik je even laten weten."
SHUT = "Ik kan dit kaartje niet sturen. De ander is nu niet open voor kaartjes."
SEND, TOGETHER = "Ja, stuur het", "Samen met collega's"


async def opens(someone: Neighbour) -> None:
    """Says yes to cards."""
    await someone.says("kaartjes")
    await someone.presses("Ja, dat is leuk")


async def pair(town: Town) -> tuple[Neighbour, Neighbour]:
    """A colleague, and someone who likes to get cards."""
    wim, karin = await town.settle("Wim", "colleague"), await town.settle("Karin")
    await opens(karin)
    return wim, karin


async def makes(sender: Neighbour, name: str = "Karin") -> list[str]:
    """Chooses the first picture and the first text."""
    await sender.says("kaartje")
    await sender.presses(name)
    await sender.presses("1. Koffie met bezoek")
    return await sender.presses("1. Ik denk aan je")


async def sends(sender: Neighbour, name: str = "Karin") -> list[str]:
    """The same, and sends it."""
    await makes(sender, name)
    return await sender.presses(SEND)


async def cards_of(someone: Neighbour) -> list[Card]:
    """The cards that this person got."""
    return await someone.town.database.read(lambda unit: unit.cards.of(someone.id))


async def under_way(someone: Neighbour) -> list[Card]:
    """The cards that wait for this person."""
    return await someone.town.database.read(lambda unit: unit.cards.under_way(someone.id, "waiting"))


async def shown(someone: Neighbour) -> list[Outbound]:
    """The cards that this person was shown."""
    return [bubble for bubble in await someone.bubbles() if bubble.kind == "card"]


def room(town: Town) -> CardRoom:
    """Who draws the cards."""
    return CardRoom(town.database, town.library, CONTENT / "media")


async def test_a_card_is_sent_in_four_taps_and_comes_the_next_morning(both: Town) -> None:
    wim, karin = await pair(both)
    wim.taps = 0
    assert await wim.says("kaartje") == ["Leuk dat je aan iemand denkt. Voor wie is het kaartje?"]
    assert await wim.presses("Karin") == ["Welk plaatje komt erop?"]
    read = await wim.presses("1. Koffie met bezoek")
    assert f"1. {TEXT}" in read[0]
    assert await wim.presses("1. Ik denk aan je") == [
        "Zo ziet je kaartje eruit.",
        "Ik bezorg het op een rustig moment. Zal ik het sturen?",
    ]
    assert await wim.presses(SEND) == ["Het kaartje voor Karin is onderweg. Lief van je."]
    assert wim.taps == 4
    await karin.news()
    await both.later(hours=2)
    assert await karin.news() == []
    await both.later(hours=22)
    assert await karin.news() == ["Er is post voor je. Iemand van je werk stuurt je een kaartje.", "Van Wim."]
    card = (await shown(karin))[-1]
    assert card.alt and TEXT in card.alt and "Wim" in card.alt
    assert await karin.presses("Bedankt") == ["Ik zeg tegen Wim dat je blij bent met het kaartje."]
    await wim.news()
    await both.later(minutes=1)
    assert await wim.news() == ["Karin bedankt je voor het kaartje."]


async def test_several_cards_come_together_and_no_more_than_once_a_day(town: Town) -> None:
    wim, karin = await pair(town)
    nadia, anja = await town.settle("Nadia", "colleague"), await town.settle("Anja", "coach")
    await sends(wim)
    await sends(nadia)
    await karin.news()
    await town.later(days=1)
    post = await karin.news()
    assert post[0] == "Er is post voor je. Mensen van je werk sturen je 2 kaartjes."
    assert post[1:] == ["Van Wim.", "Van Nadia."]
    await sends(anja)
    await town.later(hours=8)
    assert await karin.news() == []
    await town.later(hours=20)
    assert (await karin.news())[-1] == "Van Anja."
    moments = [card.delivered_at for card in await cards_of(karin)]
    assert len({moment.date() for moment in moments if moment}) == 2


async def test_a_pile_is_small_and_the_rest_comes_the_next_day(town: Town) -> None:
    wim, karin = await pair(town)
    for name in ("Nadia", "Ruud", "Els", "Omar", "Lies"):
        await sends(await town.settle(name, "colleague"))
    await sends(wim)
    await town.later(days=1)
    assert len(await cards_of(karin)) == 5
    await town.later(days=1)
    assert len(await cards_of(karin)) == 6


async def test_no_post_comes_on_sunday_nor_in_the_evening(town: Town) -> None:
    wim, karin = await pair(town)
    await town.later(days=5, hours=3)
    await sends(wim)
    await karin.news()
    await town.later(days=1)
    assert await karin.news() == [], "it is Sunday"
    await town.later(days=1)
    assert (await karin.news())[-1] == "Van Wim."


async def test_thanks_in_own_words_go_after_a_look_and_never_about_health(town: Town) -> None:
    wim, karin = await pair(town)
    await sends(wim)
    await town.later(days=1)
    await wim.news()
    await karin.presses("Zeg iets terug")
    assert "gaat over gezondheid" in (await karin.says("mijn knie is gebroken"))[0]
    assert (await karin.says("Wat een leuke hond!"))[0].startswith("Dit leest wie het kaartje stuurde: Wat een leuke")
    await karin.presses("Ja, geef het door")
    await town.later(minutes=1)
    assert await wim.news() == ["Karin bedankt je voor het kaartje.\nKarin zegt: Wat een leuke hond!"]
    assert await karin.presses("Bedankt") == ["Dat heb ik al voor je gedaan."]
    await town.later(minutes=1)
    assert await wim.news() == []


async def test_own_words_are_drawn_and_words_about_health_or_return_are_refused_kindly(town: Town) -> None:
    wim, karin = await pair(town)
    await wim.says("kaartje")
    await wim.presses("Karin")
    await wim.presses("2. De hond met de post")
    await wim.presses("Zelf schrijven")
    for refused, why in (
        ("Beterschap met je gebroken knie", "gaat over gezondheid"),
        ("Beterschap!", "niet over gezondheid"),
        ("Wanneer kom je weer werken?", "niet over gezondheid"),
        ("Jij bent een klootzak", "pijn doen"),
        ("Dag. " * 80, "lang verhaal"),
    ):
        said = await wim.says(refused)
        assert why in said[0], said
        assert await under_way(karin) == []
    assert await wim.says("Groeten van de groenploeg \N{DIGIT ONE}!") == [
        "Zo ziet je kaartje eruit.",
        "Ik bezorg het op een rustig moment. Zal ik het sturen?",
    ]
    await wim.presses(SEND)
    assert [card.text for card in await under_way(karin)] == ["Groeten van de groenploeg 1!"]


async def test_the_maker_hears_what_cannot_be_drawn(town: Town) -> None:
    wim, _ = await pair(town)
    await wim.says("kaartje")
    await wim.presses("Karin")
    await wim.presses("2. De hond met de post")
    await wim.presses("Zelf schrijven")
    assert "Dit kan ik niet tekenen: \U000130b8" in (await wim.says("Groeten van ons allemaal \U000130b8"))[0]


async def test_the_picture_and_the_words_can_be_changed_before_it_goes(town: Town) -> None:
    wim, karin = await pair(town)
    await makes(wim)
    assert await wim.presses("Ander plaatje") == ["Welk plaatje komt erop?"]
    await wim.presses("Meer zien")
    await wim.presses("1. De brug gaat open" if "1. De brug gaat open" in await wim.labels() else (await wim.labels())[0])
    assert await wim.labels() == [SEND, TOGETHER, "Andere tekst", "Ander plaatje", "Toch niet"]
    await wim.presses("Andere tekst")
    await wim.presses("Meer zien")
    await wim.presses("1. Je bent jarig")
    await wim.presses(SEND)
    (card,) = await under_way(karin)
    assert card.design == "brug"
    assert card.text.startswith("Gefeliciteerd")


async def test_who_lets_it_be_sends_nothing_and_keeps_nothing(town: Town) -> None:
    wim, karin = await pair(town)
    await makes(wim)
    assert await wim.presses("Toch niet") == ["Goed, dan gooi ik dit kaartje weg."]
    assert await under_way(karin) == []
    assert await town.database.read(lambda unit: unit.cards.under_way(karin.id, "draft")) == []


async def test_only_who_said_yes_can_be_chosen_and_nothing_of_why_they_are_away_is_said(town: Town) -> None:
    wim, karin = await pair(town)
    await town.settle("Sam")
    await town.settle("Piet", works="Andere Werken")
    said = await wim.says("kaartje")
    assert await wim.labels() == ["Karin", "Toch niet"]
    assert not any(word in " ".join(said).lower() for word in ("ziek", "thuis", "verzuim"))
    await karin.says("kaartjes")
    await karin.presses("Nee, geen kaartjes")
    assert await wim.says("kaartje") == ["Er is nu niemand open voor kaartjes. Kijk later nog eens."]


async def test_a_colleague_with_a_team_sees_the_own_team_and_twins_by_their_team(town: Town) -> None:
    anja, first, second = await town.settle("Anja", "coach"), await town.settle("Karin"), await town.settle("Karin")
    wim = await town.settle("Wim", "colleague")

    def teams(unit: Unit) -> None:
        organisation = unit.people.by_ids([wim.id])[wim.id].organisation_id
        for id, name in (("groen", "Groen"), ("inpak", "Inpak")):
            unit.circle.add_team(Team(id=id, organisation_id=organisation, name=name), town.clock())
        unit.circle.give_role(first.id, "employee", "groen", town.clock())
        unit.circle.give_role(second.id, "employee", "inpak", town.clock())
        unit.circle.give_role(wim.id, "colleague", "groen", town.clock())
        for one in (first, second):
            unit.circle.allow(one.id, "cards", town.clock())

    await town.database.write(teams)
    await anja.says("kaartje")
    assert await anja.labels() == ["Karin, Groen", "Karin, Inpak", "Toch niet"]
    await wim.says("kaartje")
    assert await wim.labels() == ["Karin", "Toch niet"]


async def test_a_card_to_who_closed_cards_meanwhile_does_not_go(town: Town) -> None:
    wim, karin = await pair(town)
    await makes(wim)
    await karin.says("kaartjes")
    await karin.presses("Nee, geen kaartjes")
    assert await wim.presses(SEND) == [SHUT]
    assert await under_way(karin) == []


async def test_closing_cards_holds_what_is_under_way_and_the_sender_hears_only_that(town: Town) -> None:
    wim, karin = await pair(town)
    await sends(wim)
    await karin.says("kaartjes")
    await karin.presses("Nee, geen kaartjes")
    await wim.news()
    await town.later(hours=1)
    assert await wim.news() == ["Karin is nu niet open voor kaartjes. Je kaartje is niet bezorgd."]
    await karin.news()
    await town.later(days=1)
    assert await karin.news() == []
    assert await cards_of(karin) == []


async def test_who_stops_gets_no_card_that_was_under_way(town: Town) -> None:
    wim, karin = await pair(town)
    await sends(wim)
    await karin.says("stop")
    await karin.presses("Ja, ik stop")
    await wim.news()
    await town.later(hours=1)
    assert await wim.news() == ["Karin is nu niet open voor kaartjes. Je kaartje is niet bezorgd."]
    await wim.says("kaartje")
    assert "Karin" not in await wim.labels()


async def test_a_colleague_has_one_card_under_way_to_somebody_at_a_time(town: Town) -> None:
    wim, karin = await pair(town)
    await sends(wim)
    assert (await makes(wim))[0].startswith("Jouw vorige kaartje aan deze collega is nog onderweg.")
    assert len(await under_way(karin)) == 1


async def test_a_colleague_who_was_removed_sends_nothing_any_more(town: Town) -> None:
    wim, karin = await pair(town)
    await makes(wim)

    def remove(unit: Unit) -> None:
        unit.circle.take_role(wim.id, "colleague")
        refresh(unit, wim.id)

    await town.database.write(remove)
    await wim.presses(SEND)
    await wim.says("kaartje")
    assert "Karin" not in await wim.labels()
    assert await under_way(karin) == []


async def test_tampered_ids_show_and_do_nothing(town: Town) -> None:
    wim, karin = await pair(town)
    nadia, sam = await town.settle("Nadia", "colleague"), await town.settle("Sam")
    await makes(wim)
    (draft,) = await town.database.read(lambda unit: unit.cards.under_way(karin.id, "draft"))
    for flow in ("kaartje-klaar", "kaartje-mee", "kaartje-weg", "kaartje-dicht", "kaartje-dank", "kaartje-samen"):
        for stranger, id in ((nadia, draft.id), (wim, "x"), (nadia, 999999)):
            said = await stranger.sends(f"@{flow}:{id}")
            assert TEXT not in " ".join(said) and "Karin" not in " ".join(said), (flow, said)
    await wim.says("kaartje")
    await sends(wim)
    (card,) = await under_way(karin)
    for flow in ("kaartje-bedankt", "kaartje-antwoord", "kaartje-voor-jou"):
        for stranger in (sam, karin):
            assert "Wim" not in " ".join(await stranger.sends(f"@{flow}:{card.id}"))
    await karin.sends("@kaartjes-bezorgd:1")
    assert (await under_way(karin)) == [] or (await cards_of(karin)) == []


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
        "Er is nu niemand die ik nog kan vragen.",
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


async def test_only_the_people_concerned_can_have_the_picture(town: Town) -> None:
    wim, karin = await pair(town)
    nadia = await town.settle("Nadia", "colleague")
    await makes(wim)
    (draft,) = await town.database.read(lambda unit: unit.cards.under_way(karin.id, "draft"))
    id, cards = str(draft.id), room(town)
    picture = await cards.picture(wim.id, id)
    assert picture is not None and picture.startswith(b"\xff\xd8")
    assert await cards.picture(nadia.id, id) is None
    assert await cards.picture(karin.id, id) is None, "it was not brought yet"
    await wim.presses(SEND)
    await town.later(days=1)
    assert await cards.picture(karin.id, id) is not None
    assert await cards.picture(nadia.id, id) is None
    for odd in ("", "x", "-1", "9" * 30, "\N{ARABIC-INDIC DIGIT ONE}"):
        assert await cards.picture(karin.id, odd) is None
    paper = await cards.paper(karin.id, id)
    assert paper is not None and paper.startswith(b"%PDF")
    assert await cards.paper(nadia.id, id) is None


async def test_the_words_of_a_card_are_sealed_where_they_are_kept(town: Town, tmp_path: Path) -> None:
    wim, karin = await pair(town)
    await wim.says("kaartje")
    await wim.presses("Karin")
    await wim.presses("2. De hond met de post")
    await wim.presses("Zelf schrijven")
    await wim.says("Vrolijke groeten uit de kas")
    await wim.presses(SEND)
    await town.later(days=1)
    await town.home.turns.stop()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(b"Vrolijke groeten" in path.read_bytes() for path in files)


async def test_cards_are_offered_the_morning_after_the_welcome(town: Town) -> None:
    sam = await town.invite("Sam")
    await sam.opens()
    for _ in range(40):
        labels = await sam.labels()
        wanted = next((one for one in labels if one in ("Ja, ik doe mee", "Alleen ik", "Nee, dit kan ik")), None)
        await sam.presses(wanted or labels[0])
        if wanted == "Ja, ik doe mee":
            break
    await sam.news()
    await town.later(days=1)
    said = await sam.news()
    assert "Mensen van je werk kunnen je een kaartje sturen. Dat komt dan hier, in deze chat." in said
    await sam.presses("Nee, liever niet")
    await town.later(days=7)
    assert not any("kaartje" in one for one in await sam.news()), "asked once"


async def test_every_picture_has_a_button_that_can_be_read_in_full(town: Town) -> None:
    wim, _ = await pair(town)
    await wim.says("kaartje")
    await wim.presses("Karin")
    seen: list[str] = []
    while len(seen) < len(town.library.cards.designs):
        labels = [one for one in await wim.labels() if one[0].isdecimal()]
        seen += labels
        await wim.presses("Meer zien")
    assert not any("\N{HORIZONTAL ELLIPSIS}" in one for one in seen)
    assert {one.split(". ", 1)[1] for one in seen} == {one.title for one in town.library.cards.designs}


@pytest.mark.parametrize("name", ["MOST_CHARACTERS"])
def test_what_is_asked_fits_what_is_drawn(name: str) -> None:
    assert getattr(limits, name) == getattr(drawing, name)
