"""A visit to the web chat: how long people stay in, and that a token opens only the own chat."""

from datetime import timedelta

from bot.messages import Inbound
from bot.newcomers import make_invite
from bot.webdesk import LASTS, REMEMBERED
from tests.household import NOW
from tests.webdesk.house import Desk


async def test_a_login_ends_two_weeks_after_its_last_use(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    for _ in range(3):
        desk.clock.at += LASTS - timedelta(minutes=1)
        assert await desk.desk.visit(visit.handle, token, desk.clock()) == visit
    desk.clock.at += LASTS
    assert await desk.desk.visit(visit.handle, token, desk.clock()) is None


async def test_a_token_opens_only_the_own_chat(desk: Desk) -> None:
    sam, token = await desk.come_in("Sam")
    mo, others = await desk.come_in("Mo")
    assert await desk.desk.visit(mo.handle, token, desk.clock()) is None
    assert await desk.desk.visit(sam.handle, others, desk.clock()) is None
    assert await desk.desk.visit("unknown", token, desk.clock()) is None
    assert await desk.desk.visit(sam.handle, "made up", desk.clock()) is None


async def test_access_that_is_taken_away_ends_within_twenty_seconds(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    assert await desk.desk.visit(visit.handle, token, desk.clock()) == visit
    await desk.home.database.write(lambda unit: unit.web_sessions.close_all(visit.person))
    desk.clock.at += REMEMBERED
    assert await desk.desk.visit(visit.handle, token, desk.clock()) is None


async def test_who_leaves_is_out_at_once_and_only_on_this_phone(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    code = await desk.home.database.write(lambda unit: make_invite(unit, visit.person, desk.clock()))
    entered = await desk.desk.enter(code, "another phone", desk.clock())
    assert not isinstance(entered, str)
    await desk.desk.visit(visit.handle, token, desk.clock())
    await desk.desk.leave(visit, token)
    assert await desk.desk.visit(visit.handle, token, desk.clock()) is None
    assert await desk.desk.visit(visit.handle, entered[1], desk.clock()) == visit


async def test_who_erased_all_is_out_at_once(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    for words in ("Yes", "Doors"):
        await desk.say(visit, words)
    await desk.desk.visit(visit.handle, token, desk.clock())
    taken = await desk.desk.take(
        visit, Inbound(channel="web", address=visit.handle, external_id="bye", kind="text", at=NOW, text="Erase")
    )
    assert taken.outcome == "gone"
    assert await desk.desk.visit(visit.handle, token, desk.clock()) is None
    assert await desk.desk.lines(visit, 0, 99) == []
    assert await desk.desk.export(visit) == {}
    again = Inbound(channel="web", address=visit.handle, external_id="more", kind="text", at=NOW, text="hello?")
    assert (await desk.desk.take(visit, again)).outcome == "gone"


async def test_many_visits_do_not_fill_the_memory(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    for at in range(50):
        await desk.desk.visit(visit.handle, f"guess {at}", desk.clock())
    await desk.desk.visit(visit.handle, token, desk.clock())
    assert len(desk.desk._seen) == 1
