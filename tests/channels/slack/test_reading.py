"""Payload to meaning: one row for each kind of event, press, command and form."""

from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from bot.channels.slack import blocks
from bot.channels.slack.desk import CardWish
from bot.channels.slack.meanings import (
    NOTHING,
    Asked,
    CardView,
    Closed,
    Filled,
    Form,
    Home,
    Linked,
    Meaning,
    Press,
    Pressed,
    Revoked,
    Start,
    Submitted,
    Talk,
)
from bot.channels.slack.reading import SPOKEN, read
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


def filled(**fields: Any) -> dict[str, Any]:
    """A form of a card as it comes in, with this in its fields."""
    values: dict[str, Any] = {
        name: {name: {"type": "static_select", "selected_option": {"value": value} if value else None}}
        for name, value in fields.items()
        if name != "own"
    }
    if "own" in fields:
        values["own"] = {"own": {"type": "plain_text_input", "value": fields["own"]}}
    return {"id": "V1", "type": "modal", "callback_id": "kaartje", "hash": "1.a", "private_metadata": "F1",
            "state": {"values": values}}  # fmt: skip


def form(kind: str, view: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"type": kind, "user": {"id": "U1"}, "team": {"id": "T1"}, "view": view or filled(), **more}


def on_form(view: dict[str, Any], action: str) -> dict[str, Any]:
    return press(action, view=view, container={"type": "view"}, message=None, channel=None, response_url=None)


def card(**wish: str) -> CardView:
    return CardView(id="V1", hash="1.a", file="F1", wish=CardWish(**wish))


SMILEYS = [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [
    {"type": "text", "text": "Top "},
    {"type": "emoji", "name": "+1", "unicode": "1f44d-1f3fb", "skin_tone": 2},
    {"type": "emoji", "name": "smile", "unicode": "1f604"},
    {"type": "emoji", "name": "own"},
]}]}]  # fmt: skip
HOME: dict[str, Any] = {
    "container": {"type": "view"},
    "view": {"id": "V9", "type": "home", "callback_id": ""},
    "message": None,
}
SENT = Inbound(channel="slack", address="U1", external_id="T1:form:V1", kind="other", at=NOW)
FULL = {"who": "p1", "design": "hond", "ready": "denken-even", "own": " a &lt; b "}

