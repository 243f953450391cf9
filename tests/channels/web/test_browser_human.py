"""When a human talks in the chat nobody has to wonder who says what: a name, a face, another bubble."""

import pytest
from playwright.async_api import Browser

from bot.messages import Ask, Button, Outbound
from tests.channels.web.conftest import Site
from tests.channels.web.phone import phone

pytestmark = pytest.mark.asyncio(loop_scope="module")

TALK = (
    Outbound(text="Je praat nu met Anja. Dat is een mens."),
    Outbound(text="Hoi Samira, ik ben er. Waar zie je tegenop?", who="Anja", duty="crisis"),
    Outbound(text="Bel 112 of 113 mag altijd.", who="Anja", duty="crisis"),
    Outbound(text="Ik ben er weer.", ask=Ask(seq=9, buttons=(Button("Ga verder", "9:0"),))),
)


async def test_a_human_has_a_name_a_face_and_a_bubble_with_an_edge(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", TALK)
        await samira.until("document.querySelectorAll('.human').length === 2")
        human, bot = samira.see(".line.human"), samira.see(".line.opstap:not(.human)").last
        assert await human.locator(".by").first.inner_text() == "Anja"
        assert "face" in (await human.locator(".by img").first.get_attribute("src") or "")
        assert not await human.locator(".by").nth(1).is_visible(), "the name stands above the first of a row"
        looks = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).borderTopWidth]"
        edge = await human.locator(".bubble").first.evaluate(looks)
        assert edge == ["rgb(255, 255, 255)", "2px"]
        assert await bot.locator(".bubble").evaluate(looks) != edge
        assert await samira.see(".bubble.crisis").count() == 0
        assert await human.locator("a").count() == 0, "words of a human are shown as they were typed"
        assert (await human.locator(".vh").first.text_content() or "").startswith("Anja")


async def test_after_the_human_the_program_has_its_own_name_again(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", TALK)
        await samira.until("document.querySelectorAll('.human').length === 2")
        last = samira.see(".line.opstap").last
        assert await last.locator(".by").is_visible()
        assert await last.locator(".by").inner_text() == site.desk.words["coach_name"]


async def test_the_top_says_with_whom_one_talks_for_as_long_as_it_lasts(browser: Browser, site: Site) -> None:
    begins = Outbound(text=TALK[0].text, ask=Ask(seq=8, buttons=(Button("Stop dit gesprek", "8:0"),)))
    held = Outbound(text="Dit gaat over gezondheid. Ik geef het niet door.")
    async with phone(browser, site) as samira:
        top = samira.see(".top")
        site.desk.tell("samira", (begins, TALK[1], held))
        await samira.until("document.querySelector('#title').innerText === 'Je praat met Anja'")
        assert "face" in (await top.locator(".mark").get_attribute("src") or "")
        await samira.page.reload()
        await samira.appears(".human")
        assert await samira.see("#title").inner_text() == "Je praat met Anja"
        assert await samira.see(".human .by img").count() == 1
        house = "document.querySelector('.line.opstap:not(.human) .by img').src"
        site.desk.tell("samira", TALK[3:])
        await samira.until(f"document.querySelector('.top .mark').src === {house}")
        assert await samira.see("#title").inner_text() == site.desk.words["coach_name"]


async def test_two_people_who_talk_do_not_have_the_same_face(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", (Outbound(text="Dag.", who="Anja"), Outbound(text="Ook dag.", who="Rachid")))
        await samira.until("document.querySelectorAll('.human .by img').length === 2")
        looks = "all => all.map(one => getComputedStyle(one).backgroundColor)"
        first, second = await samira.see(".human .by img").evaluate_all(looks)
        assert first != second


async def test_a_face_loads_and_nothing_goes_sideways(browser: Browser, site: Site) -> None:
    async with phone(browser, site, viewport={"width": 320, "height": 640}) as samira:
        site.desk.tell("samira", (Outbound(text="a" * 200, who="Wilhelmina-Charlotte van den Bovenkamp"), *TALK))
        await samira.until("document.querySelectorAll('.human').length === 3")
        await samira.until("[...document.querySelectorAll('.human .by img')].every((one) => one.naturalWidth > 0)")
        wide = await samira.page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert wide[0] <= wide[1]
