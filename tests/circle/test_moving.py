"""A coach who is a coach no longer: access ends, what they had goes to another, and who waits hears it."""

import pytest

from bot.moves import end_role, move_people
from bot.storage.unit import Unit
from tests.circle.helping import ON, TAKE, Works, talks, wants, works
from tests.circle.town import Neighbour, Town


async def removed(at: Works, coach: Neighbour, heir: Neighbour) -> None:
    """What the lead does when a coach leaves; a tick of the clock follows."""
    now = at.town.clock()

    def work(unit: Unit) -> None:
        move_people(unit, coach.id, heir.id, now)
        end_role(unit, coach.id, "coach", now)

    await at.town.database.write(work)
    await at.town.later(seconds=5)


async def test_an_open_hulpvraag_goes_to_the_new_coach_and_the_person_hears_that(both: Town) -> None:
    at = await works(both)
    await wants(at.karin, "Bel mij", "In de middag", "Oké")
    await at.quiet()
    await removed(at, at.anja, at.bert)
    heard = await at.heard()
    assert heard["Bert"] == ["Karin wil gebeld worden. Liefst in de middag."]
    assert "Er is iets veranderd op je werk. Je vraag gaat nu naar Bert." in heard["Karin"]


async def test_what_was_taken_goes_too_and_the_old_buttons_open_nothing(both: Town) -> None:
    at = await works(both)
    await wants(at.karin, "Bel mij", "In de middag", "Oké")
    await at.anja.presses(TAKE)
    case = await at.case()
    assert case is not None
    await removed(at, at.anja, at.bert)
    assert await at.state() == ("open", "")
    for flow in ("coach-klaar", "coach-oppakken", "coach-chat", "coach-doorgeven"):
        heard = await at.anja.sends(f"@{flow}:{case.id}")
        assert not [text for text in heard if "Karin" in text]
    await at.bert.presses(TAKE)
    assert await at.state() == ("claimed", "Bert")


async def test_a_talk_is_over_and_no_word_of_the_old_coach_arrives(both: Town) -> None:
    at = await works(both)
    await talks(at)
    await removed(at, at.anja, at.bert)
    assert any("Je vraag gaat nu naar Bert." in text for text in await at.karin.news())
    await at.anja.says("Nog even dit")
    await at.karin.says("hoi")
    assert "Nog even dit" not in str(await at.karin.bubbles())
    assert "hoi" not in str([one for one in await at.anja.bubbles() if one.who])
    assert [text for text in await at.bert.news() if text.startswith("Karin wil nu chatten")]


async def test_at_night_the_person_hears_at_once_that_the_talk_is_over(town: Town) -> None:
    at = await works(town)
    await talks(at)
    town.clock.move(hours=8)
    await at.karin.says("ben je er nog?")
    await at.quiet()
    await removed(at, at.anja, at.bert)
    heard = await at.heard()
    assert "Bert" not in heard
    assert heard["Karin"] == ["Er is iets veranderd op je werk. Zodra er weer een coach werkt, geef ik je vraag door."]
    await town.later(hours=15)
    heard = await at.heard()
    assert heard["Bert"] == ["Karin wil nu chatten."]
    assert "Er is iets veranderd op je werk. Je vraag gaat nu naar Bert." in heard["Karin"]


async def test_words_in_the_seconds_before_the_tick_arrive_nowhere_and_that_is_said(town: Town) -> None:
    at = await works(town)
    await talks(at)
    now = town.clock()

    def work(unit: Unit) -> None:
        move_people(unit, at.anja.id, at.bert.id, now)
        end_role(unit, at.anja.id, "coach", now)

    await town.database.write(work)
    await at.anja.says("Stiekem nog iets")
    assert "Stiekem" not in str(await at.karin.bubbles())
    heard = await at.karin.says("ben je er nog?")
    assert heard == ["Dit gesprek was al voorbij. Wat je net typte, las niemand meer."]
    await at.karin.presses(ON)


async def test_a_coach_who_wipes_everything_leaves_nobody_waiting(both: Town) -> None:
    at = await works(both)
    await wants(at.karin, "Bel mij", "In de middag", "Oké")
    await at.anja.presses(TAKE)
    await at.quiet()
    await both.home.eraser.erase(at.anja.id, both.clock())
    await both.later(days=1)
    heard = {one.name: await one.news() for one in (at.bert, at.karin)}
    assert heard["Bert"] == ["Karin wil gebeld worden. Liefst in de middag."]
    assert "Je vraag gaat nu naar Bert." in str(heard["Karin"])


@pytest.mark.parametrize("stands", ["open", "claimed", "talking"])
async def test_of_a_person_who_is_erased_the_buttons_say_that_it_is_gone(town: Town, stands: str) -> None:
    at = await works(town)
    await wants(at.karin, "Nu chatten", "Oké")
    if stands != "open":
        await at.anja.presses(TAKE)
    await town.home.eraser.erase(at.karin.id, town.clock())
    await town.later(days=1)
    if stands == "talking":
        assert await at.anja.says("Karin?") == ["Dit gesprek was al voorbij. Wat je net typte, las niemand meer."]
    else:
        await at.anja.says("hoi")
        assert (await at.anja.presses(TAKE))[0] == "Deze vraag is er niet meer."
