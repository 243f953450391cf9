"""The stream: every line once, from where a page left off, until the page, the session or the house closes."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import msgspec
import pytest
import uvicorn

from bot.channels.web.app import build
from bot.channels.web.server import Server
from bot.channels.web.stream import LOOK_AFTER
from tests.channels.web.conftest import Site

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def events(answer: httpx.Response) -> AsyncIterator[tuple[str, str, str]]:
    """(event, id, data) as they come in; a heartbeat is ('beat', '', '')."""
    event = id = data = ""
    async for line in answer.aiter_lines():
        name, _, value = line.partition(":")
        value = value.strip()
        if line == ":" or line.startswith(": "):
            yield "beat", "", ""
        elif name == "event":
            event = value
        elif name == "id":
            id = value
        elif name == "data":
            data = value
        elif not line and event:
            yield event, id, data
            event = id = data = ""


async def first(answer: httpx.Response, count: int) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    async with asyncio.timeout(5):
        async for one in events(answer):
            if one[0] != "beat":
                found.append(one)
            if len(found) == count:
                return found
    return found


async def test_a_page_gets_what_it_missed_and_then_what_comes(site: Site) -> None:
    async with site.inside() as samira, samira.stream("GET", "/api/stream?after=1") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        site.desk.tell("samira", site.desk.scenes[1])
        found = await first(answer, 3)
    assert [(event, id) for event, id, _ in found] == [("line", "2"), ("line", "3"), ("line", "4")]
    assert msgspec.json.decode(found[2][2])["out"]["ask"]["shape"] == "scale"


async def test_a_browser_that_comes_back_by_itself_goes_on_after_its_last_line(site: Site) -> None:
    async with site.inside() as samira:
        headers = {"last-event-id": "2"}
        async with samira.stream("GET", "/api/stream?after=0", headers=headers) as answer:
            assert [id for _, id, _ in await first(answer, 1)] == ["3"]


async def test_quiet_streams_have_a_heartbeat(site: Site) -> None:
    async with site.inside() as samira, samira.stream("GET", "/api/stream?after=3") as answer:
        async with asyncio.timeout(5):
            async for event, _, _ in events(answer):
                assert event == "beat"
                return
    pytest.fail("the stream ended without a heartbeat")


async def test_a_stream_ends_when_its_session_ends_elsewhere(site: Site) -> None:
    async with site.inside() as samira, samira.stream("GET", "/api/stream?after=3") as answer:
        site.desk.sessions.clear()
        assert [event for event, _, _ in await first(answer, 9)] == ["gone"]


async def test_a_stream_in_which_much_is_said_ends_as_soon_after_the_session(media: Path) -> None:
    """Each line that is told comes before the next heartbeat: waiting for a quiet moment would be waiting for ever."""
    site, now = Site(media, demo=False), [datetime.now(UTC)]
    app = build(site.desk, site.hub, clock=lambda: now[0], heartbeat_seconds=600)
    site.server = Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="off"), site.hub)
    await site.open()
    async with site.inside() as samira, samira.stream("GET", "/api/stream?after=3") as answer:
        found = events(answer)
        site.desk.tell("samira", site.desk.scenes[0])
        assert (await anext(found))[0] == "line"
        site.desk.sessions.clear()
        now[0] += LOOK_AFTER
        site.desk.tell("samira", site.desk.scenes[0])
        async with asyncio.timeout(5):
            rest = [event async for event, _, _ in found]
        assert "gone" in rest
        assert rest.index("gone") == len(rest) - 1
        assert len(rest) < 2 * len(site.desk.scenes[0]), "nothing of what was said after the end"
    await site.close()


async def test_closing_the_house_says_goodbye_and_waits_for_no_page(site: Site) -> None:
    async with site.inside() as samira, samira.stream("GET", "/api/stream?after=3") as answer:
        closing = asyncio.create_task(site.close())
        assert [event for event, _, _ in await first(answer, 9)] == ["bye"]
        async with asyncio.timeout(3):
            await closing


async def test_a_page_that_goes_away_is_forgotten(site: Site) -> None:
    async with site.inside() as samira:
        async with samira.stream("GET", "/api/stream?after=3"):
            assert site.hub.open_pages() == 1
        async with asyncio.timeout(5):
            while site.hub.open_pages():  # noqa: ASYNC110  # the server notices in its own time
                await asyncio.sleep(0.02)


async def test_a_page_that_missed_too_much_reads_it_from_the_log(site: Site) -> None:
    async with site.inside() as samira, samira.stream("GET", "/api/stream?after=3") as answer:
        # All in one go, so that the stream has no turn in between and its room runs over.
        for _ in range(100):
            site.desk.tell("samira", site.desk.scenes[1])
        found = await first(answer, 100)
    assert [int(id) for _, id, _ in found] == list(range(4, 104))


async def test_the_seventh_page_of_a_person_takes_the_place_of_the_first(site: Site) -> None:
    async with site.inside() as samira, samira.stream("GET", "/api/stream?after=3") as oldest:
        feeds = [site.hub.subscribe("person-samira") for _ in range(6)]
        assert [event for event, _, _ in await first(oldest, 9)] == ["elsewhere", "bye"]
        for feed in feeds:
            feed.close()


async def test_a_database_that_is_away_is_a_503_and_not_a_stream_that_breaks(site: Site) -> None:
    async with site.inside() as samira:
        site.desk.away = True
        async with samira.stream("GET", "/api/stream?after=0") as answer:
            assert answer.status_code == 503
    assert site.hub.open_pages() == 0
