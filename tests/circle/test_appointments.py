"""Appointments: the coach proposes, the person answers, and neither has to explain anything."""

import pytest

from tests.circle.town import Neighbour, Town

PROPOSAL = (
    "Anja wil graag met je praten, morgen om 11 uur. Jullie bellen met elkaar. Het duurt 30 minuten. Past dat bij jou?"
)
AGREED = ["Dat is goed. Je praat met Anja, morgen om 11 uur. Jullie bellen met elkaar.", "Zet het in je agenda"]


async def propose(town: Town, coach: Neighbour, who: Neighbour, day: str = "Morgen", time: str = "11 uur") -> list[str]:
    """The coach goes through the questions."""
    await coach.sends(f"@coach-afspraak:{who.id}")
    for label in ("We bellen", day, time):
        await coach.presses(label)
    return await coach.presses("Ja, stuur maar")


async def test_a_proposal_reaches_the_person_and_their_yes_reaches_the_coach(both: Town) -> None:
    anja = await both.settle("Anja", "coach")
    marjan = await both.settle("Marjan", coach=anja)
    assert (await propose(both, anja, marjan))[0].startswith("Ik stel het voor.")
    assert await marjan.news() == [PROPOSAL]
    assert await marjan.presses("Ja, dat past") == AGREED
    assert await anja.news() == ["Marjan komt: morgen om 11 uur."]


