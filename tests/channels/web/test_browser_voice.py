"""'Lees voor' in a real browser: with the voice of the house where it has one, else with the voice of the phone."""

import asyncio

import pytest
from playwright.async_api import Browser

from bot.voices.espeak_ng import espeak_ng
from tests.channels.web.conftest import Site
from tests.channels.web.phone import Phone, phone

pytestmark = pytest.mark.asyncio(loop_scope="module")

LISTEN = """() => { window.heard = [];
  speechSynthesis.speak = (words) => { window.heard.push(words.text); setTimeout(() => words.onend(), 10); }; }"""


async def phone_said(samira: Phone) -> str:
    """What the voice of the phone said."""
    said: list[str] = await samira.page.evaluate("window.heard")
    return " ".join(said)


async def heard_by(site: Site, count: int) -> list[tuple[int, str]]:
    """What was asked of the house, as soon as it is this much."""
    async with asyncio.timeout(20):
        while len(site.desk.heard) < count:  # noqa: ASYNC110  # the desk tells nothing by itself
            await asyncio.sleep(0.05)
    return list(site.desk.heard)


@pytest.mark.long
async def test_the_voice_of_the_house_reads_the_bubbles_and_then_the_answers(browser: Browser, site: Site) -> None:
    site.desk.engine = espeak_ng()
    async with phone(browser, site) as samira:
        await samira.page.evaluate(LISTEN)
        bubbles = [line.n for line in site.desk.logs["samira"]]
        await samira.press("#read")
        await samira.appears(".line.reading")
        # A real sound of some seconds: each bubble is asked for when the one before it was played to its end.
        heard = await heard_by(site, len(bubbles) + 1)
        assert heard == [*((n, "line") for n in bubbles), (bubbles[-1], "answers")]
        await samira.press("#read")
        assert await samira.see("#read span").inner_text() == site.desk.words["read_aloud"]
        assert await phone_said(samira) == ""


async def test_one_bubble_is_read_to_its_end_and_another_one_cuts_it_short(browser: Browser, site: Site) -> None:
    site.desk.engine = espeak_ng()
    async with phone(browser, site) as samira:
        await samira.page.evaluate(LISTEN)
        await samira.press(".hear", at=1)
        await samira.appears(".line.reading")
        await samira.press(".hear")
        assert await heard_by(site, 2) == [(2, "line"), (1, "line")]
        assert await samira.see(".line.reading").get_attribute("data-n") == "1"
        await samira.until("document.querySelector('.line.reading') === null")
        assert await phone_said(samira) == ""


async def test_where_the_house_gives_no_sound_the_phone_reads(browser: Browser, site: Site) -> None:
    site.desk.engine = espeak_ng()
    async with phone(browser, site) as samira:
        await samira.page.evaluate(LISTEN)
        site.desk.engine = None
        await samira.press(".hear")
        await samira.until("window.heard.length > 0")
        assert (await phone_said(samira)).startswith("Hallo Samira")


async def test_a_house_without_a_voice_is_asked_for_no_sound(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        asked: list[str] = []
        samira.page.on("request", lambda request: asked.append(request.url))
        await samira.page.evaluate(LISTEN)
        await samira.press(".hear")
        await samira.until("window.heard.length > 0")
        assert not [url for url in asked if "aloud" in url]
