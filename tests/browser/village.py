"""A village in real browsers: people who were let in with the real commands, each with a phone of their own."""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.async_api import Browser, Locator

from tests.browser.clockwork import clock_of, next_workday, put_clock
from tests.browser.phone import Phone, phone_of
from tests.serving import ROOT, Invitee, Server

WORKS = "De Werkplaats"
PATIENCE = 30
"""Seconds that something may take to appear, also on a busy machine."""
OWN = 20
"""Answers after which a welcome must be over."""
TOLD = """after => [...document.querySelectorAll('.line.opstap')].filter(one => Number(one.dataset.n) > after)
  .map(one => [...one.querySelectorAll('.bubble p, .by, a.go')].map(part => part.textContent).join(' '))"""
DRAWN = """all => all.filter(one => (box => box.bottom > 0 && box.top < innerHeight)(one.getBoundingClientRect()))
  .every(one => one.complete && one.naturalWidth > 0)"""
NEWEST = "() => Math.max(0, ...[...document.querySelectorAll('.line[data-n]')].map(one => Number(one.dataset.n)))"


class ClockworkServer(Server):
    """The real house with a clock that can be moved; it begins at ten on the next working day."""

    program = "tests.browser.clockwork"

    def __init__(self, data: Path) -> None:
        super().__init__(data)
        put_clock(data, next_workday(datetime.now(UTC), hour=10))

    def move_to_next_day(self, hour: int) -> None:
        """The next working day comes."""
        put_clock(self.data, next_workday(clock_of(self.data)(), hour))

    def move(self, **length: float) -> None:
        """So much time goes by at once."""
        put_clock(self.data, clock_of(self.data)() + timedelta(**length))

    def command_line(self, *words: str) -> str:
        """Runs `opstap` with these words; gives what it said."""
        own = {key: value for key, value in os.environ.items() if not key.startswith("OPSTAP_")}
        own |= {"OPSTAP_DATA": str(self.data), "OPSTAP_LISTEN": f"{self.host}:{self.port}"}
        command = [sys.executable, "-m", "bot", *words]
        done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def let_in(self, name: str, role: str = "employee") -> Invitee:
        """Lets someone in as a lead of the project does: with `opstap invite`."""
        said = self.command_line("invite", name, "--organisation", WORKS, "--role", role)
        code, handle = (re.findall(rf"^{word}: (\S+)$", said, re.MULTILINE)[0] for word in ("Code", "Handle"))
        assert f"Link: {self.url}/k/{code}\n" in said
        return Invitee(name=name, person="", handle=handle, code=code)


