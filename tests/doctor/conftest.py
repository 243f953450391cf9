"""An Opstap to look at: real settings over an empty folder, and real questions over HTTP."""

import socket
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.doctor.asking import session
from bot.doctor.finding import Finding
from bot.doctor.patient import Patient
from bot.settings import Settings

Make = Callable[..., Patient]
Rows = list[tuple[str, str, str]]


def rows(findings: Any) -> Rows:
    """The findings as they are written down in a test."""
    found: list[Finding] = list(findings)
    return [(one.mark, one.about, one.says) for one in found]


@pytest.fixture
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    """What the doctor asks questions with."""
    async with session() as one:
        yield one


@pytest.fixture
def free_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        found: int = one.getsockname()[1]
        return found


@pytest.fixture
def make(web: aiohttp.ClientSession, tmp_path: Path, free_port: int) -> Make:
    """A patient with these settings; what is not said is as after a first installation."""

    def made(
        *, clock: Callable[[], datetime] = lambda: datetime.now(UTC), strangers: tuple[str, ...] = (), **settings: Any
    ) -> Patient:
        whole = {"data": tmp_path / "data", "listen": f"127.0.0.1:{free_port}", **settings}
        return Patient(settings=Settings(**whole), clock=clock, web=web, strangers=strangers)

    return made
