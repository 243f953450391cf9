"""Being buddies: agreements, numbers, cards, a success, a nudge; and nobody knows more than was shared."""

import pytest

from bot.circle.around import CircleAround
from bot.circle.parts import Setting
from bot.circle.registry import LISTS, VIEWS
from bot.circle.terms import Terms
from bot.content.models.library import Library
from bot.content.models.steps import ChecklistStep, ChoiceStep, Step
from bot.safety.look import Watch
from bot.storage.unit import Unit
from tests.circle.pairing import asks, pair_of, pair_up
from tests.circle.town import Neighbour, Town

PHONE, MAIL = "06 12 34 56 78", "henk@voorbeeld.test"
NUDGE = "Jouw antwoord blijft hier. Hoe gaat het contact met je buddy?"


async def deals(person: Neighbour, *answers: str) -> list[str]:
    """Proposes an agreement; gives what was said last."""
    await person.says("buddy")
    heard = await person.presses("Onze afspraken")
    for answer in answers:
        heard = await person.presses(answer)
    return heard


async def gives(person: Neighbour, contact: str) -> list[str]:
    """Gives a number, after reading what the other will read."""
    await person.says("buddy")
    await person.presses("Meer")
    await person.presses("Hoe we elkaar bereiken")
    await person.says(contact)
    return await person.presses("Ja, dat mag")


async def test_what_one_proposes_counts_once_the_other_agrees(both: Town) -> None:
    karin, henk = await pair_up(both)
    await deals(karin, "1 keer per week", "Bellen", "Ik")
    assert await henk.news() == ["Karin wil dit graag met jou: 1 keer per week, bellen. Wie begint: Karin."]
    pair = await pair_of(both, karin)
    assert pair is not None
    assert pair.deal is not None
    assert not pair.deal.agreed
    assert "Henk kiest nog." in (await karin.says("buddy"))[0]
    assert (await henk.presses("Kies of dat past"))[0].startswith("Karin stelt voor: 1 keer per week, bellen.")
    await henk.presses("Ja, dat past")
    assert await karin.news() == [
        "Henk vindt jouw voorstel goed. Zo doen jullie het: 1 keer per week, bellen. Wie begint: jij."
    ]
    assert "Dat doen jullie zo: 1 keer per week, bellen. Wie begint: Karin." in (await henk.says("buddy"))[0]


async def test_the_other_can_propose_something_else(town: Town) -> None:
    karin, henk = await pair_up(town)
    await deals(karin, "2 keer per week", "Elkaar zien", "De ander")
    assert "Wie begint: jij." in (await henk.news())[0]
    await henk.presses("Kies of dat past")
    for label in ("Liever anders", "Om de 2 weken", "Berichtjes sturen", "Om de beurt"):
        await henk.presses(label)
    assert (
        "Henk wil dit graag met jou: om de 2 weken, berichtjes sturen. Wie begint: om de beurt." in await karin.news()
    )


async def test_nobody_agrees_to_their_own_proposal(town: Town) -> None:
    karin, _ = await pair_up(town)
    await deals(karin, "1 keer per week", "Bellen", "Ik")
    pair = await pair_of(town, karin)
    assert pair is not None
    await karin.sends(f"@buddy-afspraken:{pair.id}")
    assert "Ja, dat past" not in await karin.labels()


async def test_a_number_is_shown_only_when_both_gave_one(both: Town) -> None:
    karin, henk = await pair_up(both)
    await gives(karin, PHONE)
    assert await henk.news() == [
        "Karin wil met jou van nummer ruilen. Doe jij mee, dan zien jullie het van elkaar. Nee is ook goed."
    ]
    assert PHONE not in "\n".join([*await henk.says("buddy"), *await all_views(both, henk)])
    await henk.presses("Geef mijn nummer")
    await henk.says(MAIL)
    heard = await henk.presses("Ja, dat mag")
    assert f"Zo bereik je Karin: {PHONE}" in heard[-1]
    assert await karin.news() == [f"Jullie gaven het allebei.\nZo bereik je Henk: {MAIL}"]
    assert f"Zo bereik je Karin: {PHONE}" in (await henk.says("buddy"))[0]