async def test_both_are_reminded_an_hour_before_and_on_the_last_open_morning_before_the_day(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await propose(town, anja, marjan, day="Volgende week")
    await marjan.presses("Ja, dat past")
    await anja.news()
    await town.later(days=4, hours=12)
    assert (await marjan.news(), await anja.news()) == ([], [])
    await town.later(hours=12)
    # The talk is on a Monday, and on Sunday nobody is disturbed.
    assert (await marjan.news())[0] == "Je praat maandag 9 maart om 11 uur met Anja. Jullie bellen met elkaar."
    assert (await anja.news())[0] == "Je spreekt Marjan maandag 9 maart om 11 uur. Jullie bellen met elkaar."
    await town.later(days=1, hours=12)
    assert (await marjan.news(), await anja.news()) == ([], [])
    await town.later(hours=12)
    assert (await marjan.news())[0] == "Straks om 11 uur praat je met Anja. Jullie bellen met elkaar."
    assert (await anja.news())[0] == "Straks om 11 uur spreek je Marjan. Jullie bellen met elkaar."


async def test_another_moment_is_asked_without_a_reason_and_the_coach_can_choose_at_once(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await propose(town, anja, marjan)
    assert "Je hoeft niet te zeggen waarom." in (await marjan.presses("Liever anders"))[1]
    assert await marjan.presses("Een ander moment") == ["Wat past beter bij jou?"]
    assert (await marjan.presses("In de middag"))[0].startswith("Ik geef het door.")
    assert await anja.news() == [
        "Marjan wil wel praten, maar liever op een ander moment.",
        "De middag past beter.",
    ]
    await anja.presses("Kies een ander moment")
    assert await anja.labels() == [
        "We bellen", "Op het werk", "Bij de ander thuis", "Samen wandelen", "Ergens anders",
    ]  # fmt: skip
    await town.later(days=1)
    assert await marjan.news() == [], "of what does not go on nobody is reminded"


async def test_no_talk_at_all_is_a_fine_answer(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await propose(town, anja, marjan)
    await marjan.presses("Liever anders")
    await marjan.presses("Nu liever niet praten")
    assert await anja.news() == ["Marjan wil nu liever geen gesprek. Dat mag. Vraag niet naar de reden."]


async def test_who_accepted_can_still_change_their_mind(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await propose(town, anja, marjan)
    await marjan.presses("Ja, dat past")
    await marjan.presses("Liever anders")
    await marjan.presses("Een ander moment")
    await marjan.presses("Maakt niet uit")
    assert "liever op een ander moment" in (await anja.news())[-1]
    assert await marjan.presses("Ja, dat past") == ["Deze afspraak staat er niet meer."]


async def test_a_moment_that_is_over_is_asked_again(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await anja.sends(f"@coach-afspraak:{marjan.id}")
    for label in ("We bellen", "Vandaag"):
        await anja.presses(label)
    assert (await anja.labels())[0] == "11 uur", "what is over cannot be pressed"
    assert (await anja.says("9 uur")) == ["Die tijd is al geweest. Kies een tijd die nog komt.", "Hoe laat?"]
    await anja.presses("11 uur")
    town.clock.move(hours=2)
    heard = await anja.presses("Ja, stuur maar")
    assert heard[-1] == "Dat moment is al geweest. Kies een ander moment voor Marjan."
    assert await marjan.news() == []


@pytest.mark.parametrize("how", ["never came in", "stopped"])
async def test_who_does_not_use_the_chat_must_be_told_by_the_coach(town: Town, how: str) -> None:
    anja = await town.settle("Anja", "coach")
    if how == "stopped":
        marjan = await town.settle("Marjan", coach=anja)
        await marjan.says("stop")
        await marjan.presses("Ja, ik stop")
    else:
        marjan = await town.invite("Marjan", coach=anja)
    heard = await propose(town, anja, marjan)
    assert heard[-1] == "Marjan gebruikt de chat nu niet. Zeg het zelf even, dan weet Marjan het ook."
    assert "praten" not in " ".join(await marjan.news())


async def test_a_proposal_is_only_for_whom_it_was_made(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan, rachid = await town.settle("Marjan", coach=anja), await town.settle("Rachid", coach=anja)
    await propose(town, anja, marjan)
    for flow in ("afspraak-ja", "afspraak-anders"):
        assert await rachid.sends(f"@{flow}:1") == ["Deze afspraak staat er niet meer."]
    for id in ("0", "99", "9999999999999999", "abc"):
        assert await marjan.sends(f"@afspraak-ja:{id}") == ["Deze afspraak staat er niet meer."]
    assert await anja.news() == []


async def test_a_talk_is_logged_in_five_taps_and_the_person_reads_the_same(both: Town) -> None:
    anja = await both.settle("Anja", "coach")
    marjan = await both.settle("Marjan", coach=anja)
    anja.taps = 0
    await anja.sends(f"@coach-log:{marjan.id}")
    for label in ("Gebeld", "20 minuten"):
        await anja.presses(label)
    await anja.says("Marjan belt vrijdag met haar team.")
    heard = await anja.presses("Volgende week")
    assert anja.taps == 4
    assert heard == ["Het staat erin. Wat je opschreef, leest de ander nu ook."]
    assert await marjan.news() == [
        "Anja schreef iets op over jullie gesprek. Klopt er iets niet, zeg het dan tegen Anja.\n"
        "Afgesproken: Marjan belt vrijdag met haar team.\nDe volgende keer is maandag 9 maart."
    ]
    card = (await anja.sends(f"@coach-kaart:{marjan.id}"))[0]
    assert "Laatste gesprek: vandaag, 20 minuten gebeld." in card
    assert "Afgesproken: Marjan belt vrijdag met haar team." in card
    copy = await both.database.read(lambda unit: unit.export(marjan.id))
    assert [(one["who"], one["agreed"]) for one in copy["talks"]] == [("Anja", "Marjan belt vrijdag met haar team.")]


async def test_words_about_health_do_not_get_into_a_log(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await anja.sends(f"@coach-log:{marjan.id}")
    for label in ("Gebeld", "20 minuten"):
        await anja.presses(label)
    for _ in range(3):
        heard = await anja.says("Marjan heeft een burn-out en slikt medicijnen.")
        assert "Wat hebben jullie afgesproken?" in heard[-1]
    await anja.presses("Niets afgesproken")
    await anja.presses("Nog niet bekend")
    talks = await town.database.read(lambda unit: unit.talks.of(marjan.id))
    assert [one.agreed for one in talks] == [""]
    assert await marjan.news() == [], "without agreements there is nothing to read"


async def test_a_course_goes_to_the_top_after_the_person_was_told(both: Town) -> None:
    anja = await both.settle("Anja", "coach")
    marjan = await both.settle("Marjan", coach=anja)
    await anja.sends(f"@coach-volgorde:{marjan.id}")
    await anja.presses("Hulp vragen")
    told = await marjan.news()
    assert "de cursus 'Hulp vragen'" in told[0]
    assert "Jij kiest zelf" in told[0]
    await marjan.says("cursussen")
    assert (await marjan.labels())[:2] == ["Hulp vragen", "Uitgangspunten"]
    assert (await anja.sends(f"@coach-volgorde:{marjan.id}"))[0].splitlines()[1].startswith("Hulp vragen, Uitgangsp")


async def test_who_cannot_be_told_keeps_the_order_that_was(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.invite("Marjan", coach=anja)
    await anja.sends(f"@coach-volgorde:{marjan.id}")
    assert "gebruikt de chat nu niet" in (await anja.presses("Invloed"))[-1]
    row = await town.database.read(lambda unit: unit.people.by_ids([marjan.id])[marjan.id])
    assert b"order" not in row.facts


async def test_a_coach_says_from_when_until_when_they_are_away_and_is_back_with_one_press(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    await anja.says("ik ben er niet")
    await anja.presses("Morgen")
    await anja.says("vrijdag")
    days = await town.database.read(lambda unit: unit.circle.absences_of(anja.id, town.clock().date()))
    assert [(one.isoformat(), other.isoformat()) for one, other in days] == [("2026-03-03", "2026-03-06")]
    assert "je er niet bent: morgen tot en met vrijdag 6 maart." in (await anja.says("afwezig"))[0]
    await anja.presses("Ik ben er weer")
    assert not await town.database.read(lambda unit: unit.circle.absences_of(anja.id, town.clock().date()))


async def test_two_days_that_were_given_the_wrong_way_round_are_meant_the_other_way(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    await anja.says("afwezig")
    await anja.presses("Volgende week")
    heard = await anja.presses("Morgen")
    assert heard[0].startswith("Je bent er niet: morgen tot en met maandag 9 maart.")
    away = await town.database.read(lambda unit: unit.circle.away_until(anja.id, town.clock.move(days=3).date()))
    assert away is not None
    assert away.isoformat() == "2026-03-09"


async def test_without_a_name_every_part_asks_who_is_meant_also_after_a_card_was_open(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    for name in ("Marjan", "Rachid"):
        await town.settle(name, coach=anja)
    await anja.says("medewerkers")
    await anja.presses("Marjan")
    for word in ("/afspraak", "/log", "/volgorde", "/medewerkers"):
        await anja.says(word)
        assert await anja.labels() == ["Marjan", "Rachid", "Toch niet"], word


async def test_an_absence_of_one_day_is_said_as_one_day(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    await anja.says("afwezig")
    await anja.presses("Vandaag")
    assert (await anja.presses("Vandaag"))[0].startswith("Je bent er niet: vandaag. Wie je nodig heeft")
    assert "je er niet bent: vandaag." in (await anja.says("afwezig"))[0]


async def test_other_days_of_absence_take_the_place_of_the_first(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    for days in (("Vandaag", "Morgen"), ("Morgen", "Over een week")):
        await anja.says("afwezig")
        if "Andere dagen" in await anja.labels():
            await anja.presses("Andere dagen")
        for day in days:
            await anja.presses(day)
    found = await town.database.read(lambda unit: unit.circle.absences_of(anja.id, town.clock().date()))
    assert [one.isoformat() for one, _ in found] == ["2026-03-03"]
