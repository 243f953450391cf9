"""Talks and groups: any time that people say, either side can change it, and nobody is told why."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.moves import end_role, move_people
from bot.storage.unit import Unit
from tests.circle.helping import TAKE, wants, works
from tests.circle.town import Neighbour, Town

YES, OTHER = "Ja, dat past", "Liever anders"


async def pair(town: Town) -> tuple[Neighbour, Neighbour]:
    """A coach and one of the own people."""
    anja = await town.settle("Anja", "coach")
    return anja, await town.settle("Marjan", coach=anja)


async def at_time(town: Town, coach: Neighbour, who: Neighbour, day: str, time: str) -> list[str]:
    """The coach types a day and a time; gives what is said then."""
    await coach.sends(f"@coach-afspraak:{who.id}")
    await coach.presses("We bellen")
    await coach.says(day)
    return await coach.says(time)


async def planned(town: Town, coach: Neighbour, who: Neighbour, day: str = "donderdag", time: str = "half 3") -> None:
    """A talk that both know of."""
    await at_time(town, coach, who, day, time)
    await coach.presses("Ja, stuur maar")
    await who.presses(YES)
    await coach.news()
    await who.news()


async def when(town: Town, who: Neighbour) -> list[datetime]:
    """The moments of what is planned for this person."""

    def read(unit: Unit) -> list[datetime]:
        return [one.at for one in unit.meetings.all_of(who.id) if one.state == "planned"]

    return await town.database.read(read)


async def test_a_time_is_read_as_people_type_it(town: Town) -> None:
    anja, marjan = await pair(town)
    assert (await at_time(town, anja, marjan, "morgen", "half 3"))[-1].startswith(
        "Het voorstel is dinsdag 3 maart om 14.30 uur."
    )
    await anja.presses("Ja, stuur maar")
    assert await when(town, marjan) == [datetime(2026, 3, 3, 13, 30, tzinfo=UTC)]


async def test_what_is_no_time_is_asked_again_with_the_reason(town: Town) -> None:
    anja, marjan = await pair(town)
    assert (await at_time(town, anja, marjan, "morgen", "als het kan"))[0].startswith("Dat is voor mij nog geen tijd.")
    assert (await anja.says("25:00"))[0].startswith("Die tijd staat niet op de klok.")
    assert "om 9.05 uur" in (await anja.says("09.05"))[-1]


async def test_the_length_is_half_an_hour_unless_another_is_chosen(town: Town) -> None:
    anja, marjan = await pair(town)
    await at_time(town, anja, marjan, "morgen", "14:30")
    await anja.presses("Langer of korter")
    assert "Het duurt 1 uur." in (await anja.presses("1 uur"))[-1]
    await anja.presses("Ja, stuur maar")
    assert "Het duurt 1 uur." in (await marjan.news())[-1]


async def test_a_place_in_own_words_is_read_by_the_person(town: Town) -> None:
    anja, marjan = await pair(town)
    await anja.sends(f"@coach-afspraak:{marjan.id}")
    await anja.presses("Ergens anders")
    assert (await anja.says("bij de psychiater"))[0].startswith("Dit gaat over gezondheid.")
    await anja.says("Het bankje bij de <b>poort</b>")
    await anja.says("morgen")
    await anja.says("2 uur")
    await anja.presses("Ja, stuur maar")
    assert "Waar: Het bankje bij de <b>poort</b>. Het duurt" in (await marjan.news())[-1]


async def test_at_home_is_said_to_each_side_as_it_is(town: Town) -> None:
    anja, marjan = await pair(town)
    await anja.sends(f"@coach-afspraak:{marjan.id}")
    for label in ("Bij de ander thuis", "Morgen", "11 uur", "Ja, stuur maar"):
        await anja.presses(label)
    assert "Dat is bij jou thuis." in (await marjan.news())[-1]
    await marjan.presses(YES)
    await anja.says("agenda")
    assert "Dat is bij Marjan thuis." in (await anja.presses("morgen 11 uur: Marjan"))[0]


@pytest.mark.parametrize(
    ("day", "time", "warning"),
    [
        ("zondag", "11 uur", "Dan is het zondag of een vrije dag."),
        ("27 april", "11 uur", "Dan is het zondag of een vrije dag."),
        ("morgen", "03:00", "Dat is erg vroeg of laat op de dag."),
        ("morgen", "8 uur 's avonds", "Dat is erg vroeg of laat op de dag."),
    ],
)
async def test_an_odd_moment_is_warned_of_and_allowed(town: Town, day: str, time: str, warning: str) -> None:
    anja, marjan = await pair(town)
    heard = await at_time(town, anja, marjan, day, time)
    assert heard[0] == f"Let even op.\n{warning}"
    await anja.presses("Ja, stuur maar")
    assert len(await when(town, marjan)) == 1


async def test_two_meetings_at_one_time_are_warned_of(town: Town) -> None:
    anja, marjan = await pair(town)
    els = await town.settle("Els", coach=anja)
    await planned(town, anja, els, "donderdag", "half 3")
    heard = await at_time(town, anja, marjan, "donderdag", "kwart voor 3")
    assert heard[0] == "Let even op.\nJe hebt dan al iets: 14.30 uur Gesprek met Els."
    await anja.presses("Andere dag of tijd")
    await anja.says("donderdag")
    assert not (await anja.says("3 uur"))[0].startswith("Let even op."), "the first is over by then"


async def test_a_day_on_which_the_coach_is_away_is_warned_of(town: Town) -> None:
    anja, marjan = await pair(town)
    day = date(2026, 3, 5)
    await town.database.write(lambda unit: unit.circle.be_away(anja.id, day, day))
    assert "Je bent er zelf niet op die dag." in (await at_time(town, anja, marjan, "donderdag", "11 uur"))[0]


async def test_an_hour_that_the_clock_skips_is_the_next_and_the_day_after_keeps_its_time(town: Town) -> None:
    anja, marjan = await pair(town)
    await at_time(town, anja, marjan, "29 maart", "02:30")
    await anja.presses("Ja, stuur maar")
    await at_time(town, anja, marjan, "30 maart", "10:00")
    await anja.presses("Ja, stuur maar")
    # On 29 March the clock goes from 2 to 3: before it is an hour ahead of UTC, after it two.
    assert await when(town, marjan) == [
        datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        datetime(2026, 3, 30, 8, 0, tzinfo=UTC),
    ]


async def test_the_coach_moves_a_talk_and_an_old_yes_is_no_yes_to_it(both: Town) -> None:
    anja, marjan = await pair(both)
    await planned(both, anja, marjan)
    await anja.says("agenda")
    await anja.presses("5 maart 14.30: Marjan")
    for words in ("Ander moment", "Volgende week", "11 uur"):
        await anja.presses(words)
    await anja.presses("Ja, vraag het")
    assert await marjan.news() == [
        "Anja kan toch niet op het oude moment. Het nieuwe moment is maandag 9 maart om 11 uur. Past dat bij jou?"
    ]
    assert await marjan.sends("@afspraak-ja:1") == ["Deze afspraak staat er niet meer."]
    await marjan.presses(YES)
    assert await anja.news() == ["Marjan komt: maandag 9 maart om 11 uur."]
    await both.later(days=3, hours=5)
    assert (await marjan.news(), await anja.news()) == ([], []), "of the old moment nobody is reminded"


async def test_the_coach_calls_a_talk_off(town: Town) -> None:
    anja, marjan = await pair(town)
    await planned(town, anja, marjan)
    await anja.says("agenda")
    for label in ("5 maart 14.30: Marjan", "Gaat niet door", "Ja, zeg het af"):
        await anja.presses(label)
    assert await marjan.news() == [
        "Je gesprek met Anja, donderdag 5 maart om 14.30 uur, gaat niet door. Dat ligt niet aan jou. "
        "Wil je toch praten, typ dan 'mens'."
    ]
    await town.later(days=4)
    assert (await marjan.news(), await anja.news()) == ([], [])


async def test_a_meeting_is_only_for_who_has_a_part_in_it(town: Town) -> None:
    anja, marjan = await pair(town)
    bert = await town.settle("Bert", "coach")
    els = await town.settle("Els", coach=bert)
    await planned(town, anja, marjan)
    for one in (bert, els):
        for flow in ("coach-agenda-een", "mijn-afspraak", "afspraak-hoe", "coach-noteer", "groep-wie", "koffie-wie"):
            heard = " ".join(await one.sends(f"@{flow}:1"))
            assert "Marjan" not in heard
            assert "maart" not in heard
    assert len(await when(town, marjan)) == 1
    assert await anja.news() == []


@pytest.mark.parametrize("word", ["stop", "wis alles"])
async def test_who_goes_away_is_not_waited_for_and_no_reason_is_told(both: Town, word: str) -> None:
    anja, marjan = await pair(both)
    await planned(both, anja, marjan)
    await marjan.says(word)
    if word == "stop":
        await marjan.presses("Ja, ik stop")
    else:
        for label in ("Alles wissen", "Ja, wis alles", "Ja, wis het nu"):
            await marjan.presses(label)
    off = "donderdag 5 maart om 14.30 uur"
    assert await anja.news() == [f"Je afspraak met Marjan, {off}, gaat niet door. Vraag niet naar de reden."]
    assert (await anja.says("agenda"))[0] == "Er staat nu niets in je agenda."
    await both.later(days=4)
    assert await anja.news() == []


async def test_a_place_goes_with_the_person_whom_it_was_about(both: Town) -> None:
    anja, marjan = await pair(both)
    await anja.sends(f"@coach-afspraak:{marjan.id}")
    await anja.presses("Ergens anders")
    for words in ("Dorpsstraat 3", "morgen", "11 uur"):
        await anja.says(words)
    await anja.presses("Ja, stuur maar")
    await marjan.says("wis alles")
    for label in ("Alles wissen", "Ja, wis alles", "Ja, wis het nu"):
        await marjan.presses(label)
    places = await both.database.read(lambda unit: [one.place for one in unit.meetings.all_of(anja.id)])
    assert places == [""]


async def test_a_coach_who_stops_lets_everybody_know(town: Town) -> None:
    anja, marjan = await pair(town)
    await planned(town, anja, marjan)
    await anja.says("mijn gegevens")
    for label in ("Ik wil stoppen", "Ja, ik stop"):
        await anja.presses(label)
    assert any("gaat niet door" in one for one in await marjan.news())


async def test_what_a_removed_coach_planned_is_off_and_people_are_told(town: Town) -> None:
    anja, marjan = await pair(town)
    bert = await town.settle("Bert", "coach")
    await planned(town, anja, marjan)

    def end(unit: Unit) -> None:
        move_people(unit, anja.id, bert.id, town.clock())
        end_role(unit, anja.id, "coach", town.clock())

    await town.database.write(end)
    await town.later(hours=1)
    assert any("gaat niet door" in one for one in await marjan.news())
    assert await when(town, marjan) == []


async def test_after_a_talk_the_person_is_asked_and_only_the_text_with_a_yes_is_shared(both: Town) -> None:
    anja, marjan = await pair(both)
    await planned(both, anja, marjan, "morgen", "11 uur")
    await both.later(days=1, hours=2)
    assert (await marjan.news())[-2:] == [
        "Je sprak vandaag met Anja. Alleen jij ziet wat je nu antwoordt.",
        "Hoe was het voor jou?",
    ]
    assert (await anja.news())[-1] == "Je sprak Marjan. Zet even kort neer wat jullie afspraken."
    await marjan.presses("Niet zo fijn")
    await marjan.says("Ik wil het rustig aan doen")
    await marjan.presses("Delen")
    shared = await both.database.read(lambda unit: [one.text for one in unit.shares.seen_by("coach", [marjan.id])])
    assert shared == ["Ik wil het rustig aan doen"]
    told = " ".join(one.text for one in await anja.bubbles())
    assert "Niet zo fijn" not in told
    assert "rustig aan" not in told


async def test_the_log_is_one_press_away_after_a_talk(town: Town) -> None:
    anja, marjan = await pair(town)
    await planned(town, anja, marjan, "morgen", "11 uur")
    await town.later(days=1, hours=2)
    assert await anja.presses("Noteer het gesprek") == ["Hoe ging het gesprek?"]
    await anja.presses("Gebeld")
    await anja.presses("20 minuten")
    await anja.presses("Niets afgesproken")
    await anja.presses("Nog niet bekend")
    talks = await town.database.read(lambda unit: [one.minutes for one in unit.talks.of(marjan.id)])
    assert talks == [20]


async def test_a_talk_that_did_not_happen_asks_nothing_more(town: Town) -> None:
    anja, marjan = await pair(town)
    await planned(town, anja, marjan, "morgen", "11 uur")
    await town.later(days=1, hours=2)
    heard = await marjan.presses("Het ging niet door")
    assert heard == ["Dat kan gebeuren. Wil je toch praten, typ dan 'mens'."]


async def test_who_was_never_answered_is_asked_nothing_afterwards(town: Town) -> None:
    anja, marjan = await pair(town)
    await at_time(town, anja, marjan, "morgen", "11 uur")
    await anja.presses("Ja, stuur maar")
    await marjan.news()
    await anja.news()
    await town.later(days=2)
    assert (await marjan.news(), await anja.news()) == ([], [])


async def test_the_coach_plans_right_from_a_request(town: Town) -> None:
    at = await works(town)
    await wants(at.karin, "Maak een afspraak", "Deze week", "Oké")
    await at.anja.presses(TAKE)
    assert (await at.anja.presses("Plan een gesprek"))[-1] == "Hoe spreken jullie elkaar?"
    for label in ("Op het werk", "Morgen", "11 uur", "Ja, stuur maar"):
        await at.anja.presses(label)
    assert any("wil graag met je praten, morgen om 11 uur" in one for one in await at.karin.news())


async def test_an_early_talk_is_told_of_as_soon_as_people_may_be_disturbed(town: Town) -> None:
    anja, marjan = await pair(town)
    await planned(town, anja, marjan, "donderdag", "9 uur")
    town.clock.at = datetime(2026, 3, 5, 7, 25, tzinfo=UTC)
    await town.later(minutes=1)
    await marjan.news()
    await town.later(minutes=5)
    assert await marjan.news() == ["Straks om 9 uur praat je met Anja. Jullie bellen met elkaar."]
    assert town.clock() - datetime(2026, 3, 5, 7, 30, tzinfo=UTC) < timedelta(minutes=2)
