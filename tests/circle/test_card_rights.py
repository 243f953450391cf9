"""Kaartjes: who may send one to whom, who may see it, and what becomes of it when somebody closes, stops or goes."""

from pathlib import Path

from bot.circle.roles import refresh
from bot.storage.circle import Team
from bot.storage.unit import Unit
from tests.circle.mailing import SEND, SHUT, TEXT, cards_of, makes, pair, room, sends, under_way
from tests.circle.town import Town
from tests.storage.spy import raw_bytes


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
            assert not any(one in " ".join(said) for one in (TEXT, "Karin")), (flow, said)
    await wim.says("kaartje")
    await sends(wim)
    (card,) = await under_way(karin)
    for flow in ("kaartje-bedankt", "kaartje-antwoord", "kaartje-voor-jou"):
        for stranger in (sam, karin):
            assert "Wim" not in " ".join(await stranger.sends(f"@{flow}:{card.id}"))
    await sam.sends("@kaartjes-bezorgd:1")
    assert await under_way(karin) == [card]


async def test_only_the_people_concerned_can_have_the_picture(town: Town) -> None:
    wim, karin = await pair(town)
    nadia = await town.settle("Nadia", "colleague")
    await makes(wim)
    (draft,) = await town.database.read(lambda unit: unit.cards.under_way(karin.id, "draft"))
    id, cards = str(draft.id), room(town)
    picture = await cards.picture(wim.id, id)
    assert picture is not None
    assert picture.startswith(b"\xff\xd8")
    assert await cards.picture(nadia.id, id) is None
    assert await cards.picture(karin.id, id) is None, "it was not brought yet"
    await wim.presses(SEND)
    await town.later(days=1)
    assert await cards.picture(karin.id, id) is not None
    assert await cards.picture(nadia.id, id) is None
    for odd in ("", "x", "-1", "9" * 30, "\N{ARABIC-INDIC DIGIT ONE}"):
        assert await cards.picture(karin.id, odd) is None
    paper = await cards.paper(karin.id, id)
    assert paper is not None
    assert paper.startswith(b"%PDF")
    assert await cards.paper(nadia.id, id) is None


async def test_the_words_of_a_card_are_sealed_where_they_are_kept(town: Town, tmp_path: Path) -> None:
    wim, _ = await pair(town)
    await wim.says("kaartje")
    await wim.presses("Karin")
    await wim.presses("2. De hond met de post")
    await wim.presses("Zelf schrijven")
    await wim.says("Vrolijke groeten uit de kas")
    await wim.presses(SEND)
    await town.later(days=1)
    await town.home.turns.stop()
    kept = raw_bytes(tmp_path)
    assert len(kept) > 10_000
    assert b"Vrolijke groeten" not in kept


async def test_cards_can_be_closed_under_own_data(town: Town) -> None:
    _, karin = await pair(town)
    await karin.says("mijn gegevens")
    for label in ("Wie ziet wat?", "Duidelijk", "Meer keuzes", "Kaartjes"):
        await karin.presses(label)
    said = await karin.presses("Nee, geen kaartjes")
    assert said[0].startswith("Dan komen er geen kaartjes.")
    assert await town.database.read(lambda unit: unit.circle.allows(karin.id, "cards")) is False
