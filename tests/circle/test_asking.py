"""Wanting a human: who is asked and when, what follows when nobody reacts, and that the person hears the truth."""

from datetime import date

import pytest

from bot.circle.terms import Terms
from tests.circle.helping import NOW_TOLD, TAKE, Works, away, open_requests, opens_flow, team, wants, works
from tests.circle.town import Town

MENU = "Dit is het menu, en jij kiest wat we doen. Wat wil je?"


async def asked(at: Works) -> None:
    """Karin asked to be called, and everybody read that."""
    await wants(at.karin, "Bel mij", "In de ochtend", "Oké")
    await at.quiet()


@pytest.mark.parametrize("words", ["ik wil een mens", "/coach", "mens", "Ik wil contact"])
async def test_each_way_of_asking_leads_to_the_same_question(town: Town, words: str) -> None:
    at = await works(town)
    heard = await at.karin.says(words)
    assert heard[0].startswith("Ik kan Anja laten weten dat jij contact wilt.")
    assert await at.karin.labels() == ["Ja, doe maar", "Nee, toch niet", "Weet ik niet"]


async def test_the_person_says_how_and_when_and_the_coach_hears_that_and_nothing_else(both: Town) -> None:
    at = await works(both)
    assert await wants(at.karin, "Bel mij", "In de ochtend") == [NOW_TOLD.format("Anja", "Anja")]
    assert await at.heard() == {"Anja": ["Karin wil gebeld worden. Liefst in de ochtend."]}
    assert await at.anja.labels() == ["Ik pak dit op", "Doorgeven", "Later"]
    assert await open_requests(both, at.karin) == ["want_help"]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (["Nu chatten"], "Karin wil nu chatten."),
        (["Bel mij", "Maakt niet uit"], "Karin wil gebeld worden."),
        (["Maak een afspraak", "Volgende week"], "Karin wil een afspraak. Liefst volgende week."),
        (["Maakt niet uit"], "Karin wil graag contact."),
    ],
)
async def test_each_wish_reads_as_a_sentence(town: Town, answers: list[str], told: str) -> None:
    at = await works(town)
    await wants(at.karin, *answers)
    assert await at.anja.news() == [told]


async def test_who_leaves_halfway_is_helped_all_the_same(town: Town) -> None:
    at = await works(town)
    await wants(at.karin)
    assert await at.heard() == {}
    await town.later(minutes=3)
    assert await at.heard() == {"Anja": ["Karin wil graag contact."]}


async def test_a_no_opens_nothing(town: Town) -> None:
    at = await works(town)
    await at.karin.says("mens")
    assert await at.karin.presses("Nee, toch niet") == [MENU]
    await town.later(hours=1)
    assert await at.case() is None
    assert await at.heard() == {}


async def test_one_that_is_open_is_not_opened_twice_and_can_be_changed(both: Town) -> None:
    at = await works(both)
    await asked(at)
    heard = await at.karin.says("ik wil een mens")
    assert heard[0] == "Je vraag staat open. Anja heeft bericht, maar nog niet gereageerd."
    await at.karin.presses("Liever anders")
    assert await at.karin.presses("Nu chatten") == ["Ik zeg het nu tegen Anja."]
    assert await at.anja.news() == ["Karin wil nu chatten."]
    assert len(await both.database.read(lambda unit: unit.cases.of(at.karin.id))) == 1


async def test_who_asks_again_hears_how_it_stands(town: Town) -> None:
    at = await works(town)
    await wants(at.karin)
    heard = await at.karin.says("mens")
    assert heard[0] == "Je hebt al om contact gevraagd. Anja krijgt straks bericht."
    assert await at.karin.presses("Het is goed zo")
    await town.later(minutes=3)
    await at.anja.presses(TAKE)
    assert (await at.karin.news())[-1] == "Goed nieuws. Anja heeft je vraag gelezen en helpt je verder."
    heard = await at.karin.says("mens")
    assert heard[0] == "Anja weet dat jij contact wilt, en helpt je verder."


async def test_it_can_be_taken_back_and_who_knew_hears_that(town: Town) -> None:
    at = await works(town)
    await asked(at)
    await at.karin.says("mens")
    await at.karin.presses("Het hoeft niet meer")
    assert await at.heard() == {"Anja": ["De vraag van Karin is klaar. Jij hoeft niets te doen."]}
    assert await open_requests(town, at.karin) == []
    await town.later(days=3)
    assert await at.heard() == {}
    assert (await at.anja.presses(TAKE))[0] == "De vraag van Karin is al klaar."


