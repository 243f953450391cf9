"""Payload to meaning: one row for each kind of event, press, command and form."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.slack.meanings import (
    NOTHING,
    Asked,
    Home,
    Linked,
    Meaning,
    Press,
    Pressed,
    Revoked,
    Start,
    Talk,
)
from bot.channels.slack.reading import read
from bot.messages import Inbound, InboundKind

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
AT, LATER = "1770000000.000100", "1770000060.000200"
URL = "https://hooks.slack.com/actions/1"
QUESTION = ({"type": "section", "text": {"type": "plain_text", "text": "May I?"}},)


def event(**content: Any) -> dict[str, Any]:
    return {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": content}


def message(**content: Any) -> dict[str, Any]:
    base = {"type": "message", "channel": "D1", "channel_type": "im", "user": "U1", "text": "Hallo", "ts": AT}
    return event(**{**base, **content})


def changed(after: str, **more: Any) -> dict[str, Any]:
    before = {"user": "U1", "text": "Hallo", "ts": AT}
    now = {**before, "text": after, "edited": {"user": "U1", "ts": LATER}, **more}
    return message(subtype="message_changed", ts=LATER, message=now, previous_message=before)


def press(action: str, value: str = "", *, label: str = "Yes", state: Any = None, **more: Any) -> dict[str, Any]:
    one = {"action_id": action, "value": value, "action_ts": "9.9", "type": "button", "text": {"text": label}}
    return {
        "type": "block_actions", "user": {"id": "U1"}, "team": {"id": "T1"}, "channel": {"id": "D1"},
        "message": {"ts": AT, "text": "May I?", "blocks": list(QUESTION)}, "response_url": URL, "actions": [one],
        "state": {"values": state or {}}, **more,
    }  # fmt: skip


def slash(command: str, text: str = "") -> dict[str, Any]:
    return {"command": command, "text": text, "user_id": "U1", "team_id": "T1", "channel_id": "C1",
            "trigger_id": "7.7", "response_url": URL}  # fmt: skip


def said(kind: InboundKind, text: str = "", *, id: str = f"T1:D1:{AT}", at: int = 1_770_000_000) -> Talk:
    when = datetime.fromtimestamp(at, UTC)
    return Talk(Inbound(channel="slack", address="U1", external_id=id, kind=kind, at=when, text=text), "D1")


def pressed(data: str, label: str) -> Meaning:
    inbound = Inbound(channel="slack", address="U1", external_id="T1:press:U1:9.9", kind="press", at=NOW, data=data)
    return Pressed(inbound, Press(channel="D1", ts=AT, blocks=QUESTION, text="May I?", label=label, url=URL))


def command(data: str, id: str = "T1:command:7.7") -> Inbound:
    return Inbound(channel="slack", address="U1", external_id=id, kind="command", at=NOW, data=data)


def typed(text: str) -> Inbound:
    return Inbound(channel="slack", address="U1", external_id="T1:command:7.7", kind="text", at=NOW, text=text)


def ticks(*values: str) -> dict[str, Any]:
    options = [{"value": value, "text": {"text": f"line {value}"}} for value in values]
    return {"ticks": {"ticks": {"type": "checkboxes", "selected_options": options}}}


def file(mime: str) -> dict[str, Any]:
    return message(subtype="file_share", files=[{"id": "F1", "mimetype": mime}])


TABLE: list[tuple[str, dict[str, Any], Meaning]] = [
    ("words", message(), said("text", "Hallo")),
    ("words as typed", message(text="&lt;!channel&gt; &amp;amp; \u202e"), said("text", "<!channel> &amp; \u202e")),
    ("words about oneself", message(subtype="me_message"), said("text", "Hallo")),
    ("an answer in a thread", message(subtype="thread_broadcast", thread_ts="1.1"), said("text", "Hallo")),
    ("a picture", file("image/png"), said("photo", "Hallo")),
    ("a film", file("video/mp4"), said("video", "Hallo")),
    ("a spoken message", file("audio/mp4"), said("voice", "Hallo")),
    ("a file", file("application/pdf"), said("file", "Hallo")),
    ("a file without a kind", message(subtype="file_share", files=[{"id": "F1"}]), said("file", "Hallo")),
    ("an edit", changed("Help"), said("edit", "Help", id=f"T1:D1:{AT}:{LATER}", at=1_770_000_060)),
    ("an edit that is only a preview", changed("Hallo"), NOTHING),
    ("an edit of our own", changed("Help", bot_id="B1"), NOTHING),
    ("an edit without a moment", changed("Help", edited=None), NOTHING),
    ("taken away", message(subtype="message_deleted", deleted_ts=AT), NOTHING),
    ("our own words", message(bot_id="B1"), NOTHING),
    ("a bot", message(subtype="bot_message"), NOTHING),
    ("someone joined", message(subtype="channel_join"), NOTHING),
    ("words in a channel", message(channel_type="channel", channel="C1"), NOTHING),
    ("words of some together", message(channel_type="mpim", channel="G1"), NOTHING),
    ("words of nobody", message(user=None), NOTHING),
    ("a name without a time", message(ts="soon"), said("text", "Hallo", id="T1:D1:soon", at=0)),
    ("home", event(type="app_home_opened", user="U1", tab="home", channel="D1"), Home("U1")),
    ("the talk is opened", event(type="app_home_opened", user="U1", tab="messages", channel="D1"), NOTHING),
    ("taken out", event(type="app_uninstalled"), Revoked()),
    ("tokens taken away", event(type="tokens_revoked", tokens={"bot": ["U0"]}), Revoked()),
    ("an event of tomorrow", event(type="telepathy"), NOTHING),
    ("an event without content", {"type": "event_callback", "team_id": "T1"}, NOTHING),
    ("a press", press("press:4:1", "4:1"), pressed("4:1", "Yes")),
    ("odd signs on a button", press("press:4:1", "4:1", label="a &lt; b"), pressed("4:1", "a < b")),
    ("a standing button", press("press:@kaart:a1", "@kaart:a1"), pressed("@kaart:a1", "Yes")),
    ("tampered with", press("press:x", "4:1; DROP TABLE"), pressed("4:1; DROP TABLE", "Yes")),
    ("a list is done", press("done", "4:=", state=ticks("4:2", "4:0")), pressed("4:=0,2", "line 4:0, line 4:2")),
    ("an empty list is done", press("done", "4:="), pressed("4:=", "")),
    ("a list with odd lines", press("done", "4:=", state=ticks("4:x", "4:1234", "²")), pressed("4:=", "")),
    ("a line is ticked", press("ticks"), NOTHING),
    ("an address is opened", press("lead"), NOTHING),
    ("a way to the private chat", press("link"), Linked("U1", "D1", URL)),
    (
        "a command of the home page",
        press("command:help", "help", container={"type": "view"}, message=None),
        Asked(command("help", "T1:press:U1:9.9")),
    ),
    ("an action of tomorrow", press("wave"), NOTHING),
    ("no action at all", press("press:4:1", actions=[]), NOTHING),
    ("a press by nobody", press("press:4:1", user={}), NOTHING),
    ("the menu", slash("/opstap"), Asked(command("menu"), URL)),
    ("words after the slash command", slash("/opstap", "hulp &amp; zo"), Talk(typed("hulp & zo"), "C1", URL)),
    ("a code", slash("/opstap", "koppel AB-12"), Start(command(""), "AB-12")),
    ("a code in capitals", slash("/opstap", " KOPPEL  ab 12 "), Start(command(""), "ab 12")),
    ("no code", slash("/opstap", "koppel"), Start(command(""), "")),
    ("a card", slash("/kaartje", "voor Jan"), Asked(command("card"), URL)),
    ("a command of another app", slash("/weer"), NOTHING),
    ("a form", {"type": "view_submission", "user": {"id": "U1"}, "view": {"id": "V1"}}, NOTHING),
    ("a form is closed", {"type": "view_closed"}, NOTHING),
    ("a shortcut", {"type": "shortcut", "callback_id": "x"}, NOTHING),
    ("nothing", {}, NOTHING),
]


@pytest.mark.parametrize(("payload", "meaning"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_each_payload_means_this(payload: dict[str, Any], meaning: Meaning) -> None:
    assert read(payload, NOW) == meaning


def test_one_message_has_one_id_whatever_the_id_of_the_event_that_brings_it() -> None:
    meanings = [read({**message(), "event_id": id}, NOW) for id in ("Ev1", "Ev2")]
    assert meanings[0] == meanings[1]


def test_two_workspaces_and_two_moments_never_share_an_id() -> None:
    seen = set()
    for team in ("T1", "T2"):
        for payload in (message(), message(ts=LATER), message(channel="D2"), changed("Help")):
            meaning = read({**payload, "team_id": team}, NOW)
            assert isinstance(meaning, Talk)
            seen.add(meaning.inbound.external_id)
    assert len(seen) == 8
