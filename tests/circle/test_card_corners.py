"""Corners of kaartjes and of asking for help: what was done already is said kindly, and nothing is done twice."""

from bot.flows.effects import Acted
from bot.flows.session import Answer
from bot.keeping import Keeping
from bot.storage.unit import Unit
from tests.circle.helping import opens_flow, works
from tests.circle.intakes import sent
from tests.circle.mailing import TOGETHER, cards_of, makes, pair, under_way
from tests.circle.mailing import sends as sends_card
from tests.circle.town import Neighbour, Town


async def brought(town: Town) -> tuple[Neighbour, Neighbour]:
    """Karin got a card of Wim."""
    wim, karin = await pair(town)
    await sends_card(wim)
    await town.later(days=1)
    return wim, karin


async def in_round(town: Town) -> tuple[Neighbour, Neighbour, Neighbour, str]:
    """Wim, Nadia who was asked to sign, and Ruud who was too; the id of the card."""
    wim, _ = await pair(town)
    nadia, ruud = await town.settle("Nadia", "colleague"), await town.settle("Ruud", "colleague")
    await makes(wim)
    await wim.presses(TOGETHER)
    await wim.presses("Vraag iedereen")
    await town.later(minutes=1)
    card = await town.database.read(lambda unit: str(unit.cards.by(wim.id)[0].id))
    return wim, nadia, ruud, card


async def does(town: Town, who: Neighbour, action: str, **ids: str) -> list[str]:
    """A deed without the dialogue before it: as when that was overtaken by somebody else."""
    await who.news()

    def work(unit: Unit) -> None:
        keeping = Keeping(unit, town.clock(), town.home.conversation)
        keeping.bring(who.id)
        given = {key: Answer(value=id, shown=id, step="", at=town.clock()) for key, id in ids.items()}
        keeping.effects(keeping.moved[who.id].session, [Acted(action, "kaartje-mee", given)])
        keeping.write()

    await town.database.write(work)
    return await who.news()


async def test_who_thanked_already_is_not_asked_for_more_words(town: Town) -> None:
    wim, karin = await brought(town)
    await karin.presses("Bedankt")
    assert await karin.presses("Zeg iets terug") == ["Je hebt hier al voor bedankt. Een keer is genoeg."]
    assert await karin.presses("Bedankt") == ["Dat heb ik al voor je gedaan."]
    await town.later(minutes=1)
    assert (await wim.news()).count("Karin bedankt je voor het kaartje.") == 1


async def test_a_word_of_thanks_can_be_said_otherwise_or_not_at_all(town: Town) -> None:
    wim, karin = await brought(town)
    await karin.presses("Zeg iets terug")
    await karin.says("Wat lief")
    await karin.presses("Anders zeggen")
    await karin.says("Heel lief van je")
    await karin.presses("Nee, laat maar")
    assert [card.thanked_at for card in await cards_of(karin)] == [None]
    await karin.presses("Zeg iets terug")
    await karin.presses("Toch niet")
    await town.later(minutes=1)
    assert not [text for text in await wim.news() if "bedankt" in text]


async def test_a_card_of_another_cannot_be_thanked(town: Town) -> None:
    _, karin = await brought(town)
    henk = await town.settle("Henk")
    card = (await cards_of(karin))[0]
    for flow in ("kaartje-antwoord", "kaartje-bedankt"):
        assert await henk.sends(f"@{flow}:{card.id}") == ["Dit kaartje is er niet meer."]


async def test_who_signed_does_not_sign_twice_nor_takes_it_back(town: Town) -> None:
    _, nadia, _, _ = await in_round(town)
    await nadia.presses("Ik teken mee")
    assert await nadia.presses("Ik teken mee") == ["Je naam staat er al op."]
    assert await nadia.presses("Deze keer niet") == ["Hier valt niets meer te kiezen."]


async def test_a_name_that_comes_when_the_card_just_left_is_not_on_it(both: Town) -> None:
    wim, nadia, ruud, card = await in_round(both)
    await ruud.presses("Deze keer niet")
    await nadia.presses("Ik teken mee")
    assert await does(both, ruud, "sign_card", card=card) == ["Het kaartje ging net weg. Je naam staat er niet op."]
    names = await both.database.read(lambda unit: unit.cards.by(wim.id)[0].names)
    assert names == ("Wim", "Nadia")


async def test_a_second_card_waits_until_the_first_is_brought(town: Town) -> None:
    wim, karin = await pair(town)
    await sends_card(wim)
    assert (await makes(wim))[0].startswith("Jouw vorige kaartje aan deze collega is nog onderweg.")
    assert len(await under_way(karin)) == 1
    await town.later(days=1)
    assert (await makes(wim))[0] == "Zo ziet je kaartje eruit."


async def test_who_does_not_know_yet_about_cards_is_left_in_peace(town: Town) -> None:
    wim, karin = await town.settle("Wim", "colleague"), await town.settle("Karin")
    await karin.says("kaartjes")
    assert await karin.presses("Weet ik niet") == ["Dat geeft niet. Typ 'kaartjes' als je het later wel wilt."]
    assert "niemand open voor kaartjes" in (await wim.says("kaartje"))[0]


async def test_who_likes_cards_keeps_them_or_not(town: Town) -> None:
    _, karin = await pair(town)
    await karin.says("kaartjes")
    assert await karin.presses("Weet ik niet") == []
    await karin.says("kaartjes")
    await karin.presses("Ja, zo houden")
    assert await town.database.read(lambda unit: unit.circle.allows(karin.id, "cards"))


async def test_an_intake_can_be_read_later(town: Town) -> None:
    _, sam = await sent(town)
    await sam.presses("Lees het")
    await sam.presses("Verder")
    assert await sam.presses("Later kiezen") == ["Dat kan. Typ 'intake' als je hem weer wilt lezen."]


async def test_an_offer_of_a_human_that_is_taken_opens_a_hulpvraag(both: Town) -> None:
    at = await works(both)
    await opens_flow(both, at.karin, "mens-aanbod")
    assert (await at.karin.presses("Ja, graag"))[-1].startswith("Goed dat je het vraagt.")
    await at.karin.presses("Bel mij")
    await at.karin.presses("In de middag")
    assert await at.state() == ("open", "")
    assert await at.anja.news() == ["Karin wil gebeld worden. Liefst in de middag."]
