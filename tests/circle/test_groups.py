"""Talks with a group: only where a coach plans one, nobody has to come, and names are told only with a yes."""

from bot.storage.requests import NewRequest
from tests.circle.town import Neighbour, Town

INVITED = (
    "Anja maakt een kleine groep: maandag 9 maart om 14.30 uur. Dat is in een rustige kamer op het werk. "
    "Je praat er met mensen die ook thuis zijn. Luisteren mag ook. Heb je zin?"
)
WHEN = "maandag 9 maart om 14.30 uur"


async def people(town: Town, *names: str) -> tuple[Neighbour, list[Neighbour]]:
    """A coach and the own people."""
    anja = await town.settle("Anja", "coach")
    return anja, [await town.settle(name, coach=anja) for name in names]


async def wants_group(town: Town, *who: Neighbour) -> None:
    """They said after a course that they would like to hear of a group."""
    asked = [NewRequest(person_id=one.id, kind="want_group", flow="praten", asked_at=town.clock()) for one in who]
    await town.database.write(lambda unit: unit.requests.add(asked))


async def seeks_buddy(town: Town, who: Neighbour) -> None:
    """They look for a buddy."""
    await town.database.write(lambda unit: unit.circle.allow(who.id, "buddy", town.clock()))


async def plan(anja: Neighbour, *first: str) -> list[str]:
    """The coach plans it for Monday at half past two."""
    await anja.says("/groep")
    for label in (*first, "Rustige kamer op werk", "Volgende week"):
        await anja.presses(label)
    await anja.says("half 3")
    await anja.presses("1 uur")
    return await anja.presses("Ja, vraag maar")


async def comes(one: Neighbour, named: str) -> list[str]:
    """Says yes to the group, and whether the name may be told."""
    await one.presses("Ja, ik kom")
    return await one.presses(named)


async def test_a_group_is_asked_of_all_people_of_the_coach_without_obligation(both: Town) -> None:
    anja, (karin, rachid) = await people(both, "Karin", "Rachid")
    heard = await plan(anja)
    assert heard[0] == "De groep staat. Ik vertel je wie er ja zegt. Wie nee zegt, hoor je niet."
    assert (await karin.news(), await rachid.news()) == ([INVITED], [INVITED])
    assert "Nee zeggen mag, ook op de dag zelf." in " ".join(await karin.presses("Vertel eerst meer"))
    assert "Niemand vraagt waarom." in (await karin.presses("Liever niet"))[0]
    assert await anja.news() == [], "a no is heard by nobody"


async def test_with_one_press_only_those_are_asked_who_would_like_to_hear_of_it(town: Town) -> None:
    anja, (karin, rachid) = await people(town, "Karin", "Rachid")
    await wants_group(town, rachid)
    assert "Bericht over een groep is welkom bij 1 van je 2 mensen." in (await anja.says("/groep"))[0]
    await plan(anja, "Wie het wil horen")
    assert (await karin.news(), await rachid.news()) == ([], [INVITED])
    assert not await town.database.read(lambda unit: unit.requests.open_for([rachid.id])), "it was answered"


async def test_who_comes_is_told_by_name_only_with_their_yes(both: Town) -> None:
    anja, (karin, rachid, els) = await people(both, "Karin", "Rachid", "Els")
    await plan(anja)
    await comes(karin, "Ja, dat mag")
    await comes(rachid, "Liever niet")
    await anja.news()
    heard = (await els.sends("@groep-wie:1"))[0]
    assert "Met jou komen er nog: 2." in heard
    assert "Van hen weet je de naam: Karin." in heard
    assert "Rachid" not in " ".join(one.text for one in (*await els.bubbles(), *await karin.bubbles()))
    await comes(els, "Weet ik niet")
    assert await anja.news() == [f"Er is een ja voor de groep van {WHEN}. Nu komen: Els, Karin en Rachid."]


async def test_who_said_yes_to_their_name_once_is_not_asked_again(town: Town) -> None:
    anja, (karin,) = await people(town, "Karin")
    await town.database.write(lambda unit: unit.circle.allow(karin.id, "group", town.clock()))
    await plan(anja)
    assert (await karin.presses("Ja, ik kom"))[0].startswith("Fijn dat je komt.")
    assert "Mogen de anderen" not in " ".join(one.text for one in await karin.bubbles())


