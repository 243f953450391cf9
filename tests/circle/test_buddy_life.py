"""Being buddies: agreements, numbers, a nudge; and nobody knows more than was shared."""

import pytest

from tests.circle.pairing import all_views, asks, pair_of, pair_up, shares
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
