"""A phone of an employee: a small page of a real browser on a real server, that reports all that goes wrong in it."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, Response, Route

from tests.serving import Invitee, Server

SMALL = {"width": 360, "height": 740}
WAIT = 30_000
"""Milliseconds that something may take to appear; a busy machine is slow."""

Line = dict[str, Any]


class Phone:
    """One page of one person, driven as a person does: by what can be seen and pressed."""

    def __init__(self, page: Page, context: BrowserContext, url: str) -> None:
        self.page = page
        self.context = context
        self.url = url
        self.faults: list[str] = []
        self.trouble = False
        page.set_default_timeout(WAIT)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._heard)
        page.on("response", self._answered)
        page.on("requestfailed", self._failed)

    def _heard(self, message: ConsoleMessage) -> None:
        lost = message.text.startswith("Failed to load resource")
        if message.type == "error" and not (lost and self.trouble):
            self.faults.append(message.text)

    def _failed(self, request: Request) -> None:
        if "/api/stream" not in request.url and request.failure != "net::ERR_ABORTED" and not self.trouble:
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if "content-security-policy" not in response.headers and response.status < 500:
            self.faults.append(f"no policy: {response.url}")

    # Looking

    def see(self, selector: str) -> Locator:
        """Whatever fits this selector."""
        return self.page.locator(selector)

    async def appears(self, selector: str) -> Locator:
        """Waits until it can be seen."""
        found = self.see(selector).first
        await found.wait_for()
        return found

    async def until(self, what: Callable[[], Awaitable[bool]], longest: float = WAIT) -> None:
        """Waits until this is true, at most so many milliseconds."""
        async with asyncio.timeout(longest / 1000):
            while not await what():  # noqa: ASYNC110  # the page tells nothing by itself
                await asyncio.sleep(0.03)

    async def told(self) -> list[Line]:
        """The conversation as the server has it."""
        script = "fetch('api/lines?after=0&limit=2000').then(answer => answer.json())"
        return list((await self.page.evaluate(script))["lines"])

    async def asked(self) -> Line:
        """The line with the last question."""
        return next(line for line in reversed(await self.told()) if line["out"] and line["out"]["ask"])

    async def shown(self) -> list[tuple[int, str]]:
        """The lines on the screen: place and words."""
        script = (
            "all => all.map(one => [Number(one.dataset.n),"
            " [...one.querySelectorAll('.bubble > p, .bubble blockquote p')].map(p => p.textContent).join('')])"
        )
        found = await self.see(".line").evaluate_all(script)
        return [(n, _plain(text)) for n, text in found]

    async def is_in_step(self) -> bool:
        """Whether the screen shows the end of what the server has, each line once and in order."""
        told, shown = await self.told(), await self.shown()
        wanted = told[-len(shown) :]
        if [line["n"] for line in wanted] != [n for n, _ in shown]:
            return False
        return all(
            line["who"] == "me" or _plain(line["text"]) == text for line, (_, text) in zip(wanted, shown, strict=True)
        )

    async def width_of_page(self) -> int:
        """How wide the page is, also beyond the screen."""
        return int(await self.page.evaluate("document.documentElement.scrollWidth"))

    async def picture(self, folder: Path, name: str) -> None:
        """Keeps what the screen shows now."""
        await self.page.screenshot(path=folder / f"{name}.png")

    # Doing

    async def enter(self, invitee: Invitee) -> None:
        """Opens the personal link and presses its button."""
        await self.page.goto(f"{self.url}/k/{invitee.code}")
        await self.see("button.main").click()
        await self.appears(".bubble")
        assert urlsplit(self.page.url).path == f"/c/{invitee.handle}/"

    async def presses(self, selector: str, at: int = 0) -> None:
        """Presses what fits, and waits for what comes of it."""
        await self.appears(selector)
        before = await self._last()
        await self.see(selector).nth(at).click()
        # On a busy machine the screen may move under the finger: a person then presses once more.
        with suppress(TimeoutError):
            await self.until(lambda: self._moved(before), WAIT / 3)
            return
        if not await self.see(".me.pending").count() and await self.see(selector).count() > at:
            await self.see(selector).nth(at).click()
        await self.until(lambda: self._moved(before))

    async def types(self, text: str) -> None:
        """Types and sends, and waits for the answer."""
        await self.see("#text").fill(text)
        await self.and_then(self.see(".send").click())

    async def answers(self, text: str = "Ik ging even naar buiten \U0001f600\U0001f44d\U0001f3fd é") -> None:
        """Answers what is open as a person does: ticks, types, watches, or presses the first button."""
        await self.appears(".answers button")
        if await self.see(".answers .check").count():
            await self.see(".answers .check").nth(0).click()
            await self.see(".answers .check").nth(2).click()
            await self.presses(".answers .done")
        elif await self.see(".answers .option").count():
            await self.presses(".answers .option")
        else:
            await self.types(text)

    async def and_then(self, act: Awaitable[None]) -> None:
        """Does it, and waits until the next question stands there."""
        before = await self._last()
        await act
        await self.until(lambda: self._moved(before))

    async def _moved(self, before: int) -> bool:
        """Whether something came after the own line, and the next question stands there."""
        last = await self._last()
        return last > before + 1 and not await self.see(".me.pending").count() and await self._is_asked()

    async def _is_asked(self) -> bool:
        open_question = await self.see(".answers button").count() > 0
        return open_question or not await self.see(".line.opstap").count()

    async def _last(self) -> int:
        script = "all => Math.max(0, ...all.map(one => Number(one.dataset.n)))"
        return int(await self.see(".line.opstap").evaluate_all(script))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


@asynccontextmanager
async def phone_of(browser: Browser, server: Server, **options: Any) -> AsyncIterator[Phone]:
    """A phone that wants no motion, so that bubbles come at once. Nothing may go wrong in it, and it may ask for
    nothing outside its own server."""
    settings: dict[str, Any] = {"viewport": SMALL, "locale": "nl-NL", "reduced_motion": "reduce", **options}
    context = await browser.new_context(**settings)
    foreign: list[str] = []

    async def stop(route: Route) -> None:
        foreign.append(route.request.url)
        await route.abort()

    await context.route(lambda url: urlsplit(url).netloc != urlsplit(server.url).netloc, stop)
    phone = Phone(await context.new_page(), context, server.url)
    yield phone
    await context.close()
    assert foreign == []
    assert phone.faults == []
