"""`opstap doctor`: look at everything that Opstap leans on, and say what must be mended."""

import asyncio
import logging
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bot import logs
from bot.bootstrap import now
from bot.errors import SettingError
from bot.settings import Settings, read_settings, strangers

if TYPE_CHECKING:
    from bot.doctor.finding import Finding


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="For a program.")] = False,
) -> None:
    """Look at the settings, the disk, the database, the clock, the voice, Telegram and Slack; change nothing.

    Prints one line for each thing: good, look (it works; know this) or wrong, with what to do. Exit 1 when anything is
    wrong.
    """
    # All that it looks with is slow to import, and no other command needs it.
    from bot.doctor import report
    from bot.doctor.checks.settings import unreadable

    logs.set_up(level=logging.CRITICAL)
    try:
        findings: Sequence[Finding] = asyncio.run(_examined(read_settings()))
    except SettingError as error:
        findings = [unreadable(error)]
    sys.stdout.write(report.as_json(findings) if as_json else report.text(findings, coloured=sys.stdout.isatty()))
    if not report.well(findings):
        raise typer.Exit(1)


async def _examined(settings: Settings) -> "list[Finding]":
    from bot.doctor.asking import session
    from bot.doctor.patient import Patient
    from bot.doctor.registry import CHECKS
    from bot.doctor.rounds import examine

    async with session() as web:
        patient = Patient(settings=settings, clock=now, web=web, strangers=strangers())
        return await examine(patient, CHECKS)
