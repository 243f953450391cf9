"""One person, one phone: from the personal link to the end of the first course."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.content.models.library import Library
from tests.browser.phone import Phone, phone_of
from tests.serving import Server

pytestmark = pytest.mark.asyncio(loop_scope="module")

FAR = 150
COURSE = "uitgangspunten"
SHOWN = ("hallo", "toestemming", "aanbod", "l1-start", "l1-film", "l2-lijst", "l5-tips", "l5-delen")


async def film_plays(phone: Phone) -> None:
    """The film plays; its words are in the picture."""
    await phone.see(".play").last.click()
    await phone.until(lambda: _moves(phone))
    await phone.see("video").last.evaluate("one => one.pause()")


async def _moves(phone: Phone) -> bool:
    return bool(await phone.see("video").last.evaluate("one => one.currentTime > 0.1"))


async def test_the_whole_first_course_from_the_link_to_the_menu(
    browser: Browser, running: Server, library: Library, shots: Path
) -> None:
    invitee = running.invite(["Sanne"])[0]
    kinds, menu = set(), {step.id for step in library.flows["menu"].steps}
    async with phone_of(browser, running) as phone:
        await phone.enter(invitee)
        for count in range(FAR):
            line = await phone.asked()
            step = line["out"]["step"]
            if step in menu:
                break
            found = library.graph.get((line["out"]["place"]["course"] if line["out"]["place"] else "", step))
            kinds.add(found.kind if found else "")
            if step in SHOWN:
                await phone.picture(shots, f"{count:02d}-{step}")
            if line["out"]["kind"] == "video":
                await film_plays(phone)
            if step == "l2-lijst":
                await phone.page.reload()
                assert (await phone.asked())["n"] == line["n"]
            await phone.answers("Sanne") if step == "naam" else await phone.answers()
            assert await phone.is_in_step(), f"the screen is out of step after {step}"
        else:
            raise AssertionError(f"never came at the menu; stands at {step}")
        await phone.picture(shots, "99-menu")
        said = [line["text"] for line in await phone.told() if line["who"] == "me"]
    assert {"text", "choice", "checklist", "sort", "video", "picture", "share"} <= kinds
    assert any("\U0001f44d\U0001f3fd" in text for text in said)
    done = running.within(lambda unit: {one.lesson for one in unit.progress.of(invitee.person)})
    course = next(one for one in library.courses if one.id == COURSE)
    assert done == {"", *(lesson.id for lesson in course.lessons)}


async def test_a_few_steps_with_the_keyboard_only(browser: Browser, running: Server) -> None:
    invitee = running.invite(["Karin"])[0]
    async with phone_of(browser, running) as phone:
        await phone.page.goto(f"{running.url}/k/{invitee.code}")
        for _ in range(10):
            await phone.page.keyboard.press("Tab")
            if await phone.page.evaluate("document.activeElement.matches('button.main')"):
                break
        await phone.page.keyboard.press("Enter")
        await phone.appears(".answers .option")
        for _ in range(4):
            before = await phone.asked()
            await phone.page.keyboard.press("1")
            await phone.until(lambda before=before: _changed(phone, before))  # type: ignore[misc]
        for _ in range(30):
            await phone.page.keyboard.press("Tab")
            if await phone.page.evaluate("document.activeElement.matches('.answers button')"):
                break
        before = await phone.asked()
        await phone.page.keyboard.press("Enter")
        await phone.until(lambda: _changed(phone, before))
        await phone.see("#text").focus()
        await phone.page.keyboard.type("Karin")
        before = await phone.asked()
        await phone.page.keyboard.press("Enter")
        await phone.until(lambda: _changed(phone, before))
        assert await phone.is_in_step()


async def _changed(phone: Phone, before: dict[str, object]) -> bool:
    return bool((await phone.asked())["n"] != before["n"] and await phone.see(".answers button").count())


@pytest.mark.parametrize("width", [320, 360, pytest.param(768, marks=pytest.mark.long)])
async def test_nothing_sticks_out_at_the_side(browser: Browser, running: Server, width: int) -> None:
    invitee = running.invite(["Els"])[0]
    async with phone_of(browser, running, viewport={"width": width, "height": 640}) as phone:
        await phone.page.goto(running.url)
        assert await phone.width_of_page() <= width
        await phone.enter(invitee)
        for _ in range(14):
            assert await phone.width_of_page() <= width
            await phone.answers()
        await phone.see("#more").click()
        await phone.appears("#sheet[open]")
        assert await phone.width_of_page() <= width
        await phone.page.goto(f"{running.url}/c/{invitee.handle}/gegevens")
        assert await phone.width_of_page() <= width


async def test_reading_aloud_breaks_nothing(browser: Browser, running: Server) -> None:
    invitee = running.invite(["Henk"])[0]
    async with phone_of(browser, running) as phone:
        await phone.enter(invitee)
        if await phone.see("#read").is_visible():
            await phone.see("#read").click()
            await phone.see("#read").click()
        if await phone.see(".hear").count():
            await phone.see(".hear").first.click()
        await phone.answers()
        assert await phone.is_in_step()


async def test_all_tools_answer_and_the_question_stays(browser: Browser, running: Server, shots: Path) -> None:
    invitee = running.invite(["Bram"])[0]
    async with phone_of(browser, running) as phone:
        await phone.enter(invitee)
        for _ in range(14):
            await phone.answers()
        await phone.presses("[data-command=explain]")
        await phone.picture(shots, "tools-explained")
        for name in ("back", "skip", "easier", "harder", "menu", "help"):
            await phone.see("#more").click()
            await phone.picture(shots, f"tools-{name}")
            await phone.presses(f"#sheet [data-command={name}]")
            assert await phone.see("#sheet[open]").count() == 0
        await phone.presses("[data-command=pause]")
        await phone.picture(shots, "tools-paused")
        await phone.presses(".answers .option")
        assert await phone.is_in_step()


async def test_the_own_data_can_be_read_and_taken_along(browser: Browser, running: Server, shots: Path) -> None:
    invitee = running.invite(["Fatma"])[0]
    async with phone_of(browser, running) as phone:
        await phone.enter(invitee)
        for _ in range(8):
            await phone.answers()
        await phone.types("Kanarievogel")
        await phone.see("#more").click()
        await phone.see("#sheet a[href$=gegevens]").click()
        await phone.appears("h1")
        await phone.picture(shots, "data")
        assert "Kanarievogel" in await phone.see("body").inner_text()
        copy = await phone.page.request.get(f"{running.url}/c/{invitee.handle}/gegevens.json")
        assert copy.status == 200
        assert "Kanarievogel" in await copy.text()
        await phone.page.go_back()
        await phone.appears(".bubble")
        assert await phone.is_in_step()
