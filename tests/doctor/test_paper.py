"""Paper on a machine that cannot lay it out: told beforehand, and nobody is let in whose code would be lost."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAID = (
    "The program weasyprint is missing; install it with: pip install weasyprint, and apt-get install "
    "libpangoft2-1.0-0 libharfbuzz-subset0."
)


async def opstap(folder: Path, *words: str) -> tuple[int, str, str]:
    """On a machine on which the library finds no Pango, as it then says itself."""
    env = {"PYTHONPATH": f"{folder}/broken:{ROOT}", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "bot", *words]
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=env, stdout=PIPE, stderr=PIPE)
    out, error = await process.communicate()
    return process.returncode or 0, out.decode(), error.decode()


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """An empty folder, with a library that cannot be loaded."""
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/weasyprint.py").write_text("raise OSError('cannot load library libpango')\n")
    return tmp_path


async def test_the_doctor_tells_it_and_it_is_not_wrong(machine: Path) -> None:
    code, out, _ = await opstap(machine, "doctor")
    assert code == 0
    assert f"Letters and workbooks cannot be printed from here. {SAID}" in out


@pytest.mark.long
async def test_nobody_is_invited_by_a_letter_that_cannot_be_printed(machine: Path) -> None:
    await opstap(machine, "org", "add", "De Werkplaats")
    words = ("invite", "Anja", "--organisation", "De Werkplaats", "--role", "coach", "--letter", "brief.pdf")
    assert await opstap(machine, *words) == (1, "", f"{SAID}\n")
    _, out, _ = await opstap(machine, "org", "list")
    assert "Anja" not in out


@pytest.mark.long
async def test_a_workbook_that_cannot_be_printed_is_one_sentence(machine: Path) -> None:
    assert await opstap(machine, "workbook") == (1, "", f"{SAID}\n")
