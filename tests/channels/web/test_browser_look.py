"""How the chat behaves for eyes, hands, keys and ears: nothing sideways, nothing hidden, nothing that jumps."""

from typing import Any

import msgspec
import pytest
from playwright.async_api import Browser

from tests.channels.web.conftest import Site
from tests.channels.web.phone import Phone, phone

pytestmark = pytest.mark.asyncio(loop_scope="module")

NARROW = {"width": 320, "height": 640}
GAP = "(t => t.scrollHeight - t.scrollTop - t.clientHeight)(document.querySelector('#talk'))"


async def letters(one: Phone, size: int) -> None:
    await one.page.evaluate(f"localStorage.setItem('opstap:size', '{size}')")
    await one.page.reload()
    await one.appears(".bubble")


@pytest.mark.parametrize("size", [pytest.param(1, marks=pytest.mark.long), pytest.param(2, marks=pytest.mark.long), 3])
async def test_nothing_goes_sideways_at_320_pixels_in_any_scene(browser: Browser, site: Site, size: int) -> None:
    for scene in site.desk.scenes[1:]:
        site.desk.let_in("samira")
        site.desk.add("samira", scene)
    async with phone(browser, site, viewport=NARROW) as samira:
        await letters(samira, size)
        for place in ("document.documentElement", "document.querySelector('#talk')"):
            wide = await samira.page.evaluate(f"[{place}.scrollWidth, {place}.clientWidth]")
            assert wide[0] <= wide[1], (place, size)
        cut: list[str] = await samira.see(".bubble, .answers button, .tools button").evaluate_all(
            "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText)"
        )
        assert cut == []


@pytest.mark.parametrize("scene", [0, 1, 3, 4, 5, 6, 7])
async def test_every_way_to_answer_is_big_enough_for_a_thumb(browser: Browser, site: Site, scene: int) -> None:
    async with phone(browser, site) as samira:
        if scene:
            site.desk.tell("samira", site.desk.scenes[scene])
            await samira.until("document.querySelectorAll('.line').length > 3")
        sizes: list[Any] = await samira.see(".answers button:visible, .tools button, .send").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
        )
        assert len(sizes) > 5
        assert all(width >= 48 and height >= 48 for width, height in sizes)


