"""The demo: phones of fictional people side by side, that really work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator

from tests.browser.phone import Phone, phone_of
from tests.serving import Server

pytestmark = [pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

WIDE = {"width": 1360, "height": 900}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that shows the demo."""
    with Server(tmp_path_factory.mktemp("demo"), "demo") as one:
        yield one.start()


async def test_every_phone_shows_a_conversation_and_one_can_be_played(
    browser: Browser, demo: Server, shots: Path
) -> None:
    async with phone_of(browser, demo, viewport=WIDE) as phone:
        await phone.page.goto(demo.url)
        frames = phone.page.frames[1:]
        assert len(frames) == 6
        for frame in frames:
            await frame.locator(".answers button").first.wait_for()
        await phone.picture(shots, "demo")
        first = frames[0].locator(".line.me")
        mine = await first.count()
        await frames[0].locator(".answers button").first.click()
        await phone.until(lambda: _has(first, mine + 1))


async def _has(found: Locator, count: int) -> bool:
    return await found.count() == count


async def test_starting_over_gives_everybody_back_their_place(browser: Browser, demo: Server) -> None:
    async with phone_of(browser, demo, viewport=WIDE) as phone:
        await phone.page.goto(demo.url)
        before = [frame.url for frame in phone.page.frames[1:]]
        await phone.see(".reset button:not(.tell)").click()
        await phone.until(lambda: _new(phone, before))
        for frame in phone.page.frames[1:]:
            await frame.locator(".answers button").first.wait_for()


async def _new(phone: Phone, before: list[str]) -> bool:
    urls = [frame.url for frame in phone.page.frames[1:]]
    return len(urls) == len(before) and not set(urls) & set(before) and all("/c/" in url for url in urls)
