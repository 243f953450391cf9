"""Talking in a real browser while the connection fails: nothing is lost, and nothing is said twice."""

import json

import pytest
from playwright.async_api import Browser, Route

from tests.channels.web.conftest import Site
from tests.channels.web.phone import phone

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_without_a_connection_a_message_waits_and_is_sent_once_even_after_a_reload(
    browser: Browser, site: Site
) -> None:
    async with phone(browser, site) as samira:
        site.desk.away = True
        await samira.press(".option")
        await samira.appears(".me.pending")
        await samira.page.wait_for_timeout(1500)
        site.desk.away = False
        await samira.page.reload()
        await samira.appears(".scale")
        assert await samira.said("me") == ["Ik heb het gedaan"]
    assert len({inbound.external_id for inbound in site.desk.inbounds}) == 1
    assert len(site.desk.inbounds) == 1


async def test_an_answer_that_got_lost_on_the_way_back_is_not_said_twice(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        lost = []

        async def lose(route: Route) -> None:
            await route.fetch()
            lost.append(json.loads(route.request.post_data or "{}")["id"])
            await route.abort()

        await samira.page.route("**/api/say", lose, times=1)
        await samira.press(".option")
        await samira.appears(".scale")
        await samira.until("!document.querySelector('.me.pending')")
        assert await samira.said("me") == ["Ik heb het gedaan"]
    assert [inbound.external_id for inbound in site.desk.inbounds] == lost


async def test_going_offline_is_said_quietly_and_so_is_coming_back(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.context.set_offline(True)
        await samira.until(f"document.querySelector('#state').innerText === {json.dumps(site.desk.words['offline'])}")
        await samira.see("#text").fill("ik ben er nog")
        await samira.see("#text").press("Enter")
        await samira.appears(".me.pending")
        await samira.context.set_offline(False)
        await samira.until("!document.querySelector('.me.pending')")
        await samira.until("document.querySelector('#state').innerText === ''")
    assert [inbound.text for inbound in site.desk.inbounds] == ["ik ben er nog"]


async def test_a_refused_message_stays_and_can_be_tried_again(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:

        async def refuse(route: Route) -> None:
            await route.fulfill(status=400, json={"word": "not_sent"})

        await samira.page.route("**/api/say", refuse, times=1)
        await samira.press(".option")
        await samira.appears(".me.unsent")
        await samira.appears(".answers .option")
        await samira.leads_to(".me.unsent button", ".scale")
        assert await samira.said("me") == ["Ik heb het gedaan"]
    assert [inbound.data for inbound in site.desk.inbounds] == ["1:0"]


async def test_a_draft_survives_leaving_the_page(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        await samira.see("#text").fill("nog niet af")
        await samira.page.goto(f"{site.url}/c/samira/gegevens")
        await samira.page.go_back()
        await samira.appears(".bubble")
        assert await samira.see("#text").input_value() == "nog niet af"
