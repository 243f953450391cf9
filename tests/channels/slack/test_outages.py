"""What goes wrong on the way out: too fast, gone, cut off, locked out; nothing is said twice and nothing is lost."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.pacing import Rates
from bot.channels.slack.trouble import TROUBLES, translated
from bot.errors import ChannelError, OutcomeUnknownError, UnreachableError
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.slack.home import SlackHome, eventually
from tests.fakes.slack.server import FakeSlack
from tests.fakes.telegram.faults import Fault
from tests.household import Clock


async def test_who_gets_too_much_waits_as_long_as_was_asked_and_nobody_else_does(any_home: SlackHome) -> None:
    slow, _ = await any_home.come_in("Fatima")
    fast, _ = await any_home.come_in("Ruud")
    any_home.fake.faults.add(Fault(kind="busy", method="chat.postMessage", seconds=2))
    slow.presses("Yes")
    await eventually(lambda: any_home.fake.refused["chat.postMessage"] == 1)
    fast.presses("Yes")
    await fast.reads("Which door?", seconds=1.9)
    assert "Which door?" not in slow.texts
    await slow.reads("Which door?")


async def test_ten_minutes_of_waiting_hold_up_one_lane_and_help_in_a_crisis_passes(
    any_home: SlackHome,
) -> None:
    slow, _ = await any_home.come_in("Fatima")
    fast, _ = await any_home.come_in("Ruud")
    any_home.delivery._sleep = any_home.hours.sleep
    any_home.fake.faults.add(Fault(kind="busy", method="chat.postMessage", seconds=600))
    slow.presses("Yes")
    await eventually(lambda: any_home.fake.refused["chat.postMessage"] == 1)
    fast.presses("Yes")
    await fast.reads("Which door?")
    slow.says("i will end my life")
    await slow.reads("Call 112.")
    await slow.reads("Is someone there?")
    await any_home.hours.go(timedelta(minutes=9))
    assert "Which door?" not in slow.texts
    await any_home.hours.go(timedelta(minutes=2))
    await slow.reads("Which door?")
    assert any_home.fake.refused["chat.postMessage"] == 1


async def test_a_platform_that_may_have_taken_it_gets_nothing_of_a_course_twice(home: SlackHome) -> None:
    for kind, at in (("lost", 1), ("broken", 0), ("cut", 1)):
        phone, person = await home.agreed(kind)
        await home.quiet()
        home.fake.faults.add(Fault(kind=kind, method="chat.postMessage", code=500))  # type: ignore[arg-type]  # a row
        phone.presses("Words")
        await eventually(lambda: not home.fake.faults._waiting)
        await home.quiet()
        assert len([text for text in phone.texts if text.startswith("A word?")]) == at
        assert list((await home.states(person)).values()).count("unknown") == 1


async def test_bubbles_go_out_no_faster_than_the_platform_takes_them(
    sqlite_url: str, vault: Vault, tmp_path: Path
) -> None:
    async with FakeSlack(burst=3) as fake:
        database = Database(sqlite_url, vault)
        rates = Rates(all_each_second=50, all_at_once=50, chat_each_second=1, chat_at_once=2)
        clock = Clock()
        fake.post._clock = lambda: clock().timestamp()
        async with SlackHome(database, tmp_path, fake, rates=rates, clock=clock) as home:
            phone, _ = await home.come_in()
            phone.presses("Yes")
            await phone.reads("Which door?")
            assert fake.refused["chat.postMessage"] == 0
        database.close()


async def test_what_is_said_while_the_platform_is_gone_arrives_once_when_it_is_back(any_home: SlackHome) -> None:
    phone, person = await any_home.agreed()
    asked = (await any_home.where(person)).asked
    assert asked is not None
    await any_home.fake.fall()
    press = any_home.inbound("", phone.member.id, channel="slack", address=phone.member.id, kind="press",
                             data=f"{asked.seq}:0", external_id="on its way when it fell")  # fmt: skip
    await any_home.turns.submit(press)
    await any_home.fake.rise()
    await phone.reads("A word?")
    if any_home.mode == "socket":
        await eventually(lambda: any_home.fake.post.connected)
    phone.presses("Sun")
    await phone.reads("Which door?")
    assert len([text for text in phone.texts if text.startswith("A word?")]) == 1


@pytest.mark.parametrize("length", [timedelta(minutes=3), timedelta(hours=1), timedelta(hours=23)], ids=str)
async def test_what_waits_for_a_platform_that_is_gone_arrives_once_and_in_order_when_it_is_back(
    any_home: SlackHome, length: timedelta
) -> None:
    phone, person = await any_home.agreed()
    await any_home.quiet()
    any_home.delivery._sleep = any_home.hours.sleep
    await any_home.fake.fall()
    for at, press in enumerate(("3:0", "4:0", "5:0")):
        press_it = any_home.inbound(
            channel="slack", address=phone.member.id, kind="press", data=press, external_id=f"p{at}"
        )  # fmt: skip
        await any_home.turns.submit(press_it)
    states = await any_home.states(person)
    waiting = [n for n, state in states.items() if state != "sent"]
    await any_home.hours.go(length)
    assert set((await any_home.states(person)).values()) <= {"sent", "waiting", "sending"}
    before = len(phone.kept)
    await any_home.fake.rise()
    await any_home.hours.until(lambda: len(phone.kept) == before + len(waiting))
    await any_home.delivery.drained()
    assert list((await any_home.states(person)).values()).count("sent") == len(states)
    assert len(phone.kept) == before + len(waiting) > before


async def test_when_it_is_not_known_whether_it_arrived_a_course_is_not_repeated(home: SlackHome) -> None:
    phone, person = await home.agreed()
    home.fake.faults.add(Fault(kind="cut", method="chat.postMessage"))
    phone.presses("Words")
    await phone.reads("A word?")
    await home.quiet()
    assert len([text for text in phone.texts if text.startswith("A word?")]) == 1
    assert list((await home.states(person)).values()).count("unknown") == 1


async def test_help_in_a_crisis_is_repeated_once_when_it_may_not_have_arrived(home: SlackHome) -> None:
    phone, _ = await home.agreed()
    home.fake.faults.add(Fault(kind="lost", method="chat.postMessage"))
    phone.says("i will end my life")
    await phone.reads("Call 112.")
    await phone.reads("Call 112.")
    await phone.reads("Is someone there?")
    await home.quiet()
    assert phone.texts.count("Call 112.") == 2


async def test_who_left_the_workspace_is_unreachable_and_the_others_are_not(home: SlackHome) -> None:
    gone, person = await home.agreed("Fatima")
    stays, _ = await home.agreed("Ruud")
    gone.member.deleted = True
    gone.presses("Words")
    stays.presses("Words")
    await stays.reads("A word?")
    await home.quiet()
    row = await home.database.read(lambda unit: unit.people.by_ids([person])[person])
    assert row.unreachable_at is not None


async def test_a_token_that_is_taken_away_is_an_alarm_and_nothing_is_lost(
    home: SlackHome, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.slack.trouble.TokenRefusedError.retry_after", 0.2)
    phone, _ = await home.agreed()
    home.fake.revoked = True
    phone.presses("Words")
    await eventually(lambda: home.fake.refused["chat.postMessage"] >= 3)
    home.fake.revoked = False
    await phone.reads("A word?")
    await home.quiet()
    said = capsys.readouterr().out
    assert said.count("slack.token_refused") == 1, "the operator hears it once, not with each try"
    assert said.count("slack.token_accepted") == 1


async def test_a_connection_that_is_turned_over_or_cut_is_made_anew_and_loses_nothing(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeSlack, clock: Clock
) -> None:
    database = Database(sqlite_url, vault)
    async with SlackHome(database, tmp_path, fake, clock=clock, mode="socket") as home:
        phone, person = await home.agreed()
        opened = fake.count["apps.connections.open"]
        await fake.post.turn_over()
        await eventually(lambda: fake.count["apps.connections.open"] > opened and fake.post.connected)
        phone.presses("Words")
        await phone.reads("A word?")
        await fake.post.cut()
        fake.post._patience = 0.02
        phone.says("danger: i will end my life")
        await phone.reads("Call 112.")
        await home.quiet()
        assert phone.texts.count("Call 112.") == 1
        assert (await home.where(person)).person == person
    database.close()


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault(kind="busy", seconds=600), ChannelError),
        (Fault(kind="broken", code=500), OutcomeUnknownError),
        (Fault(kind="lost"), OutcomeUnknownError),
        (Fault(kind="cut"), OutcomeUnknownError),
    ],
    ids=["busy", "broken", "lost", "cut"],
)
async def test_each_trouble_is_told_to_delivery_for_what_it_is(
    home: SlackHome, fault: Fault, kind: type[ChannelError]
) -> None:
    phone, _ = await home.agreed()
    await home.quiet()
    home.fake.faults.add(fault)
    fields = {"channel": phone.member.im, "text": "x"}
    with pytest.raises(TROUBLES) as raised:
        await home.slack.api.call("chat.postMessage", fields)
    found = translated(raised.value, "slack", "U1")
    assert type(found) is kind
    assert found.retry_after == (600 if fault.kind == "busy" else None)


async def test_what_the_platform_says_about_a_person_and_about_a_message_is_told_apart(home: SlackHome) -> None:
    phone, _ = await home.agreed()
    for fields, unreachable in (
        ({"channel": "D404", "text": "x"}, True),
        ({"channel": phone.member.im, "text": ""}, False),
        ({"channel": phone.member.im, "text": "x", "blocks": [{"type": "telepathy"}]}, False),
    ):
        with pytest.raises(TROUBLES) as raised:
            await home.slack.api.call("chat.postMessage", fields)
        found = translated(raised.value, "slack", "U1")
        assert isinstance(found, UnreachableError) is unreachable
        assert not found.retryable