async def test_what_was_not_confirmed_is_not_given(town: Town) -> None:
    karin, henk = await pair_up(town)
    await karin.says("buddy")
    await karin.presses("Meer")
    await karin.presses("Hoe we elkaar bereiken")
    assert f"Dit leest je buddy straks: {PHONE}" in await karin.says(PHONE)
    await karin.presses("Toch niet")
    assert await henk.news() == []
    pair = await pair_of(town, karin)
    assert pair is not None
    assert pair.contacts == {}


async def test_a_number_can_be_taken_away_and_goes_when_they_stop(both: Town) -> None:
    karin, henk = await pair_up(both)
    await gives(karin, PHONE)
    await gives(henk, MAIL)
    await karin.says("buddy")
    await karin.presses("Meer")
    await karin.presses("Hoe we elkaar bereiken")
    await karin.presses("Haal het weg")
    assert PHONE not in " ".join(await henk.says("buddy"))
    await henk.presses("Meer")
    await henk.presses("Stop met deze buddy")
    await henk.presses("Ja, ik stop")
    pair = await pair_of(both, karin)
    assert pair is not None
    assert pair.contacts == {}


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


async def shares(person: Neighbour, words: str) -> list[str]:
    """Shares a success with the buddy."""
    await person.says("buddy")
    await person.presses("Deel een succes")
    shown = await person.says(words)
    await person.presses("Ja, deel het")
    return shown


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


async def test_a_nudge_comes_after_ten_quiet_days_and_its_answer_stays(both: Town) -> None:
    karin, henk = await pair_up(both)
    await both.later(days=9)
    assert NUDGE not in await karin.news()
    await both.later(days=2)
    assert NUDGE in await karin.news()
    assert (await karin.presses("Het ligt stil"))[0].startswith("Dat gebeurt vaak.")
    heard = (await karin.presses("Ja, trek een kaart"))[0]
    assert heard.startswith("Jullie kaart: ")
    copy = await both.database.read(lambda unit: unit.export(karin.id))
    assert copy["answers"] == []
    assert await henk.news() == [NUDGE]
    await both.later(days=11)
    assert NUDGE in await karin.news()


async def test_who_does_something_with_the_buddy_is_not_nudged_for_a_while(town: Town) -> None:
    karin, henk = await pair_up(town)
    await town.later(days=8)
    await shares(karin, "Ik bakte een taart")
    await town.later(days=4)
    assert NUDGE not in [*await karin.news(), *await henk.news()]


async def test_who_wants_no_nudge_gets_none_and_the_other_still_does(town: Town) -> None:
    karin, henk = await pair_up(town)
    await town.later(days=10, hours=2)
    await karin.news()
    assert (await karin.presses("Vraag dit niet meer"))[0].startswith("Goed, ik vraag het niet meer.")
    await henk.news()
    await town.later(days=11)
    assert NUDGE not in await karin.news()
    assert NUDGE in await henk.news()
    await karin.says("buddy")
    for label in ("Meer", "Vraag hoe het gaat", "Ja, vraag dat maar"):
        await karin.presses(label)
    await town.later(days=10, hours=1)
    assert NUDGE in await karin.news()


async def test_after_the_end_no_nudge_comes(town: Town) -> None:
    karin, henk = await pair_up(town)
    await karin.says("buddy")
    for label in ("Meer", "Stop met deze buddy", "Ja, ik stop", "Nee, nu niet"):
        await karin.presses(label)
    await henk.news()
    await town.later(days=11)
    assert NUDGE not in [*await karin.news(), *await henk.news()]


async def test_a_coach_knows_of_a_buddy_only_with_a_yes_and_never_who(both: Town) -> None:
    anja = await both.settle("Anja", "coach")
    karin, _ = await pair_up(both)
    await both.database.write(lambda unit: unit.circle.bond(karin.id, anja.id, both.clock()))
    assert "buddy" not in " ".join(await anja.sends(f"@coach-kaart:{karin.id}"))
    await karin.says("buddy")
    for label in ("Meer", "Wat de coach weet", "Ja, dat mag"):
        await karin.presses(label)
    heard = " ".join(await anja.sends(f"@coach-kaart:{karin.id}"))
    assert "Karin heeft een buddy." in heard
    assert "Henk" not in heard
    await karin.says("buddy")
    for label in ("Meer", "Wat de coach weet", "Nee, haal het weg"):
        await karin.presses(label)
    assert "buddy" not in " ".join(await anja.sends(f"@coach-kaart:{karin.id}"))


