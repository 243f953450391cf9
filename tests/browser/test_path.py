"""The path on a small phone: it is found in the menu, fills the width, and its names can be read."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.drawing.plates import SIZE
from tests.browser.phone import Phone, phone_of
from tests.serving import Server

pytestmark = [pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

PATH = '.picture img[src^="/picture/pad-"]'
BEGIN = "begin"
"""The last question of the welcome: the first lesson, or the menu."""


async def presses_label(phone: Phone, label: str) -> None:
    """Presses the answer with these words."""
    await phone.presses(f".answers button:has-text('{label}')")


async def test_a_person_finds_their_own_path_in_the_menu_and_can_make_it_large(
    browser: Browser, running: Server, shots: Path
) -> None:
    async with phone_of(browser, running) as phone:
        await phone.enter(running.invite(["Els"])[0])
        while (await phone.asked())["out"]["step"] != BEGIN:
            await phone.answers("Els")
        for label in ("Naar het menu", "Meer keuzes", "Mijn pad"):
            await presses_label(phone, label)
        image = await phone.appears(PATH)
        await phone.until(lambda: image.evaluate("one => one.complete && one.naturalWidth === 720"))
        assert await image.get_attribute("src") == "/picture/pad-0000000"
        assert SIZE * await image.evaluate("one => one.clientWidth") / 720 >= 13
        assert await phone.width_of_page() <= 360
        alt = await image.get_attribute("alt")
        assert alt is not None
        assert "7 plekken" in alt
        await phone.picture(shots, "path")
        await image.click()
        await phone.appears(".big[open] img")
        await phone.picture(shots, "path-large")
