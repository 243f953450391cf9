"""The power goes while somebody moves from one platform to another: what waited comes on the new one, once."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from bot.flows.session import parse
from bot.messages import Outbound
from bot.rows import session_row
from bot.slate import Slate
from bot.storage.outbox import NewBubble
from bot.storage.unit import Unit
from tests.channels.telegram.home import eventually
from tests.fakes.slack.phone import Phone as SlackPhone
from tests.fakes.slack.server import APP_TOKEN, BOT_TOKEN, FakeSlack
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.linking.everywhere import HERE, settle
from tests.serving import Server

MENU = "Dit is het menu"
NEWS = ("Het eerste bericht.", "Het tweede bericht.")


class LinkedServer(Server):
    """The house in a process of its own, on both platforms."""

    program = "tests.channels.telegram.hurry"

    def __init__(self, data: Path, telegram: FakeTelegram, slack: FakeSlack) -> None:
        super().__init__(data)
        self.telegram = telegram
        self.slack = slack

    def own_settings(self) -> dict[str, str]:
        return {
            "OPSTAP_TELEGRAM_TOKEN": TOKEN,
            "OPSTAP_TELEGRAM_API": self.telegram.url,
            "OPSTAP_SLACK_BOT_TOKEN": BOT_TOKEN,
            "OPSTAP_SLACK_APP_TOKEN": APP_TOKEN,
            "OPSTAP_SLACK_API": self.slack.url,
        }


async def on_both(server: LinkedServer) -> tuple[str, Phone, SlackPhone]:
    """Somebody who is on both platforms, and used Telegram last."""
    person, code = await asyncio.to_thread(server.within, lambda unit: settle(unit, "Karin", datetime.now(UTC)))
    phone, member = Phone(server.telegram, 7001, "Karin"), SlackPhone(server.slack, "Karin")
    phone.says(f"/start {code}")
    await phone.until(lambda one: HERE["telegram"] in one.labels)
    phone.presses(HERE["telegram"])
    await phone.reads(MENU)
    phone.says("koppelen")
    for label in ("Een plek erbij", "In Slack"):
        await phone.until(lambda one, label=label: label in one.labels)  # type: ignore[misc]
        phone.presses(label)
    told = await phone.reads("De code:")
    member.commands("/opstap", f"koppel {told.text.rpartition(' ')[2]}")
    await member.until(lambda one: HERE["slack"] in one.labels)
    member.presses(HERE["slack"])
    await member.reads(MENU)
    phone.says("menu")
    await phone.reads(MENU)
    return person, phone, member


def on_their_way(folder: Path) -> int:
    """How many bubbles left for a platform of which nothing is known yet. What only waits in a line did not leave."""
    (file,) = folder.rglob("opstap.sqlite3")
    with closing(sqlite3.connect(file)) as base:
        sending = {id for (id,) in base.execute("select id from outbox where state = 'sending'")}
    (slate,) = folder.rglob("sending.slate")
    return len(sending & (Slate(slate).told() or set()))


def leave_waiting(unit: Unit, person: str, address: str) -> None:
    """Writes down what a turn left in the moment before the power went."""
    stored, version = unit.sessions.load([person])[person]
    session, now = parse(stored), datetime.now(UTC)
    rows = []
    for text in NEWS:
        session.n += 1
        body = msgspec.json.encode(Outbound(text=text))
        row = NewBubble(person_id=person, channel="telegram", address=address, n=session.n, body=body, due_at=now)
        rows.append(row)
    unit.outbox.add(rows)
    unit.sessions.save([session_row(session, version, now)])


async def test_a_kill_between_moving_and_sending_costs_no_word_and_repeats_none(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, FakeSlack() as slack:
        with LinkedServer(tmp_path / "server", telegram, slack) as server:
            await asyncio.to_thread(server.start)
            await eventually(lambda: slack.post.connected)
            person, phone, member = await on_both(server)
            await asyncio.to_thread(server.kill)
            address = str(phone.chat.id)
            await asyncio.to_thread(server.within, lambda unit: leave_waiting(unit, person, address))
            telegram.faults.add(Fault(kind="busy", method="sendMessage", times=10_000, seconds=600))
            slack.faults.add(Fault(kind="busy", method="chat.postMessage", times=10_000, seconds=600))
            before = slack.refused["chat.postMessage"]
            await asyncio.to_thread(server.start)
            await eventually(lambda: slack.post.connected)
            # An old button there: with it the conversation moves to this platform, which takes nothing now.
            member.presses("Naar de cursussen")
            await eventually(lambda: slack.refused["chat.postMessage"] > before)
            # The refusal is known: what was on its way at a kill is rightly not said again.
            await eventually(lambda: not on_their_way(tmp_path))
            await asyncio.to_thread(server.kill)
            slack.faults.clear()
            shown = len(member.texts)
            await asyncio.to_thread(server.start)
            await member.until(lambda one: any(MENU in text for text in one.texts[shown:]), 60)
            telegram.faults.clear()
            first, second, _, question = member.texts[shown:]
            assert (first, second) == NEWS
            assert MENU in question
            phone.says("menu")
            await phone.reads(MENU)
            assert not set(NEWS) & set(phone.texts)
