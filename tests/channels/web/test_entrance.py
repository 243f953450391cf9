"""The front door: the right code lets in, and nothing else does."""

import pytest

from bot.channels.web.desk import Scene
from bot.channels.web.guard import csrf_of
from tests.channels.web.conftest import Site
from tests.channels.web.room import CODE

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_the_right_code_leads_to_the_chat_with_a_cookie_for_that_chat_only(site: Site) -> None:
    async with site.client() as visitor:
        answer = await visitor.post("/in", data={"code": CODE})
    assert (answer.status_code, answer.headers["location"]) == (303, "/c/samira/")
    [cookie] = [one for one in answer.headers.get_list("set-cookie") if one.startswith("opstap=")]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/c/samira/" in cookie
    assert "Secure" not in cookie  # This server speaks plain HTTP, and a Secure cookie would never come back.


async def test_a_wrong_code_gets_a_kind_answer_and_no_cookie(site: Site) -> None:
    async with site.client() as visitor:
        answer = await visitor.post("/in", data={"code": "NOPE"})
    assert answer.status_code == 403
    assert site.desk.words["enter_wrong"] in answer.text
    assert "set-cookie" not in answer.headers


async def test_guessing_too_often_is_stopped_even_with_the_right_code(site: Site) -> None:
    async with site.client() as visitor:
        for _ in range(5):
            await visitor.post("/in", data={"code": "NOPE"})
        answer = await visitor.post("/in", data={"code": CODE})
    assert answer.status_code == 429
    assert site.desk.words["enter_too_often"] in answer.text


async def test_opening_the_personal_link_does_not_use_the_code(site: Site) -> None:
    async with site.client() as visitor:
        answer = await visitor.get(f"/k/{CODE}")
    assert answer.status_code == 200
    assert f'value="{CODE}"' in answer.text
    assert site.desk.tries == {}


async def test_a_code_that_is_html_is_shown_as_text(site: Site) -> None:
    async with site.client() as visitor:
        answer = await visitor.get('/k/"><script>alert(1)')
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;" in answer.text


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://elsewhere.example"}],
)
async def test_a_form_on_another_site_lets_nobody_in(site: Site, headers: dict[str, str]) -> None:
    async with site.client() as visitor:
        answer = await visitor.post("/in", data={"code": CODE}, headers=headers)
    assert answer.status_code == 403
    assert site.desk.tries == {}


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin", "origin": "null"}, {"origin": "null"}, {}])
async def test_our_own_form_lets_in_whatever_the_browser_tells(site: Site, headers: dict[str, str]) -> None:
    async with site.client() as visitor:
        assert (await visitor.post("/in", data={"code": CODE}, headers=headers)).status_code == 303


async def test_a_form_of_megabytes_is_refused(site: Site) -> None:
    async with site.client() as visitor:
        answer = await visitor.post("/in", data={"code": "x" * 100_000})
    assert answer.status_code == 413


async def test_logging_out_ends_the_session_here_and_on_the_phone(site: Site) -> None:
    async with site.inside() as samira:
        token = samira.headers["cookie"].partition("=")[2]
        answer = await samira.post("/uit", data={"csrf": csrf_of(token)})
        assert (answer.status_code, answer.headers["location"]) == (303, "/uit")
        assert 'opstap=""' in answer.headers["set-cookie"]
        assert (await samira.get("/")).status_code == 401


async def test_who_was_here_before_is_shown_the_way_back_and_is_not_sent_there(site: Site) -> None:
    async with site.client() as phone:
        assert 'href="/c/samira/"' not in (await phone.get(f"/k/{CODE}")).text
        let_in = await phone.post("/in", data={"code": CODE})
        [cookie] = [one for one in let_in.headers.get_list("set-cookie") if one.startswith("opstap-last=")]
        assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/;"))
        for page in (
            await phone.get(f"/k/{CODE}"),
            await phone.post("/in", data={"code": "NOPE"}),
            await phone.get("/"),
        ):
            assert page.status_code in {200, 403}
            assert 'href="/c/samira/"' in page.text
            assert site.desk.words["been_here_go"] in page.text
        assert f'value="{CODE}"' in (await phone.get(f"/k/{CODE}")).text  # Another person may hold the phone now.


async def test_the_way_back_leads_to_whose_chat_was_open_last(site: Site) -> None:
    async with site.client() as phone:
        await phone.post("/in", data={"code": CODE})
        phone.cookies.set("opstap", site.desk.let_in("ruud"), path="/c/ruud/")
        await phone.get("/c/ruud/")
        assert 'href="/c/ruud/"' in (await phone.get("/in")).text


