"""The chat: what a person says is taken once, only from our own page, and only for that person."""

import asyncio

import httpx
import msgspec
import pytest

from bot.channels.web.guard import csrf_of
from tests.channels.web.conftest import Site

pytestmark = pytest.mark.asyncio(loop_scope="module")

ID = "0123456789abcdef0001"
HELLO = {"id": ID, "kind": "text", "text": "hallo"}


async def test_the_page_carries_the_newest_lines_and_the_words(site: Site) -> None:
    async with site.inside() as samira:
        page = await samira.get("/")
    boot = page.text.partition('id="boot">')[2].partition("</script>")[0]
    read = msgspec.json.decode(boot)
    assert [line["n"] for line in read["lines"]] == [1, 2, 3]
    assert read["lines"][2]["out"]["ask"]["buttons"][0]["data"] == "1:0"
    assert read["base"] == "/c/samira/"
    assert page.headers["cache-control"] == "no-store"


async def test_typed_html_cannot_leave_the_data_in_the_page(site: Site) -> None:
    async with site.inside() as samira:
        await samira.post("/api/say", json={**HELLO, "text": "</script><script>alert(1)</script>"})
        page = await samira.get("/")
    assert "<script>alert" not in page.text


@pytest.mark.parametrize(
    "path", ["/", "/api/lines", "/api/stream", "/media/x", "/gegevens", "/gegevens.json", "/manifest.webmanifest"]
)
async def test_without_a_session_nothing_of_a_person_is_given(site: Site, path: str) -> None:
    site.desk.let_in("samira")
    async with site.client() as stranger:
        answer = await stranger.get(f"/c/samira{path}")
    assert answer.status_code == 401
    assert "Hallo" not in answer.text


async def test_a_session_of_one_person_opens_nothing_of_another(site: Site) -> None:
    site.desk.let_in("samira")
    token = site.desk.let_in("ruud")
    async with site.client() as ruud:
        answer = await ruud.get("/c/samira/", headers={"cookie": f"opstap={token}"})
    assert answer.status_code == 401


async def test_a_message_is_taken_as_it_was_said_and_answered_after_the_commit(site: Site) -> None:
    async with site.inside() as samira:
        answer = (await samira.post("/api/say", json={"id": ID, "kind": "press", "data": "1:0"})).json()
    assert answer["outcome"] == "done"
    assert [line["who"] for line in answer["lines"]] == ["me", "opstap"]
    assert answer["lines"][0]["id"] == ID
    [inbound] = site.desk.inbounds
    assert (inbound.channel, inbound.address, inbound.external_id) == ("web", "samira", ID)
    assert (inbound.kind, inbound.data) == ("press", "1:0")


async def test_the_same_message_ten_times_at_once_is_one_message(site: Site) -> None:
    site.desk.slow = 0.01
    async with site.inside() as samira:
        answers = await asyncio.gather(*(samira.post("/api/say", json=HELLO) for _ in range(10)))
    outcomes = sorted(answer.json()["outcome"] for answer in answers)
    assert outcomes == ["done"] + ["repeat"] * 9
    assert len(site.desk.inbounds) == 1


async def refused(client: httpx.AsyncClient, **headers: str) -> int:
    merged = {**client.headers, **headers}
    return (await client.post("/api/say", json=HELLO, headers=merged)).status_code


async def test_a_message_needs_our_origin_and_our_token(site: Site) -> None:
    async with site.inside() as samira:
        assert await refused(samira, origin="https://elsewhere.example") == 403
        assert await refused(samira, origin="null") == 403
        assert await refused(samira, origin="") == 403
        assert await refused(samira, **{"x-opstap-csrf": ""}) == 403
        assert await refused(samira, **{"x-opstap-csrf": csrf_of("another session")}) == 403
        assert site.desk.inbounds == []
        assert await refused(samira) == 200


