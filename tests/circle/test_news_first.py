"""What is told comes before what is asked: the news of a press stands first, and the open question once, at the end."""

from tests.circle.helping import DONE, LATER, TAKE, Works, in_course, wants, works
from tests.circle.test_coffee import offer
from tests.circle.town import Neighbour, Town

LONG = "Hoe lang heb je hieraan gewerkt?"
WHEN = "Wanneer wil je dit weer zien?"
CALL = ("Bel mij", "In de middag", "Oké")


async def busy(town: Town) -> tuple[Works, Neighbour]:
    """Anja helped Karin and is asked how that was, when Henk wants a human too."""
    at = await works(town)
    henk = await town.settle("Henk", coach=at.anja)
    await wants(at.karin, *CALL)
    await at.anja.presses(TAKE)
    await at.anja.presses(DONE)
    await wants(henk, *CALL)
    assert await at.anja.news() == ["Henk wil gebeld worden. Liefst in de middag."]
    return at, henk


async def test_a_coach_who_takes_a_hulpvraag_reads_that_first_and_then_the_question_that_was_open(both: Town) -> None:
    at, _ = await busy(both)
    heard = await at.anja.presses(TAKE)
    assert heard[0].startswith("Jij helpt Henk.")
    assert heard[1:] == [LONG], "the question comes once, at the end"
    assert (await at.anja.labels())[-1] == "Niet opschrijven"


async def test_a_question_that_was_open_waits_under_one_that_a_press_opened(town: Town) -> None:
    at = await works(town)
    await town.settle("Wim", "colleague")
    await offer(town, at.anja, at.karin)
    asked = await in_course(at)
    await at.karin.presses("Kies een moment")
    heard = await at.karin.presses("wo 4 maart 10 uur")
    assert heard[-1].startswith("Een collega mag erbij komen.")
    assert asked not in heard, "not a word of the question below it"
    assert await at.karin.presses("Weet ik niet") == [asked]


async def test_what_a_button_opened_makes_place_for_the_next_and_does_not_come_back(town: Town) -> None:
    """The button stays where it was: nothing is lost."""
    at = await works(town)
    await wants(at.karin, *CALL)
    await at.anja.presses(TAKE)
    await wants(await town.settle("Henk", coach=at.anja), *CALL)
    assert await at.anja.presses(LATER) == [WHEN]
    assert await at.anja.presses(DONE) == [LONG]
    assert await at.anja.presses("Niet opschrijven") == []
    assert await at.anja.presses(LATER) == [WHEN]


async def test_what_a_dialogue_says_of_itself_stands_before_the_news_that_follows(town: Town) -> None:
    at, _ = await busy(town)
    marjan = await town.invite("Marjan", coach=at.anja)
    await at.anja.sends(f"@coach-afspraak:{marjan.id}")
    for label in ("We bellen", "Morgen", "11 uur"):
        await at.anja.presses(label)
    heard = await at.anja.presses("Ja, stuur maar")
    assert [text.partition(".")[0] for text in heard] == ["Ik stel het voor", "Marjan gebruikt de chat nu niet", LONG]


async def test_the_same_question_about_another_takes_the_place_of_the_first(town: Town) -> None:
    """Else the first would come back, and be answered about the wrong one."""
    at, henk = await busy(town)
    await at.anja.presses(TAKE)
    assert await at.anja.presses(DONE) == [LONG]
    for label in ("15 minuten", "Niets afgesproken", "Nog niet bekend"):
        heard = await at.anja.presses(label)
    assert heard == ["Dank je. Het staat erin."]
    talks = await town.database.read(lambda unit: [len(unit.talks.of(one.id)) for one in (henk, at.karin)])
    assert talks == [1, 0]


async def test_the_places_of_what_was_said_follow_each_other_without_a_gap(town: Town) -> None:
    at, _ = await busy(town)
    await at.anja.presses(TAKE)
    await at.anja.presses(DONE)
    lines = await town.database.read(lambda unit: unit.lines.after(at.anja.id, -1, 100))
    assert [line.n for line in lines] == list(range(1, len(lines) + 1))
