"""A talk in the chat: words go both ways with a name, the coach program is silent, and it is handed back."""

import asyncio

import pytest

from bot.storage.cases import NewCase
from bot.storage.unit import Unit
from tests.circle.helping import (
    BACK,
    ON,
    STOP,
    TAKE,
    away,
    in_course,
    open_requests,
    opens_flow,
    question,
    talks,
    wants,
    who,
    works,
)
from tests.circle.town import MONDAY, Town

CANARY = "kanarievogel"


async def test_both_sides_see_with_whom_they_talk_and_words_carry_the_name(both: Town) -> None:
    at = await works(both)
    await wants(at.karin, "Nu chatten", "Oké")
    assert await at.anja.presses(TAKE) == ["Je praat nu met Karin. Wat je typt, leest Karin meteen."]
    assert await at.karin.news() == [
        "Je praat nu met Anja. Dat is een mens. Wat je typt, leest Anja meteen. Ik ben zolang stil."
    ]
    assert await at.karin.says("Hoi, ik zie op tegen morgen") == []
    assert await at.anja.says("Waar zie je tegenop?") == []
    assert await who(at.anja) == [("Karin", "Hoi, ik zie op tegen morgen")]
    assert await who(at.karin) == [("Anja", "Waar zie je tegenop?")]
    assert await at.state() == ("talking", "Anja")


async def test_the_coach_hands_it_back_and_the_course_goes_on_at_its_bookmark(both: Town) -> None:
    at = await works(both)
    here = await in_course(at)
    await talks(at)
    assert await question(at.karin) != here
    assert await at.anja.presses(BACK) == ["Hoe lang heb je hieraan gewerkt?"]
    assert await at.karin.news() == [
        "Anja heeft het gesprek afgesloten, en leest hier niet meer mee.",
        "Je praat nu weer met mij, Opstap. We gaan verder waar je was.",
    ]
    await at.karin.presses(ON)
    assert await question(at.karin) == here
    assert await at.state() == ("closed", "Anja")
    assert await open_requests(both, at.karin) == []


@pytest.mark.parametrize("ended_by", ["coach", "person"])
async def test_a_chat_about_a_call_is_not_the_call_that_was_asked_for(town: Town, ended_by: str) -> None:
    at = await works(town)
    await wants(at.karin, "Bel mij", "In de middag")
    await at.anja.presses(TAKE)
    await at.quiet()
    await at.anja.presses("Chat nu")
    assert await at.state() == ("talking", "Anja")
    await (at.anja.presses(BACK) if ended_by == "coach" else at.karin.presses(STOP))
    assert await at.state() == ("claimed", "Anja")
    assert await open_requests(town, at.karin) != []
    await at.quiet()
    await at.anja.says("vandaag")
    await at.anja.presses("Karin: wacht")
    assert await at.anja.presses("Klaar") == ["Hoe lang heb je hieraan gewerkt?"]
    assert await at.state() == ("closed", "Anja")


@pytest.mark.parametrize("way", [STOP, "stop", "Stop dit gesprek"])
async def test_the_person_can_always_stop_it_with_a_button_or_a_word(town: Town, way: str) -> None:
    at = await works(town)
    here = await in_course(at)
    await talks(at)
    heard = await (at.karin.presses(STOP) if way == STOP else at.karin.says(way))
    assert heard[0] == "Het gesprek is gestopt. Nu praat je weer met mij, Opstap."
    assert await question(at.karin) == here
    assert await at.anja.news() == [
        "Het gesprek met Karin is gestopt. Wat je nu typt, leest Karin niet meer.",
        "Hoe lang heb je hieraan gewerkt?",
    ]
    await at.anja.presses("Niet opschrijven")
    await at.anja.says("Ben je er nog?")
    assert await who(at.karin) == []


async def test_stop_said_once_more_means_the_chat_itself(town: Town) -> None:
    at = await works(town)
    await talks(at)
    await at.karin.says("stop")
    assert (await at.karin.says("stop"))[0].startswith("Je mag altijd stoppen.")


@pytest.mark.parametrize("way", ["terug naar opstap", "Terug naar Opstap", "stop"])
async def test_the_coach_can_type_it_too(town: Town, way: str) -> None:
    at = await works(town)
    await talks(at)
    assert await at.anja.says(way) == ["Hoe lang heb je hieraan gewerkt?"]
    assert await at.state() == ("closed", "Anja")


async def test_help_can_be_asked_in_the_middle_and_its_buttons_are_not_passed_on(town: Town) -> None:
    at = await works(town)
    await talks(at)
    assert (await at.karin.says("help"))[0] == "Waar kan ik mee helpen?"
    heard = await at.karin.presses("Niets meer")
    assert heard[0].startswith("Je praat nu met Anja.")
    await at.karin.says("mens")
    assert await question(at.karin)
    assert await who(at.anja) == []
    assert await at.karin.says("ben je er nog?") == []
    assert await who(at.anja) == [("Karin", "ben je er nog?")]


async def test_a_command_of_the_coach_is_not_passed_on_by_accident(town: Town) -> None:
    at = await works(town)
    await talks(at)
    heard = await at.anja.says("/vandaag")
    assert heard == ["Je praat nu met een mens. Stop eerst dat gesprek, dan help ik je verder."]
    assert await at.anja.says("vandaag is het mooi weer") == []
    assert await who(at.karin) == [("Anja", "vandaag is het mooi weer")]


