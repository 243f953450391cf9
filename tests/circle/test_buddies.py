"""Finding a buddy: who is proposed to whom, two yeses, kind endings, and nobody's name too early."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from bot.circle.roles import give
from bot.storage.unit import Unit
from tests.circle.pairing import LATER, NOT_NOW, OTHER, SHOW, YES, asks, pair_of, pair_up, state
from tests.circle.town import Neighbour, Town

NOBODY = "Er is nu nog niemand die bij je past. Ik blijf zoeken, en je hoort het van mij."
NEWS = "Ik heb misschien een buddy voor jou. Kijk maar als je zin hebt."
NOT = "Het voorstel voor een buddy gaat deze keer niet door. Dat ligt niet aan jou. Ik zoek verder."
OVER = "Het contact met je buddy stopt. Zo gaat het soms, en het ligt niet aan jou."


async def test_two_who_both_say_yes_become_buddies(both: Town) -> None:
    karin = await both.settle("Karin de Vries")
    heard = await asks(karin, 0, 2, words="Ik loop graag met de hond.", times=(1, 3))
    assert heard == ["Mooi, dit staat er nu. Je kunt het altijd veranderen.", NOBODY]
    henk = await both.settle("Henk")
    assert (await asks(henk, 0, 3))[1:] == [
        "Misschien past Karin bij jou.\nDit vind je allebei leuk: wandelen.\n"
        "Karin heeft tijd in de middag en in het weekend.\nContact het liefst: bellen.\n"
        "Karin zegt: 'Ik loop graag met de hond.'",
        "Jullie kiezen het allebei. Wil jij dit?",
    ]
    assert await henk.presses(YES) == [
        "Fijn dat je het wilt.",
        "De ander kiest nu ook. Zodra ik het weet, hoor je het.",
    ]
    assert await state(both, karin) == "proposed"
    assert await karin.news() == [NEWS]
    assert "Misschien past Henk bij jou." in (await karin.presses(SHOW))[0]
    click = "Jij en {} zijn nu buddy's. Spreek af hoe jullie contact willen, of begin met een kaart."
    assert (await karin.presses(YES))[-1] == click.format("Henk")
    assert await henk.news() == [click.format("Karin")]
    assert await state(both, karin) == "active"
    assert (await henk.says("buddy"))[0] == "Karin is je buddy."


async def test_the_buddy_with_whom_most_is_shared_is_proposed_first(both: Town) -> None:
    walks, cooks = await both.settle("Wim"), await both.settle("Coby")
    await asks(walks, 0)
    await asks(cooks, 5)
    # Those two were proposed to each other; both want somebody else.
    await walks.presses(SHOW)
    await walks.presses(OTHER)
    henk = await both.settle("Henk")
    assert "Misschien past Coby bij jou." in "\n".join(await asks(henk, 5, 6, 7))
    assert await state(both, walks) == "refused"


async def test_nobody_is_proposed_to_two_people_at_once(both: Town) -> None:
    karin, henk, tim = [await both.settle(name) for name in ("Karin", "Henk", "Tim")]
    await asks(karin, 0)
    await asks(henk, 0)
    assert (await asks(tim, 0))[-1] == NOBODY

    def again(unit: Unit) -> object:
        return unit.pairs.propose(tim.id, karin.id, both.clock())

    assert await both.database.write(again) is None
    pair = await pair_of(both, karin)
    assert pair is not None
    assert set(pair.people) == {karin.id, henk.id}


async def test_of_two_who_are_proposed_to_one_at_the_same_moment_one_waits(both: Town) -> None:
    people = [await both.settle(name) for name in ("Karin", "Henk", "Tim", "Rachid", "Wim")]
    first = people[0].id

    def propose(other: str) -> Callable[[Unit], object]:
        return lambda unit: unit.pairs.propose(other, first, both.clock())

    made = await asyncio.gather(*(both.database.write(propose(one.id)) for one in people[1:]))
    assert len([one for one in made if one is not None]) == 1
    assert len(await both.database.read(lambda unit: unit.pairs.all_of(first))) == 1


async def test_who_refused_is_never_proposed_again_and_is_not_given_away(town: Town) -> None:
    karin, henk = await town.settle("Karin"), await town.settle("Henk")
    await asks(karin, 0)
    await asks(henk, 0)
    await henk.presses(YES)
    await karin.presses(SHOW)
    assert await karin.presses(OTHER) == ["Prima. De ander hoort niet dat jij dit koos.", NOBODY]
    assert await henk.news() == [NOT]
    assert "Ik zoek nog een buddy voor je." in (await henk.says("buddy"))[0]
    tim = await town.settle("Tim")
    assert "Misschien past Karin" in "\n".join(await asks(tim, 0))
    assert await state(town, henk) == "refused"


async def test_who_did_not_answer_yet_hears_nothing_of_a_refusal_and_gets_the_next(town: Town) -> None:
    karin, henk, tim = [await town.settle(name) for name in ("Karin", "Henk", "Tim")]
    await asks(karin, 0)
    await asks(henk, 0)
    await asks(tim, 0)
    old = await pair_of(town, karin)
    await karin.news()
    assert (await henk.presses(OTHER))[-1] == NOBODY
    assert await karin.news() == await tim.news() == [NEWS]
    assert old is not None
    heard = await karin.sends(f"@buddy-voorstel:{old.id}")
    assert heard[0] == "Dit voorstel is er niet meer. Typ 'buddy' om te zien hoe het staat."
    assert "Misschien past Tim bij jou." in (await karin.presses(SHOW))[0]


async def test_not_now_stops_the_search_and_keeps_the_profile(town: Town) -> None:
    karin, henk = await town.settle("Karin"), await town.settle("Henk")
    await asks(karin, 0)
    await asks(henk, 0)
    assert await henk.presses(NOT_NOW) == ["Dat is goed. Ik zoek nu niet verder. Typ 'buddy' als je weer wilt."]
    assert await state(town, henk) == "off"
    assert "Ik zoek nu niet naar een buddy." in (await henk.says("buddy"))[0]
    assert "Misschien past Karin bij jou." in (await henk.presses("Ja, zoek iemand"))[0]


async def test_a_proposal_that_is_put_off_can_be_found_again(town: Town) -> None:
    karin, henk = await town.settle("Karin"), await town.settle("Henk")
    await asks(karin, 0)
    await asks(henk, 0)
    await henk.presses(LATER)
    assert "Misschien past Karin bij jou." in (await henk.says("buddy"))[0]


async def test_after_a_week_without_an_answer_the_other_is_not_kept_waiting(both: Town) -> None:
    karin, henk = await both.settle("Karin"), await both.settle("Henk")
    await asks(karin, 0)
    await asks(henk, 0)
    await henk.presses(YES)
    await karin.news()
    await both.later(days=7, hours=1)
    assert await henk.news() == [NOT]
    assert await karin.news() == []
    assert await state(both, henk) == "off"
    assert (await karin.presses(SHOW))[0].startswith("Dit voorstel is er niet meer.")
    tim = await both.settle("Tim")
    assert "Misschien past Henk" in "\n".join(await asks(tim, 0))


async def test_a_proposal_that_nobody_took_away_in_time_is_taken_away_by_the_next_search(town: Town) -> None:
    karin, henk = await town.settle("Karin"), await town.settle("Henk")
    await asks(karin, 0)
    await asks(henk, 0)
    await henk.presses(YES)
    town.clock.move(days=20)
    tim = await town.settle("Tim")
    assert "Misschien past Henk" in "\n".join(await asks(tim, 0))


async def test_only_who_asked_in_the_same_organisation_is_proposed(both: Town) -> None:
    elsewhere, silent = await both.settle("Olga", works="Elders"), await both.settle("Henk")
    coach = await both.settle("Anja", "coach")
    await asks(elsewhere, 0)
    assert not [one for one in await coach.says("buddy") if "Wil jij een buddy" in one]
    karin = await both.settle("Karin")
    assert (await asks(karin, 0))[-1] == NOBODY
    for one in (elsewhere, silent, coach):
        assert NEWS not in await one.news()


async def test_who_became_a_coach_meanwhile_is_not_proposed(town: Town) -> None:
    karin, henk = await town.settle("Karin"), await town.settle("Henk")
    await asks(karin, 0)
    await town.database.write(lambda unit: give(unit, karin.id, "coach", team=None, at=town.clock()))
    assert (await asks(henk, 0))[-1] == NOBODY


async def test_what_was_not_approved_is_not_kept(both: Town) -> None:
    karin = await both.settle("Karin")
    await karin.says("buddy")
    await karin.presses("Ja, dat wil ik")
    await karin.ticks(0)
    await karin.says("kanarie in de tuin")
    await karin.ticks()
    await karin.presses("Bellen")
    await karin.presses("Toch geen buddy")
    copy = await both.database.read(lambda unit: unit.export(karin.id))
    assert copy["buddy"] == []
    assert copy["answers"] == []


async def test_words_about_health_are_refused_in_a_profile(town: Town) -> None:
    karin = await town.settle("Karin")
    await karin.says("buddy")
    await karin.presses("Ja, dat wil ik")
    await karin.ticks(0)
    for _ in range(2):
        assert (await karin.says("Ik heb een burn-out"))[0].startswith("Dit gaat over gezondheid.")


async def test_a_profile_can_be_changed_and_thrown_away(town: Town) -> None:
    karin = await town.settle("Karin")
    await asks(karin, 0, words="Eerste woorden.")
    await karin.says("buddy")
    heard = await karin.presses("Mijn profiel")
    assert "Je houdt van wandelen." in heard[0]
    assert "Jouw woorden: 'Eerste woorden.'" in heard[0]
    await karin.presses("Ja, maak het anders")
    await karin.ticks(3)
    await karin.presses("Ik doe het over" if "Ik doe het over" in await karin.labels() else "Liever niet")
    await karin.ticks(0)
    await karin.presses("Bellen")
    await karin.presses("Ja, dit is goed")
    profile = await town.database.read(lambda unit: unit.pairs.profile_of(karin.id))
    assert profile is not None
    assert (profile.likes, profile.words) == (("tuin",), "")
    await karin.says("buddy")
    await karin.presses("Zoek niet meer")
    assert await town.database.read(lambda unit: unit.pairs.profile_of(karin.id)) is None
    henk = await town.settle("Henk")
    assert (await asks(henk, 0))[-1] == NOBODY


async def test_a_proposal_at_night_waits_for_the_morning(town: Town) -> None:
    karin, henk = await town.settle("Karin"), await town.settle("Henk")
    await asks(karin, 0)
    await karin.news()
    town.clock.move(hours=12)
    await asks(henk, 0)
    assert await karin.news() == []
    await town.later(hours=12)
    assert await karin.news() == [NEWS]


async def test_stopping_needs_no_reason_and_is_told_kindly(both: Town) -> None:
    karin, henk = await pair_up(both)
    await karin.says("buddy")
    await karin.presses("Meer")
    await karin.presses("Stop met deze buddy")
    heard = await karin.presses("Ja, ik stop")
    assert heard[0] == "Het is klaar. Ik zeg je buddy alleen dat het contact stopt."
    assert await henk.news() == [OVER]
    assert await state(both, karin) == "ended"
    assert (await karin.presses("Ja, zoek iemand"))[-1] == NOBODY
    assert (await henk.presses("Zoek iemand anders"))[-1] == NOBODY
    assert await state(both, karin) == "ended"


async def test_a_buddy_who_stops_with_everything_is_gone_for_the_other(town: Town) -> None:
    karin, henk = await pair_up(town)
    await karin.says("stop")
    await karin.presses("Ja, ik stop")
    assert await henk.news() == [OVER]
    assert "Karin" not in " ".join(await henk.says("buddy"))


async def test_a_buddy_who_erases_everything_is_gone_for_the_other(both: Town) -> None:
    karin, henk = await pair_up(both)
    await erase(karin)
    assert await henk.news() == [OVER]
    assert await pair_of(both, henk) is None
    assert "Karin" not in " ".join(await henk.says("buddy"))


async def test_who_said_yes_hears_it_when_the_other_goes(town: Town) -> None:
    karin, henk = await town.settle("Karin"), await town.settle("Henk")
    await asks(karin, 0)
    await asks(henk, 0)
    await henk.presses(YES)
    await erase(karin)
    assert await henk.news() == [NOT]


async def erase(person: Neighbour) -> None:
    """Throws everything away."""
    await person.says("mijn gegevens")
    for label in ("Alles wissen", "Ja, wis alles", "Ja, wis het nu"):
        await person.presses(label)


async def test_nobody_answers_the_proposal_of_others(both: Town) -> None:
    karin, henk, tim = [await both.settle(name) for name in ("Karin", "Henk", "Tim")]
    await asks(karin, 0)
    await asks(henk, 0)
    pair = await pair_of(both, karin)
    assert pair is not None
    for flow in ("buddy-voorstel", "buddy-klik", "buddy-afspraken", "buddy-contact", "gesprekskaarten", "buddy-duwtje"):
        heard = " ".join(await tim.sends(f"@{flow}:{pair.id}"))
        assert "Karin" not in heard
        assert "Henk" not in heard
    assert await state(both, karin) == "proposed"


async def test_the_words_of_a_proposal_last_no_longer_than_it(town: Town) -> None:
    karin, henk = await town.settle("Karin"), await town.settle("Henk")
    await asks(karin, 0, words="kanarie")
    await asks(henk, 0)
    await henk.presses(OTHER)
    pair = await pair_of(town, henk)
    assert pair is not None
    town.clock.at += timedelta(days=1)
    assert "kanarie" not in " ".join(await henk.sends(f"@buddy-voorstel:{pair.id}"))
