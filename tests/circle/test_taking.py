"""Taking a hulpvraag: one coach has it, passes it on, lets it wait, closes it and notes how it was; nobody else may."""

import asyncio

import pytest

from tests.circle.helping import BACK, DONE, LATER, PASS, TAKE, Works, open_requests, talks, wants, works
from tests.circle.town import Town

WRONG = "Deze vraag is er niet meer."


async def asked(at: Works) -> str:
    """Karin asked to be called; gives the id of her hulpvraag."""
    await wants(at.karin, "Bel mij", "In de ochtend", "Oké")
    await at.quiet()
    case = await at.case()
    assert case is not None
    return str(case.id)


async def both_asked(at: Works) -> str:
    """The same, and Bert was asked too."""
    id = await asked(at)
    await at.town.later(hours=2)
    await at.town.later(hours=2)
    await at.quiet()
    return id


async def test_who_takes_it_has_it_and_the_person_and_the_others_hear_that(both: Town) -> None:
    at = await works(both)
    await both_asked(at)
    assert await at.bert.presses(TAKE) == [
        "Jij helpt Karin. Karin wil gebeld worden. Liefst in de ochtend. Druk op 'Klaar' als jullie elkaar spraken."
    ]
    assert await at.heard() == {
        "Karin": ["Goed nieuws. Bert heeft je vraag gelezen en gaat je bellen."],
        "Anja": ["Bert helpt Karin nu. Jij hoeft niets te doen."],
    }
    assert await at.state() == ("claimed", "Bert")


async def test_of_two_who_press_at_once_one_has_it_and_the_other_hears_who(both: Town) -> None:
    at = await works(both)
    id = await both_asked(at)
    data = f"@coach-oppakken:{id}"
    first, second = await asyncio.gather(at.anja.sends(data), at.bert.sends(data))
    state, name = await at.state()
    assert state == "claimed"
    won, lost = (first, second) if name == "Anja" else (second, first)
    news = await at.heard()
    assert any("Jij helpt Karin." in text for text in won)
    assert not any("Jij helpt" in text for text in [*lost, *news.get("Bert" if name == "Anja" else "Anja", [])])
    assert any("helpt Karin nu" in text for text in [*lost, *news.get("Bert" if name == "Anja" else "Anja", [])])
    assert len(news["Karin"]) == 1


async def test_a_late_press_says_who_was_first_and_changes_nothing(town: Town) -> None:
    at = await works(town)
    await both_asked(at)
    await at.anja.presses(TAKE)
    await at.quiet()
    assert (await at.bert.presses(TAKE))[0] == "Anja was net iets eerder, en helpt Karin nu."
    assert (await at.bert.presses(PASS))[0] == "Deze vraag kun je niet meer doorgeven."
    assert (await at.bert.presses(LATER))[0] == "Anja helpt Karin al. Je hoeft niets te doen."
    assert await at.heard() == {}
    assert await at.state() == ("claimed", "Anja")


async def test_pressing_it_again_shows_it_again(town: Town) -> None:
    at = await works(town)
    id = await asked(at)
    await at.anja.presses(TAKE)
    for flow in ("coach-oppakken", "coach-later"):
        heard = await at.anja.sends(f"@{flow}:{id}")
        assert [text for text in heard if text.startswith("Jij helpt Karin.")], flow
    assert await at.state() == ("claimed", "Anja")


@pytest.mark.parametrize("flow", ["coach-oppakken", "coach-doorgeven", "coach-later", "coach-klaar", "coach-chat"])
async def test_who_was_not_asked_sees_nothing_and_does_nothing(town: Town, flow: str) -> None:
    at = await works(town)
    id = await asked(at)
    strange = await town.settle("Vreemd", "coach", works="Elders")
    colleague = await town.settle("Fatma", "colleague")
    for one in (at.bert, at.sara, strange, colleague, at.karin):
        heard = await one.sends(f"@{flow}:{id}")
        assert not [text for text in heard if "Karin" in text], one.name
        assert await at.state() == ("open", "")
    assert set(await at.heard()) <= {"Karin"}


@pytest.mark.parametrize("id", ["0", "99999", "1e3", "x", "9999999999999999"])
async def test_an_id_that_is_nobodys_opens_nothing(town: Town, id: str) -> None:
    at = await works(town)
    await asked(at)
    for flow in ("coach-oppakken", "coach-oproep", "coach-zaak", "coach-terug", "mens-nieuws"):
        await at.anja.sends(f"@{flow}:{id}")
    assert (await at.anja.sends(f"@coach-oppakken:{id}"))[0] == WRONG
    assert await at.state() == ("open", "")


async def test_passing_on_asks_somebody_else_and_the_person_hears_it(both: Town) -> None:
    at = await works(both)
    await asked(at)
    assert await at.anja.presses(PASS) == ["Aan wie geef je dit door?"]
    assert await at.anja.labels() == ["Bert", "Sara", "Toch niet"]
    assert (await at.anja.presses("Bert"))[0] == "Gedaan. Ik vraag het nu aan Bert."
    assert await at.heard() == {
        "Bert": ["Karin wil gebeld worden. Liefst in de ochtend. Anja geeft de vraag aan jou."],
        "Karin": ["Anja kan je nu niet helpen. Daarom gaat je vraag naar Bert."],
    }
    await at.bert.presses(TAKE)
    assert await at.state() == ("claimed", "Bert")