class Resident:
    """Someone with a phone, who does what can be done with a thumb and reads what the screen shows."""

    def __init__(self, name: str, phone: Phone, shots: Path) -> None:
        self.name = name
        self.phone = phone
        self.shots = shots
        self.since = 0
        phone.page.set_default_timeout(PATIENCE * 1000)

    async def sees(self, *words: str) -> str:
        """Waits until each of these stands in what was said after the last own act; gives all of that."""
        heard: list[str] = []
        try:
            async with asyncio.timeout(PATIENCE):
                while not all(any(word in one for one in heard) for word in words):
                    heard = await self.phone.page.evaluate(TOLD, self.since)
                    await asyncio.sleep(0.05)
        except TimeoutError:
            await self.picture("lost")
            raise AssertionError(f"{self.name} does not see {words}, but {heard}") from None
        return "\n".join(heard)

    async def never_saw(self, *words: str) -> None:
        """None of these stands anywhere in the conversation, nor in the copy of what is kept."""
        address = f"{self.phone.page.url.partition('?')[0]}gegevens.json"
        kept = await (await self.phone.context.request.get(address)).text()
        told = str(await self.phone.told())
        for word in words:
            assert word not in told, f"{self.name} was told {word!r}"
            assert word not in kept, f"the copy of {self.name} holds {word!r}"

    async def says(self, text: str) -> None:
        """Types and sends."""
        await self._begin()
        await self.phone.see("#text").fill(text)
        await self.phone.see(".send").tap()
        await self._sent()

    async def taps(self, *labels: str) -> None:
        """Presses the newest button with these words; several: one after the other."""
        for label in labels:
            button = self.button(label).last
            await button.wait_for()
            await self._begin()
            await button.tap()
            await self._sent()

    async def taps_first(self) -> str:
        """Presses the first answer; gives its words."""
        button = self.phone.see(".answers .option").first
        label = (await button.text_content() or "").strip()
        await self._begin()
        await button.tap()
        await self._sent()
        return label

    async def ticks(self, *labels: str, done: str) -> None:
        """Ticks these lines of a list, and says that it is done."""
        for label in labels:
            await self.phone.see(".answers .check").filter(has_text=_exactly(label)).tap()
        await self.taps(done)

    def button(self, label: str) -> Locator:
        """All buttons with exactly these words that can be pressed."""
        return self.phone.see(".answers button:visible, .standing button:visible").filter(has_text=_exactly(label))

    async def offered(self) -> list[str]:
        """The answers to the open question."""
        await self.phone.appears(".answers button")
        return [one.strip() for one in await self.phone.see(".answers button").all_text_contents()]

    async def answers_until(self, step: str) -> None:
        """Answers with the first button, or the own name, until this step asks."""
        for _ in range(OWN):
            line = await self.phone.asked()
            if line["out"]["step"] == step:
                return
            await self.phone.answers(self.name)
        raise AssertionError(f"{self.name} never came at {step}")

    async def labels(self) -> set[str]:
        """All that could ever be pressed in this conversation."""
        asks = [line["out"]["ask"] for line in await self.phone.told() if line["out"] and line["out"]["ask"]]
        return {button["label"] for ask in asks for button in ask["buttons"]}

    async def gets(self, link: str) -> str:
        """What lies behind the newest of these links, as text."""
        address = await self.phone.see(link).last.evaluate("one => one.href")
        answer = await self.phone.context.request.get(address)
        assert answer.ok, f"{link} leads to {answer.status}"
        return await answer.text()

    async def picture(self, name: str) -> None:
        """Keeps what the screen shows, and finds that nothing sticks out at its side."""
        await self.phone.until(self._is_drawn)
        await self.phone.picture(self.shots, f"{self.name.lower()}-{name}")
        assert await self.phone.width_of_page() <= self.phone.page.viewport_size["width"]  # type: ignore[index]

    async def _is_drawn(self) -> bool:
        return bool(await self.phone.see(".bubble img").evaluate_all(DRAWN))

    async def _begin(self) -> None:
        self.since = int(await self.phone.page.evaluate(NEWEST))

    async def _sent(self) -> None:
        await self.phone.see(".line.me.pending").wait_for(state="detached")


def _exactly(label: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(label)}\s*$")


class Village:
    """The people of one house, each by name."""

    def __init__(self, server: ClockworkServer, browser: Browser, shots: Path) -> None:
        self.server = server
        self._browser = browser
        self._shots = shots
        self._phones = AsyncExitStack()

    async def settle(self, name: str, role: str = "employee") -> Resident:
        """Someone who got a link and opened it on a phone."""
        invitee = await asyncio.to_thread(self.server.let_in, name, role)
        phone = await self._phones.enter_async_context(
            phone_of(self._browser, self.server, has_touch=True, is_mobile=True)
        )
        someone = Resident(name, phone, self._shots)
        await phone.enter(invitee)
        return someone

    async def close(self) -> None:
        """Everybody puts the phone away; raises when something went wrong in one."""
        await self._phones.aclose()


@asynccontextmanager
async def village_of(browser: Browser, data: Path, shots: Path) -> AsyncIterator[Village]:
    """A village that lives as long as the story."""
    with ClockworkServer(data) as server:
        server.start().command_line("org", "add", WORKS)
        village = Village(server, browser, shots)
        yield village
        await village.close()
