"""What goes wrong on the way in: forged, replayed, repeated, copied, unreadable; and a house that is not well."""

import asyncio
import json
from typing import Any

import pytest

from bot.errors import DatabaseUnreachableError
from tests.channels.slack.home import SlackHome, eventually
from tests.fakes.slack.phone import Phone
from tests.fakes.slack.post import Delivered


def message(phone: Phone, text: str = "Yes") -> Delivered:
    """A message as the platform would bring it."""
    ts = phone.fake.workspace.ts()
    event = {"type": "message", "channel": phone.member.im, "channel_type": "im", "user": phone.member.id,
             "text": text, "ts": ts}  # fmt: skip
    payload = {"type": "event_callback", "team_id": phone.fake.workspace.team, "event_id": "Ev1", "event": event}
    return Delivered(kind="event", payload=payload, status=0)


async def brought(phone: Phone, one: Delivered, **headers: str) -> int:
    """The status with which a request is answered."""
    body, kind = phone.fake.post.encode(one)
    await phone.fake.post.bring(one, body, {"Content-Type": kind, **headers})
    return one.status


async def coach(home: SlackHome) -> tuple[Phone, str]:
    """Someone whose typed words count; their first question is open."""
    person, code = await home.invite("Anja", "coach")
    phone = home.phone("Anja")
    phone.commands("/opstap", f"koppel {code}")
    await phone.until(lambda one: bool(one.said))
    await home.quiet()
    return phone, person


async def test_a_forged_request_is_refused_and_does_nothing(home: SlackHome) -> None:
    phone, person = await coach(home)
    one = message(phone)
    body, _ = home.fake.post.encode(one)
    good = home.fake.post.signed(body)
    forged: list[dict[str, str]] = [
        {},
        home.fake.post.signed(body, secret="another secret"),
        home.fake.post.signed(body + b" "),
        {**good, "X-Slack-Signature": good["X-Slack-Signature"].removeprefix("v0=")},
        {**good, "X-Slack-Signature": ""},
        {**good, "X-Slack-Request-Timestamp": ""},
        {**good, "X-Slack-Request-Timestamp": "soon"},
        {**good, "X-Slack-Request-Timestamp": "9" * 40},
        {**good, "X-Slack-Request-Timestamp": str(int(good["X-Slack-Request-Timestamp"]) + 1)},
    ]
    for headers in forged:
        assert await brought(phone, one, **headers) == 401, headers
    assert await home.heard(person) == []


async def test_a_replay_is_refused_after_five_minutes_and_is_a_repeat_before(home: SlackHome) -> None:
    phone, person = await coach(home)
    one = message(phone)
    body, _ = home.fake.post.encode(one)
    headers = home.fake.post.signed(body)
    assert await brought(phone, one, **headers) == 200
    home.clock.move(minutes=4)
    assert await brought(phone, one, **headers) == 200
    home.clock.move(minutes=2)
    assert await brought(phone, one, **headers) == 401
    assert await brought(phone, one, **home.fake.post.signed(body, at=home.clock().timestamp() + 400)) == 401
    assert await home.heard(person) == ["Yes"]


async def test_copies_with_another_id_and_tries_again_count_once(any_home: SlackHome) -> None:
    phone, person = await coach(any_home)
    any_home.fake.post.copies = 5
    phone.says("Yes")
    await eventually(lambda: len([one for one in any_home.fake.post.tries if one.kind == "event"]) == 5)
    await any_home.quiet()
    assert await any_home.heard(person) == ["Yes"]
    employee, who = await any_home.come_in()
    asked = employee.with_button("Yes")
    assert asked is not None
    employee.presses("Yes", asked)
    employee.presses("Yes", asked)
    await employee.reads("Which door?")
    await any_home.quiet()
    assert (await any_home.heard(who)).count("Yes") == 1
    assert len([text for text in employee.texts if text.startswith("Which door?")]) == 1


async def test_the_same_thing_ten_times_at_once_is_one_effect(home: SlackHome) -> None:
    phone, person = await home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    pressed = next(one for one in reversed(home.fake.post.tries) if one.kind == "interactive")
    other, anja = await coach(home)
    said = message(other)
    body = {one.kind: home.fake.post.encode(one) for one in (pressed, said)}
    for one in (pressed, said):
        content, kind = body[one.kind]
        copies = [Delivered(kind=one.kind, payload=one.payload, status=0) for _ in range(10)]
        headers = {"Content-Type": kind, **home.fake.post.signed(content)}
        await asyncio.gather(*(home.fake.post.bring(copy, content, headers) for copy in copies))
        assert {copy.status for copy in copies} == {200}
    await home.quiet()
    assert (await home.heard(person)).count("Words") == 1
    assert len([text for text in phone.texts if text.startswith("A word?")]) == 1
    assert await home.heard(anja) == ["Yes"]