@pytest.mark.parametrize(
    ("body", "status", "word"),
    [
        (b"{", 400, "not_sent"),
        (b'{"id":"0123456789abcdef","kind":"dance"}', 400, "not_sent"),
        (msgspec.json.encode({**HELLO, "text": "a" * 4001}), 400, "too_long"),
        (b" " * (64 * 1024 + 1), 413, "too_long"),
    ],
)
async def test_a_bad_message_is_refused_with_a_word_and_blocks_nobody(
    site: Site, body: bytes, status: int, word: str
) -> None:
    async with site.inside() as samira:
        answer = await samira.post("/api/say", content=body)
        assert (answer.status_code, answer.json()) == (status, {"word": word})
        assert (await samira.post("/api/say", json=HELLO)).status_code == 200


async def test_a_body_that_lies_about_its_length_is_still_refused(site: Site) -> None:
    async def endless() -> object:
        for _ in range(200):
            yield b"x" * 1024

    async with site.inside() as samira:
        answer = await samira.post("/api/say", content=endless())  # type: ignore[arg-type]
    assert answer.status_code == 413


async def test_while_the_database_is_away_the_page_is_asked_to_try_again(site: Site) -> None:
    async with site.inside() as samira:
        site.desk.away = True
        answer = await samira.post("/api/say", json=HELLO)
        assert (answer.status_code, answer.json()) == (503, {"word": "went_wrong"})
        site.desk.away = False
        assert (await samira.post("/api/say", json=HELLO)).json()["outcome"] == "done"


async def test_lines_are_given_after_a_number_and_at_most_so_many(site: Site) -> None:
    async with site.inside() as samira:
        after = (await samira.get("/api/lines?after=1")).json()["lines"]
        newest = (await samira.get("/api/lines?limit=1")).json()["lines"]
    assert [line["n"] for line in after] == [2, 3]
    assert [line["n"] for line in newest] == [3]


@pytest.mark.parametrize("query", ["after=-1", "after=x", "after=1.5", "limit=%F0%9D%9F%8F", "after=" + "9" * 40])
async def test_a_number_that_is_none_is_refused(site: Site, query: str) -> None:
    async with site.inside() as samira:
        assert (await samira.get(f"/api/lines?{query}")).status_code == 400


async def test_a_film_comes_with_its_text_and_a_picture_with_its_description(site: Site) -> None:
    async with site.inside() as samira:
        site.desk.tell("samira", (*site.desk.scenes[2], *site.desk.scenes[3]))
        lines = (await samira.get("/api/lines?after=3")).json()["lines"]
    assert lines[0]["out"]["alt"].startswith("Samira op een bank")
    assert lines[2]["transcript"].startswith("Ruud zit thuis")


async def test_the_data_page_shows_what_was_said_as_text(site: Site) -> None:
    async with site.inside() as samira:
        await samira.post("/api/say", json={**HELLO, "text": "<b>vet</b>"})
        page = await samira.get("/gegevens")
        file = await samira.get("/gegevens.json")
    assert "&lt;b&gt;vet&lt;/b&gt;" in page.text
    assert f"<dt>{site.desk.words['kept_name']}</dt>" in page.text
    assert "Een half uur rust" in page.text
    assert "<strong>Wat helpt jou?</strong>" in page.text
    assert "Ik ging naar buiten" in page.text
    assert file.json()["answers"][0]["value"]["step"] == "l3"  # How the house keeps it is for the file alone.
    assert "l3" not in page.text.partition("<article>")[2]
    assert site.desk.logs["samira"][0].at.isoformat() not in page.text  # A moment is shown as a day and a time.
    assert "attachment" in file.headers["content-disposition"]
    assert file.json()["lines"][3]["body"]["text"] == "<b>vet</b>"
    assert file.headers["cache-control"] == "no-store"


async def test_each_visit_makes_the_login_of_a_phone_last_longer(site: Site) -> None:
    async with site.inside() as samira:
        cookies = (await samira.get("/")).headers.get_list("set-cookie")
    assert any(cookie.startswith("opstap=token-") and "Path=/c/samira/" in cookie for cookie in cookies)
    assert all("Max-Age=1209600" in cookie for cookie in cookies)


async def test_the_manifest_starts_at_the_persons_own_chat(site: Site) -> None:
    async with site.inside() as samira:
        manifest = (await samira.get("/manifest.webmanifest")).json()
    assert manifest["start_url"] == "/c/samira/"
    assert [icon["sizes"] for icon in manifest["icons"]] == ["192x192", "any"]