async def test_nobody_reacts_then_others_are_asked_one_by_one_and_the_person_hears_each_step(both: Town) -> None:
    at = await works(both)
    await asked(at)
    await both.later(hours=1, minutes=50)
    assert await at.heard() == {}
    await both.later(minutes=10)
    assert await at.heard() == {
        "Anja": ["Karin wil gebeld worden. Liefst in de ochtend. Deze vraag wacht al een tijd."],
        "Karin": ["Anja heeft nog niet gereageerd. Ik heb het nu nog een keer gevraagd."],
    }
    await both.later(hours=2)
    assert await at.heard() == {
        "Bert": ["Karin wil gebeld worden. Liefst in de ochtend. Anja reageert nog niet."],
        "Karin": ["Anja heeft nog niet gereageerd. Daarom vraag ik het nu ook aan Bert."],
    }
    await both.later(hours=18)
    assert await at.heard() == {}, "an evening and a night are no working time"
    await both.later(hours=3)
    assert await at.heard() == {
        "Sara": ["Karin wil gebeld worden. Liefst in de ochtend. Er reageert nog geen coach."],
        "Karin": ["Er heeft nog geen coach gereageerd. Daarom vraag ik nu Sara, die de leiding heeft."],
    }
    await both.later(hours=4)
    truth = (await at.heard())["Karin"]
    assert truth[0].startswith("Het lukt mij nog niet om iemand te bereiken. Dat is niet goed")
    await both.later(days=1)
    again = await at.heard()
    assert sorted(again) == ["Anja", "Bert", "Sara"], "it stays visible, and the person is not told twice"
    await at.bert.presses(TAKE)
    assert await at.karin.news() == ["Goed nieuws. Bert heeft je vraag gelezen en gaat je bellen."]


async def test_after_days_without_power_there_is_one_message_and_not_a_pile(town: Town) -> None:
    at = await works(town)
    await asked(at)
    town.clock.move(days=8)
    await town.home.alarm.tick()
    assert await at.heard() == {
        "Anja": ["Karin wil gebeld worden. Liefst in de ochtend. Deze vraag wacht al een tijd."],
        "Karin": ["Anja heeft nog niet gereageerd. Ik heb het nu nog een keer gevraagd."],
    }


async def test_the_terms_are_those_of_the_settings(town: Town) -> None:
    town.home.conversation.terms = Terms(remind_after=Terms().remind_after / 8)
    at = await works(town)
    await asked(at)
    await town.later(minutes=15)
    assert sorted(await at.heard()) == ["Anja", "Karin"]


async def test_outside_office_hours_the_person_hears_when_and_the_coach_is_left_alone(town: Town) -> None:
    at = await works(town)
    town.clock.move(days=4, hours=9)
    assert await at.karin.says("mens")
    await at.karin.presses("Ja, doe maar")
    assert "Nu chatten" not in await at.karin.labels()
    await at.karin.presses("Bel mij")
    told = await at.karin.presses("Maakt niet uit")
    assert told == ["Op dit moment werkt Anja niet. Ik stuur maandag 9 maart om 9 uur bericht, en dan hoor je meer."]
    await town.later(days=2, hours=13)
    assert await at.heard() == {}
    await town.later(hours=2)
    assert await at.heard() == {"Anja": ["Karin wil gebeld worden."]}


async def test_of_a_coach_who_is_away_the_day_is_told_and_another_can_be_asked(town: Town) -> None:
    at = await works(town)
    await away(town, at.anja, date(2026, 3, 2), date(2026, 3, 4))
    heard = await wants(at.karin, "Bel mij", "Maakt niet uit")
    assert heard == [
        "Anja is er nu niet. Dat is weer zo vanaf donderdag 5 maart.",
        "Een andere coach kan je ook helpen. Zal ik het daar vragen?",
    ]
    assert await at.karin.presses("Vraag een ander") == [NOW_TOLD.format("Bert", "Bert")]
    assert await at.heard() == {"Bert": ["Karin wil gebeld worden."]}