async def test_a_standing_button_that_asks_for_typed_words_waits_until_after_the_talk(town: Town) -> None:
    at = await works(town)
    await talks(at)
    heard = await at.anja.sends("@coach-terug:1")
    assert heard == ["Je praat nu met een mens. Stop eerst dat gesprek, dan help ik je verder."]
    await at.anja.says("Dit is voor Karin")
    assert await who(at.karin) == [("Anja", "Dit is voor Karin")]


async def test_the_chat_itself_is_silent_and_its_timers_wait(town: Town) -> None:
    at = await works(town)
    await talks(at)
    await opens_flow(town, at.karin, "mens-nieuws")
    for _ in range(5):
        await town.later(minutes=11)
        await at.karin.says("ja")
    assert await at.karin.news() == []
    await at.anja.presses(BACK)
    await at.karin.presses(ON)
    await town.later(hours=1)
    timers = await town.database.read(lambda unit: [one.purpose for one in unit.timers.of(at.karin.id)])
    assert timers == []


async def test_words_that_come_while_it_is_handed_back_go_nowhere_and_that_is_said(both: Town) -> None:
    at = await works(both)
    await talks(at)
    await asyncio.gather(at.anja.presses(BACK), at.karin.says(f"{CANARY} nog iets"))
    arrived = CANARY in str(await who(at.anja))
    told = "Ik lees hier niet mee. Druk op de knop" in str(await at.karin.bubbles())
    assert arrived != told
    assert await at.state() == ("closed", "Anja")
    await at.karin.says(f"{CANARY} en nog iets")
    assert str(await who(at.anja)).count(CANARY) == int(arrived)


async def test_who_stops_the_chat_or_wipes_everything_ends_the_talk_for_both(both: Town) -> None:
    at = await works(both)
    await talks(at)
    await at.karin.says("gegevens")
    for label in ("Alles wissen", "Ja, wis alles"):
        await at.karin.presses(label)
    data = next(
        one.data
        for bubble in reversed(await at.karin.bubbles())
        if bubble.ask
        for one in bubble.ask.buttons
        if one.label == "Ja, wis het nu"
    )
    inbound = both.home.inbound(person=at.karin.id, kind="press", data=data, channel="web", address=at.karin.handle)
    assert (await both.home.turns.submit(inbound)).outcome == "gone"
    heard = await at.anja.news()
    assert heard[0].startswith("Het gesprek met Karin is gestopt.") or heard[0] == "Dit gesprek is voorbij."
    await at.anja.says("Karin?")
    assert await both.database.read(lambda unit: unit.cases.talk_of(at.anja.id)) is None


async def test_after_a_long_silence_it_is_handed_back_by_itself(town: Town) -> None:
    at = await works(town)
    await talks(at)
    await town.later(minutes=40)
    await at.karin.says("ben je er?")
    await town.later(minutes=40)
    assert await at.state() == ("talking", "Anja")
    await town.later(minutes=30)
    assert await at.state() == ("closed", "Anja")
    heard = await at.heard()
    assert heard["Karin"][0] == "Het is al een tijd stil. Daarom is het gesprek met Anja nu klaar."
    assert heard["Anja"][-1] == "Hoe lang heb je hieraan gewerkt?"


async def test_who_never_answered_keeps_the_hulpvraag(town: Town) -> None:
    at = await works(town)
    await wants(at.karin, "Nu chatten", "Oké")
    await town.later(minutes=50)
    await at.anja.presses(TAKE)
    await at.anja.says("Hoi Karin")
    await at.quiet()
    await town.later(minutes=70)
    assert await at.state() == ("claimed", "Anja")
    heard = await at.heard()
    assert heard["Anja"][-1].startswith("Jij helpt Karin.")
    assert heard["Karin"][0] == "Anja was hier om met je te praten. Dat geeft niet, want het kan later nog."


async def test_a_talk_can_begin_later_with_a_button(town: Town) -> None:
    at = await works(town)
    await wants(at.karin, "Bel mij", "Maakt niet uit", "Oké")
    await at.anja.presses(TAKE)
    assert await at.anja.presses("Chat nu") == ["Je praat nu met Karin. Wat je typt, leest Karin meteen."]
    assert await at.state() == ("talking", "Anja")


async def test_with_who_did_not_agree_to_the_chat_no_talk_begins(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    karin = await town.invite("Karin", coach=anja)
    case = NewCase(person_id=karin.id, opened_at=MONDAY, way="chat")

    def work(unit: Unit) -> str:
        unit.cases.open(case)
        found = unit.cases.open_of(karin.id)
        assert found is not None
        return str(found.id)

    id = await town.database.write(work)
    assert (await anja.sends(f"@coach-oppakken:{id}"))[0].startswith("Jij helpt Karin.")
    assert (await anja.presses("Chat nu"))[0] == "Chatten met Karin lukt nu niet. Bel Karin liever."
    assert await karin.bubbles() == []


async def test_a_coach_who_is_away_keeps_the_talk_that_goes_on(town: Town) -> None:
    at = await works(town)
    await talks(at)
    await away(town, at.anja, MONDAY.date(), MONDAY.date())
    await at.karin.says("Hoi")
    assert await who(at.anja) == [("Karin", "Hoi")]
