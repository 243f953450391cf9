"""What is kept of a hulpvraag: the person reads it in words, it goes with them, and it holds nothing that was typed."""

from bot.storage.export import export
from bot.webcopy import readable
from tests.circle.helping import TAKE, talks, wants, works
from tests.circle.town import Town
from tests.storage.spy import everything

CANARY = "kanarievogel"


async def test_the_own_copy_tells_what_was_asked_and_when(town: Town) -> None:
    at = await works(town)
    await wants(at.karin, "Bel mij", "In de ochtend", "Oké")
    await at.anja.presses(TAKE)
    copy = await town.database.read(lambda unit: export(unit, at.karin.id))
    told = readable(copy, town.library)
    words = town.library.words.web
    assert told["cases"] == [
        {
            "way": words["kept_way_call"],
            "moment": words["kept_moment_morning"],
            "urgent": words["kept_urgent_no"],
            "opened_at": copy["cases"][0]["opened_at"],
        }
    ]
    assert {one["purpose"] for one in told["timers"]} == {words["kept_purpose_case_step"]}  # type: ignore[attr-defined]  # rows


async def test_every_way_moment_and_heading_has_words(town: Town) -> None:
    words = town.library.words
    flows = town.library.flows
    moments = {
        one.saved
        for step in flows["mens-hoe"].steps
        for one in getattr(step, "options", ())
        if getattr(step, "save", "") == "moment"
    }
    assert moments == set(words.circle.cases.moments)
    for name in [*(f"way_{way}" for way in words.circle.cases.ways), *(f"moment_{one}" for one in moments)]:
        assert f"kept_{name}".replace("-", "_") in words.web
    for name in ("cases", "way", "moment", "urgent", "opened_at", "closed_at"):
        assert f"kept_{name}" in words.web


async def test_nothing_that_was_said_in_a_talk_stands_in_the_clear_or_in_a_timer(both: Town) -> None:
    at = await works(both)
    await talks(at)
    await at.karin.says(f"{CANARY} van Karin")
    await at.anja.says(f"{CANARY} van Anja")
    dump = await both.database.read(lambda unit: everything(unit.connection))
    assert CANARY not in dump


async def test_after_an_erasure_no_hulpvraag_is_left(both: Town) -> None:
    at = await works(both)
    await talks(at)
    await both.home.eraser.erase(at.karin.id, both.clock())
    assert await both.database.read(lambda unit: unit.cases.of(at.karin.id)) == []
    assert await both.database.read(lambda unit: unit.cases.asked_of(at.anja.id)) == []
