"""The front door: who has no right code stays out and hears kindly what to do."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser.phone import phone_of
from tests.serving import Server

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_code_can_be_typed_the_way_people_type(browser: Browser, running: Server, shots: Path) -> None:
    invitee = running.invite(["Sanne"])[0]
    async with phone_of(browser, running) as phone:
        await phone.page.goto(running.url)
        await phone.picture(shots, "door")
        await phone.see("#code").fill(f"  {invitee.code.lower()} ")
        await phone.see("button.main").click()
        await phone.appears(".bubble")


@pytest.mark.long
async def test_an_unknown_and_a_used_code_get_the_same_kind_answer(
    browser: Browser, server: Server, shots: Path
) -> None:
    used = server.start().invite(["Sanne"])[0]
    async with phone_of(browser, server) as phone:
        await phone.enter(used)
    async with phone_of(browser, server) as phone:
        phone.trouble = True
        heard = []
        for code in ("AAAA-BBBB-CCCC", used.code):
            await phone.page.goto(server.url)
            await phone.see("#code").fill(code)
            await phone.see("button.main").click()
            heard.append(await (await phone.appears(".trouble")).inner_text())
        await phone.picture(shots, "door-refused")
        assert heard[0] == heard[1]
        for _ in range(6):
            await phone.see("#code").fill("AAAA-BBBB-CCCC")
            await phone.see("button.main").click()
            await phone.appears(".trouble")
        assert await phone.see(".trouble").inner_text() != heard[0]
        fresh = server.invite(["Karin"])[0]
        await phone.see("#code").fill(fresh.code)
        await phone.see("button.main").click()
        await phone.appears(".trouble")
        assert await phone.see(".bubble").count() == 0


async def test_looking_at_a_link_does_not_use_it_up(browser: Browser, running: Server) -> None:
    invitee = running.invite(["Henk"])[0]
    async with phone_of(browser, running) as phone:
        for _ in range(3):
            await phone.page.goto(f"{running.url}/k/{invitee.code}")
        await phone.enter(invitee)


async def test_who_logs_out_is_out_and_leaves_no_words_on_the_phone(browser: Browser, running: Server) -> None:
    invitee = running.invite(["Els"])[0]
    async with phone_of(browser, running) as phone:
        await phone.enter(invitee)
        await phone.see("#text").fill("een half woord")
        chat = phone.page.url
        await phone.see("#more").click()
        await phone.see("#leave button").click()
        await phone.appears("h1")
        kept = await phone.page.evaluate("JSON.stringify(localStorage)")
        assert "half woord" not in kept
        phone.trouble = True
        await phone.page.goto(chat)
        assert await phone.see(".bubble").count() == 0
        assert await phone.see("#code").count() == 1


async def test_somebody_elses_chat_cannot_be_opened(browser: Browser, running: Server) -> None:
    mine, other = running.invite(["Sven", "Fatma"])
    async with phone_of(browser, running) as phone:
        await phone.enter(mine)
        phone.trouble = True
        answer = await phone.page.goto(f"{running.url}/c/{other.handle}/")
        assert answer is not None
        assert answer.status == 401
        assert await phone.see(".bubble").count() == 0


async def test_no_other_site_can_put_the_chat_in_a_frame_or_read_its_cookie(browser: Browser, running: Server) -> None:
    invitee = running.invite(["Bram"])[0]
    async with phone_of(browser, running) as phone:
        await phone.enter(invitee)
        answer = await phone.page.goto(f"{running.url}/c/{invitee.handle}/")
        assert answer is not None
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'self'" in policy
        assert "unsafe" not in policy
        cookie = (await phone.context.cookies())[0]
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
        assert await phone.page.evaluate("document.cookie") == ""
