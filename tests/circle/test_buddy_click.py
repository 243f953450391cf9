"""After a group: 'it clicked' proposes two who look for a buddy to each other; of more is told how."""

from bot.storage.pairs import Pair
from tests.circle.pairing import YES, asks, pair_of, state
from tests.circle.test_groups import comes, people, plan
from tests.circle.town import Neighbour, Town

CLICKED = "Je zoekt een buddy. Was er iemand met wie het klikte?"
FOUND = "Ik heb misschien een buddy voor jou. Kijk maar als je zin hebt."
HOW = "Mooi. Vraag die ander om ook 'buddy' te typen. Of zeg het tegen Anja. Die brengt jullie bij elkaar."


async def after_group(town: Town, *names: str) -> list[Neighbour]:
    """These people were at a group, and the next day is asked how it was."""
    anja, found = await people(town, *names)
    await plan(anja)
    for one in found:
        await comes(one, "Liever niet")
    return found


async def look_for(town: Town, *found: Neighbour) -> None:
    """These people look for a buddy from now on, and nobody was proposed to anybody yet."""
    for one in found:
        await asks(one, 0)
        open_pair = await pair_of(town, one)
        if open_pair is not None and open_pair.state == "proposed":
            await ended(town, open_pair)


async def ended(town: Town, pair: Pair) -> None:
    """The proposal is over, and may be laid again."""
    await town.database.write(lambda unit: unit.pairs.end(pair.id, "off", town.clock()))


async def says_how(one: Neighbour) -> list[str]:
    """Answers how the group was, up to what is asked of buddies."""
    await one.presses("Fijn")
    return await one.presses("Niets")


async def test_of_two_who_look_both_are_asked_and_become_buddies(both: Town) -> None:
    karin, rachid = await after_group(both, "Karin", "Rachid")
    await look_for(both, karin, rachid)
    await both.later(days=7, hours=7)
    await rachid.news()
    assert await says_how(karin) == [CLICKED]
    heard = await karin.presses("Ja")
    assert heard[0] == "Mooi. Ik vraag of jullie elkaars buddy willen zijn."
    assert heard[1].startswith("Misschien past Rachid bij jou.")
    await karin.presses(YES)
    assert FOUND in await rachid.news()
    await rachid.presses("Laat zien")
    await rachid.presses(YES)
    assert await state(both, karin) == "active"


async def test_of_three_who_look_is_told_how_and_nobody_is_proposed(town: Town) -> None:
    found = await after_group(town, "Karin", "Rachid", "Els")
    await look_for(town, *found)
    await town.later(days=7, hours=7)
    await says_how(found[0])
    assert await found[0].presses("Ja") == [HOW]
    assert "proposed" not in [await state(town, one) for one in found]


async def test_who_was_not_there_is_not_proposed(town: Town) -> None:
    karin, rachid = await after_group(town, "Karin", "Rachid")
    els = await town.settle("Els")
    await look_for(town, karin, els)
    await town.later(days=7, hours=7)
    await says_how(karin)
    assert await karin.presses("Ja") == [HOW]
    assert (await state(town, els), await state(town, rachid)) == ("off", "")


async def test_who_refused_each_other_before_are_not_proposed_again(town: Town) -> None:
    karin, rachid = await after_group(town, "Karin", "Rachid")
    await look_for(town, karin, rachid)
    await town.database.write(lambda unit: unit.pairs.propose(karin.id, rachid.id, town.clock()))
    pair = await pair_of(town, karin)
    assert pair is not None
    await town.database.write(lambda unit: unit.pairs.end(pair.id, "refused", town.clock()))
    await town.later(days=7, hours=7)
    await says_how(karin)
    assert await karin.presses("Ja") == [HOW]


async def test_a_proposal_that_lies_open_already_is_not_laid_twice(town: Town) -> None:
    karin, rachid = await after_group(town, "Karin", "Rachid")
    await asks(karin, 0)
    await asks(rachid, 0)
    await town.later(days=7, hours=7)
    # It lapsed meanwhile, and was laid anew.
    await town.database.write(lambda unit: unit.circle.allow(karin.id, "buddy", town.clock()))
    await town.database.write(lambda unit: unit.pairs.propose(karin.id, rachid.id, town.clock()))
    await says_how(karin)
    assert await karin.presses("Ja") == ["Mooi. Typ 'buddy' om te zien hoe het staat."]


async def test_a_group_of_others_opens_nothing(town: Town) -> None:
    karin, rachid = await after_group(town, "Karin", "Rachid")
    els = await town.settle("Els")
    await look_for(town, karin, rachid, els)
    await town.later(days=7, hours=7)
    before = await state(town, els)
    heard = await els.sends("@afspraak-hoe:1")
    assert not [text for text in heard if "Hoe was het" in text or text == CLICKED]
    assert await state(town, els) == before
