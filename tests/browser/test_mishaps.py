"""What happens on a real phone: reloads, the back button, two pages, no connection, and a server whose power goes."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser.phone import Phone, phone_of
from tests.serving import Invitee, Server

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def inside(phone: Phone, server: Server, name: str, steps: int) -> Invitee:
    """Someone who came in and answered so many questions."""
    invitee = server.invite([name])[0]
    await phone.enter(invitee)
    for _ in range(steps):
        await phone.answers()
    return invitee


async def test_a_reload_shows_the_same_conversation_and_the_same_question(browser: Browser, running: Server) -> None:
    async with phone_of(browser, running) as phone:
        await inside(phone, running, "Sven", 12)
        lines, labels = await phone.shown(), await phone.see(".answers button").all_inner_texts()
        await phone.page.reload()
        await phone.appears(".answers button")
        assert await phone.shown() == lines
        assert await phone.see(".answers button").all_inner_texts() == labels


async def test_the_back_button_and_forward_again_lose_nothing(browser: Browser, running: Server) -> None:
    async with phone_of(browser, running) as phone:
        await inside(phone, running, "Sven", 6)
        lines = await phone.shown()
        await phone.page.go_back()
        await phone.page.go_forward()
        await phone.appears(".answers button")
        assert await phone.shown() == lines
        await phone.answers()
        assert await phone.is_in_step()


async def test_two_pages_at_once_stay_in_step_and_an_answer_on_one_closes_the_question_on_the_other(
    browser: Browser, running: Server
) -> None:
    async with phone_of(browser, running) as phone:
        await inside(phone, running, "Karin", 10)
        second = Phone(await phone.context.new_page(), phone.context, running.url)
        await second.page.goto(phone.page.url)
        await second.appears(".answers button")
        for one, other in ((phone, second), (second, phone)) * 3:
            await one.answers()
            question = (await one.asked())["n"]
            await other.until(lambda other=other, question=question: _shows(other, question))  # type: ignore[misc]
            assert await other.is_in_step()
            assert (
                await other.see(".answers button").all_inner_texts()
                == await one.see(".answers button").all_inner_texts()
            )
        assert second.faults == []


async def _shows(phone: Phone, n: int) -> bool:
    return bool((await phone.shown())[-1][0] >= n and await phone.see(".answers button").count())


async def test_a_double_click_counts_once(browser: Browser, running: Server) -> None:
    async with phone_of(browser, running) as phone:
        await inside(phone, running, "Henk", 5)
        mine = len([line for line in await phone.told() if line["who"] == "me"])
        await phone.and_then(phone.see(".answers button").first.dblclick())
        await phone.page.wait_for_timeout(500)
        assert len([line for line in await phone.told() if line["who"] == "me"]) == mine + 1
        assert await phone.is_in_step()


async def test_answered_questions_have_no_buttons_left(browser: Browser, running: Server) -> None:
    async with phone_of(browser, running) as phone:
        await inside(phone, running, "Els", 8)
        ask = (await phone.asked())["out"]["ask"]
        assert await phone.see(".log .option, .log .idea, .log .skip, .log .check").count() == 0
        assert await phone.see(".answers .option, .answers .idea, .answers .skip").count() == len(ask["buttons"])


async def test_without_a_connection_one_can_go_on_typing_and_all_arrives_once_and_in_order(
    browser: Browser, running: Server, shots: Path
) -> None:
    async with phone_of(browser, running) as phone:
        await inside(phone, running, "Bram", 12)
        phone.trouble = True
        await phone.context.set_offline(True)
        words = [f"woorden zonder verbinding {at} \U0001f6b2" for at in range(3)]
        for text in words:
            await phone.see("#text").fill(text)
            await phone.see(".send").click()
        await phone.see("#text").fill("nog niet gestuurd")
        await phone.picture(shots, "offline")
        assert await phone.see(".me.pending").count() == 3
        await phone.context.set_offline(False)
        await phone.until(lambda: _all_sent(phone))
        await phone.until(phone.is_in_step)
        told = [line["text"] for line in await phone.told() if line["who"] == "me"]
        assert told[-3:] == words
        assert await phone.see("#text").input_value() == "nog niet gestuurd"


async def _all_sent(phone: Phone) -> bool:
    return not await phone.see(".me.pending").count()


async def test_a_power_cut_right_after_a_press_costs_nothing(browser: Browser, server: Server, shots: Path) -> None:
    server.start()
    async with phone_of(browser, server) as phone:
        invitee = await inside(phone, server, "Fatma", 24)
        before = await phone.told()
        kept = server.within(lambda unit: unit.answers.of(invitee.person))
        phone.trouble = True
        await phone.appears(".answers button")
        await phone.see(".answers button").first.click()
        server.kill()
        await phone.picture(shots, "power-cut")
        server.start()
        await phone.until(lambda: _all_sent(phone))
        await phone.until(phone.is_in_step)
        after = await phone.told()
        assert after[: len(before)] == before
        assert [line["who"] for line in after[len(before) :]].count("me") == 1
        assert len({line["n"] for line in after}) == len(after)
        asked = [line["out"]["ask"]["seq"] for line in after if line["out"] and line["out"]["ask"]]
        assert asked == sorted(set(asked))
        now = server.within(lambda unit: unit.answers.of(invitee.person))
        assert [one for one in kept if one not in now] == []
        await phone.answers()
        assert await phone.is_in_step()


@pytest.mark.long
async def test_a_page_that_stood_open_through_a_restart_goes_on_at_the_same_question(
    browser: Browser, server: Server
) -> None:
    server.start()
    async with phone_of(browser, server) as phone:
        await inside(phone, server, "Sanne", 10)
        labels = await phone.see(".answers button").all_inner_texts()
        phone.trouble = True
        assert server.stop() == 0
        server.start()
        assert await phone.see(".answers button").all_inner_texts() == labels
        await phone.answers()
        assert await phone.is_in_step()
