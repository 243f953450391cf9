"""Talking in a real browser: every answer once, every bubble once, in order."""

import pytest
from playwright.async_api import Browser

from tests.channels.web.conftest import Site
from tests.channels.web.phone import phone

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_press_turns_the_buttons_into_the_answer_and_the_next_question_comes(
    browser: Browser, site: Site
) -> None:
    site.desk.slow = 3  # Long enough to be looked at on a busy machine.
    async with phone(browser, site) as samira:
        await samira.press(".option")
        assert await samira.said("me") == ["Ik heb het gedaan"]
        assert await samira.see(".option").count() == 0
        assert await samira.see(".me.pending .sign").inner_text() == site.desk.words["sending"]
        await samira.appears(".scale")
        assert await samira.see(".me.pending").count() == 0
        assert await samira.said("me") == ["Ik heb het gedaan"]
    assert [inbound.data for inbound in site.desk.inbounds] == ["1:0"]


async def test_two_quick_presses_are_one_answer(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.see(".option").first.dblclick()
        await samira.appears(".scale")
        assert len(site.desk.inbounds) == 1


async def test_only_the_open_question_can_be_pressed_after_a_reload(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.leads_to(".option", ".scale")
        before = await samira.said("opstap")
        await samira.page.reload()
        await samira.appears(".scale")
        assert await samira.said("opstap") == before
        assert await samira.see(".answers button").count() == 6


async def test_a_checklist_sends_the_chosen_places(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.leads_to(".option", ".scale")
        await samira.leads_to(".scale .option", ".check", at=3)
        await samira.press(".check", at=0)
        await samira.press(".check", at=3)
        await samira.leads_to(".done", ".film")
        assert (await samira.said("me"))[-1] == "Even naar buiten\nMuziek"
    assert site.desk.inbounds[-1].data == "3:=0,3"


async def test_a_checklist_with_nothing_chosen_is_an_answer_too(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", site.desk.scenes[2])
        await samira.leads_to(".done", ".scale")
    assert site.desk.inbounds[-1].data == "3:="


async def test_enter_sends_and_shift_enter_makes_a_new_line(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        text = samira.see("#text")
        await text.press_sequentially("een")
        await text.press("Shift+Enter")
        await text.press_sequentially("twee")
        await text.press("Enter")
        await samira.appears(".scale")
        assert await text.input_value() == ""
    assert site.desk.inbounds[-1].text == "een\ntwee"


async def test_what_is_typed_is_shown_as_typed(browser: Browser, site: Site) -> None:
    typed = "<img src=x onerror=alert(1)> & <!channel> \u202eomgekeerd\u202c *vet*"
    async with phone(browser, site) as samira:
        await samira.see("#text").fill(typed)
        await samira.press(".send")
        await samira.appears(".scale")
        assert await samira.said("me") == [typed]
        await samira.page.reload()
        await samira.appears(".me")
        assert await samira.said("me") == [typed]
        assert await samira.see(".me img").count() == 0


async def test_bubbles_come_one_by_one_and_a_tap_shows_the_rest(browser: Browser, site: Site) -> None:
    async with phone(browser, site, calm=False) as samira:
        assert len(await samira.said("opstap")) == 1  # A first visit is not history: it is told, too.
        await samira.appears(".answers .option")
        site.desk.tell("samira", site.desk.scenes[0])
        await samira.appears(".waiting")
        assert len(await samira.said("opstap")) == 3
        await samira.until("document.querySelectorAll('.line.opstap').length === 4")
        assert await samira.see(".answers button").count() == 0
        await samira.see(".line").last.click()
        assert len(await samira.said("opstap")) == 6
        await samira.appears(".answers .option")
        assert await samira.see(".waiting").is_hidden()


async def test_without_motion_everything_is_there_at_once(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", site.desk.scenes[0])
        await samira.until("document.querySelectorAll('.line.opstap').length === 6")
        assert await samira.see(".waiting").is_hidden()


async def test_two_pages_of_one_person_stay_in_step(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as first, phone(browser, site) as second:
        await first.leads_to(".option", ".scale")
        await second.appears(".scale")
        assert await second.said("me") == ["Ik heb het gedaan"]
        await second.leads_to(".scale .option", ".check")
        await first.appears(".check")
        assert await first.said("opstap") == await second.said("opstap")


async def test_a_voice_is_heard_back_before_it_is_sent(browser: Browser, site: Site) -> None:
    async with phone(browser, site, permissions=["microphone"]) as samira:
        site.desk.tell("samira", site.desk.scenes[4])
        await samira.press(".speak")
        await samira.appears(".recorder .clock")
        await samira.page.wait_for_timeout(1300)
        await samira.press(".recorder .done")
        await samira.appears(".recorder audio")
        assert site.desk.sounds == {}
        await samira.press(".recorder .done")
        await samira.appears(".me audio")
        await samira.until("!document.querySelector('.me.pending')")
    [(kind, body)] = site.desk.sounds.values()
    assert kind == "audio/webm"
    assert len(body) > 500
    assert (site.desk.inbounds[-1].kind, site.desk.inbounds[-1].media) == ("voice", "sound-0")


async def test_a_recording_that_is_thrown_away_is_sent_to_nobody(browser: Browser, site: Site) -> None:
    async with phone(browser, site, permissions=["microphone"]) as samira:
        site.desk.tell("samira", site.desk.scenes[4])
        await samira.press(".speak")
        await samira.appears(".recorder .clock")
        await samira.press(".recorder .skip")
        await samira.appears(".speak")
        await samira.appears(".idea")
    assert site.desk.sounds == {}


async def test_who_is_erased_or_logged_out_elsewhere_sees_the_door(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.sessions.clear()
        await samira.appears("#code")
        assert site.desk.words["session_over"] in await samira.see(".plate").inner_text()


async def test_logging_out_leaves_nothing_of_the_talk_on_the_phone(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.see("#text").fill("geheim")
        await samira.press("#more")
        await samira.press("#leave button")
        await samira.page.wait_for_url("**/uit")
        assert await samira.page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('opstap:chat'))") == []
        await samira.page.go_back()
        await samira.appears("#code")


async def test_older_messages_come_when_asked_and_the_reader_stays_in_place(browser: Browser, site: Site) -> None:
    site.desk.let_in("samira")
    for _ in range(60):
        site.desk.add("samira", site.desk.scenes[0])
    async with phone(browser, site) as samira:
        assert len(await samira.said("opstap")) == 120
        await samira.page.evaluate("document.querySelector('#talk').scrollTop = 0")
        first = samira.see(".line").first
        before = await first.get_attribute("data-n")
        await samira.press(".older")
        await samira.until("document.querySelectorAll('.line').length === 183")
        assert await samira.see(".line").first.get_attribute("data-n") == "1"
        box = await samira.see(f".line[data-n='{before}']").bounding_box()
        assert box
        assert 0 < box["y"] < 300
