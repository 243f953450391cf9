"""The intake on the phone of the person: read, put right line by line, sent back, taken back."""

from typing import Any

import pytest

from tests.circle.intakes import OWN, facts, reads, sent, seq, sheet, stored
from tests.circle.town import Town


async def test_a_person_puts_a_line_in_own_words_and_must_read_it_before_saying_yes(town: Town) -> None:
    anja, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ik verander iets")
    assert OWN in "\n".join(await sam.presses("Hoe ik naar werk kijk"))
    await sam.presses("Redelijk")
    await sam.says("Ik heb er wel zin in.")
    assert await sam.labels() == ["Lees alles"]
    assert "Hoe ik naar werk kijk: redelijk. 'Ik heb er wel zin in.'" in "\n".join(await sam.presses("Lees alles"))
    await anja.says("intake")
    assert "zin in" not in "\n".join([*await anja.presses("Sam"), *await anja.news()]), "not approved yet"
    await sam.presses("Verder")
    await sam.presses("Ja, dit klopt")
    approved = await sheet(sam, "approved")
    assert approved.words["houding"] == "Ik heb er wel zin in."
    assert approved.levels["houding"] == "fair"


async def test_what_was_said_of_one_line_does_not_slip_into_the_next(town: Town) -> None:
    _, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ik verander iets")
    await sam.presses("Hoe ik naar werk kijk")
    await sam.presses("Goed")
    await sam.says("Ik heb er zin in.")
    await sam.presses("Lees alles")
    await sam.presses("Verder")
    await sam.presses("Ik verander iets")
    await sam.presses("Wat ik aankan")
    await sam.presses("Laat het zo")
    await sam.presses("Laat het zo")
    own = await sheet(sam, "own")
    assert own.levels["belastbaarheid"] == "low"
    assert "belastbaarheid" not in own.words


@pytest.mark.parametrize(
    ("line", "press", "field", "value"),
    [
        ("Hoe contact", "Elkaar zien", "how", "visit"),
        ("Wanneer contact", "Middag", "when", "afternoon"),
        ("Volgorde cursussen", "Kwaliteiten", "order", "kwaliteiten"),
    ],
)
async def test_every_other_line_can_be_put_right_too(town: Town, line: str, press: str, field: str, value: str) -> None:
    _, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ik verander iets")
    await sam.presses("Meer zien")
    await sam.presses(line)
    await sam.presses(press)
    own = await sheet(sam, "own")
    found: Any = getattr(own, field)
    assert (found[0] if field == "order" else found) == value


async def test_a_person_changes_where_to_begin_and_what_helps(town: Town) -> None:
    _, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ik verander iets")
    await sam.presses("Wat helpt")
    await sam.says("Samen lachen.")
    await sam.presses("Lees alles")
    await sam.presses("Verder")
    await sam.presses("Ik verander iets")
    await sam.presses("Meer zien")
    await sam.presses("Waar we aan werken")
    await sam.sends(f"{await seq(sam)}:=6")
    own = await sheet(sam, "own")
    assert own.helps == "Samen lachen."
    assert own.focus == ("zelfregulering",)


async def test_not_good_sends_it_back_with_what_should_change(both: Town) -> None:
    anja, sam = await sent(both)
    await reads(sam)
    await sam.presses("Nee, niet goed")
    await anja.news()
    await sam.says("Ik werk liever in het groen.")
    assert "Ik werk liever in het groen." in (await anja.news())[-1]
    await anja.presses("Open de intake")
    await anja.presses("Iets veranderen")
    await anja.presses("Houding")
    await anja.presses("Ga verder")
    await anja.presses("Redelijk")
    await anja.says("Liever in het groen.")
    await anja.presses("Stuur het op")
    assert "Liever in het groen." in "\n".join(await reads(sam))
    await sam.presses("Ja, dit klopt")
    intake = await stored(sam)
    assert (intake.state, intake.why) == ("approved", "")


async def test_a_yes_to_what_was_changed_meanwhile_is_no_yes(town: Town) -> None:
    anja, sam = await sent(town)
    await reads(sam)
    await anja.says("intake")
    await anja.presses("Sam")
    await anja.presses("Ja, iets veranderen")
    await anja.presses("Houding")
    await anja.presses("Ga verder")
    await sam.presses("Ja, dit klopt")
    intake = await stored(sam)
    assert intake.approved is None
    await anja.presses("Hoog")
    await anja.presses("Niets opschrijven")
    await anja.presses("Stuur het op")
    intake = await stored(sam)
    assert (intake.state, intake.approved) == ("sent", None)


async def test_a_new_version_replaces_the_old_one_only_once_it_is_approved(town: Town) -> None:
    anja, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ja, dit klopt")
    await anja.says("intake")
    await anja.presses("Sam")
    await anja.presses("Een nieuwe maken")
    await anja.presses("We beginnen")
    await anja.presses("Hoog")
    await anja.says("Nu heb ik er zin in.")
    approved = await sheet(sam, "approved")
    assert approved.words["houding"] == OWN
    await anja.says("intake")
    await anja.presses("Sam")
    await anja.presses("Verder gaan")
    for _ in range(11):
        await anja.presses("Sla over")
    await anja.presses("Stuur het op")
    await reads(sam)
    await sam.presses("Ja, dit klopt")
    approved = await sheet(sam, "approved")
    assert approved.words == {"houding": "Nu heb ik er zin in."}


async def test_an_approved_intake_can_be_read_and_taken_back_under_own_data(town: Town) -> None:
    anja, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ja, dit klopt")
    await sam.says("mijn gegevens")
    await sam.presses("Wie ziet wat?")
    await sam.presses("Duidelijk")
    await sam.presses("Meer keuzes")
    assert OWN in "\n".join(await sam.presses("Mijn intake"))
    await sam.presses("Verder")
    await sam.presses("Nee, neem terug")
    assert await town.database.read(lambda unit: unit.intakes.get(sam.id)) is None
    assert "contact_how" not in await facts(sam)
    await anja.says("intake")
    assert OWN not in "\n".join(await anja.presses("Sam"))
