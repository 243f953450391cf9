"""In need and at rest: help in a crisis, a reminder that can wait, and stop means stop."""

from tests.contract.someone import Someone
from tests.contract.stage import Stage
from tests.contract.theatre import on_every_way

URGENT = "Bel Karin, met spoed. Karin vroeg zelf om een mens."
TAKE, LATER = "Ik pak dit op", "Nu geen tijd"


def danger(stage: Stage) -> str:
    return next(one.yes[0] for one in stage.house.library.signals if one.kind == "crisis-certain")


def helped(read: list[str]) -> bool:
    said = " ".join(read)
    return all(number in said for number in ("112", "113", "0800-0113", "0800-2000"))


async def in_course(someone: Someone) -> None:
    await someone.presses("Naar de cursussen")
    await someone.presses("Uitgangspunten")


async def until_heard(stage: Stage, someone: Someone) -> list[str]:
    """What the house says first by itself, within two days."""
    for _ in range(48):
        await stage.later(hours=1)
        if heard := await someone.news():
            return heard
    raise AssertionError("nothing was said")


@on_every_way
async def test_words_of_danger_in_mid_course_bring_the_numbers_and_after_a_yes_a_human(stage: Stage) -> None:
    anja = await stage.settles("Anja", "coach", way="web")
    karin = await stage.settles("Karin", coach=anja)
    await in_course(karin)
    assert helped(await karin.says(danger(stage)))
    assert await anja.news() == [], "nobody hears of it without a yes"
    await karin.presses("Nee")
    heard = await karin.presses("Ja, laat mij bellen")
    assert heard[0].startswith("Ik vraag nu Anja om jou te bellen.")
    assert await anja.news() == [URGENT]
    await karin.presses("Ik bel 113")
    await anja.presses(TAKE)
    assert await karin.news() == ["Anja gaat je nu bellen. Houd je telefoon dicht bij je."]
    await stage.later(minutes=15)
    assert len(await karin.news()) == 1, "after a quarter of an hour it is asked how it is now"


@on_every_way
async def test_words_of_danger_are_answered_at_once_also_while_paused(stage: Stage) -> None:
    karin = await stage.settles("Karin")
    await in_course(karin)
    await karin.says("/pauze")
    await stage.later(hours=12)
    assert helped(await karin.says(danger(stage))), "and late in the evening"


@on_every_way
async def test_a_reminder_comes_once_and_later_is_respected(stage: Stage) -> None:
    anja = await stage.settles("Anja", "coach", way="web")
    karin = await stage.settles("Karin", coach=anja)
    await karin.presses("Naar de cursussen")
    await karin.presses("Doelen en plannen")
    await karin.walks(to="Kijk, dit heb jij gemaakt.")
    await karin.says("menu")
    asked = await until_heard(stage, karin)
    assert len(asked) == 1
    assert "Hoe ging het?" in asked[0]
    await stage.later(hours=2)
    assert await karin.news() == [], "it came once"
    assert (await karin.presses(LATER))[0] == "Goed, dan vraag ik het over 2 dagen nog eens."
    await stage.later(days=1)
    assert await karin.news() == [], "not before the time that was said"
    assert await until_heard(stage, karin) == asked
    await karin.presses("Het is gelukt")
    await stage.later(days=3)
    assert not [text for text in await karin.news() if text == asked[0]], "what is done is not asked about again"


@on_every_way
async def test_stop_is_confirmed_once_and_then_it_is_silent(stage: Stage) -> None:
    karin, wim = await stage.settles("Karin"), await stage.settles("Wim", "colleague", way="web")
    await karin.says("kaartjes")
    await karin.presses("Ja, dat is leuk")
    await wim.says("kaartje")
    for label in ("Karin", "1. Koffie met bezoek", "1. Ik denk aan je", "Ja, stuur het"):
        await wim.presses(label)
    await karin.says("stop")
    assert len(await karin.presses("Ja, ik stop")) == 1
    for _ in range(7):
        await stage.later(days=1)
    assert await karin.news() == []
    assert helped(await karin.says(danger(stage))), "only a cry for help is still answered"
