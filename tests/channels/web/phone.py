"""A phone in these tests: a page of the real browser, logged in, that reports everything that went wrong in it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

from tests.channels.web.conftest import Site

SMALL = {"width": 360, "height": 740}


class Phone:
    """One page of one person."""

    def __init__(self, page: Page, context: BrowserContext) -> None:
        self.page = page
        self.context = context
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._heard)

    def _heard(self, message: ConsoleMessage) -> None:
        # A request that fails is what some tests are about; a script or a policy that fails never is.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(message.text)

    def see(self, selector: str) -> Locator:
        """Whatever fits this selector."""
        return self.page.locator(selector)

    async def said(self, who: str) -> list[str]:
        """The visible text of the bubbles of `me` or `opstap`."""
        script = "all => all.map(one => [...one.querySelectorAll('p')].map(p => p.innerText).join('\\n'))"
        found: list[str] = await self.see(f".line.{who} .bubble").evaluate_all(script)
        return found

    async def appears(self, selector: str) -> Locator:
        """Wait until it can be seen."""
        found = self.see(selector).first
        await found.wait_for(timeout=8000)
        return found

    async def press(self, selector: str, at: int = 0) -> None:
        """Press what fits, once it is there."""
        await self.appears(selector)
        await self.see(selector).nth(at).click()

    async def leads_to(self, selector: str, next: str, at: int = 0) -> None:
        """Press, and wait for what comes of it."""
        await self.press(selector, at)
        await self.appears(next)

    async def until(self, script: str) -> None:
        """Wait until this is true in the page. (Waiting within the page needs eval, which the page forbids.)"""
        async with asyncio.timeout(8):
            while not await self.page.evaluate(script):  # noqa: ASYNC110  # the page tells nothing by itself
                await asyncio.sleep(0.03)


@asynccontextmanager
async def phone(
    browser: Browser, site: Site, handle: str = "samira", *, calm: bool = True, **options: Any
) -> AsyncIterator[Phone]:
    """A phone with the chat open. `calm` is a person who wants no motion: bubbles then come at once."""
    motion: Any = "reduce" if calm else "no-preference"
    settings: dict[str, Any] = {"viewport": SMALL, "locale": "nl-NL", **options}
    context = await browser.new_context(reduced_motion=motion, **settings)
    token = site.desk.let_in(handle)
    await context.add_cookies([{"name": "opstap", "value": token, "url": f"{site.url}/c/{handle}/"}])
    one = Phone(await context.new_page(), context)
    await one.page.goto(f"{site.url}/c/{handle}/")
    await one.appears(".bubble")
    yield one
    await context.close()
    assert one.faults == []