async def test_a_name_can_be_taken_back(town: Town) -> None:
    anja, (karin, rachid) = await people(town, "Karin", "Rachid")
    await plan(anja)
    await comes(karin, "Ja, dat mag")
    assert "Karin" in (await rachid.sends("@groep-wie:1"))[0]
    await karin.sends("@groep-wie:1")
    assert await karin.presses("Nee, toch niet") == ["Ik zeg je naam niet meer."]
    assert "Karin" not in (await rachid.sends("@groep-wie:1"))[0]


async def test_a_no_can_become_a_yes_and_a_yes_a_no(town: Town) -> None:
    anja, (karin,) = await people(town, "Karin")
    await plan(anja)
    await karin.presses("Liever niet")
    await comes(karin, "Liever niet")
    assert await anja.news() == [f"Er is een ja voor de groep van {WHEN}. Nu komen: Karin."]
    await karin.sends("@groep-nee:1")
    assert await anja.news() == [f"Voor de groep van {WHEN} heeft nu niemand ja gezegd."]
    await town.later(days=8)
    assert await karin.news() == [], "who does not come is reminded of nothing"


async def test_the_day_before_each_hears_what_is_theirs_to_know(town: Town) -> None:
    anja, (karin, rachid, els) = await people(town, "Karin", "Rachid", "Els")
    await seeks_buddy(town, karin)
    await seeks_buddy(town, rachid)
    await plan(anja)
    await comes(karin, "Ja, dat mag")
    await comes(rachid, "Liever niet")
    for one in (anja, karin, rachid, els):
        await one.news()
    await town.later(days=5)
    assert await karin.news() == [
        f"De groep van Anja is {WHEN}. Dat is in een rustige kamer op het werk. Het duurt 1 uur."
    ]
    assert "Je zoekt een buddy. Misschien klikt het hier met iemand." in (await karin.presses("Wie komen er"))[0]
    assert await anja.news() == [
        f"De groep is {WHEN}. Dat is in een rustige kamer op het werk. Er komen: Karin en Rachid.",
        "Vraag in de groep ook wie een buddy zoekt.",
    ]
    assert await els.news() == []


async def test_of_one_who_looks_for_a_buddy_the_coach_hears_nothing(town: Town) -> None:
    anja, (karin, rachid) = await people(town, "Karin", "Rachid")
    await seeks_buddy(town, karin)
    await plan(anja)
    await comes(karin, "Liever niet")
    await comes(rachid, "Liever niet")
    await anja.news()
    await town.later(days=5)
    assert not any("buddy" in one for one in await anja.news())


async def test_after_the_group_who_looks_for_a_buddy_is_asked_whether_it_clicked(town: Town) -> None:
    anja, (karin, rachid) = await people(town, "Karin", "Rachid")
    await seeks_buddy(town, karin)
    await plan(anja)
    for one in (karin, rachid):
        await comes(one, "Liever niet")
    await town.later(days=7, hours=7)
    await karin.news()
    await karin.presses("Fijn")
    assert await karin.presses("Niets") == ["Je zoekt een buddy. Was er iemand met wie het klikte?"]
    assert (await karin.presses("Ja"))[0].startswith("Mooi.")
    await rachid.news()
    await rachid.presses("Fijn")
    assert await rachid.presses("Niets") == []
    assert not any("buddy" in one for one in await anja.news())


async def test_a_moved_group_is_asked_anew(town: Town) -> None:
    anja, (karin,) = await people(town, "Karin")
    await plan(anja)
    await comes(karin, "Liever niet")
    await anja.says("agenda")
    for label in ("9 maart 14.30: Gesprek…", "Ander moment", "Morgen", "11 uur", "Ja, vraag het"):
        await anja.presses(label)
    assert await karin.news() == ["De groep van Anja gaat naar een ander moment: morgen om 11 uur. Kom je dan ook?"]


async def test_a_coach_of_nobody_and_someone_else_plan_no_group(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    karin = await town.settle("Karin", coach=await town.settle("Bert", "coach"))
    assert await anja.says("/groep") == ["Er is nu nog niemand die je kunt vragen."]
    assert "groep" not in " ".join(await karin.sends("@coach-groep:1"))
    assert await town.database.read(lambda unit: unit.meetings.all_of(karin.id)) == []