async def test_the_buttons_of_the_open_question_are_in_sight(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        last = samira.see(".answers button").last
        box, talk = await last.bounding_box(), await samira.see("#talk").bounding_box()
        assert box
        assert talk
        assert box["y"] + box["height"] <= talk["y"] + talk["height"]


async def test_what_is_taller_than_the_screen_is_shown_from_its_question(browser: Browser, site: Site) -> None:
    async with phone(browser, site, viewport={"width": 360, "height": 560}) as samira:
        site.desk.tell("samira", site.desk.scenes[2][1:])
        await samira.appears(".check")
        question, talk = samira.see(".line.opstap .bubble").last, samira.see("#talk")
        box, frame = await question.bounding_box(), await talk.bounding_box()
        assert box
        assert frame
        assert frame["y"] <= box["y"] < frame["y"] + 60
        pill = await samira.appears(".pill")
        assert await pill.text_content() == site.desk.words["more_below"]
        over, frame = await pill.bounding_box(), await talk.bounding_box()
        assert over
        assert frame
        assert over["y"] >= frame["y"] + frame["height"]  # It lies on no answer.
        await pill.click()
        await samira.until(f"{GAP} < 5")


async def test_a_long_list_is_also_shown_from_its_question_when_the_page_is_opened_anew(
    browser: Browser, site: Site
) -> None:
    site.desk.let_in("samira")
    site.desk.add("samira", site.desk.scenes[2][1:])
    async with phone(browser, site, viewport={"width": 360, "height": 560}) as samira:
        await samira.appears(".pill")
        question, talk = samira.see(".line.opstap .bubble").last, samira.see("#talk")
        box, frame = await question.bounding_box(), await talk.bounding_box()
        assert box
        assert frame
        assert frame["y"] <= box["y"] < frame["y"] + 60


async def test_a_reader_who_looks_back_is_not_moved_and_is_told_about_new_messages(
    browser: Browser, site: Site
) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", site.desk.scenes[0] * 4)
        await samira.until(f"document.querySelectorAll('.line').length === 15 && {GAP} < 5")
        await samira.see("#talk").hover()
        await samira.page.mouse.wheel(0, -700)
        await samira.until(f"{GAP} > 300")
        place = await samira.page.evaluate("document.querySelector('#talk').scrollTop")
        site.desk.tell("samira", site.desk.scenes[1])
        await samira.appears(".pill")
        assert await samira.page.evaluate("document.querySelector('#talk').scrollTop") == place
        await samira.press(".pill")
        await samira.until(f"{GAP} < 5")
        assert await samira.see(".pill").is_hidden()


async def test_number_keys_choose_an_answer_and_the_next_question_gets_the_focus(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.page.keyboard.press("2")
        await samira.appears(".scale")
        assert await samira.said("me") == ["Half"]
        await samira.until("document.activeElement.matches('.answers .rows')")
        await samira.page.keyboard.press("5")
        await samira.appears(".check")
        await samira.page.keyboard.press("3")
        assert await samira.see(".check input").nth(2).is_checked()
    assert [inbound.data for inbound in site.desk.inbounds] == ["1:1", "2:4"]


async def test_number_keys_are_numbers_for_who_is_typing(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.see("#text").press_sequentially("112")
        assert await samira.see("#text").input_value() == "112"
    assert site.desk.inbounds == []


async def test_everything_can_be_done_with_keys_alone(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.see(".answers button").nth(2).focus()
        await samira.page.keyboard.press("Enter")
        await samira.appears(".scale")
        await samira.see("#more").focus()
        await samira.page.keyboard.press("Enter")
        await samira.appears("#sheet[open]")
        await samira.page.keyboard.press("Escape")
        assert await samira.see("#sheet[open]").count() == 0
        assert await samira.page.evaluate("document.activeElement.id") == "more"


async def test_tools_say_what_was_asked(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.press(".tools [data-command=explain]")
        await samira.until("document.querySelectorAll('.line').length === 5")
        assert await samira.said("me") == [site.desk.buttons["explain"]]
        assert await samira.see(".answers .option").count() == 4  # The question is still open.
        await samira.press("#more")
        await samira.press("#sheet [data-command=skip]")
        await samira.until("document.querySelectorAll('.line').length === 7")
    assert [inbound.data for inbound in site.desk.inbounds] == ["explain", "skip"]


async def test_letters_and_light_are_kept(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.press("#more")
        await samira.press("#sheet [data-size='2']")
        await samira.press("#sheet [data-theme-choice=dark]")
        await samira.page.reload()
        await samira.appears(".bubble")
        assert await samira.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
        assert await samira.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 32, 31)"


async def test_dark_comes_with_the_phone(browser: Browser, site: Site) -> None:
    async with phone(browser, site, color_scheme="dark") as samira:
        assert await samira.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 32, 31)"


async def test_in_a_crisis_the_numbers_can_be_pressed(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", site.desk.scenes[6])
        await samira.appears(".bubble.crisis")
        links: list[str] = await samira.see(".crisis a").evaluate_all("all => all.map(one => one.href)")
    assert links == ["tel:112", "tel:113", "tel:08000113", "https://www.113.nl/"]


async def test_a_film_plays_whole_in_sight_and_can_be_read_instead(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", site.desk.scenes[3])
        await samira.press(".film .play")
        await samira.until("document.querySelector('video').currentTime > 0.1")
        await samira.page.evaluate("document.querySelector('video').pause()")
        film, talk = await samira.see(".film").bounding_box(), await samira.see("#talk").bounding_box()
        assert film
        assert talk
        assert talk["y"] <= film["y"]
        assert film["y"] + film["height"] <= talk["y"] + talk["height"]
        await samira.see("details summary").click()
        assert "durft niet te bellen" in await samira.see("details").inner_text()


async def test_the_top_names_the_lesson_and_outside_a_lesson_the_house(browser: Browser, site: Site) -> None:
    lesson = site.desk.scenes[0][0]
    assert lesson.place
    last = msgspec.structs.replace(lesson, place=msgspec.structs.replace(lesson.place, lesson=5, done=9))
    menu = msgspec.structs.replace(lesson, place=None)
    async with phone(browser, site) as samira:
        site.desk.tell("samira", (last,))
        await samira.until("document.querySelectorAll('.line').length === 4")
        assert await samira.see("#title").inner_text() == lesson.place.title
        widths: list[str] = await samira.see("#path b").evaluate_all("all => all.map(one => one.style.width)")
        assert widths == ["100%"] * 5
        site.desk.tell("samira", (menu,))
        await samira.until("document.querySelectorAll('.line').length === 5")
        for _ in range(2):
            assert await samira.see("#title").inner_text() == site.desk.words["coach_name"]
            assert await samira.see("#path").is_hidden()
            assert await samira.see("#lesson").inner_text() == ""
            await samira.page.reload()
            await samira.appears(".bubble")


async def test_a_picture_grows_when_pressed_and_says_what_it_shows(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", site.desk.scenes[2])
        await samira.press(".picture")
        await samira.appears("#big[open] img")
        assert (await samira.see("#big img").get_attribute("alt") or "").startswith("Samira op een bank")
        await samira.press("#big .round")
        assert await samira.see("#big[open]").count() == 0


async def test_reading_aloud_marks_the_bubble_and_stops_when_asked(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.page.evaluate(
            """() => { window.heard = [];
              speechSynthesis.speak = (words) => window.heard.push([words.lang, words.text]); }"""
        )
        await samira.press("#read")
        await samira.appears(".line.reading")
        assert await samira.see("#read span").inner_text() == site.desk.words["stop_reading"]
        await samira.press("#read")
        assert await samira.see(".line.reading").count() == 0
        await samira.press(".hear", at=1)
        heard = await samira.page.evaluate("window.heard")
    assert [lang for lang, _ in heard] == ["nl-NL", "nl-NL"]
    assert heard[0][1].startswith("Hallo Samira")
    assert heard[1][1].startswith("Vorige keer")


async def test_too_long_a_text_is_counted_and_cannot_be_sent(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.see("#text").fill("\N{GRINNING FACE}" * 3990)
        assert "10" in await samira.see("#room").inner_text()
        await samira.see("#text").fill("a" * 4001)
        assert await samira.see("#room").inner_text() == site.desk.words["too_long"]
        assert await samira.see(".send").is_disabled()
        await samira.see("#text").press("Enter")
        assert await samira.said("me") == []


async def test_a_screen_reader_is_told_about_new_lines_only(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        log = samira.see("#log")
        assert await log.get_attribute("role") == "log"
        assert await log.get_attribute("aria-live") == "polite"
        speaker = await samira.see(".line.opstap .bubble .vh").first.inner_text()
        assert site.desk.words["coach_name"] in speaker


async def test_without_scripts_the_page_says_what_to_do(browser: Browser, site: Site) -> None:
    context = await browser.new_context(java_script_enabled=False)
    token = site.desk.let_in("samira")
    await context.add_cookies([{"name": "opstap", "value": token, "url": f"{site.url}/c/samira/"}])
    page = await context.new_page()
    await page.goto(f"{site.url}/c/samira/")
    assert site.desk.words["no_script"] in await page.locator("#talk").inner_text()
    await context.close()


async def test_the_demo_shows_its_phones_side_by_side_and_one_with_tabs_on_a_phone(
    browser: Browser, demo_site: Site
) -> None:
    page = await browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    await page.goto(demo_site.url)
    for at in (0, 1):
        await page.frame_locator("iframe").nth(at).locator(".option").first.click()
        await page.frame_locator("iframe").nth(at).locator(".scale").wait_for()
    await page.set_viewport_size({"width": 360, "height": 740})
    assert await page.locator(".device:visible").count() == 1
    await page.locator("[role=tab]").nth(1).click()
    assert await page.locator("#phone-2").is_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
    await page.close()
    assert {inbound.address for inbound in demo_site.desk.inbounds} == {"samira", "ruud"}