async def test_a_press_and_words_that_come_in_reversed_order_are_both_handled(any_home: SlackHome) -> None:
    phone, person = await any_home.agreed()
    doors = phone.with_button("Words")
    assert doors is not None
    phone.says("i pressed it")
    phone.presses("Words", doors)
    asked = await phone.reads("A word?")
    phone.presses("Sun", asked)
    phone.presses("Skip", asked)
    await phone.reads("Which door?")
    await any_home.quiet()
    assert (await any_home.where(person)).answers["welkom/word"].value == "Sun"
    assert any_home.fake.post.failed == {}


async def test_what_cannot_be_stored_comes_again_and_then_counts_once(
    any_home: SlackHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, person = await coach(any_home)
    write, away = any_home.database.write, [True, True]

    async def sometimes(work: Any) -> Any:
        if away:
            away.pop()
            raise DatabaseUnreachableError(url="x", why="away")
        return await write(work)

    monkeypatch.setattr(any_home.database, "write", sometimes)
    phone.says("Yes")
    await eventually(lambda: 200 in [one.status for one in any_home.fake.post.tries if one.kind == "event"])
    await any_home.quiet()
    tries = [one for one in any_home.fake.post.tries if one.kind == "event"]
    assert [one.retry for one in tries] == [0, 1, 2]
    assert any_home.mode == "socket" or [one.status for one in tries] == [503, 503, 200]
    assert await any_home.heard(person) == ["Yes"]


async def test_words_of_danger_are_answered_from_memory_when_the_database_is_away(
    home: SlackHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, person = await home.agreed()
    read, down = home.database.read, [True]

    async def away(work: Any) -> Any:
        if down:
            raise DatabaseUnreachableError(url="x", why="away")
        return await read(work)

    monkeypatch.setattr(home.database, "read", away)
    phone.says("just some words")
    phone.says("i will end my life")
    await phone.reads("Call 112.")
    await eventually(lambda: home.fake.post.failed["event"] == 2)
    assert phone.texts.count("Call 112.") == 1
    down.clear()
    phone.says("i will end my life")
    await phone.reads("Is someone there?")
    assert (await home.where(person)).asked is not None


async def test_what_cannot_be_read_is_refused_once_and_holds_up_nobody(home: SlackHome) -> None:
    phone, person = await coach(home)
    post = home.fake.post
    odd: list[tuple[bytes, set[int]]] = [
        (b"", {200, 400}),
        (b"{", {200, 400}),
        (b"[]", {200, 400}),
        (b"\xff\xfe", {400, 401}),
        (json.dumps({"type": "event_callback", "event": {"type": "message", "channel_type": "im"}}).encode(), {200}),
        (json.dumps({"type": "block_actions", "actions": [1]}).encode(), {200}),
        (json.dumps({"type": "block_actions", "actions": [{"action_id": "done"}], "state": 5}).encode(), {200}),
        (b"x" * (5 * 2**20), {413}),
    ]
    for body, statuses in odd:
        one = Delivered(kind="event", payload={}, status=0)
        await post.bring(one, body, {"Content-Type": "application/json", **_signed(home, body)})
        assert one.status in statuses, (body[:60], one.status)
    phone.says("Yes")
    await eventually(lambda: post.tries[-1].kind == "event")
    await home.quiet()
    assert await home.heard(person) == ["Yes"]


async def test_only_post_is_answered_and_the_address_is_proved_with_a_challenge(home: SlackHome) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()
    one = Delivered(kind="event", payload={}, status=0)
    await home.fake.post.bring(one, body, {"Content-Type": "application/json", **_signed(home, body)})
    assert one.status == 200
    assert json.loads(one.body) == {"challenge": "abc"}
    reader, writer = await asyncio.open_connection("127.0.0.1", int(home.url.rpartition(":")[2]))
    writer.write(b"GET /slack HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert b" 405 " in await reader.readline()
    writer.close()


async def test_a_button_of_another_question_and_a_tampered_one_change_nothing(any_home: SlackHome) -> None:
    phone, person = await any_home.agreed()
    doors = phone.with_button("Words")
    assert doors is not None
    before = await any_home.where(person)
    for value in ("1:0", "9999:0", "2:99", "2:-1", "; DROP TABLE people", "", "2:=0", "@nowhere:x"):
        phone.presses_data(value, doors)
    await any_home.quiet()
    after = await any_home.where(person)
    assert (after.asked and after.asked.step) == (before.asked and before.asked.step) == "deur"
    assert after.answers == before.answers


def _signed(home: SlackHome, body: bytes) -> dict[str, str]:
    """Proof for a body that need not be text."""
    try:
        return home.fake.post.signed(body)
    except UnicodeDecodeError:
        return {}
