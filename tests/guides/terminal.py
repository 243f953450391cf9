"""A terminal in an empty folder, in which somebody types what stands in a guide."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from typing import Self

from tests.guides.guide import Block

ROOT = Path(__file__).parents[2]
START_SECONDS = 60
READY = "Opstap is ready"


class Terminal:
    """`instead` says what a reader puts in place of the examples; `more` are lines for a file of settings besides."""

    def __init__(self, folder: Path, *, instead: dict[str, str], more: dict[str, str]) -> None:
        self._folder = folder
        self._instead = instead
        self._more = more
        self._running: list[tuple[Process, asyncio.Task[None]]] = []
        self.said = ""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for process, reading in self._running:
            process.send_signal(signal.SIGINT)
            await process.wait()
            await reading

    async def does(self, block: Block) -> str:
        """Makes the file, or types the lines in a new terminal; gives what was said. No line may fail."""
        text = self._own(block.text)
        if block.kind == "ini":
            self._write(text)
            return ""
        if text.strip() == "opstap run":
            await self._runs()
            return ""
        code, out = await self._typed(text)
        assert code == 0, f"{text} ended with {code}: {out}"
        self.said += out
        return out

    def _own(self, text: str) -> str:
        for example, real in self._instead.items():
            text = text.replace(example, real)
        return text

    def _write(self, text: str) -> None:
        """A line that is there already is changed, as somebody does in an editor."""
        name = text.splitlines()[0].removeprefix("# ")
        path = self._folder / name
        kept = path.read_text("utf-8") if path.exists() else "".join(f"{k}={v}\n" for k, v in self._more.items())
        path.write_text(kept + text, "utf-8")
        path.chmod(0o600)

    async def _typed(self, text: str) -> tuple[int, str]:
        process = await self._bash(f"set -e\n{text}")
        out, _ = await process.communicate()
        assert process.returncode is not None
        return process.returncode, out.decode()

    async def _runs(self) -> None:
        """In the terminal in which the settings were read; waits until it says that it is ready."""
        process = await self._bash("set -a; . ./opstap.env; set +a\nexec opstap run")
        ready = asyncio.Event()
        heard: list[str] = []

        async def read() -> None:
            assert process.stdout is not None
            async for line in process.stdout:
                heard.append(line.decode())
                if READY in heard[-1]:
                    ready.set()
            ready.set()

        reading = asyncio.create_task(read())
        self._running.append((process, reading))
        async with asyncio.timeout(START_SECONDS):
            await ready.wait()
        assert any(READY in line for line in heard), "".join(heard)

    async def _bash(self, script: str) -> Process:
        own = {key: value for key, value in os.environ.items() if not key.startswith("OPSTAP_")}
        own["PATH"] = f"{Path(sys.executable).parent}:{own['PATH']}"
        return await asyncio.create_subprocess_exec(
            "bash", "-c", script, cwd=self._folder, env=own, stdout=PIPE, stderr=asyncio.subprocess.STDOUT
        )
