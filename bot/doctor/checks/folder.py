"""The data folder: whether it can be written, only by us, and whether there is room."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.patient import Patient
from bot.doctor.threads import aside
from bot.errors import DataFolderError

ABOUT = "data folder"
FULL, TIGHT = 200 * 10**6, 10**9
"""Bytes that are free: below the first messages will soon be refused; below the second it is time to make room."""


async def folder(patient: Patient) -> Sequence[Finding]:
    """Asked aside: a network disk can hang."""
    return await aside(lambda: _folder(patient.settings.data.absolute()))


def _folder(path: Path) -> list[Finding]:
    there = path
    while not there.exists() and there != there.parent:
        there = there.parent
    try:
        if there.is_dir():
            _try(there, new=there != path)
        else:
            return [wrong(ABOUT, DataFolderError(path=there, why="it is no folder").sentence())]
    except OSError as error:
        return [wrong(ABOUT, DataFolderError(path=there, why=error.strerror or "unknown").sentence())]
    return [room(shutil.disk_usage(there).free, path, new=there != path), *_eyes(path)]


def _try(there: Path, *, new: bool) -> None:
    """Writes for a moment; for a folder that is still to be made its rights are enough."""
    if not new:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"?")
    elif not os.access(there, os.W_OK | os.X_OK):
        raise PermissionError(13, "Permission denied")


def room(free: int, path: Path, *, new: bool) -> Finding:
    """What so many free bytes mean for the folder, that is still to be made when it is `new`."""
    shown = f"{free / 10**9:.1f} GB"
    if free < FULL:
        return wrong(ABOUT, f"Only {shown} is free where {path} is; remove old logs and backups.")
    if free < TIGHT:
        return look(ABOUT, f"{shown} is free where {path} is; make room before it is full.")
    if new:
        return good(ABOUT, f"{path} will be made at the first start; {shown} is free there.")
    return good(ABOUT, f"{path} can be written; {shown} is free there.")


def _eyes(path: Path) -> list[Finding]:
    if path.is_dir() and path.stat().st_mode & 0o077:
        return [look(ABOUT, f"Other users of this machine can look into {path}; run: chmod 700 {path}")]
    return []