TABLE: list[tuple[str, dict[str, Any], Meaning]] = [
    ("words", message(), said("text", "Hallo")),
    ("words as typed", message(text="&lt;!channel&gt; &amp;amp; \u202e"), said("text", "<!channel> &amp; \u202e")),
    ("a link", message(text="See &lt;here&gt;: <https://x.nl?a=1&amp;b=2>"),
     said("text", "See <here>: https://x.nl?a=1&b=2")),
    ("a link with words", message(text="<http://www.x.nl|www.x.nl> <mailto:a@x.nl|a@x.nl> <tel:06|06>"),
     said("text", "www.x.nl a@x.nl 06")),
    ("people and places", message(text="<@U2|karin> <@U3> <#C1|general> <!channel> <!here|here> <!subteam^S1|@team>"),
     said("text", "@karin @U3 #general @channel @here @team")),
    ("a moment", message(text="<!date^1770000000^{date}|2 February>"), said("text", "2 February")),
    ("smileys", message(text="Top :+1::skin-tone-2: :smile: :own:", blocks=SMILEYS),
     said("text", "Top \U0001f44d\U0001f3fb \U0001f604 :own:")),
    ("an odd smiley", message(text="Top :x:", blocks=[{"elements": [{"type": "emoji", "unicode": "zz"}, 1]}, None]),
     said("text", "Top :x:")),
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
    ("a way to one page", press("link", "/agenda/7"), Linked("U1", "D1", URL, "/agenda/7")),
    (
        "a command of the home page",
        press("command:help", "help", **HOME),
        Asked(command("help", "T1:press:U1:9.9")),
    ),
    (
        "a standing button of the home page",
        press("press:@kaart:a1", "@kaart:a1", **HOME),
        Asked(Inbound(channel="slack", address="U1", external_id="T1:press:U1:9.9", kind="press", at=NOW,
                      data="@kaart:a1")),
    ),
    (
        "a card of the home page",
        press("command:card", "card", trigger_id="7.7", **{**HOME, "response_url": None}),
        Form(command("card", "T1:press:U1:9.9"), "7.7"),
    ),
    (
        "a card once more",
        press("command:card", "card", trigger_id="7.7"),
        Form(command("card", "T1:press:U1:9.9"), "7.7", URL),
    ),
    ("an action of tomorrow", press("wave"), NOTHING),
    ("no action at all", press("press:4:1", actions=[]), NOTHING),
    ("a press by nobody", press("press:4:1", user={}), NOTHING),
    ("the menu", slash("/opstap"), Asked(command("menu"), URL)),
    ("words after the slash command", slash("/opstap", "hulp &amp; zo"), Talk(typed("hulp & zo"), "C1", URL)),
    ("a code", slash("/opstap", "koppel AB-12"), Start(command(""), "AB-12")),
    ("a code in capitals", slash("/opstap", " KOPPEL  ab 12 "), Start(command(""), "ab 12")),
    ("no code", slash("/opstap", "koppel"), Start(command(""), "")),
    ("a card", slash("/kaartje", "voor Jan"), Form(command("card"), "7.7", URL)),
    ("a command of another app", slash("/weer"), NOTHING),
    ("a form is begun", on_form(filled(design="hond"), "design"), Filled("U1", card(design="hond"))),
    (
        "a form is filled in",
        on_form(filled(**FULL), "own"),
        Filled("U1", card(who="p1", design="hond", ready="denken-even", text="a < b")),
    ),
    ("a field is emptied", on_form(filled(who="", ready="", own=None), "own"), Filled("U1", card())),
    ("a form is sent", form("view_submission", filled(**FULL)),
     Submitted(SENT, card(who="p1", design="hond", ready="denken-even", text="a < b"))),
    ("a form without state", form("view_submission", {**filled(), "state": None}), Submitted(SENT, card())),
    ("a form is closed", form("view_closed", filled(own="never mind")), Closed(card(text="never mind"))),
    ("a form of nobody", form("view_submission", user=None), NOTHING),
    ("a form of another app", form("view_submission", {**filled(), "callback_id": "x"}), NOTHING),
    ("a form that is not ours is closed", form("view_closed", {"id": "V1"}), NOTHING),
    (
        "a shortcut to a card",
        {"type": "shortcut", "callback_id": "kaartje", "user": {"id": "U1"}, "team": {"id": "T1"}, "trigger_id": "7.7",
         "action_ts": "9.9"},
        Form(command("card", "T1:press:U1:9.9"), "7.7"),
    ),
    ("a shortcut", {"type": "shortcut", "callback_id": "x", "user": {"id": "U1"}}, NOTHING),
    ("nothing", {}, NOTHING),
]  # fmt: skip


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


def inbounds() -> list[Inbound]:
    """What the table makes of all its rows."""
    found = (getattr(meaning, "inbound", None) for _, _, meaning in TABLE)
    return [one for one in found if isinstance(one, Inbound)]


def test_the_table_has_every_meaning_and_every_kind_of_input() -> None:
    assert {type(meaning) for _, _, meaning in TABLE} == set(get_args(Meaning))
    assert {one.kind for one in inbounds()} == set(get_args(InboundKind))


def test_the_table_has_every_action_every_kind_of_message_and_every_payload_that_is_read() -> None:
    actions = {
        one["action_id"].partition(":")[0]
        for _, payload, _ in TABLE
        if "actions" in payload and "modal" not in str(payload.get("view"))
        for one in payload["actions"]
    }
    named = {blocks.PRESS, blocks.DONE, blocks.TICKS, blocks.LINK, blocks.COMMAND, blocks.LEAD}
    assert named <= actions
    said = {payload["event"].get("subtype", "") for _, payload, _ in TABLE if payload.get("event")}
    assert said >= SPOKEN
    kinds = {str(payload.get("type")) for _, payload, _ in TABLE}
    assert kinds >= {"event_callback", "block_actions", "view_submission", "view_closed", "shortcut", "None"}


def test_what_a_person_did_has_an_id_of_its_own() -> None:
    for one in inbounds():
        assert one.external_id.startswith("T1:")
        assert one.channel == "slack"
