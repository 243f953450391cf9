"""A real Opstap in a process of its own: start it, let people in, kill it, start it again."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TypeVar

import msgspec
import pytest

from bot.bootstrap import kept_master_key
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.storage.vault import Vault

T = TypeVar("T")

ROOT = Path(__file__).parent.parent
START_SECONDS = 60
STOP_SECONDS = 20
TICKS = os.sysconf("SC_CLK_TCK")


class Invitee(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who was let in and has not come yet."""

    name: str
    person: str
    handle: str
    code: str


class Server:
    """`opstap run` (or demo) over a data folder of its own. `seconds_to_start` is how long the last start took.

    `program` is the module that runs; who is also on a platform names it in `own_settings`.
    """

    program = "bot"

    def __init__(self, data: Path, command: Literal["run", "demo"] = "run") -> None:
        self.data = data
        self.data_setting = data
        self.command = command
        self.host = "127.0.0.1"
        self.port = 0
        self.seconds_to_start = 0.0
        self._process: subprocess.Popen[bytes] | None = None
        self._log = data / "server.log"
        self._said = data / "server.out"
        data.mkdir(parents=True, exist_ok=True)

    @property
    def url(self) -> str:
        """The address, without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    @property
    def pid(self) -> int:
        """The process; only while it runs."""
        assert self._process is not None, "the server was not started"
        return self._process.pid

    def start(self) -> Self:
        """Starts it and waits until it says that people can come in. A second start takes the same port."""
        began = time.monotonic()
        process = self.launch()
        self.port = self._ready(process, began + START_SECONDS)
        self.seconds_to_start = time.monotonic() - began
        return self

    def refuses(self) -> str:
        """Starts it where it cannot run; gives what it said about that. Whoever starts all the same fails the test."""
        before = len(self.log())
        process = self.launch()
        try:
            code = process.wait(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            pytest.fail("the server started all the same")
        self._process = None
        assert code == 1, f"it ended with {code}"
        return self.log()[before:]

    def kill(self) -> None:
        """Ends it as a power cut does: kill -9."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Asks it to end, as a service manager does; gives its exit code."""
        return self._end(signal.SIGTERM)

    def log(self) -> str:
        """Everything that it wrote to its log so far."""
        return self._log.read_text("utf-8") if self._log.exists() else ""

    def cpu_seconds(self) -> float:
        """Processor time that it used, of all its threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mb(self) -> float:
        """Memory that it holds now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    # What lies in its database

    def settings(self) -> Settings:
        """The settings with which it runs."""
        return Settings(
            data=self.data, database_url="", master_key="", public_url="", listen=f"{self.host}:{self.port}"
        )

    def within(self, work: Callable[[Unit], T]) -> T:
        """Does one thing in its database, also while it runs."""
        settings = self.settings()
        database = Database(settings.database, Vault.from_text(kept_master_key(settings.data)))
        try:
            database.migrate()
            # In a thread of its own, so that it also works within a test that has a loop already.
            with ThreadPoolExecutor(1) as pool:
                return pool.submit(lambda: asyncio.run(database.write(work))).result()
        finally:
            database.close()

    def invite(self, names: Sequence[str]) -> list[Invitee]:
        """Lets people in, in the way of `opstap invite`."""
        now = datetime.now(UTC)

        def add(unit: Unit) -> list[Invitee]:
            where = add_organisation(unit, "De Werkplaats", now)
            facts = {"organisation": "De Werkplaats", "coach": "Anja"}
            found = []
            for name in names:
                person, handle = add_person(unit, Newcomer(organisation_id=where, name=name, facts=facts), now)
                found.append(Invitee(name=name, person=person, handle=handle, code=make_invite(unit, person, now)))
            return found

        return self.within(add)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self.kill()

    def own_settings(self) -> dict[str, str]:
        """Settings besides where it is, by the names of the environment."""
        return {}

    def launch(self) -> subprocess.Popen[bytes]:
        """Starts it, and waits for nothing."""
        own = {key: value for key, value in os.environ.items() if not key.startswith("OPSTAP_")}
        own |= {
            "OPSTAP_DATA": str(self.data_setting),
            "OPSTAP_LISTEN": f"{self.host}:{self.port}",
            "PYTHONUNBUFFERED": "1",
            **self.own_settings(),
        }
        with self._log.open("ab") as log, self._said.open("wb") as said:
            command = [sys.executable, "-m", self.program, self.command]
            self._process = subprocess.Popen(command, cwd=ROOT, env=own, stdout=said, stderr=log)
        return self._process

    def _ready(self, process: subprocess.Popen[bytes], until: float) -> int:
        """The port, as soon as it says that it is ready."""
        while time.monotonic() < until and process.poll() is None:
            address = self._said.read_text().partition("http://")[2]
            if address.endswith("\n"):
                return int(address.split()[0].rpartition(":")[2])
            time.sleep(0.01)
        self._end(signal.SIGKILL)
        pytest.fail(f"the server did not start: {self.log()[-2000:]}")

    def _end(self, how: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(how)
        try:
            return process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            pytest.fail(f"the server did not end within {STOP_SECONDS} seconds of {how.name}")
