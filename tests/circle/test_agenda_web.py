"""The file for an agenda over the web: for who has a part in the meeting, and as long as it still comes."""

from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.agendaroom import AgendaRoom
from bot.channels.web.app import build
from bot.channels.web.guard import COOKIE
from bot.channels.web.hub import Hub
from bot.webdesk import WebDesk
from tests.circle.town import Neighbour, Town

DAY = timedelta(days=30)
WHERE = "Bij de poort, links; <b>achter</b>"


async def ask(town: Town, path: Path, who: Neighbour | None, page: str) -> httpx.Response:
    """Opens a page of the web chat, logged in as this person."""
    hub = Hub()
    desk = WebDesk(town.database, town.home.turns, town.library, hub=hub, media=path, folder=town.home.media)
    app = build(desk, hub, clock=town.clock, agenda=AgendaRoom(town.database, town.library))
    cookies = {}
    if who is not None:
        token, now, person = f"token-{next(town.count)}", town.clock(), who.id
        await town.database.write(lambda unit: unit.web_sessions.open(token, person, now=now, lasts=DAY))
        cookies[COOKIE] = token
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://opstap", cookies=cookies) as client:
        return await client.get(page)


async def planned(town: Town) -> tuple[Neighbour, Neighbour]:
    """A talk tomorrow at half past two, that both know of."""
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await anja.sends(f"@coach-afspraak:{marjan.id}")
    await anja.presses("Ergens anders")
    for words in (WHERE, "morgen", "half 3"):
        await anja.says(words)
    await anja.presses("Ja, stuur maar")
    await marjan.presses("Ja, dat past")
    return anja, marjan


async def test_the_link_in_the_chat_gives_a_file_that_an_agenda_reads(both: Town, tmp_path: Path) -> None:
    anja, marjan = await planned(both)
    link = [one for one in await marjan.bubbles() if one.kind == "link"][-1]
    answer = await ask(both, tmp_path, marjan, f"/c/{marjan.handle}/{link.media}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["content-disposition"] == 'attachment; filename="afspraak.ics"'
    assert answer.headers["cache-control"] == "no-store"
    found = answer.content.decode()
    assert "DTSTART;TZID=Europe/Amsterdam:20260303T143000\r\n" in found
    assert "SUMMARY:Gesprek met Anja\r\n" in found
    assert "LOCATION:Bij de poort\\, links\\; <b>achter</b>\r\n" in found
    assert "SUMMARY:Gesprek met Marjan\r\n" in (await ask(both, tmp_path, anja, f"/c/{anja.handle}/{link.media}")).text


async def test_nobody_else_gets_it(town: Town, tmp_path: Path) -> None:
    anja, marjan = await planned(town)
    bert = await town.settle("Bert", "coach")
    rachid = await town.settle("Rachid", coach=anja)
    for one in (bert, rachid):
        assert (await ask(town, tmp_path, one, f"/c/{one.handle}/afspraak/1.ics")).status_code == 404
        assert (await ask(town, tmp_path, one, f"/c/{marjan.handle}/afspraak/1.ics")).status_code == 401
    assert (await ask(town, tmp_path, None, f"/c/{marjan.handle}/afspraak/1.ics")).status_code == 401


@pytest.mark.parametrize("id", ["0", "2", "-1", "1e3", "99999999999999999999", "..%2f1", "%d9%a1", "1%00", "a"])
async def test_a_number_that_is_none_finds_nothing(town: Town, tmp_path: Path, id: str) -> None:
    _, marjan = await planned(town)
    assert (await ask(town, tmp_path, marjan, f"/c/{marjan.handle}/afspraak/{id}.ics")).status_code == 404


async def test_what_is_off_or_over_is_no_longer_given(town: Town, tmp_path: Path) -> None:
    anja, marjan = await planned(town)
    page = f"/c/{marjan.handle}/afspraak/1.ics"
    assert (await ask(town, tmp_path, marjan, page)).status_code == 200
    town.clock.move(days=2)
    assert (await ask(town, tmp_path, marjan, page)).status_code == 404
    town.clock.move(days=-2)
    await anja.says("agenda")
    for label in ("morgen 14.30: Marjan", "Gaat niet door", "Ja, zeg het af"):
        await anja.presses(label)
    assert (await ask(town, tmp_path, marjan, page)).status_code == 404