async def all_views(town: Town, me: Neighbour, *abouts: str) -> list[str]:
    """All that every view and every list tells this person, asked about nothing, everybody, and small numbers."""

    def ask(unit: Unit) -> list[str]:
        on = Setting(unit=unit, library=town.library, terms=Terms(), now=town.clock())
        around = CircleAround(on, unit.people.by_ids([me.id])[me.id])
        asked = ["", *abouts, *(str(at) for at in range(5))]
        told = [str(around.facts(view, about)) for view in VIEWS for about in asked]
        return [*told, *(str(around.options(one, about)) for one in LISTS for about in asked)]

    return await town.database.write(ask)


async def test_a_buddy_who_probes_sees_only_what_was_shared(both: Town) -> None:
    """Fault 37: progress, answers, shares with the coach, agreements of another: nothing of it."""
    anja = await both.settle("Anja", "coach")
    karin, henk = await pair_up(both)
    await both.database.write(lambda unit: unit.circle.bond(karin.id, anja.id, both.clock()))
    await both.finish(karin, "uitgangspunten")
    await both.share(karin, "kanarie voor de coach")
    await karin.says("vertel een succes")
    await karin.says("kanarie voor mijzelf")
    heard = await all_views(both, henk, karin.id, "buddy")
    for flow in both.library.flows:
        heard += await henk.sends(f"@{flow}:{karin.id}")
    said = "\n".join(heard)
    assert "kanarie" not in said
    assert "klaar met" not in said


async def test_two_who_are_buddies_read_only_their_own_in_the_copy(both: Town) -> None:
    karin, henk = await pair_up(both)
    await gives(karin, PHONE)
    exports = await both.database.read(lambda unit: [unit.export(one.id) for one in (karin, henk)])
    copies = [copy["buddies"][0] for copy in exports]
    assert [(copy["who"], copy["contact"]) for copy in copies] == [("Henk", PHONE), ("Karin", "")]


@pytest.mark.parametrize(
    ("presses", "says"),
    [
        (("Onze afspraken", "Toch niet"), "Goed. Er verandert niets."),
        (("Meer", "Stop met deze buddy", "Nee, ik ga door"), "Goed, dan blijft het zoals het is."),
        (("Meer", "Wat de coach weet", "Weet ik niet"), "Goed, dan blijft het zoals het was."),
    ],
)
async def test_who_changes_nothing_stays_a_buddy(town: Town, presses: tuple[str, ...], says: str) -> None:
    karin, henk = await pair_up(town)
    heard = await karin.says("buddy")
    for label in presses:
        heard = await karin.presses(label)
    assert heard[0] == says
    assert await henk.news() == []
    assert "Karin is je buddy." in await henk.says("buddy")


@pytest.mark.parametrize(("answer", "says"), [("Het gaat goed", "Fijn om te horen."), ("Ik twijfel", "Je mag het")])
async def test_how_it_goes_is_told_to_nobody(town: Town, answer: str, says: str) -> None:
    karin, henk = await pair_up(town)
    await town.later(days=10, hours=1)
    await henk.news()
    assert (await karin.presses(answer))[0].startswith(says)
    assert await henk.news() == []


async def test_a_no_is_fine_and_so_is_waiting(town: Town) -> None:
    karin, henk = await town.settle("Karin"), await town.settle("Henk")
    await karin.says("buddy")
    assert (await karin.presses("Nee, dank je"))[0] == "Prima. Typ 'buddy' als je er later zin in hebt."
    await asks(karin, 0)
    await asks(henk, 0)
    await henk.presses("Ja, leuk")
    assert (await henk.says("buddy"))[0].startswith("Jij zei ja op een buddy. Ik wacht nu op de ander.")


# The words and the deck


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
