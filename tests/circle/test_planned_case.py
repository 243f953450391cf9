"""A hulpvraag that ends in a talk: once the person said yes to a moment it is answered, and waits for nobody."""

from datetime import timedelta

from tests.circle.helping import DONE, TAKE, Works, open_requests, wants, works
from tests.circle.town import Neighbour, Town

PLAN, YES, OTHER = "Plan een gesprek", "Ja, dat past", "Liever anders"
VISIT = ("Maak een afspraak", "Deze week", "Oké")
CLOSED = "Karin komt: morgen om 11 uur. De vraag om contact is nu klaar."


async def proposes(coach: Neighbour) -> None:
    """Takes it, and plans a talk out of it."""
    await coach.presses(TAKE)
    for label in (PLAN, "We bellen", "Morgen", "11 uur", "Ja, stuur maar"):
        await coach.presses(label)
    await coach.news()


async def asked(town: Town) -> Works:
    """Karin wants an appointment; Anja took it and proposed a moment."""
    at = await works(town)
    await wants(at.karin, *VISIT)
    await proposes(at.anja)
    return at


async def handed(town: Town) -> Works:
    """The same, but it was Bert who took it."""
    at = await works(town)
    await wants(at.karin, *VISIT)
    await at.anja.presses("Doorgeven")
    await at.anja.presses("Bert")
    await proposes(at.bert)
    await at.quiet()
    return at


async def test_a_yes_to_the_talk_closes_the_hulpvraag_for_the_coach(both: Town) -> None:
    at = await asked(both)
    assert await at.state() == ("claimed", "Anja")
    assert "Wacht op jou: Karin" in (await at.anja.says("menu"))[0]
    await at.karin.presses(YES)
    assert await at.anja.news() == [CLOSED]
    assert (await at.state())[0] == "closed"
    assert "Wacht op jou" not in (await at.anja.says("menu"))[0]
    assert await open_requests(both, at.karin) == []


async def test_after_that_nobody_is_reminded_of_the_hulpvraag_but_both_of_the_talk(town: Town) -> None:
    at = await asked(town)
    await at.karin.presses(YES)
    await at.quiet()
    heard: list[str] = []
    for _ in range(16):
        await town.later(hours=2)
        heard += [text for texts in (await at.heard()).values() for text in texts]
    assert not [text for text in heard if text.startswith("Jij helpt Karin")]
    assert [text for text in heard if text.startswith("Straks om 11 uur")] != []


async def test_as_long_as_there_is_no_yes_the_coach_still_has_it(town: Town) -> None:
    at = await asked(town)
    await at.karin.presses(OTHER)
    await at.karin.presses("Een ander moment")
    await at.karin.presses("In de middag")
    assert await at.state() == ("claimed", "Anja")


async def test_a_talk_that_was_proposed_before_they_asked_does_not_answer_it(town: Town) -> None:
    at = await works(town)
    await at.anja.sends(f"@coach-afspraak:{at.karin.id}")
    for label in ("We bellen", "Volgende week", "11 uur", "Ja, stuur maar"):
        await at.anja.presses(label)
    await wants(at.karin, *VISIT)
    await at.anja.presses(TAKE)
    await at.karin.presses(YES)
    assert await at.state() == ("claimed", "Anja")


async def test_what_cannot_wait_is_not_answered_by_a_talk_of_tomorrow(town: Town) -> None:
    at = await asked(town)
    case = await at.case()
    assert case is not None
    await town.database.write(lambda unit: unit.cases.press(case.id, town.clock()))
    await at.karin.presses(YES)
    assert (await at.state())[0] == "open"


async def test_who_helps_for_a_while_prepares_and_notes_the_talk_and_then_sees_nothing_any_more(town: Town) -> None:
    at = await handed(town)
    await at.karin.presses(YES)
    assert await at.bert.news() == [CLOSED]
    assert (await at.bert.sends(f"@voorbereiden:{at.karin.id}"))[0].startswith("Je gaat praten met Karin.")
    await town.later(days=1, hours=2)
    assert (await at.bert.news())[-1] == "Je sprak Karin. Zet even kort neer wat jullie afspraken."
    await at.bert.presses("Noteer het gesprek")
    for label in ("Gebeld", "20 minuten"):
        await at.bert.presses(label)
    await at.bert.says("Woensdag een rondje lopen")
    await at.bert.presses("Nog niet bekend")
    assert any("Woensdag een rondje lopen" in text for text in await at.karin.news())
    town.clock.at += timedelta(days=15)
    assert "Karin" not in str(await at.bert.sends(f"@coach-kaart:{at.karin.id}"))
    assert "Karin" not in str(await at.bert.sends(f"@voorbereiden:{at.karin.id}"))


async def test_who_helped_and_closed_it_without_a_talk_sees_nothing_any_more(town: Town) -> None:
    at = await works(town)
    await wants(at.karin, *VISIT)
    await at.anja.presses("Doorgeven")
    await at.anja.presses("Bert")
    await at.bert.presses(TAKE)
    await at.bert.presses(DONE)
    await at.bert.presses("Niet opschrijven")
    assert "Karin" not in str(await at.bert.sends(f"@coach-kaart:{at.karin.id}"))


async def test_a_lead_plans_nothing_and_is_told_to_call(town: Town) -> None:
    at = await works(town)
    await wants(at.karin, *VISIT)
    await at.anja.presses("Doorgeven")
    await at.anja.presses("Sara")
    await at.sara.presses(TAKE)
    assert await at.sara.presses(PLAN) == [
        "Plannen kan alleen een coach. Bel zelf even om een moment af te spreken."
    ]  # fmt: skip


async def test_a_second_coach_who_was_asked_too_sees_it_on_their_day(both: Town) -> None:
    at = await works(both)
    await wants(at.karin, *VISIT)
    assert "Karin" not in (await at.bert.says("menu"))[0]
    for _ in range(5):
        await both.later(hours=1)
    assert "Wacht op jou: Karin (wil een afspraak, sinds 10.02 uur)." in (await at.bert.says("menu"))[0]
    await at.bert.says("vandaag")
    assert (await at.bert.presses("Karin: wacht"))[0].startswith("Karin wil een afspraak.")
    await at.bert.presses(TAKE)
    assert await at.state() == ("claimed", "Bert")
    assert "Karin" not in (await at.anja.says("menu"))[0]
