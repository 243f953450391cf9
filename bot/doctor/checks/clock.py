"""Whether the clock of this machine is right, compared with the clocks of others."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from bot.doctor.asking import AwayError, ask
from bot.doctor.checks.opened import is_new, looked
from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.patient import Patient
from bot.doctor.threads import aside
from bot.errors import OpstapError
from bot.settings import Settings

ABOUT = "clock"
OFF, TOLD = timedelta(seconds=60), timedelta(seconds=10)
"""More than the first is wrong: Slack refuses what is five minutes off, and reminders come at the wrong time."""

Seen = tuple[str, timedelta]
"""Whose clock, and how far ours is ahead of it."""


async def clock(patient: Patient) -> Sequence[Finding]:
    """Compares with everybody who can be asked; who is away is told by another check."""
    seen = [one for one in await asyncio.gather(*_asked(patient)) if one is not None]
    if not seen:
        return [good(ABOUT, "There is nobody to compare it with: no Telegram, no Slack, no database server.")]
    found = [_judged(*one) for one in seen if abs(one[1]) > TOLD]
    return found or [good(ABOUT, f"It is right, compared with {' and '.join(name for name, _ in seen)}.")]


def _asked(patient: Patient) -> list["asyncio.Task[Seen | None]"]:
    known = patient.settings
    works = []
    if known.telegram_token:
        works.append(_platform(patient, "Telegram", known.telegram_api))
    if known.slack_bot_token:
        works.append(_platform(patient, "Slack", known.slack_api))
    works.append(_database(patient))
    return [asyncio.ensure_future(one) for one in works]


async def _platform(patient: Patient, name: str, url: str) -> Seen | None:
    """By the date in any answer; it has whole seconds, so that half a second is added."""
    before = patient.clock()
    try:
        answer = await ask(patient.web, url)
    except AwayError:
        return None
    ours = before + (patient.clock() - before) / 2
    return (name, ours - answer.at - timedelta(seconds=0.5)) if answer.at is not None else None


async def _database(patient: Patient) -> Seen | None:
    before = patient.clock()
    theirs = await aside(lambda: _server_time(patient.settings))
    return ("the database", before + (patient.clock() - before) / 2 - theirs) if theirs is not None else None


def _server_time(settings: Settings) -> datetime | None:
    """The time on a database server; None for a file, or when it is away."""

    def ask_time(connection: Connection) -> datetime | None:
        if connection.dialect.name != "postgresql":
            return None
        told = connection.execute(text("SELECT extract(epoch FROM clock_timestamp())")).scalar()
        return datetime.fromtimestamp(float(told or 0), UTC)

    try:
        return None if is_new(settings) else looked(settings, ask_time)
    except (OpstapError, ModuleNotFoundError):
        return None


def _judged(name: str, ahead: timedelta) -> Finding:
    seconds = round(abs(ahead).total_seconds())
    how = f"{seconds} seconds {'fast' if ahead > timedelta() else 'slow'}, compared with {name}"
    if abs(ahead) > OFF:
        return wrong(ABOUT, f"It is {how}; run: timedatectl set-ntp true")
    return look(ABOUT, f"It is {how}; let the machine set it by itself (timedatectl set-ntp true).")
