"""What buddies do together: conversation cards and a success; and that each word in it is there."""

import pytest

from bot.content.models.library import Library
from bot.content.models.steps import ChecklistStep, ChoiceStep, Step
from bot.safety.look import Watch
from tests.circle.pairing import all_views, asks, pair_up, shares
from tests.circle.town import Town


async def test_a_card_is_drawn_another_and_sent(town: Town) -> None:
    karin, henk = await pair_up(town)
    await karin.says("buddy")
    first = (await karin.presses("Trek een kaart"))[0]
    assert first.startswith("Jullie kaart: ")
    second = (await karin.presses("Een andere vraag"))[0]
    doing = (await karin.presses("Iets om te doen"))[0]
    assert len({first, second, doing}) == 3
    await karin.presses("Stuur naar mijn buddy")
    assert await henk.news() == [doing.replace("Jullie kaart:", "Karin koos een kaart voor jullie:")]


async def test_each_card_comes_once_before_one_comes_again(town: Town) -> None:
    karin, _ = await pair_up(town)
    await karin.says("buddy")
    deck = town.library.talk_cards.of("talk")
    drawn = [(await karin.presses("Trek een kaart"))[0]]
    drawn += [(await karin.presses("Een andere vraag"))[0] for _ in deck[1:]]
    assert sorted(drawn) == sorted(f"Jullie kaart: {card.text}" for card in deck)


async def test_who_has_no_buddy_gets_no_card(town: Town) -> None:
    henk = await town.settle("Henk")
    heard = await henk.sends("@gesprekskaarten:1")
    assert heard[0] == "De kaarten zijn voor jou en een buddy. Typ 'buddy' om te zien hoe het staat."


async def test_a_success_is_celebrated_together_with_exactly_the_words_that_were_shown(both: Town) -> None:
    karin, henk = await pair_up(both)
    shown = await shares(karin, "Ik bakte een taart")
    assert shown[0] == "Dit leest je buddy, en meer niet: 'Ik bakte een taart'"
    assert await henk.news() == ["Karin wil een succes met je vieren: 'Ik bakte een taart'"]
    await henk.presses("Reageer")
    await henk.presses("Knap van jou")
    assert await karin.news() == ["Henk viert jouw succes mee: 'Dat is knap van jou.'"]


async def test_a_success_about_health_is_refused_and_one_without_a_yes_stays(town: Town) -> None:
    karin, henk = await pair_up(town)
    await karin.says("buddy")
    await karin.presses("Deel een succes")
    assert (await karin.says("Mijn rug doet geen pijn meer"))[0].startswith("Dit gaat over gezondheid.")
    await karin.says("Ik was buiten")
    await karin.presses("Toch niet")
    assert await henk.news() == []
    assert await town.database.read(lambda unit: unit.shares.of(karin.id)) == []


async def test_a_success_that_was_taken_back_is_gone(town: Town) -> None:
    karin, henk = await pair_up(town)
    await shares(karin, "Ik bakte een taart")
    await henk.news()
    share = (await town.database.read(lambda unit: unit.shares.of(karin.id)))[0]
    await town.database.write(lambda unit: unit.shares.take_back(karin.id, share.id, town.clock()))
    assert (await henk.presses("Reageer"))[0] == "Dit succes is niet meer met jou gedeeld."


async def test_a_new_buddy_reads_nothing_of_what_was_shared_with_the_one_before(both: Town) -> None:
    karin, henk = await pair_up(both)
    await shares(karin, "kanarie in de keuken")
    await karin.says("buddy")
    for label in ("Meer", "Stop met deze buddy", "Ja, ik stop", "Ja, zoek iemand"):
        await karin.presses(label)
    tim = await both.settle("Tim")
    await asks(tim, 0)
    await tim.presses("Ja, leuk")
    await karin.presses("Laat zien")
    await karin.presses("Ja, leuk")
    assert "Karin is je buddy." in await tim.says("buddy")
    share = (await both.database.read(lambda unit: unit.shares.of(karin.id)))[0]
    for one in (tim, henk):
        assert "kanarie" not in " ".join([*await one.sends(f"@buddy-vier-mee:{share.id}"), *await all_views(both, one)])


def values(library: Library, flow: str, id: str) -> set[str]:
    step: Step = library.graph[flow, id]
    assert isinstance(step, ChecklistStep | ChoiceStep)
    return {one.value or "" for one in (step.items if isinstance(step, ChecklistStep) else step.options)}


@pytest.mark.parametrize(
    ("flow", "step", "section"),
    [
        ("buddy-profiel", "leuk", "likes"),
        ("buddy-profiel", "tijd", "times"),
        ("buddy-profiel", "hoe", "ways"),
        ("buddy-afspraken", "hoe-vaak", "rhythms"),
        ("buddy-afspraken", "hoe", "ways"),
        ("buddy-afspraken", "wie-begint", "starts"),
        ("buddy-vier-mee", "kies", "cheers"),
    ],
)
def test_every_answer_that_another_reads_has_words(library: Library, flow: str, step: str, section: str) -> None:
    assert values(library, flow, step) <= set(getattr(library.words.circle.buddy, section))


def test_the_deck_is_large_and_touches_on_nothing_medical(library: Library) -> None:
    deck = library.talk_cards
    assert len(deck.cards) >= 24
    assert min(len(deck.of("talk")), len(deck.of("do"))) >= 8
    watch = Watch(library.signals)
    assert not [card.id for card in deck.cards if watch.is_medical(card.text)]


def test_every_flow_that_the_part_opens_is_there(library: Library) -> None:
    for part in ("buddies", "buddy_life", "buddy_together"):
        module = __import__(f"bot.circle.{part}", fromlist=["PART"])
        named = {one for name, one in vars(module).items() if name.isupper() and isinstance(one, str)}
        opened = {one for one in named if one.startswith("buddy-")} - {"buddy-lapse", "buddy-nudge", "buddy-seen"}
        assert opened <= set(library.flows)
