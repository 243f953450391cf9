"""`opstap org` and `opstap invite`: everything about people can be done without SQL, and a mistake changes nothing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.errors import (
    CoachUnknownError,
    LastCoachError,
    NoCoachError,
    NotACoachError,
    NotThisRoleError,
    OrganisationUnknownError,
    PersonUnknownError,
    TeamUnknownError,
)

WORKS = "De Werkplaats"
Opstap = Callable[..., str]


@pytest.fixture
def opstap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opstap:
    """The command over an empty data folder; what it says, or the error that it ends with."""
    monkeypatch.setenv("OPSTAP_DATA", str(tmp_path / "data"))
    runner = CliRunner()

    def run(*words: str, typed: str = "") -> str:
        done = runner.invoke(app, list(words), input=typed)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.stdout

    return run


def invite(opstap: Opstap, name: str, *more: str) -> str:
    """Lets somebody in; gives the handle."""
    found = re.search(r"Handle: (\S+)", opstap("invite", name, "--organisation", WORKS, *more))
    assert found is not None
    return found[1]


def listed(opstap: Opstap) -> dict[str, str]:
    """Handle -> what the list says of that person."""
    rows = (line.strip().split("  ", 1) for line in opstap("org", "list").splitlines() if line.startswith("  "))
    return {row[0]: row[1] for row in rows if len(row) == 2}


def test_an_organisation_fills_with_people_who_each_are_something(opstap: Opstap) -> None:
    opstap("org", "add", WORKS)
    opstap("org", "team", WORKS, "Groen")
    anja = invite(opstap, "Anja", "--role", "coach", "--team", "groen")
    marjan = invite(opstap, "Marjan")
    opstap("org", "give", anja, "lead")
    assert listed(opstap) == {
        anja: "Anja  coach of Groen, lead  invited",
        marjan: "Marjan  employee  invited  coach Anja",
    }
    assert "  teams: Groen" in opstap("org", "list")


def test_the_coach_is_named_by_handle_and_only_the_only_one_needs_no_name(opstap: Opstap) -> None:
    opstap("org", "add", WORKS)
    with pytest.raises(NoCoachError, match="has no coach yet"):
        invite(opstap, "Marjan")
    anja, other = (invite(opstap, "Anja", "--role", "coach") for _ in range(2))
    with pytest.raises(CoachUnknownError, match=f"2 coaches.*({anja}|{other}) Anja"):
        invite(opstap, "Marjan")
    with pytest.raises(PersonUnknownError):
        invite(opstap, "Marjan", "--coach", "Anja")
    marjan = invite(opstap, "Marjan", "--coach", other)
    with pytest.raises(NotACoachError):
        invite(opstap, "Els", "--coach", marjan)
    assert [one for one in listed(opstap).values() if "employee" in one] == ["Marjan  employee  invited  coach Anja"]


def test_what_is_not_there_is_said_with_what_is(opstap: Opstap) -> None:
    opstap("org", "add", WORKS)
    with pytest.raises(OrganisationUnknownError, match=r"no organisation named Elders .known: De Werkplaats"):
        opstap("invite", "Anja", "--organisation", "Elders", "--role", "coach")
    opstap("org", "team", WORKS, "Groen")
    opstap("org", "team", WORKS, "groen")
    with pytest.raises(TeamUnknownError, match=r"no team named Inpak .known: Groen"):
        invite(opstap, "Anja", "--role", "coach", "--team", "Inpak")
    with pytest.raises(PersonUnknownError):
        opstap("org", "give", "nobody", "coach")
    assert opstap("org", "list") == "De Werkplaats\n  teams: Groen\n"


def test_a_coach_who_leaves_gives_their_people_to_another_first(opstap: Opstap) -> None:
    opstap("org", "add", WORKS)
    anja, bert = (invite(opstap, name, "--role", "coach") for name in ("Anja", "Bert"))
    marjan, els = (invite(opstap, name, "--coach", anja) for name in ("Marjan", "Els"))
    with pytest.raises(LastCoachError, match="2 people; say who gets them with --to"):
        opstap("org", "take", anja, "coach")
    with pytest.raises(NotACoachError):
        opstap("org", "take", anja, "coach", "--to", marjan)
    assert "2 people have" in opstap("org", "move", anja, bert)
    opstap("org", "coach", els, anja)
    opstap("org", "take", anja, "coach", "--to", bert)
    found = listed(opstap)
    assert (found[marjan], found[els]) == (
        "Marjan  employee  invited  coach Bert",
        "Els  employee  invited  coach Bert",
    )
    assert found[anja] == "Anja  nothing  invited"
    with pytest.raises(NotThisRoleError, match="is no coach"):
        opstap("org", "take", anja, "coach")
    opstap("org", "give", anja, "colleague")
    assert listed(opstap)[anja] == "Anja  colleague  invited"


def test_somebody_goes_for_good_only_after_a_yes(opstap: Opstap, tmp_path: Path) -> None:
    opstap("org", "add", WORKS)
    anja, bert = (invite(opstap, name, "--role", "coach") for name in ("Anja", "Bert"))
    marjan = invite(opstap, "Marjan", "--coach", anja)
    with pytest.raises(AssertionError, match="Aborted"):
        opstap("org", "remove", anja, typed="n\n")
    with pytest.raises(LastCoachError):
        opstap("org", "remove", anja, "--yes")
    assert f"{anja} is gone" in opstap("org", "remove", anja, "--to", bert, typed="y\n")
    assert listed(opstap) == {bert: "Bert  coach  invited", marjan: "Marjan  employee  invited  coach Bert"}
    assert (tmp_path / "data" / "erasures.txt").exists()
    with pytest.raises(PersonUnknownError):
        opstap("org", "remove", anja, "--yes")


def test_a_letter_is_written_beside_the_link(opstap: Opstap, tmp_path: Path) -> None:
    opstap("org", "add", WORKS)
    invite(opstap, "Anja", "--role", "coach")
    out = tmp_path / "brief.pdf"
    said = opstap("invite", "Marjan", "--organisation", WORKS, "--letter", str(out))
    assert f"Wrote {out}." in said
    assert out.read_bytes().startswith(b"%PDF-")
