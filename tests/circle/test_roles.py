"""What people are: roles are given to accounts, and what somebody is no longer ends at once."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.web.hub import Hub
from bot.circle import roles
from bot.errors import LastCoachError, NotACoachError
from bot.moves import end_role, give_coach, move_people
from bot.newcomers import let_back_in
from bot.storage.cases import NewCase
from bot.webdesk import LASTS, REMEMBERED, WebDesk
from tests.circle.town import Neighbour, Town


async def move(town: Town, old: Neighbour, new: Neighbour) -> int:
    return await town.database.write(lambda unit: move_people(unit, old.id, new.id, town.clock()))


async def end(town: Town, who: Neighbour, role: str) -> None:
    await town.database.write(lambda unit: end_role(unit, who.id, role, town.clock()))


async def test_who_is_a_coach_and_more_has_the_coach_s_menu_and_who_is_only_more_has_theirs(town: Town) -> None:
    anja = await town.settle("Anja", "colleague")
    assert "Fijn dat je er bent." in (await anja.says("menu"))[0]
    await town.database.write(lambda unit: roles.give(unit, anja.id, "coach", team=None, at=town.clock()))
    assert "Dit speelt er vandaag." in (await anja.says("menu"))[0]
    await town.database.write(lambda unit: roles.give(unit, anja.id, "lead", team=None, at=town.clock()))
    assert "Dit speelt er vandaag." in (await anja.says("menu"))[0]


async def test_a_name_makes_nobody_a_coach(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    other = await town.settle("Anja", coach=anja)
    assert "Kaart" not in " ".join(await other.sends(f"@coach-kaart:{marjan.id}"))
    with pytest.raises(NotACoachError):
        await town.database.write(lambda unit: give_coach(unit, marjan.id, other.id, town.clock()))
    assert await town.database.read(lambda unit: unit.circle.coach_of(marjan.id)) == anja.id


async def test_people_go_to_another_coach_and_are_told_and_asked_about_what_they_shared(both: Town) -> None:
    anja, bert = await both.settle("Anja", "coach"), await both.settle("Bert", "coach")
    marjan, rachid = await both.settle("Marjan", coach=anja), await both.settle("Rachid", coach=anja)
    await both.share(marjan, "Ik wil weer naar de kantine.")
    both.clock.move(hours=1)
    assert await move(both, anja, bert) == 2
    await both.later(minutes=1)
    assert (await marjan.news())[0] == "Je hebt een nieuwe coach: Bert."
    assert (await rachid.news()) == [
        "Je hebt een nieuwe coach: Bert.",
        "Wat je eerder zei, blijft van jou. Je begint gewoon fris samen.",
    ]
    assert "Kaart" not in (await anja.sends(f"@coach-kaart:{marjan.id}"))[0]
    assert "Hier is niets met jou gedeeld." in (await bert.sends(f"@coach-gedeeld:{marjan.id}"))[0]
    assert "kantine" not in " ".join(one.text for one in await bert.bubbles())
    await marjan.presses("Ja, dat mag")
    assert (await bert.sends(f"@coach-gedeeld:{marjan.id}"))[0] == "Dit is met jou gedeeld. Wat wil je lezen?"
    await both.share(rachid, "Nieuw en voor Bert.")
    assert (await bert.sends(f"@coach-gedeeld:{rachid.id}"))[0] == "Dit is met jou gedeeld. Wat wil je lezen?"


@pytest.mark.parametrize("answer", ["Nee, liever niet", "Weet ik niet"])
async def test_without_a_yes_a_new_coach_reads_nothing_of_before(town: Town, answer: str) -> None:
    anja, bert = await town.settle("Anja", "coach"), await town.settle("Bert", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await town.share(marjan, "Ik wil weer naar de kantine.")
    town.clock.move(hours=1)
    await move(town, anja, bert)
    await town.later(minutes=1)
    assert await marjan.presses(answer) == ["Goed. Dat blijft dus bij jou."]
    assert "Hier is niets met jou gedeeld." in (await bert.sends(f"@coach-gedeeld:{marjan.id}"))[0]


async def test_a_yes_for_one_new_coach_is_not_a_yes_for_the_next(town: Town) -> None:
    anja, bert, carla = [await town.settle(name, "coach") for name in ("Anja", "Bert", "Carla")]
    marjan = await town.settle("Marjan", coach=anja)
    await town.share(marjan, "Ik wil weer naar de kantine.")
    town.clock.move(hours=1)
    await move(town, anja, bert)
    await town.later(minutes=1)
    await marjan.presses("Ja, dat mag")
    town.clock.move(hours=1)
    await move(town, bert, carla)
    assert "Hier is niets met jou gedeeld." in (await carla.sends(f"@coach-gedeeld:{marjan.id}"))[0]


async def test_a_coach_who_has_people_cannot_go_before_they_have_another(both: Town) -> None:
    anja, bert = await both.settle("Anja", "coach"), await both.settle("Bert", "coach")
    marjan = await both.settle("Marjan", coach=anja)
    with pytest.raises(LastCoachError, match="1 people"):
        await end(both, anja, "coach")
    for nobody in (None, anja.id):
        with pytest.raises(LastCoachError):
            await both.database.write(lambda unit: move_people(unit, anja.id, nobody, both.clock()))  # noqa: B023
    assert await both.database.read(lambda unit: unit.circle.coach_of(marjan.id)) == anja.id
    await move(both, anja, bert)
    await end(both, anja, "coach")


async def test_the_open_hulpvragen_of_a_coach_who_goes_move_and_none_is_lost(both: Town) -> None:
    anja, bert = await both.settle("Anja", "coach"), await both.settle("Bert", "coach")
    marjan = await both.settle("Marjan", coach=anja)

    def ask(unit):  # type: ignore[no-untyped-def]  # a transaction of the test's own
        unit.cases.open(NewCase(person_id=marjan.id, opened_at=both.clock(), way="call"))
        case = unit.cases.of(marjan.id)[0]
        assert unit.cases.claim(case.id, anja.id, both.clock())

    await both.database.write(ask)
    await move(both, anja, bert)
    await end(both, anja, "coach")
    await both.later(minutes=1)
    [case] = await both.database.read(lambda unit: unit.cases.of(marjan.id))
    assert (case.state, case.coach_id) == ("open", None)
    assert "Marjan" in (await bert.says("menu"))[0]


async def test_the_access_of_a_removed_coach_ends_within_a_minute_on_a_phone_that_stays_open(
    town: Town, tmp_path: Path
) -> None:
    anja, bert = await town.settle("Anja", "coach"), await town.settle("Bert", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await town.share(marjan, "geheimpje")
    desk = WebDesk(
        town.database,
        town.home.turns,
        town.library,
        hub=Hub(),
        media=tmp_path,
        folder=town.home.media,
        token=lambda: "t",
    )
    await town.database.write(lambda unit: unit.web_sessions.open("t", anja.id, now=town.clock(), lasts=LASTS))
    visit = await desk.visit(anja.handle, "t", town.clock())
    assert visit is not None
    await anja.sends(f"@coach-gedeeld:{marjan.id}")
    await anja.presses("Uitgangspunten, vandaag")
    await move(town, anja, bert)
    await end(town, anja, "coach")
    assert await anja.says("menu") == []
    assert await anja.sends(f"@coach-kaart:{marjan.id}") == []
    assert await desk.lines(visit, 0, 100) == [], "what was said before named others, and is gone"
    town.clock.move(seconds=REMEMBERED.total_seconds())
    assert await desk.visit(anja.handle, "t", town.clock()) is None
    assert timedelta(minutes=1) > REMEMBERED


async def test_who_is_a_colleague_too_goes_on_as_that_and_reads_nothing_back(town: Town) -> None:
    anja, bert = await town.settle("Anja", "coach"), await town.settle("Bert", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await town.database.write(lambda unit: roles.give(unit, anja.id, "colleague", team=None, at=town.clock()))
    await anja.sends(f"@coach-kaart:{marjan.id}")
    await anja.says("medewerkers")
    await move(town, anja, bert)
    await end(town, anja, "coach")
    assert await anja.bubbles() == []
    heard = await anja.says("1")
    assert "Marjan" not in " ".join(heard)
    assert "Fijn dat je er bent." in (await anja.says("menu"))[0]
    for flow in ("coach-kaart", "coach-afspraak", "coach-log"):
        assert "Marjan" not in " ".join(await anja.sends(f"@{flow}:{marjan.id}"))


async def test_who_was_shut_out_can_be_let_back_in(town: Town) -> None:
    fatma = await town.settle("Fatma", "colleague")
    await end(town, fatma, "colleague")
    assert await fatma.says("menu") == []

    def give(unit):  # type: ignore[no-untyped-def]  # a transaction of the test's own
        roles.give(unit, fatma.id, "colleague", team=None, at=town.clock())
        let_back_in(unit, unit.people.by_ids([fatma.id])[fatma.id])

    await town.database.write(give)
    assert "Fijn dat je er bent." in (await fatma.says("menu"))[0]


async def test_nobody_is_told_anything_any_more_who_is_nothing(town: Town) -> None:
    anja, bert = await town.settle("Anja", "coach"), await town.settle("Bert", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await move(town, anja, bert)
    await end(town, anja, "coach")
    await bert.sends(f"@coach-log:{marjan.id}")
    await town.later(days=2)
    assert await anja.bubbles() == []
