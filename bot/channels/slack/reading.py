"""Payload to meaning: what each kind of event, press, command and form is to the house."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.channels.slack import blocks
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
from bot.messages import Inbound, InboundKind

CHANNEL = "slack"
LINKING = "koppel"
"""The word after the slash command that is followed by a code."""
MENU, CARD = "menu", "card"
SPOKEN = frozenset({"", "me_message", "file_share", "thread_broadcast"})
"""Kinds of message that a person wrote."""

Body = Mapping[str, Any]


def read(body: Body, now: datetime) -> Meaning:
    """What a payload means."""
    kind = body.get("type")
    if kind == "event_callback":
        return _event(body.get("event") or {}, str(body.get("team_id", "")))
    if kind == "block_actions":
        return _action(body, now)
    if "command" in body and kind is None:
        return _command(body, now)
    return NOTHING


# Events


def _event(event: Body, team: str) -> Meaning:
    kind = event.get("type")
    if kind == "message":
        return _message(event, team)
    if kind == "app_home_opened" and event.get("tab") == "home":
        return Home(str(event.get("user", "")))
    return Revoked() if kind in ("app_uninstalled", "tokens_revoked") else NOTHING


def _message(event: Body, team: str) -> Meaning:
    """Only what a person wrote to the app alone. The same message may come with several event ids."""
    if event.get("channel_type") != "im":
        return NOTHING
    subtype, channel = str(event.get("subtype") or ""), str(event.get("channel", ""))
    if subtype == "message_changed":
        return _changed(event.get("message") or {}, event.get("previous_message") or {}, channel, team)
    if subtype not in SPOKEN or event.get("bot_id") or not event.get("user"):
        return NOTHING
    ts = str(event.get("ts", ""))
    kind = _sent(event.get("files") or ())
    inbound = _inbound(event, f"{team}:{channel}:{ts}", kind, ts)
    return Talk(inbound, channel)


def _changed(message: Body, before: Body, channel: str, team: str) -> Meaning:
    """Read once more for what is urgent. A change that is only a preview of a link has the same words."""
    edited = message.get("edited") or {}
    if message.get("bot_id") or not message.get("user") or not edited or message.get("text") == before.get("text"):
        return NOTHING
    at = str(edited.get("ts", ""))
    return Talk(_inbound(message, f"{team}:{channel}:{message.get('ts', '')}:{at}", "edit", at), channel)


def _sent(files: Any) -> InboundKind:
    """What came with the words: of several files the first counts."""
    if not files:
        return "text"
    mime = str(files[0].get("mimetype", ""))
    kinds: dict[str, InboundKind] = {"image": "photo", "video": "video", "audio": "voice"}
    return kinds.get(mime.partition("/")[0], "file")


def _inbound(event: Body, id: str, kind: InboundKind, ts: str) -> Inbound:
    return Inbound(
        channel=CHANNEL,
        address=str(event["user"]),
        external_id=id,
        kind=kind,
        at=moment(ts),
        text=unescape(str(event.get("text") or "")),
    )


def moment(ts: str) -> datetime:
    """The time of a message, which is also its name."""
    whole = ts.partition(".")[0]
    return datetime.fromtimestamp(int(whole) if whole.isascii() and whole.isdecimal() and len(whole) < 12 else 0, UTC)


def unescape(text: str) -> str:
    """What a person typed, from how it stands in an event."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


# Presses


def _action(body: Body, now: datetime) -> Meaning:
    actions: list[Any] = list(body.get("actions") or ())
    if len(actions) != 1:
        return NOTHING
    action, user = actions[0], str((body.get("user") or {}).get("id", ""))
    name = str(action.get("action_id", "")).partition(":")[0]
    reply, channel = str(body.get("response_url") or ""), str((body.get("channel") or {}).get("id", ""))
    if name == blocks.LINK:
        return Linked(user, channel, reply)
    if name not in (blocks.PRESS, blocks.DONE, blocks.COMMAND) or not user:
        return NOTHING
    ticked = _ticked(body) if name == blocks.DONE else []
    inbound = Inbound(
        channel=CHANNEL,
        address=user,
        external_id=f"{(body.get('team') or {}).get('id', '')}:press:{user}:{action.get('action_ts', '')}",
        kind="command" if name == blocks.COMMAND else "press",
        at=now,
        data=str(action.get("value") or "") + ",".join(str(at) for at, _ in ticked),
    )
    if name == blocks.COMMAND:
        return Asked(inbound)
    said = ", ".join(label for _, label in ticked) if name == blocks.DONE else _label(action)
    return Pressed(inbound, _press(body, channel, said, reply))


def _press(body: Body, channel: str, label: str, reply: str) -> Press:
    message = body.get("message") or {}
    return Press(
        channel=channel,
        ts=str(message.get("ts", "")),
        blocks=tuple(message.get("blocks") or ()),
        text=str(message.get("text", "")),
        label=label,
        url=reply,
    )


def _label(option: Body) -> str:
    return unescape(str((option.get("text") or {}).get("text", "")))


def _ticked(body: Body) -> list[tuple[int, str]]:
    """Position and label of each line that is ticked, in order; the value of a line is `12:3`."""
    state = ((body.get("state") or {}).get("values") or {}).get(blocks.TICKS, {}).get(blocks.TICKS, {})
    found = []
    for option in state.get("selected_options") or ():
        at = str(option.get("value", "")).rpartition(":")[2]
        if at.isascii() and at.isdecimal() and len(at) <= 3:
            found.append((int(at), _label(option)))
    return sorted(found)


# Commands


def _command(body: Body, now: datetime) -> Meaning:
    """`/opstap koppel CODE`, `/opstap` with or without the name of a command, `/kaartje`."""
    text, reply = str(body.get("text") or "").strip(), str(body.get("response_url") or "")
    inbound = Inbound(
        channel=CHANNEL,
        address=str(body.get("user_id", "")),
        external_id=f"{body.get('team_id', '')}:command:{body.get('trigger_id', '')}",
        kind="command",
        at=now,
    )
    if body["command"] == "/kaartje":
        return Asked(_as_command(inbound, CARD), reply)
    if body["command"] != "/opstap":
        return NOTHING
    word, _, rest = text.partition(" ")
    if word.lower() == LINKING:
        return Start(inbound, rest.strip())
    if not text:
        return Asked(_as_command(inbound, MENU), reply)
    typed = Inbound(
        channel=CHANNEL, address=inbound.address, external_id=inbound.external_id, kind="text", at=now,
        text=unescape(text),
    )  # fmt: skip
    return Talk(typed, str(body.get("channel_id", "")), reply)


def _as_command(inbound: Inbound, name: str) -> Inbound:
    return Inbound(
        channel=inbound.channel, address=inbound.address, external_id=inbound.external_id, kind="command",
        at=inbound.at, data=name,
    )  # fmt: skip
