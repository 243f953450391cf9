"""Who may see an intake and who may not, what may not stand in it, and how it is kept."""

from typing import Any

import pytest
from sqlalchemy import func, select

from bot.storage.circle_tables import intakes
from bot.webcopy import readable
from tests.circle.intakes import OWN, answered, begun, reads, sent, sheet, stored
from tests.circle.town import Town


@pytest.mark.parametrize("text", ["Door mijn rugpijn lukt het niet.", "Ik slik pillen tegen mijn depressie."])
async def test_words_about_illness_are_refused_with_the_reason_and_kept_nowhere(town: Town, text: str) -> None:
    anja, sam = await begun(town)
    await anja.presses("Laag")
    assert "gezondheid" in (await anja.says(text))[0]
    assert (await sheet(sam, "draft")).words == {}


async def test_a_person_too_cannot_write_about_illness_in_it(town: Town) -> None:
    _, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ik verander iets")
    await sam.presses("Hoe ik naar werk kijk")
    await sam.presses("Redelijk")
    assert "gezondheid" in (await sam.says("Mijn depressie zit in de weg."))[0]
    intake = await stored(sam)
    assert intake.own is None


async def test_no_coach_but_the_own_one_makes_or_reads_an_intake(town: Town) -> None:
    anja, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ja, dit klopt")
    bram = await town.settle("Bram", "coach")
    await bram.says("intake")
    for flow in ("intake", "coach-intake", "voorbereiden"):
        said = "\n".join(await bram.sends(f"@{flow}:{sam.id}"))
        assert OWN not in said
        assert "Laag" not in said
    assert "Sam" not in await bram.labels()
    before = await stored(sam)
    await bram.sends(f"@intake:{anja.id}")
    assert await stored(sam) == before


async def test_an_employee_cannot_open_the_coachs_side_nor_a_colleague_any(town: Town) -> None:
    _, sam = await sent(town)
    wim = await town.settle("Wim", "colleague")
    for someone in (sam, wim):
        said = "\n".join(await someone.sends(f"@intake:{sam.id}"))
        assert OWN not in said
    assert OWN not in "\n".join(await wim.sends(f"@intake-lezen:{sam.id}"))
    noor = await town.settle("Noor")
    assert "nog geen intake" in (await noor.sends(f"@intake-lezen:{sam.id}"))[-1]


async def test_a_new_coach_reads_neither_the_draft_nor_the_old_approved_one_without_a_yes(town: Town) -> None:
    anja, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ja, dit klopt")
    bram = await town.settle("Bram", "coach")
    town.clock.move(days=1)
    now = town.clock()
    await town.database.write(lambda unit: unit.circle.bond(sam.id, bram.id, now))
    await bram.says("intake")
    assert OWN not in "\n".join(await bram.presses("Sam"))
    assert await bram.labels() == ["We beginnen"]
    await anja.sends(f"@intake:{sam.id}")
    assert OWN not in "\n".join(await anja.news())
    await town.database.write(lambda unit: unit.circle.allow(sam.id, "earlier-shares", now))
    assert OWN in "\n".join([*await bram.says("intake"), *await bram.presses("Sam"), *await bram.presses("Lezen")])


async def test_who_does_not_use_the_chat_gets_no_intake(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    await town.invite("Sam", coach=anja)
    await anja.says("intake")
    assert "pas als Sam meedoet" in (await anja.presses("Sam"))[-1]


async def test_who_stopped_meanwhile_is_sent_nothing(town: Town) -> None:
    anja, sam = await begun(town)
    await answered(anja)
    await sam.says("stop")
    await sam.presses((await sam.labels())[0])
    await sam.news()
    await anja.presses("Stuur het op")
    assert await sam.news() == []
    intake = await stored(sam)
    assert intake.state == "draft"


async def test_the_words_are_sealed_for_the_person_and_leave_the_memory_of_the_coach(both: Town) -> None:
    anja, sam = await begun(both)
    await anja.presses("Laag")
    await anja.says(OWN)
    session = await both.home.session(anja.id)
    assert session is not None
    assert [one for one in session.answers.values() if OWN in one.shown] == []
    sealed = await both.database.read(lambda unit: unit.connection.execute(intakes.select()).one().body_sealed)
    assert OWN.encode() not in sealed
    draft = await sheet(sam, "draft")
    assert draft.words == {"houding": OWN}


async def test_the_copy_of_a_person_has_the_intake_in_everyday_words(town: Town) -> None:
    _, sam = await sent(town)
    await reads(sam)
    await sam.presses("Ja, dit klopt")
    copy = await town.database.read(lambda unit: unit.export(sam.id))
    assert any(row.get("text") == OWN for row in copy["intake"])
    told: Any = readable(copy, town.library)
    rows = told["intake"]
    assert {"what": "Hoe ik naar werk kijk", "value": "nog moeilijk", "text": OWN} in rows
    assert {"what": "Hoe contact", "value": "bellen"} in rows
    assert told["person"]["contact_when"] == "in de ochtend"


async def test_an_erased_person_takes_the_intake_along(both: Town) -> None:
    _, sam = await sent(both)
    now, rows = both.clock(), select(func.count()).select_from(intakes)
    assert await both.database.read(lambda unit: unit.connection.execute(rows).scalar_one()) == 1
    await both.database.write(lambda unit: unit.erasures.begin(sam.id, now))
    assert await both.database.read(lambda unit: unit.connection.execute(rows).scalar_one()) == 0


async def test_an_intake_of_who_was_erased_meanwhile_keeps_nothing_and_goes_on_without_a_fault(both: Town) -> None:
    anja, sam = await begun(both)
    await anja.presses("Laag")
    now, rows = both.clock(), select(func.count()).select_from(intakes)
    await both.database.write(lambda unit: unit.erasures.begin(sam.id, now))
    await anja.says(OWN)
    for _ in range(11):
        await anja.presses("Sla over")
    await anja.presses("Stuur het op")
    assert await both.database.read(lambda unit: unit.connection.execute(rows).scalar_one()) == 0


async def test_who_is_a_coach_no_longer_writes_nothing_more(town: Town) -> None:
    anja, sam = await begun(town)
    await anja.presses("Laag")
    before = await stored(sam)
    await town.database.write(lambda unit: unit.circle.take_role(anja.id, "coach"))
    await anja.says(OWN)
    assert await stored(sam) == before
