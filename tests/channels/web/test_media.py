"""Sound is kept only when it is sound; films, pictures and our own files are served whole or in parts."""

import pytest

from bot.channels.web.voice import VOICE_MOST, kind_of, part_of
from tests.channels.web.conftest import Site

pytestmark = pytest.mark.asyncio(loop_scope="module")

WEBM = b"\x1a\x45\xdf\xa3" + b"\0" * 60


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (WEBM, "audio/webm"),
        (b"OggS" + b"\0" * 20, "audio/ogg"),
        (b"\0\0\0\x20ftypM4A ", "audio/mp4"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
        (b"RIFF\x24\0\0\0AVI LIST", None),
        (b"<html>", None),
        (b"MZ\x90", None),
        (b"PK\x03\x04", None),
        (b"", None),
    ],
)
async def test_the_first_bytes_tell_what_sound_it_is(body: bytes, kind: str | None) -> None:
    assert kind_of(body) == kind


async def test_sound_is_kept_under_its_real_type_and_given_back_to_its_speaker_only(site: Site) -> None:
    async with site.inside() as samira, site.inside("ruud") as ruud:
        headers = {"content-type": "text/html"}
        kept = (await samira.post("/api/voice", content=WEBM, headers=headers)).json()["media"]
        mine = await samira.get(f"/media/{kept}")
        theirs = await ruud.get(f"/media/{kept}")
    assert (mine.status_code, mine.headers["content-type"], mine.content) == (200, "audio/webm", WEBM)
    assert theirs.status_code == 404


async def test_something_that_is_no_sound_is_refused(site: Site) -> None:
    async with site.inside() as samira:
        answer = await samira.post("/api/voice", content=b"%PDF-1.7", headers={"content-type": "audio/webm"})
    assert (answer.status_code, answer.json()) == (415, {"word": "not_sent"})
    assert site.desk.sounds == {}


async def test_sound_of_more_than_five_megabytes_is_refused(site: Site) -> None:
    async with site.inside() as samira:
        assert (await samira.post("/api/voice", content=WEBM + b"\0" * VOICE_MOST)).status_code == 413
    assert site.desk.sounds == {}


async def test_sound_needs_our_own_page(site: Site) -> None:
    async with site.inside() as samira:
        answer = await samira.post("/api/voice", content=WEBM, headers={"x-opstap-csrf": "wrong"})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-1", (0, 2)),
        ("bytes=5-", (5, 10)),
        ("bytes=-3", (7, 10)),
        ("bytes=0-999", (0, 10)),
        ("bytes=-999", (0, 10)),
        ("bytes=10-", None),
        ("bytes=5-2", None),
        ("bytes=0-1,3-4", None),
        ("bytes=-", None),
        ("bytes=a-b", None),
        ("lines=0-1", None),
        ("", None),
    ],
)
async def test_a_range_is_read_as_one_part_or_not_at_all(header: str, part: tuple[int, int] | None) -> None:
    assert part_of(header, 10) == part


async def test_a_player_gets_the_part_of_the_sound_that_it_asks_for(site: Site) -> None:
    async with site.inside() as samira:
        kept = (await samira.post("/api/voice", content=WEBM)).json()["media"]
        answer = await samira.get(f"/media/{kept}", headers={"range": "bytes=0-3"})
    assert (answer.status_code, answer.content) == (206, WEBM[:4])
    assert answer.headers["content-range"] == f"bytes 0-3/{len(WEBM)}"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/film/film.mp4", "video/mp4"),
        ("/film/film.poster", "image/png"),
        ("/picture/plaat", "image/png"),
        ("/icon/192.png", "image/png"),
    ],
)
async def test_films_pictures_and_icons_need_no_session(site: Site, path: str, kind: str) -> None:
    async with site.client() as visitor:
        answer = await visitor.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)


async def test_the_code_on_paper_leads_to_a_page_with_the_film_and_its_words(site: Site) -> None:
    async with site.client() as visitor:
        page = await visitor.get("/film/film")
        nowhere = await visitor.get("/film/other")
    assert (page.status_code, nowhere.status_code) == (200, 404)
    for part in ('src="/film/film.mp4"', 'poster="/film/film.poster"', "<summary>"):
        assert part in page.text
    assert site.desk.transcript.splitlines()[0] in page.text


async def test_a_film_can_be_asked_for_in_parts(site: Site) -> None:
    async with site.client() as visitor:
        answer = await visitor.get("/film/film.mp4", headers={"range": "bytes=0-99"})
    assert (answer.status_code, len(answer.content)) == (206, 100)


@pytest.mark.parametrize(
    "path",
    [
        "/film/other.mp4", "/film/film.yaml", "/picture/other", "/icon/7.png", "/picture/..%2F..%2Fpyproject.toml",
        "/static/x/nothing.js", "/static/x/..%2Fapp.py", "/static/x/../pages/chat.html",
    ],
)  # fmt: skip
async def test_what_is_not_ours_to_give_is_not_given(site: Site, path: str) -> None:
    async with site.client() as visitor:
        assert (await visitor.get(path)).status_code == 404


async def test_our_own_files_are_kept_for_ever_under_an_address_that_changes_with_them(site: Site) -> None:
    async with site.client() as visitor:
        page = (await visitor.get("/")).text
        address = page.partition('stylesheet" href="')[2].partition('"')[0]
        fresh = await visitor.get(address)
        old = await visitor.get("/static/0123456789ab/css/tokens.css")
    assert "immutable" in fresh.headers["cache-control"]
    assert old.headers["cache-control"] == "no-store"
    assert fresh.text == old.text


@pytest.mark.parametrize("path", ["/", "/nowhere", "/healthz", "/static/x/prefs.js", "/c/samira/", "/picture/plaat"])
async def test_every_answer_carries_the_headers_that_keep_people_safe(site: Site, path: str) -> None:
    async with site.client() as visitor:
        headers = (await visitor.get(path)).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["permissions-policy"].startswith("microphone=(self)")
