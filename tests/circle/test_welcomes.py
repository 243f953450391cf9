"""Who comes in hears what Opstap is, what they can do and cannot see, and says yes or no; both are fine."""

import pytest

from tests.circle.town import Neighbour, Town

WAYS = {
    "coach": ["Handig", "Begrepen"],
    "colleague": ["Begrepen"],
    "lead": ["Goed", "Begrepen"],
}
HOME = {"coach": "Dit speelt er vandaag.", "colleague": "Fijn dat je er bent.", "lead": "Zo staat het nu."}


async def arrive(town: Town, name: str, role: str) -> Neighbour:
    """Goes through the welcome as far as the question whether they take part."""
    someone = await town.invite(name, role)
    heard = await someone.opens()
    assert heard[0].startswith(f"Hallo {name}.")
    for label in WAYS[role]:
        heard += await someone.presses(label)
    assert len(heard) <= 5, "short"
    assert heard[-1].endswith("Doe je mee?")
    return someone


@pytest.mark.parametrize("role", WAYS)
async def test_who_says_yes_stands_before_the_menu_of_their_role(town: Town, role: str) -> None:
    someone = await arrive(town, "Sam", role)
    assert HOME[role] in " ".join(await someone.presses("Ja, ik doe mee"))
    assert HOME[role] in " ".join(await someone.says("menu"))
    row = await town.database.read(lambda unit: unit.people.by_ids([someone.id])[someone.id])
    assert row.status == "active"


@pytest.mark.parametrize("role", WAYS)
async def test_who_says_no_is_left_alone(town: Town, role: str) -> None:
    someone = await arrive(town, "Sam", role)
    await someone.presses("Nee, liever niet")
    assert HOME[role] not in " ".join(await someone.says("menu"))
    row = await town.database.read(lambda unit: unit.people.by_ids([someone.id])[someone.id])
    assert row.status == "stopped"


@pytest.mark.parametrize("role", WAYS)
async def test_stop_works_for_every_role_and_so_does_seeing_what_is_kept(town: Town, role: str) -> None:
    someone = await town.settle("Sam", role)
    await someone.says("mijn gegevens")
    await someone.presses("Alles bekijken")
    assert [one.kind for one in await someone.bubbles()][-1] == "link"
    await someone.says("stop")
    assert (await someone.presses("Ja, ik stop"))[-1].startswith("Ik ben nu stil")
    await town.later(days=3)
    assert await someone.news() == []
    await someone.presses("Ga verder")
    assert HOME[role] in " ".join(await someone.says("menu"))


@pytest.mark.parametrize("role", WAYS)
async def test_every_button_of_a_menu_leads_somewhere_and_back_to_quiet(town: Town, role: str) -> None:
    someone = await town.settle("Sam", role)
    await someone.says("menu")
    for label in await someone.labels():
        await someone.says("menu")
        heard = await someone.presses(label)
        assert heard or label == "Nu niets", label
        assert "Er ging iets mis" not in " ".join(heard)
    if role == "coach":
        await someone.says("menu")
        await someone.presses("Meer keuzes")
        for label in await someone.labels():
            await someone.says("menu")
            await someone.presses("Meer keuzes")
            assert await someone.presses(label) or label == "Nu niets"


async def test_an_employee_is_asked_whether_the_coach_may_see_how_far_they_are(both: Town) -> None:
    anja = await both.settle("Anja", "coach")
    for name, answer, allowed in (("Marjan", "Ja, dat mag", True), ("Rachid", "Nee, liever niet", False)):
        someone = await both.invite(name, coach=anja)
        await someone.opens()
        for label in ("Duidelijk", "Goed om te weten", "Begrepen", "Alleen ik", "Liever geen naam", "Ja, ik doe mee"):
            heard = await someone.presses(label)
        assert heard == ["Je antwoorden blijven van jou. Mag Anja wel zien hoe ver je bent met de cursussen?"]
        assert not await both.database.read(lambda unit: unit.circle.allows(someone.id, "progress"))  # noqa: B023
        await someone.presses(answer)
        assert await both.database.read(lambda unit: unit.circle.allows(someone.id, "progress")) is allowed  # noqa: B023


async def test_an_employee_changes_their_mind_about_progress_in_their_data(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    for label, allowed in (("Verberg voortgang", False), ("Laat voortgang zien", True)):
        await marjan.says("mijn gegevens")
        await marjan.presses("Wie ziet wat?")
        heard = await marjan.presses("Duidelijk")
        assert heard[0] == "Nog niemand heeft je kaart bekeken."
        assert "Anja" in (await marjan.presses(label))[0]
        assert await town.database.read(lambda unit: unit.circle.allows(marjan.id, "progress")) is allowed


async def test_a_lead_sees_numbers_and_no_small_ones(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    lies = await town.settle("Lies", "lead")
    for name in ("Marjan", "Rachid", "Els", "Henk"):
        await town.settle(name, coach=anja)
    assert (await lies.says("menu"))[0].splitlines()[1] == "Het zijn er minder dan 5. Dan noem ik geen getal."
    await town.settle("Karin", coach=anja)
    await town.invite("Wim", coach=anja)
    text = (await lies.says("menu"))[0]
    assert "Er doen 5 van de 6 mensen mee." in text
    assert "Coaches: Anja." in text
    for name in ("Marjan", "Rachid", "Els", "Henk", "Karin", "Wim"):
        assert name not in text
    await town.settle("Piet", works="Elders")
    assert "Er doen 5 van de 6 mensen mee." in (await lies.says("menu"))[0]


async def test_who_thinks_better_of_stopping_goes_on(town: Town) -> None:
    fatma = await town.settle("Fatma", "colleague")
    await fatma.says("mijn gegevens")
    await fatma.presses("Ik wil stoppen")
    assert await fatma.presses("Nee, ik ga door") == []
    assert HOME["colleague"] in " ".join(await fatma.says("menu"))


async def test_a_colleague_erases_everything_and_a_coach_first_gives_up_their_people(town: Town) -> None:
    anja, fatma = await town.settle("Anja", "coach"), await town.settle("Fatma", "colleague")
    marjan = await town.settle("Marjan", coach=anja)
    await anja.says("wis alles")
    assert (await anja.presses("Alles wissen"))[0].startswith("Jouw mensen krijgen eerst een andere coach.")
    assert await town.database.read(lambda unit: unit.circle.coach_of(marjan.id)) == anja.id
    await fatma.says("wis alles")
    await fatma.presses("Alles wissen")
    await fatma.presses("Nee, bewaar het")
    await fatma.says("wis alles")
    await fatma.presses("Alles wissen")
    await fatma.presses("Ja, wis alles")
    assert await town.database.read(lambda unit: unit.people.by_ids([fatma.id])) == {}
