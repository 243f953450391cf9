"""The hub hands news to open pages, and a slow page never costs anybody else anything."""

import asyncio
from datetime import UTC, datetime

from bot.channels.web.desk import Line
from bot.channels.web.hub import Feed, Hub

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def line(n: int) -> Line:
    return Line(n=n, who="opstap", at=AT, text=str(n))


async def numbers(feed: Feed) -> list[int | str]:
    """Everything that a closed feed still holds: the n of lines, and signals."""
    found: list[int | str] = []
    async for news in feed:
        found.extend([news] if isinstance(news, str) else [one.n for one in news])
    return found


async def test_every_open_page_of_a_person_gets_the_lines_in_order() -> None:
    hub = Hub()
    first, second = hub.subscribe("a"), hub.subscribe("a")
    hub.publish("a", [line(1), line(2)])
    hub.publish("a", [line(3)])
    hub.close()
    assert await numbers(first) == await numbers(second) == [1, 2, 3]


async def test_nobody_gets_the_lines_of_another_person() -> None:
    hub = Hub()
    other = hub.subscribe("b")
    hub.publish("a", [line(1)])
    hub.close()
    assert await numbers(other) == []


async def test_a_waiting_page_gets_a_line_as_soon_as_it_is_published() -> None:
    hub = Hub()
    with hub.subscribe("a") as feed:
        waiting = asyncio.create_task(anext(feed))
        await asyncio.sleep(0)
        hub.publish("a", [line(7)])
        assert await asyncio.wait_for(waiting, 1) == (line(7),)


async def test_a_page_that_reads_too_slowly_is_told_to_read_again_and_holds_no_more_than_its_room() -> None:
    hub = Hub(room=3)
    slow = hub.subscribe("a")
    for n in range(1, 6):
        hub.publish("a", [line(n)])
    hub.close()
    assert await numbers(slow) == ["reload", 5]


async def test_a_slow_page_does_not_touch_the_feed_of_a_quick_one() -> None:
    hub = Hub(room=2)
    hub.subscribe("a")
    quick = hub.subscribe("a")
    seen = []
    for n in range(1, 6):
        hub.publish("a", [line(n)])
        seen.append(await anext(quick))
    assert seen == [(line(n),) for n in range(1, 6)]


async def test_one_page_too_many_sends_the_oldest_away_and_keeps_the_others() -> None:
    hub = Hub(pages=2)
    oldest, older, newest = hub.subscribe("a"), hub.subscribe("a"), hub.subscribe("a")
    assert await numbers(oldest) == ["elsewhere"]
    hub.publish("a", [line(1)])
    hub.close()
    assert await numbers(older) == await numbers(newest) == [1]


async def test_leaving_the_with_forgets_the_page() -> None:
    hub = Hub()
    with hub.subscribe("a"):
        assert hub.open_pages() == 1
    assert hub.open_pages() == 0


async def test_after_closing_a_new_feed_ends_at_once() -> None:
    hub = Hub()
    hub.close()
    assert await numbers(hub.subscribe("a")) == []
    assert hub.open_pages() == 0


async def test_a_reader_that_is_cancelled_while_waiting_loses_nothing() -> None:
    hub = Hub()
    feed = hub.subscribe("a")
    waiting = asyncio.create_task(anext(feed))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    hub.publish("a", [line(1)])
    assert await anext(feed) == (line(1),)


async def test_when_a_login_ends_every_page_looks_again_however_much_waits_for_it() -> None:
    hub = Hub(room=2)
    slow, other = hub.subscribe("a"), hub.subscribe("b")
    hub.look_again("a")
    for n in range(1, 4):
        hub.publish("a", [line(n)])
    hub.close()
    assert "look" in await numbers(slow)
    assert await numbers(other) == []
