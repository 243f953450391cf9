"""Payload to meaning: one row for each kind of update."""

from datetime import UTC, datetime
from typing import Any, get_args

import msgspec
import pytest

from bot.channels.telegram.payload import KINDS, Message, Sound, decode
from bot.channels.telegram.reading import (
    NOTHING,
    SENT,
    Blocked,
    Elsewhere,
    Meaning,
    Moved,
    Press,
    Pressed,
    Start,
    Talk,
    Tick,
    read,
)
from bot.messages import Inbound, InboundKind

BOT, CHAT, NAME = 99, 5001, "opstap_bot"
SENT_AT, CHANGED_AT = 1_770_000_000, 1_770_000_060
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

PRIVATE = {"id": CHAT, "type": "private", "first_name": "Fatima"}
GROUP = {"id": -100, "type": "supergroup", "title": "Family"}
CHANNEL = {"id": -200, "type": "channel", "title": "News"}
WHO = {"id": CHAT, "is_bot": False, "first_name": "Fatima", "language_code": "nl"}
COMMAND = [{"type": "bot_command", "offset": 0, "length": 6}]
FILE = {"file_id": "abc", "file_unique_id": "u", "file_size": 4000}
VOICE = {**FILE, "duration": 3, "mime_type": "audio/ogg"}
FORWARD = {"type": "user", "date": 1, "sender_user": WHO}
LIST = [
    [{"text": "☑ One", "callback_data": "~4:0"}],
    [{"text": "☐ Two", "callback_data": "~4:1"}],
    [{"text": "☑ Three", "callback_data": "~4:2"}],
    [{"text": "Done", "callback_data": "4:="}],
]


def message(**content: Any) -> dict[str, Any]:
    base = {"message_id": 7, "from": WHO, "chat": PRIVATE, "date": SENT_AT}
    return {"update_id": 1, "message": {**base, **content}}


BESIDE = {"edit_date", "reply_markup"}
"""Fields of a message that only an edit or a press has."""
NEWS = message(chat=CHANNEL, text="news")["message"]


def edited(**content: Any) -> dict[str, Any]:
    found = message(**content)["message"]
    return {"update_id": 1, "edited_message": {**found, "edit_date": CHANGED_AT}}


def press(data: str | None, **below: Any) -> dict[str, Any]:
    under = {"message_id": 9, "chat": PRIVATE, "date": SENT_AT, "text": "May I?", **below}
    query = {"id": "77", "from": WHO, "chat_instance": "1", "message": under}
    return {"update_id": 1, "callback_query": query if data is None else {**query, "data": data}}


def member(chat: dict[str, Any], status: str) -> dict[str, Any]:
    old = {"status": "left", "user": {"id": BOT}}
    change = {"chat": chat, "from": WHO, "date": SENT_AT, "old_chat_member": old}
    return {"update_id": 1, "my_chat_member": {**change, "new_chat_member": {"status": status, "user": {"id": BOT}}}}


def said(kind: InboundKind, text: str = "", *, id: str = "99:5001:7", at: int = SENT_AT) -> Inbound:
    when = datetime.fromtimestamp(at, UTC)
    return Inbound(channel="telegram", address="5001", external_id=id, kind=kind, at=when, text=text)


def pressed(data: str, carried: str, rows: Any = None) -> Meaning:
    inbound = Inbound(
        channel="telegram", address="5001", external_id="99:press:77", kind="press", at=NOW, data=data
    )  # fmt: skip
    return Pressed(inbound=inbound, press=below(carried, rows))


def below(data: str, rows: Any = None) -> Press:
    found = tuple(tuple(row) for row in rows) if rows is not None else None
    return Press(query="77", chat=CHAT, message=9, data=data, rows=found)


