"""The talk on the web: the lines that a page gets, in order, each once, and only its own."""

import asyncio

from msgspec.structs import replace

from bot.channels.web.desk import Line
from bot.messages import Inbound
from tests.household import NOW
from tests.webdesk.house import Desk


async def test_a_conversation_begins_by_itself_and_once(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    first = await asyncio.gather(*(desk.desk.lines(visit, 0, 99) for _ in range(4)))
    assert [[line.text for line in lines] for lines in first] == [["May I?"]] * 4
    assert first[0][0].who == "opstap"


async def test_the_newest_lines_come_and_only_after_what_the_page_has(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    for words in ("Yes", "sun", "moon"):
        await desk.say(visit, words)
    lines = await desk.desk.lines(visit, 0, 99)
    assert [(line.who, line.text) for line in lines] == [
        ("opstap", "May I?"), ("me", "Yes"), ("opstap", "A word?"), ("me", "sun"), ("opstap", "A word?"),
        ("me", "moon"), ("opstap", "A word?"),
    ]  # fmt: skip
    places = [line.n for line in lines]
    assert places == sorted(set(places))
    assert [line.n for line in await desk.desk.lines(visit, 0, 2)] == places[-2:]
    assert [line.n for line in await desk.desk.lines(visit, places[3], 99)] == places[4:]
    assert await desk.desk.lines(visit, places[-1], 99) == []


async def test_what_comes_back_at_once_is_what_is_read_later(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    at_once = await desk.say(visit, "Yes")
    stored = (await desk.desk.lines(visit, 0, 99))[-2:]
    # The time of a bubble becomes that at which it was sent, which may be a moment later.
    assert [replace(line, at=NOW) for line in at_once] == [replace(line, at=NOW) for line in stored]
    assert at_once[0].id == "page-000000000001"


async def test_a_repeat_from_the_page_gives_no_new_lines(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    one = Inbound(channel="web", address=visit.handle, external_id="same", kind="text", at=NOW, text="Yes")
    assert (await desk.desk.take(visit, one)).outcome == "done"
    again = await desk.desk.take(visit, one)
    assert (again.outcome, again.lines) == ("repeat", ())


async def test_two_people_may_use_the_same_id(desk: Desk) -> None:
    for name in ("Sam", "Mo"):
        visit, _ = await desk.come_in(name)
        await desk.desk.lines(visit, 0, 99)
        one = Inbound(channel="web", address=visit.handle, external_id="same", kind="text", at=NOW, text="Yes")
        assert (await desk.desk.take(visit, one)).outcome == "done"


async def test_other_pages_see_the_own_line_before_the_answer(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    other, _ = await desk.come_in("Mo")
    await desk.desk.lines(visit, 0, 99)
    await desk.home.delivery.drained()
    with desk.hub.subscribe(visit.person) as feed, desk.hub.subscribe(other.person) as foreign:
        at_once = await desk.say(visit, "Yes")
        await desk.home.delivery.drained()
        feed.close()
        foreign.close()
        heard = [line for news in [one async for one in feed] for line in news]
        assert [line for line in heard if isinstance(line, Line)] == at_once
        assert [one async for one in foreign] == []


async def test_a_page_that_is_empty_because_all_was_thrown_away_shows_the_way_on(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    await desk.say(visit, "Yes")
    later = desk.clock.move(days=120)
    await desk.home.delivery.drained()
    await desk.home.database.write(lambda unit: unit.retention.lines(later))
    pages = await asyncio.gather(*(desk.desk.lines(visit, 0, 99) for _ in range(3)))
    assert [line.text for line in pages[0]] == ["[resume]", "<resumed>", "A word?"]
    assert {tuple((line.n, line.text) for line in page) for page in pages} == {
        tuple((line.n, line.text) for line in pages[0])
    }
    assert (await desk.say(visit, "sun"))[-1].text == "A word?"


async def test_who_stopped_is_left_alone_also_when_all_was_thrown_away(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    for words in ("Yes", "stop", "Stop now"):
        await desk.say(visit, words)
    later = desk.clock.move(days=120)
    await desk.home.delivery.drained()
    await desk.home.database.write(lambda unit: unit.retention.lines(later))
    assert await desk.desk.lines(visit, 0, 99) == []
