"""In danger: after a yes somebody is asked to call, at any hour and without a word of why, and the truth is told."""

from datetime import UTC, date, datetime

import pytest

from tests.circle.helping import DONE, TAKE, Works, away, open_requests, talks, wants, works
from tests.circle.town import Neighbour, Town

CALL_ME = "Ja, laat mij bellen"
URGENT = "Bel Karin, met spoed. Karin vroeg zelf om een mens."
SATURDAY_NIGHT = datetime(2026, 3, 8, 2, 0, tzinfo=UTC)


def danger(town: Town) -> str:
    return next(one.yes[0] for one in town.library.signals if one.kind == "crisis-certain")


async def until_asked(person: Neighbour, text: str) -> None:
    """Says this, and comes to the question whether somebody must call."""
    await person.says(text)
    await person.presses("Nee")


async def says_yes(at: Works) -> list[str]:
    """Karin is in danger, and lets herself be called."""
    await until_asked(at.karin, danger(at.town))
    heard = await at.karin.presses(CALL_ME)
    await at.karin.presses("Ik bel 113")
    return heard


async def test_after_a_yes_the_coach_must_call_and_reads_no_reason(both: Town) -> None:
    at = await works(both)
    heard = await says_yes(at)
    assert heard[0] == "Ik vraag nu Anja om jou te bellen. Hoe snel dat lukt, weet ik niet. Wacht er dus niet op."
    assert await at.anja.news() == [URGENT]
    assert await at.anja.labels() == ["Ik pak dit op", "Doorgeven"]
    assert {one.duty for one in (await at.anja.bubbles())[-1:]} == {"crisis"}
    said = str([(one.text, one.ask) for one in await at.anja.bubbles()])
    assert danger(both) not in said
    for word in ("crisis", "113", "112", "zelfmoord", "gevaar"):
        assert word not in said


@pytest.mark.parametrize("answer", ["Nee", "Weet ik niet"])
async def test_without_a_yes_nobody_hears_anything(town: Town, answer: str) -> None:
    at = await works(town)
    await until_asked(at.karin, danger(town))
    heard = await at.karin.presses(answer)
    assert heard[0] == "Wie kun je nu bellen?"
    await town.later(minutes=14)
    assert await at.case() is None
    assert not {"Anja", "Bert", "Sara"} & set(await at.heard())


async def test_with_nobody_to_ask_nothing_is_promised(town: Town) -> None:
    karin = await town.settle("Karin")
    await karin.says(danger(town))
    assert await karin.presses("Nee") != []
    assert (await karin.labels())[0] == "Ik bel 113"


async def test_not_taken_in_5_minutes_a_second_coach_and_in_15_the_lead_and_the_truth_each_time(both: Town) -> None:
    at = await works(both)
    both.clock.at = SATURDAY_NIGHT
    await says_yes(at)
    await at.quiet()
    await both.later(minutes=4)
    heard = await at.heard()
    assert heard["Bert"] == [f"{URGENT} Anja reageert nog niet."]
    assert heard["Karin"] == [
        "Er heeft nog niemand gereageerd. Daarom vraag ik nu Bert om jou te bellen. Wacht daar niet op. "
        "Bel gerust zelf 113, of bij gevaar 112."
    ]
    await both.later(minutes=9)
    assert "Sara" not in await at.heard()
    await both.later(minutes=1)
    heard = await at.heard()
    assert heard["Sara"] == [f"{URGENT} Er reageert nog geen coach."]
    assert "Daarom vraag ik nu Sara om jou te bellen." in heard["Karin"][-1]
    await both.later(minutes=11)
    assert any("Wacht niet langer en bel nu zelf 113." in text for text in (await at.heard())["Karin"])
    await both.later(hours=1)
    heard = await at.heard()
    assert sorted(set(heard) - {"Karin"}) == ["Anja", "Bert", "Sara"], "it is asked again"


async def test_who_takes_it_is_named_and_nobody_else_is_asked(town: Town) -> None:
    at = await works(town)
    await says_yes(at)
    await at.quiet()
    await at.anja.presses(TAKE)
    assert await at.karin.news() == ["Anja gaat je nu bellen. Houd je telefoon dicht bij je."]
    await town.later(minutes=20)
    assert not {"Bert", "Sara"} & set(await at.heard())
    await at.anja.presses(DONE)
    assert await open_requests(town, at.karin) == []


async def test_of_a_coach_who_is_away_the_second_is_asked_at_once(town: Town) -> None:
    at = await works(town)
    await away(town, at.anja, date(2026, 3, 2), date(2026, 3, 9))
    heard = await says_yes(at)
    assert heard[0].startswith("Ik vraag nu Bert om jou te bellen.")
    assert await at.bert.news() == [URGENT]
    assert await at.anja.news() == []


async def test_what_could_wait_becomes_urgent_and_must_be_taken_again(both: Town) -> None:
    at = await works(both)
    await wants(at.karin, "Maak een afspraak", "Volgende week", "Oké")
    await at.anja.presses(TAKE)
    await at.quiet()
    await says_yes(at)
    assert await at.anja.news() == [URGENT]
    await both.later(minutes=5)
    assert "Bert" in await at.heard()
    await at.anja.presses(TAKE)
    assert await at.state() == ("claimed", "Anja")
    assert "Anja gaat je nu bellen. Houd je telefoon dicht bij je." in await at.karin.news()


async def test_in_a_talk_that_goes_on_the_coach_must_say_so_too(town: Town) -> None:
    at = await works(town)
    await talks(at)
    await says_yes(at)
    assert await at.anja.news() == [URGENT]
    await town.later(minutes=5)
    assert "Bert" in await at.heard()
    assert await at.state() == ("talking", "Anja")
    await at.anja.presses(TAKE)
    assert await at.karin.news() == ["Anja gaat je nu bellen. Houd je telefoon dicht bij je."]
    await town.later(minutes=10)
    assert "Sara" not in await at.heard()


async def test_a_second_yes_does_not_begin_anew(town: Town) -> None:
    at = await works(town)
    await says_yes(at)
    await town.later(minutes=4)
    await at.quiet()
    await says_yes(at)
    await town.later(minutes=1)
    heard = await at.heard()
    assert "Anja" not in heard


async def test_of_the_danger_itself_nothing_is_kept(town: Town) -> None:
    at = await works(town)
    await says_yes(at)
    answers = await town.database.read(lambda unit: unit.answers.of(at.karin.id))
    assert [one for one in answers if "crisis" in one.flow] == []
    case = await at.case()
    assert case is not None
    assert (case.flow, case.way, case.moment) == ("", "call", "")
