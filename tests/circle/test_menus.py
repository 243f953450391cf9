"""The menus behind the menu button of a phone: whatever a role can ask for in the chat is found there by name."""

import pytest

from bot.content.models.library import Library
from bot.flows import tools
from tests.circle.helping import wants, works
from tests.circle.town import Town

ROLES = ("employee", "coach", "colleague", "lead")
IN_DATA = {"intake", "link"}
"""What is found under one's own data."""


def commands_in(library: Library, role: str) -> set[str]:
    """What the menu of this role opens."""
    typed = tools.commands_of(library, role)
    return {typed[name] for name in library.words.menus[role]}


@pytest.mark.parametrize("role", ROLES)
def test_every_dialogue_that_a_role_can_ask_for_is_in_its_menu(library: Library, role: str) -> None:
    own = {command for one, command in library.opened_by if one == role}
    assert own - IN_DATA <= commands_in(library, role)


def test_all_that_is_about_people_is_in_the_menu_of_an_employee(library: Library) -> None:
    wanted = {"human", "agenda", "buddy", "card", "courses", "plan", "papers", "path", "success", "help"}
    assert wanted <= commands_in(library, "employee")


@pytest.mark.parametrize("role", ROLES)
async def test_every_line_of_the_menu_is_answered(town: Town, role: str) -> None:
    someone = await town.settle("Sam", role, coach=await town.settle("Anja", "coach"))
    for name in town.library.words.menus[role]:
        assert await someone.says(f"/{name}"), name


async def test_a_coach_sends_a_card_from_the_menu(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    karin = await town.settle("Karin", coach=anja)
    await town.database.write(lambda unit: unit.circle.allow(karin.id, "cards", town.clock()))
    await anja.says("menu")
    await anja.presses("Meer keuzes")
    assert await anja.presses("Stuur een kaartje") == ["Leuk dat je aan iemand denkt. Voor wie is het kaartje?"]
    assert await anja.labels() == ["Karin", "Toch niet"]


async def test_a_coach_says_in_the_menu_when_they_are_away(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    await anja.says("menu")
    for label in ("Meer keuzes", "Over mij"):
        await anja.presses(label)
    assert await anja.presses("Ik ben er niet") == ["Vanaf welke dag ben je er niet?"]


async def test_the_menu_of_a_lead_says_who_waits_and_opens_that(town: Town) -> None:
    at = await works(town)
    await wants(at.karin, "Bel mij", "In de middag", "Oké")
    assert "Wacht op jou" not in (await at.sara.says("menu"))[0]
    for _ in range(9):
        await town.later(hours=3)
    await at.sara.news()
    assert "Wacht op jou: Karin (wil gebeld worden, sinds gisteren)." in (await at.sara.says("menu"))[0]
    await at.sara.presses("Wie wacht op mij")
    assert (await at.sara.presses("Karin: wacht"))[0].startswith("Karin wil gebeld worden.")
