"""The workbook of a person: their name, and the plans that they made in the chat as they read there."""

import asyncio
import html as escaping
from pathlib import Path

import pytest

from bot.bootstrap import CONTENT
from bot.commands.workbook import kept_by, workbook
from bot.content.loader import load
from bot.errors import PersonUnknownError
from bot.workbook.printing import Printing, html
from tests.scenarios.home import Guest, home_in

LIBRARY = load(CONTENT)
PLANS = {"d1-doel-zelf": "Weer vissen met Piet", "d3-actie-1": "Mijn hengel zoeken", "d3-dag-1": "Morgen"}
FALLBACK = {
    "w5-teken": "Ik word kortaf",
    "w5-wie": "Mijn zus",
    "w5-vertel": "Mijn coach",
    "w3-oefen": "Genoeg geoefend",
}


async def follows(guest: Guest, course: str, until: str, given: dict[str, str]) -> None:
    """Opens a course from the menu and answers until a step asks something."""
    await guest.uses("courses")
    titles = {one.id: one.short for one in LIBRARY.courses}
    ask, step = await guest.question()
    assert titles[course] in [button.label for button in ask.buttons]
    await guest.until(until, {**given, step: titles[course]})


async def somebody(data: Path) -> str:
    """The handle of someone with a plan and a plan for a setback."""
    async with home_in(data) as home:
        guest = await home.guest("Marjan")
        await guest.until("l1-succes", {"naam": "Marjan"})
        await follows(guest, "doelen", "d4-terugblik", PLANS)
        await follows(guest, "aan-het-werk", "w5-stap", FALLBACK)
        return guest.visit.handle


async def newcomer(data: Path) -> str:
    """The handle of someone who just came in."""
    async with home_in(data) as home:
        return (await home.guest("Marjan")).visit.handle


def test_the_plans_of_a_person_are_printed_as_they_read_in_the_chat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = asyncio.run(somebody(tmp_path))
    monkeypatch.setenv("OPSTAP_DATA", str(tmp_path))
    facts, papers = kept_by(LIBRARY, handle)
    titles = [paper.title for paper in papers]
    assert {"Mijn plan", "Mijn terugvalplan"} <= set(titles)
    page = escaping.unescape(
        html(
            Printing(
                library=LIBRARY, media=CONTENT / "media", url="https://opstap.example",
                person=facts["name"], papers=papers, facts=facts,
            ),
            LIBRARY.courses[:1],
        )
    )  # fmt: skip
    assert "<strong>Marjan</strong>" in page
    assert "Weer vissen met Piet" in page
    assert '<p class="task"><span class="box"></span>Mijn hengel zoeken (dinsdag 3 maart)</p>' in page
    assert "<strong>Mijn eerste teken:</strong> Ik word kortaf" in page
    assert "met Anja" in page, "the name of the coach stands where it is known"
    assert "○" not in page


def test_the_command_writes_a_pdf_for_a_person_and_for_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    handle = asyncio.run(newcomer(tmp_path / "data"))
    monkeypatch.setenv("OPSTAP_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("OPSTAP_PUBLIC_URL", raising=False)
    out = tmp_path / "map.pdf"
    workbook(course="doelen", person=handle, out=out)
    assert out.read_bytes().startswith(b"%PDF-")
    said = capsys.readouterr()
    assert f"Wrote {out}." in said.out
    assert "OPSTAP_PUBLIC_URL is not set" in said.err
    with pytest.raises(PersonUnknownError, match="nobody-here"):
        workbook(course="doelen", person="nobody-here", out=out)