async def test_who_would_rather_wait_for_the_own_coach_waits_until_that_day(town: Town) -> None:
    at = await works(town)
    await away(town, at.anja, date(2026, 3, 2), date(2026, 3, 4))
    await wants(at.karin, "Bel mij", "Maakt niet uit")
    assert await at.karin.presses("Wacht op Anja") == [
        "Op dit moment werkt Anja niet. Ik stuur donderdag 5 maart om 9 uur bericht, en dan hoor je meer."
    ]
    await town.later(days=2, hours=20)
    assert await at.heard() == {}
    await town.later(hours=3)
    assert await at.heard() == {"Anja": ["Karin wil gebeld worden."]}


async def test_a_coach_who_went_away_after_being_asked_is_not_waited_for(town: Town) -> None:
    at = await works(town)
    await asked(at)
    await away(town, at.anja, date(2026, 3, 2), date(2026, 3, 20))
    await town.later(hours=2)
    assert sorted(await at.heard()) == ["Bert", "Karin"]


async def test_a_coach_of_the_same_team_is_asked_before_one_of_another(town: Town) -> None:
    at = await works(town)
    clara = await town.settle("Clara", "coach")
    await team(town, "Inpak", at.anja, clara)
    await away(town, at.anja, date(2026, 3, 2), date(2026, 3, 4))
    await wants(at.karin, "Bel mij", "Maakt niet uit")
    assert await at.karin.presses("Vraag een ander") == [NOW_TOLD.format("Clara", "Clara")]


async def test_a_coach_of_another_organisation_is_never_asked(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    strange = await town.settle("Vreemd", "coach", works="Elders")
    karin = await town.settle("Karin", coach=anja)
    await wants(karin, "Bel mij", "In de middag", "Oké")
    for _ in range(6):
        await town.later(hours=9)
    assert await strange.news() == []


async def test_with_nobody_at_all_opening_does_not_fail_and_the_truth_is_told(town: Town) -> None:
    karin = await town.settle("Karin")
    await karin.says("mens")
    await karin.presses("Ja, doe maar")
    heard = await karin.presses("Maakt niet uit")
    assert heard[0].startswith("Op dit moment kan ik hier niemand bericht sturen. Je vraag staat wel op de lijst.")
    assert not [text for text in heard if "lukt mij nog niet" in text], "what was just said is not said again"
    case = await town.database.read(lambda unit: unit.cases.open_of(karin.id))
    assert case is not None
    late = await town.settle("Bert", "coach")
    await town.later(days=1)
    assert await late.news() == ["Karin wil graag contact."]


async def test_a_coach_who_never_came_in_is_passed_over(town: Town) -> None:
    anja = await town.invite("Anja", "coach")
    bert = await town.settle("Bert", "coach")
    karin = await town.settle("Karin", coach=anja)
    assert await wants(karin, "Bel mij", "In de middag") == [NOW_TOLD.format("Bert", "Bert")]
    assert await bert.news() == ["Karin wil gebeld worden. Liefst in de middag."]


async def test_who_did_not_agree_yet_can_ask_and_hears_that_the_chat_stays_silent(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    karin = await town.invite("Karin", coach=anja)
    await karin.opens()
    await karin.says("ik wil een mens")
    await karin.presses("Ja, doe maar")
    assert "Nu chatten" not in await karin.labels()
    await karin.presses("Bel mij")
    heard = await karin.presses("Maakt niet uit")
    assert heard[0].startswith(
        "Ik stuur Anja bericht dat jij contact wilt. In deze chat hoor je daar verder niets van."
    )
    assert await anja.news() == ["Karin wil gebeld worden."]
    await anja.presses(TAKE)
    assert await karin.news() == []


async def test_twice_not_understood_offers_a_human_with_a_button(town: Town) -> None:
    at = await works(town)
    await at.karin.says("menu")
    for _ in range(2):
        heard = await at.karin.says("qwertyuiop")
    assert "Als je liever met een mens praat, typ dan 'mens'." in heard[0]
    assert (await at.karin.presses("Ik wil een mens"))[0].startswith("Ik kan Anja laten weten")


async def test_a_wish_to_talk_after_a_course_becomes_a_hulpvraag(town: Town) -> None:
    at = await works(town)
    await opens_flow(town, at.karin, "praten")
    await at.karin.presses("Ja, graag")
    await at.karin.presses("Maak een afspraak")
    await at.karin.presses("Deze week")
    assert await at.anja.news() == ["Karin wil een afspraak. Liefst deze week."]
    assert (await at.karin.presses("Oké"))[0].startswith("Soms is er een gesprek met een kleine groep.")
    assert await open_requests(town, at.karin) == ["want_talk"]
