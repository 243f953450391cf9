"""An intake: made together question by question, kept at once, and it counts only after the yes of the person."""

from bot.circle.sheet import FACTORS
from tests.circle.intakes import OWN, answered, begun, facts, reads, sent, seq, sheet, stored
from tests.circle.town import Town


async def test_an_intake_goes_from_the_first_question_to_a_plan_that_the_person_approved(both: Town) -> None:
    anja, sam = await sent(both)
    assert "Sam" in (await anja.bubbles())[-1].text
    assert "pas als jij het goed vindt" in (await sam.news())[-1]
    read = "\n".join(await reads(sam))
    assert f"Hoe ik naar werk kijk: nog moeilijk. '{OWN}'" in read
    assert "Hier begin je mee: Hoe ik naar werk kijk en Wat ik aankan." in read
    assert "Contact met Anja: bellen." in read
    await anja.news()
    await sam.presses("Ja, dit klopt")
    assert "vindt de intake goed" in (await anja.news())[-1]
    intake = await stored(sam)
    assert (intake.state, intake.draft) == ("approved", None)
    assert set((await sheet(sam, "approved")).levels) == set(FACTORS)
    kept = await facts(sam)
    assert kept["order"].split(",")[:2] == ["uitgangspunten", "hulp-vragen"]
    assert (kept["contact_how"], kept["contact_when"]) == ("call", "morning")


async def test_the_menu_of_courses_follows_the_order_of_the_approved_intake(town: Town) -> None:
    _, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ja, dit klopt")
    await sam.says("cursussen")
    assert (await sam.labels())[:2] == ["Uitgangspunten", "Hulp vragen"]


async def test_without_a_choice_the_order_begins_with_the_advised_course_and_then_follows_the_focus(town: Town) -> None:
    anja, sam = await begun(town)
    await anja.presses("Sla over")
    await anja.presses("Laag")
    await anja.presses("Niets opschrijven")
    for _ in range(5):
        await anja.presses("Sla over")
    await anja.sends(f"{await seq(anja)}:=2")
    for _ in range(4):
        await anja.presses("Sla over")
    await anja.presses("Stuur het op")
    draft = await sheet(sam, "draft")
    factors = {course.id: course.factor for course in town.library.courses}
    assert draft.order[0] == town.library.courses[0].id
    assert [factors[one] for one in draft.order[1:3]] == ["sociale-druk", "geloof-in-eigen-kunnen"]


async def test_nothing_counts_before_the_person_said_yes(town: Town) -> None:
    _, sam = await sent(town)
    assert "order" not in await facts(sam)
    intake = await stored(sam)
    assert intake.approved is None


async def test_a_coach_who_was_called_away_goes_on_at_the_next_question(both: Town) -> None:
    anja, _ = await begun(both)
    await anja.presses("Laag")
    await anja.says(OWN)
    await anja.says("vandaag")
    await both.later(days=2)
    await anja.says("intake")
    assert "al begonnen" in (await anja.presses("Sam"))[-1]
    assert (await anja.presses("Verder gaan"))[-1].startswith("2 van 7. Geloof in eigen kunnen.")


async def test_beginning_anew_asks_everything_again(town: Town) -> None:
    anja, sam = await begun(town)
    await anja.presses("Laag")
    await anja.says(OWN)
    await anja.says("intake")
    await anja.presses("Sam")
    await anja.presses("Opnieuw beginnen")
    assert (await anja.presses("We beginnen"))[-1].startswith("1 van 7. Houding.")
    draft = await sheet(sam, "draft")
    assert not draft.levels


async def test_one_line_can_be_said_anew_before_it_is_sent(town: Town) -> None:
    anja, sam = await begun(town)
    await answered(anja)
    assert OWN in "\n".join(await anja.presses("Eerst nalezen"))
    await anja.presses("Iets veranderen")
    await anja.presses("Houding")
    assert (await anja.presses("Ga verder"))[-1].startswith("1 van 7. Houding.")
    await anja.presses("Hoog")
    assert "Alles staat erin" in (await anja.presses("Niets opschrijven"))[-1]
    draft = await sheet(sam, "draft")
    assert draft.levels["houding"] == "high"
    assert "houding" not in draft.words
    assert draft.levels["context"] == "high"


async def test_an_empty_intake_is_not_sent(town: Town) -> None:
    anja, sam = await begun(town)
    for _ in range(12):
        await anja.presses("Sla over")
    assert "niets gestuurd" in (await anja.presses("Stuur het op"))[-1]
    assert await sam.news() == []