async def test_logging_out_forgets_who_was_here(site: Site) -> None:
    async with site.client() as phone:
        await phone.post("/in", data={"code": CODE})
        token = next(one.value for one in phone.cookies.jar if one.name == "opstap") or ""
        assert (await phone.post("/c/samira/uit", data={"csrf": csrf_of(token)})).status_code == 303
        assert 'href="/c/samira/"' not in (await phone.get(f"/k/{CODE}")).text


@pytest.mark.parametrize("kept", ["../../evil", "a b", "//evil.example", '"><script>', "x" * 65])
async def test_a_made_up_memory_leads_nowhere(site: Site, kept: str) -> None:
    async with site.client() as phone:
        page = await phone.get(f"/k/{CODE}", headers={"cookie": f"opstap-last={kept}"})
    assert site.desk.words["been_here"] not in page.text


async def test_a_session_that_is_over_is_not_offered_again(site: Site) -> None:
    async with site.client() as phone:
        await phone.post("/in", data={"code": CODE})
        site.desk.sessions.clear()
        shut = await phone.get("/c/samira/", headers={"sec-fetch-site": "none"})
        assert shut.status_code == 401
        assert site.desk.words["been_here"] not in shut.text
        assert 'href="/c/samira/"' not in (await phone.get(f"/k/{CODE}")).text


async def test_who_follows_a_link_of_another_site_is_shown_the_way_to_the_own_chat(site: Site) -> None:
    async with site.client() as phone:
        await phone.post("/in", data={"code": CODE})
        cookie = {"cookie": "opstap-last=samira", "sec-fetch-site": "cross-site"}  # A browser holds back the other one.
        async with site.client() as mail:
            shut = await mail.get("/c/samira/", headers=cookie)
        assert shut.status_code == 401
        assert 'href="/c/samira/"' in shut.text
        assert (await phone.get("/c/samira/")).status_code == 200


@pytest.mark.parametrize("csrf", ["", "wrong", "é"])
async def test_nobody_else_can_log_a_person_out(site: Site, csrf: str) -> None:
    async with site.inside() as samira:
        assert (await samira.post("/uit", data={"csrf": csrf})).status_code == 403
        assert (await samira.get("/")).status_code == 200


async def test_a_page_that_is_not_there_says_so_in_words(site: Site) -> None:
    async with site.client() as visitor:
        answer = await visitor.get("/nowhere")
    assert answer.status_code == 404
    assert site.desk.words["page_not_found"] in answer.text


async def test_health_answers_without_a_session(site: Site) -> None:
    async with site.client() as visitor:
        assert (await visitor.get("/healthz")).json() == {"ok": True}


async def test_the_demo_stands_at_the_front_door_and_each_phone_has_a_session_of_its_own(demo_site: Site) -> None:
    async with demo_site.client() as visitor:
        page = await visitor.get("/")
        cookies = page.headers.get_list("set-cookie")
    assert 'src="/c/samira/"' in page.text
    assert 'src="/c/ruud/"' in page.text
    assert [cookie.rpartition("Path=")[2].partition(";")[0] for cookie in cookies] == ["/c/samira/", "/c/ruud/"]
    assert "frame-src 'self'" in page.headers["content-security-policy"]


async def test_the_story_needs_our_own_button(demo_site: Site) -> None:
    desk = demo_site.desk
    async with demo_site.client() as visitor:
        foreign = await visitor.post("/demo/story", headers={"sec-fetch-site": "cross-site"})
        assert (foreign.status_code, desk.told) == (403, 0)
        own = await visitor.post("/demo/story", headers={"sec-fetch-site": "same-origin"})
    assert (own.status_code, own.headers["location"], desk.told) == (303, "/demo", 1)


async def test_the_page_can_ask_where_the_story_is(demo_site: Site) -> None:
    scene = Scene(at=2, of=9, note="Now.", who="samira", running=True, stuck=False)
    demo_site.desk.scene = scene
    async with demo_site.client() as visitor:
        told = await visitor.get("/demo/story")
    assert told.json() == {"at": 2, "of": 9, "note": "Now.", "who": "samira", "running": True, "stuck": False}


async def test_starting_over_needs_our_own_button(demo_site: Site) -> None:
    desk = demo_site.desk
    desk.let_in("samira")
    desk.tell("samira", desk.scenes[1])
    async with demo_site.client() as visitor:
        foreign = await visitor.post("/demo/reset", headers={"sec-fetch-site": "cross-site"})
        assert foreign.status_code == 403
        assert len(desk.logs["samira"]) == 4
        own = await visitor.post("/demo/reset", headers={"sec-fetch-site": "same-origin"})
    assert (own.status_code, own.headers["location"]) == (303, "/demo")
    assert len(desk.logs["samira"]) == 3


async def test_without_a_demo_there_is_no_demo_page(site: Site) -> None:
    async with site.client() as visitor:
        assert (await visitor.get("/demo")).status_code == 404
        assert (await visitor.post("/demo/reset")).status_code in {404, 405}