async def test_what_one_has_can_still_be_passed_on(town: Town) -> None:
    at = await works(town)
    await asked(at)
    await at.anja.presses(TAKE)
    await at.anja.presses(PASS)
    await at.anja.presses("Bert")
    assert await at.state() == ("open", "")
    assert (await at.heard())["Bert"] == ["Karin wil gebeld worden. Liefst in de ochtend. Anja geeft de vraag aan jou."]


async def test_it_can_only_be_passed_on_to_a_helper_of_the_same_house(town: Town) -> None:
    at = await works(town)
    await asked(at)
    strange = await town.settle("Vreemd", "coach", works="Elders")
    await town.settle("Fatma", "colleague")
    await at.anja.presses(PASS)
    assert await at.anja.labels() == ["Bert", "Sara", "Toch niet"]
    assert await at.anja.presses("Toch niet") == []
    assert await strange.news() == []
    assert await at.heard() == {}


async def test_with_nobody_else_passing_on_says_so(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    karin = await town.settle("Karin", coach=anja)
    await wants(karin, "Bel mij", "Maakt niet uit", "Oké")
    assert (await anja.presses(PASS))[0] == "Er is nu niemand anders. Je vraag blijft bij jou staan."


@pytest.mark.parametrize(
    ("label", "minutes"), [("Over een uur", 60), ("Vanmiddag", 180 - 10), ("Morgen", 23 * 60 - 10)]
)
async def test_later_means_later_and_the_person_hears_that_it_was_seen(town: Town, label: str, minutes: int) -> None:
    at = await works(town)
    await asked(at)
    await at.anja.presses(LATER)
    assert await at.anja.presses(label) == ["Goed. Ik zeg tegen Karin dat jij het hebt gezien."]
    assert await at.heard() == {"Karin": ["Anja heeft je vraag gezien. Het lukt nu niet, maar je hoort later meer."]}
    await town.later(minutes=minutes - 10)
    assert await at.heard() == {}
    await town.later(minutes=20)
    assert (await at.heard())["Anja"] == [
        "Karin wil gebeld worden. Liefst in de ochtend. Deze vraag wacht al een tijd."
    ]


async def test_who_takes_it_and_forgets_it_is_reminded_each_working_day(town: Town) -> None:
    at = await works(town)
    await asked(at)
    await at.anja.presses(TAKE)
    await at.quiet()
    for _ in range(2):
        await town.later(days=1)
        heard = await at.heard()
        assert list(heard) == ["Anja"]
        assert heard["Anja"][0].startswith("Jij helpt Karin.")


async def test_closing_takes_three_taps_and_the_person_reads_what_was_agreed(both: Town) -> None:
    at = await works(both)
    await asked(at)
    await at.anja.presses(TAKE)
    await at.quiet()
    assert await at.anja.presses(DONE) == ["Hoe lang heb je hieraan gewerkt?"]
    assert await open_requests(both, at.karin) == []
    before = at.anja.taps
    await at.anja.presses("15 minuten")
    await at.anja.presses("Niets afgesproken")
    assert await at.anja.presses("Nog niet bekend") == ["Dank je. Het staat erin."]
    assert at.anja.taps - before == 3
    assert await at.heard() == {}, "nothing was agreed, so there is nothing to tell"
    talk = (await both.database.read(lambda unit: unit.talks.of(at.karin.id)))[0]
    assert (talk.coach_id, talk.kind, talk.minutes, talk.agreed, talk.next_on) == (at.anja.id, "call", 15, "", None)
    await both.later(days=4)
    assert await at.heard() == {}


async def test_what_was_agreed_is_told_and_words_about_health_are_refused(town: Town) -> None:
    at = await works(town)
    await asked(at)
    for label in (TAKE, DONE, "5 minuten"):
        await at.anja.presses(label)
    refused = await at.anja.says("Ze heeft veel pijn in haar rug en slikt medicijnen")
    assert refused[0].startswith("Dit gaat over gezondheid.")
    await at.anja.says("Maandag samen koffie")
    await at.quiet()
    await at.anja.presses("Volgende week")
    told = (await at.heard())["Karin"]
    assert told[0].startswith("Anja schreef iets op over jullie gesprek.")
    assert "Maandag samen koffie" in told[0]
    assert "pijn" not in str(await at.karin.bubbles())


async def test_the_log_of_somebody_elses_talk_cannot_be_written(town: Town) -> None:
    at = await works(town)
    id = await both_asked(at)
    await at.anja.presses(TAKE)
    await at.anja.presses(DONE)
    await at.bert.sends(f"@coach-terug:{id}")
    for label in ("1 uur", "Niets afgesproken", "Nog niet bekend"):
        await at.bert.presses(label)
    assert await town.database.read(lambda unit: unit.talks.of(at.karin.id)) == []


async def test_a_coach_who_talks_already_finishes_that_first(town: Town) -> None:
    at = await works(town)
    tim = await town.settle("Tim", coach=at.anja)
    await talks(at)
    await wants(tim, "Nu chatten", "Oké")
    assert await at.anja.news() == ["Tim wil nu chatten."]
    assert (await at.anja.presses(TAKE))[
        0
    ] == "Je praat nu met Karin. Sluit dat gesprek eerst af, dan kun je Tim helpen."
    await wants(tim, "Liever anders", "Bel mij", "Maakt niet uit", asked=True)
    await at.anja.presses(TAKE)
    assert (await at.anja.presses("Chat nu"))[0] == "Je praat nu met Karin. Sluit dat gesprek eerst af."
    await at.anja.presses(BACK)
    await at.anja.presses("Niet opschrijven")
    assert await at.anja.presses("Chat nu") == ["Je praat nu met Tim. Wat je typt, leest Tim meteen."]
