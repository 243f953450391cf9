"""The coach's day: who needs them is seen at once, and nothing is seen that was not meant for them."""

from datetime import timedelta

from bot.storage.cases import NewCase
from tests.circle.town import Neighbour, Town


async def ask(town: Town, who: Neighbour, **fields: object) -> None:
    """Someone wants a human."""
    case = NewCase(person_id=who.id, opened_at=town.clock(), **fields)  # type: ignore[arg-type]  # the test's own
    assert await town.database.write(lambda unit: unit.cases.open(case))


async def test_the_menu_of_a_coach_says_who_waits_before_anything_is_pressed(both: Town) -> None:
    anja = await both.settle("Anja", "coach")
    marjan = await both.settle("Marjan", coach=anja)
    await ask(both, marjan, way="call")
    day, question = await anja.says("menu")
    assert day == "Dit speelt er vandaag.\nWacht op jou: Marjan (wil gebeld worden, sinds 10 uur)."
    assert question == "Wat wil je doen?"


async def test_in_two_taps_a_coach_stands_before_the_card_of_who_needs_them(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    people = [await town.settle(name, coach=anja) for name in ("Marjan", "Rachid", "Els", "Henk", "Karin")]
    await ask(town, people[3], way="call")
    await anja.says("menu")
    anja.taps = 0
    await anja.presses("Vandaag")
    heard = await anja.presses("Henk: wacht")
    assert anja.taps == 2
    assert "Kaart van Henk" in heard[0]
    assert "Wacht op jou: wil gebeld worden, sinds 10 uur." in heard[0]
    assert len(" ".join(heard).split()) < 60, "ten seconds of reading"


async def test_an_urgent_one_comes_first_and_the_rest_in_the_order_in_which_they_asked(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    for name in ("Marjan", "Rachid"):
        await ask(town, await town.settle(name, coach=anja))
        town.clock.move(hours=1)
    await ask(town, await town.settle("Els", coach=anja), urgent=True)
    await anja.says("vandaag")
    assert [one for one in await anja.labels() if "wacht" in one] == ["Els: wacht", "Marjan: wacht", "Rachid: wacht"]


async def test_what_another_coach_took_is_no_longer_for_this_one(town: Town) -> None:
    anja, bert = await town.settle("Anja", "coach"), await town.settle("Bert", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await ask(town, marjan)
    await town.database.write(
        lambda unit: unit.cases.claim(unit.cases.of(marjan.id)[0].id, bert.id, town.clock()),
    )
    assert "Niemand heeft je nu nodig." in (await anja.says("menu"))[0]
    assert "Wacht op jou: Marjan" in (await bert.says("menu"))[0]


async def test_of_who_was_silent_only_the_days_are_told_and_only_with_their_yes(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    rachid, els = await town.settle("Rachid", coach=anja), await town.settle("Els", coach=anja)
    for one in (rachid, els):
        await one.says("menu")
    await town.database.write(lambda unit: unit.circle.forbid(els.id, "progress"))
    await town.later(days=7)
    assert "Stil" not in (await anja.says("menu"))[0]
    await town.later(days=2)
    assert (await anja.says("menu"))[0] == "Dit speelt er vandaag.\nStil: Rachid (niets gedaan sinds 9 dagen)."
    await rachid.says("menu")
    assert "Stil" not in (await anja.says("menu"))[0]


async def test_who_stopped_is_not_told_to_be_silent(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    rachid = await town.settle("Rachid", coach=anja)
    await rachid.says("stop")
    await rachid.presses("Ja, ik stop")
    await town.later(days=20)
    assert "Rachid" not in (await anja.says("menu"))[0]


async def test_what_is_newly_shared_is_told_until_it_was_read(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    rachid = await town.settle("Rachid", coach=anja)
    await town.share(rachid, "Ik wil weer naar de kantine.")
    assert (await anja.says("menu"))[0] == "Dit speelt er vandaag.\nNieuw gedeeld: Rachid."
    await anja.presses("Vandaag")
    await anja.presses("Rachid: gedeeld")
    assert "Met jou gedeeld: 1." in "".join(one.text for one in await anja.bubbles())
    await anja.presses("Lees wat is gedeeld")
    heard = await anja.presses("Uitgangspunten, vandaag")
    assert heard == ["Dit deelde Rachid met jou (vandaag):\nIk wil weer naar de kantine."]
    await anja.presses("Gelezen")
    assert "Nieuw gedeeld" not in (await anja.says("menu"))[0]
    await town.share(rachid, "En ik ging er heen.")
    assert "Nieuw gedeeld: Rachid." in (await anja.says("menu"))[0]


async def test_a_coach_of_nobody_has_a_day_and_a_list_without_anybody(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    assert "Niemand heeft je nu nodig." in (await anja.says("menu"))[0]
    assert await anja.presses("Vandaag") == ["Niemand heeft je nu nodig. Geniet van je koffie."]
    assert (await anja.says("medewerkers"))[0].startswith("Er is nog niemand bij jou.")


async def test_what_only_a_coach_can_ask_is_a_word_like_any_other_for_everybody_else(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    fatma = await town.settle("Fatma", "colleague")
    for word in ("vandaag", "/medewerkers", "/log", "volgorde"):
        for one in (marjan, fatma):
            heard = " ".join(await one.says(word))
            assert "Anja" not in heard
            assert "Dit speelt er" not in heard
            assert "Van wie" not in heard


async def test_a_talk_of_today_is_told_with_its_time_and_one_of_tomorrow_is_not(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    for name, day in (("Rachid", "Vandaag"), ("Els", "Morgen")):
        one = await town.settle(name, coach=anja)
        await anja.says("afspraak")
        for label in (*([name] if name in await anja.labels() else []), "We bellen", day, "15 uur", "Ja, stuur maar"):
            await anja.presses(label)
        await one.presses("Ja, dat past")
    assert (await anja.says("menu"))[0] == "Dit speelt er vandaag.\nAfspraak: 15 uur Rachid."
    town.clock.at += timedelta(days=1)
    assert "Afspraak: 15 uur Els." in (await anja.says("menu"))[0]


async def test_a_group_of_today_is_told_with_its_time(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    await town.settle("Karin", coach=anja)
    await anja.says("/groep")
    await anja.presses("In de kantine")
    for words in ("vandaag", "15:00"):
        await anja.says(words)
    for label in ("45 minuten", "Ja, vraag maar"):
        await anja.presses(label)
    assert (await anja.says("menu"))[0] == "Dit speelt er vandaag.\nAfspraak: 15 uur Gesprek met een groep."