TABLE: list[tuple[str, dict[str, Any], Meaning]] = [
    ("words", message(text="Hallo daar"), Talk(inbound=said("text", "Hallo daar"))),
    ("words as typed", message(text="<b>&\u202e\u200b"), Talk(inbound=said("text", "<b>&\u202e\u200b"))),
    ("words passed on", message(text="look", forward_origin=FORWARD), Talk(inbound=said("text", "look"))),
    ("a command", message(text="/hulp", entities=COMMAND), Talk(inbound=said("text", "/hulp"))),
    ("ours", message(text="/hulp@Opstap_Bot nu", entities=COMMAND), Talk(inbound=said("text", "/hulp nu"))),
    ("of another bot", message(text="/hulp@other_bot", entities=COMMAND), NOTHING),
    ("start", message(text="/start", entities=COMMAND), Start(said("text", "/start"), "")),
    ("start with a code", message(text="/start AB-12", entities=COMMAND), Start(said("text", "/start"), "AB-12")),
    (
        "start passed on",
        message(text="/start AB-12", entities=COMMAND, forward_origin=FORWARD),
        Talk(inbound=said("text", "/start AB-12")),
    ),
    ("a slash without a command", message(text="/start AB-12"), Talk(inbound=said("text", "/start AB-12"))),
    ("a spoken message", message(voice=VOICE), Talk(inbound=said("voice"), sound=Sound("abc", 3, "audio/ogg", 4000))),
    ("a sticker", message(sticker={**FILE, "emoji": "😀"}), Talk(inbound=said("text", "😀"))),
    ("a nameless sticker", message(sticker=FILE), Talk(inbound=said("text", "🙂"))),
    ("a picture", message(photo=[FILE, FILE]), Talk(inbound=said("photo"))),
    ("words under a picture", message(photo=[FILE], caption="me"), Talk(inbound=said("photo", "me"))),
    ("a film", message(video=FILE, caption="me"), Talk(inbound=said("video", "me"))),
    ("a round film", message(video_note=FILE), Talk(inbound=said("video"))),
    ("a moving picture", message(animation=FILE, document=FILE), Talk(inbound=said("video"))),
    ("music", message(audio=FILE), Talk(inbound=said("file"))),
    ("a file", message(document=FILE), Talk(inbound=said("file"))),
    ("a place", message(location={"latitude": 1, "longitude": 2}), Talk(inbound=said("other"))),
    ("a venue", message(venue={"title": "x"}), Talk(inbound=said("other"))),
    ("a contact", message(contact={"phone_number": "1"}), Talk(inbound=said("other"))),
    ("a poll", message(poll={"id": "1"}), Talk(inbound=said("other"))),
    ("dice", message(dice={"emoji": "🎲", "value": 2}), Talk(inbound=said("other"))),
    ("a story", message(story={"id": 1}), Talk(inbound=said("other"))),
    ("a game", message(game={"title": "x"}), Talk(inbound=said("other"))),
    ("a list", message(checklist={"title": "x"}), Talk(inbound=said("other"))),
    ("paid media", message(paid_media={"star_count": 1}), Talk(inbound=said("other"))),
    ("someone pinned", message(pinned_message={"message_id": 1}), NOTHING),
    ("a new picture", message(new_chat_photo=[FILE]), NOTHING),
    ("no sender", message(text="hi", **{"from": None}), Talk(inbound=said("text", "hi"))),
    ("a group grew", message(chat=GROUP, migrate_to_chat_id=-300), Moved(-100, -300)),
    ("words in a group", message(chat=GROUP, text="hi"), Elsewhere(-100, speak=True)),
    (
        "an edit",
        edited(text="Hallo"),
        Talk(inbound=said("edit", "Hallo", id="99:5001:7:1770000060", at=CHANGED_AT)),
    ),
    (
        "edited words under a picture",
        edited(photo=[FILE], caption="me"),
        Talk(inbound=said("edit", "me", id="99:5001:7:1770000060", at=CHANGED_AT)),
    ),
    ("an edit without words", edited(photo=[FILE]), NOTHING),
    ("an edit in a group", edited(chat=GROUP, text="hi"), NOTHING),
    ("a press", press("4:1", reply_markup={"inline_keyboard": LIST}), pressed("4:1", "4:1", LIST)),
    ("a press on what is too old to see", press("4:1", date=0), pressed("4:1", "4:1")),
    ("a list is done", press("4:=", reply_markup={"inline_keyboard": LIST}), pressed("4:=0,2", "4:=", LIST)),
    ("a list that cannot be seen", press("4:="), pressed("4:=", "4:=")),
    ("a standing button", press("@kaart:a1"), pressed("@kaart:a1", "@kaart:a1")),
    ("tampered with", press("4:1; DROP TABLE"), pressed("4:1; DROP TABLE", "4:1; DROP TABLE")),
    ("a line is ticked", press("~4:1", reply_markup={"inline_keyboard": LIST}), Tick(below("~4:1", LIST))),
    ("a settled button", press("-"), Tick(below("-"))),
    ("a message to take away", press("x12"), Tick(below("x12"))),
    ("a press without data", press(None), pressed("", "")),
    ("a press in a group", press("4:1", chat=GROUP), NOTHING),
    ("a press without a message", {"update_id": 1, "callback_query": {"id": "7", "from": WHO, "data": "x"}}, NOTHING),
    ("blocked", member(PRIVATE, "kicked"), Blocked("5001")),
    ("let in again", member(PRIVATE, "member"), NOTHING),
    ("put in a group", member(GROUP, "member"), Elsewhere(-100, speak=True)),
    ("made head of a group", member(GROUP, "administrator"), Elsewhere(-100, speak=True)),
    ("put out of a group", member(GROUP, "left"), NOTHING),
    ("put in a channel", member(CHANNEL, "administrator"), Elsewhere(-200, speak=False)),
    (
        "a channel speaks",
        {"update_id": 1, "channel_post": message(chat=CHANNEL)["message"]},
        Elsewhere(-200, speak=False),
    ),
    ("a kind of tomorrow", {"update_id": 1, "telepathy": {"text": "hi"}}, NOTHING),
]


@pytest.mark.parametrize(("payload", "meaning"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_each_update_means_this(payload: dict[str, Any], meaning: Meaning) -> None:
    assert read(decode(msgspec.json.encode(payload)), BOT, NOW, NAME) == meaning


def test_the_table_has_every_kind_that_is_asked_for_and_everything_that_can_be_sent() -> None:
    kinds = {kind for _, payload, _ in TABLE for kind in payload}
    assert kinds >= set(KINDS)
    sent = {field for _, payload, _ in TABLE for field in payload.get("message", {})}
    assert sent >= set(SENT)
    assert {field.name for field in msgspec.structs.fields(Message)} - BESIDE == sent - {
        "from",
        "new_chat_photo",
        "pinned_message",
    }


def test_the_table_has_every_meaning_and_every_kind_of_message() -> None:
    assert {type(meaning) for _, _, meaning in TABLE} == set(get_args(Meaning))
    kinds = {meaning.inbound.kind for _, _, meaning in TABLE if isinstance(meaning, Talk | Pressed | Start)}
    assert kinds == set(get_args(InboundKind)) - {"command"}, "here a command is a text that begins with a slash"


def test_two_bots_and_two_moments_never_share_an_id() -> None:
    seen = set()
    for bot in (1, 2):
        for payload in (message(text="a"), message(text="a", message_id=8), edited(text="a"), press("4:1")):
            meaning = read(decode(msgspec.json.encode(payload)), bot, NOW, NAME)
            assert isinstance(meaning, Talk | Pressed)
            seen.add(meaning.inbound.external_id)
    assert len(seen) == 8


@pytest.mark.parametrize(
    "broken",
    [b"", b"{", b"[]", b"null", b'{"update_id": "x"}', b'{"message": {}}', b'{"update_id": 1, "message": {"text": 5}}'],
)
def test_what_is_no_update_is_refused_with_one_kind_of_error(broken: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode(broken)
