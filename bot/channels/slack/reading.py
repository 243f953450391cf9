"""Payload to meaning: what each kind of event, press, command and form is to the house."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from bot.channels.slack import blocks, cardform
from bot.channels.slack.blocks import unescape
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
from bot.channels.slack.typed import words
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
    if kind in ("view_submission", "view_closed"):
        return _form(body, now)
    if kind == "shortcut" and body.get("callback_id") == cardform.CALLBACK:
        return Form(_as_command(_pressed(body, _user(body), str(body.get("action_ts", "")), now), CARD), _trigger(body))
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
        text=words(event),
    )


def moment(ts: str) -> datetime:
    """The time of a message, which is also its name."""
    whole = ts.partition(".")[0]
    return datetime.fromtimestamp(int(whole) if whole.isascii() and whole.isdecimal() and len(whole) < 12 else 0, UTC)


# Presses


def _action(body: Body, now: datetime) -> Meaning:
    actions: list[Any] = list(body.get("actions") or ())
    user, view = _user(body), body.get("view") or {}
    if len(actions) != 1 or not user:
        return NOTHING
    if view.get("callback_id") == cardform.CALLBACK:
        return Filled(user, _card_view(view))
    action = actions[0]
    name, value = str(action.get("action_id", "")).partition(":")[0], str(action.get("value") or "")
    reply, channel = str(body.get("response_url") or ""), str((body.get("channel") or {}).get("id", ""))
    pressed = _pressed(body, user, str(action.get("action_ts", "")), now)
    if name == blocks.LINK:
        return Linked(user, channel, reply, value)
    if name == blocks.COMMAND:
        asked = _as_command(pressed, value)
        return Form(asked, _trigger(body), reply) if value == CARD else Asked(asked)
    if name not in (blocks.PRESS, blocks.DONE):
        return NOTHING
    ticked = _ticked(body) if name == blocks.DONE else []
    inbound = msgspec.structs.replace(pressed, data=value + ",".join(str(at) for at, _ in ticked))
    if view:  # On the home page stand only buttons that stay: there is no message to change.
        return Asked(inbound)
    said = ", ".join(label for _, label in ticked) if name == blocks.DONE else _label(action)
    return Pressed(inbound, _press(body, channel, said, reply))


def _user(body: Body) -> str:
    return str((body.get("user") or {}).get("id", ""))


def _trigger(body: Body) -> str:
    return str(body.get("trigger_id") or "")


def _pressed(body: Body, user: str, at: str, now: datetime) -> Inbound:
    """A press of this person at this moment, of which nothing is known yet."""
    team = str((body.get("team") or {}).get("id", ""))
    return Inbound(channel=CHANNEL, address=user, external_id=f"{team}:press:{user}:{at}", kind="press", at=now)


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


# Forms


def _form(body: Body, now: datetime) -> Meaning:
    """The form of a card that was sent in or closed; sent in again after an error it is still the same form."""
    view, user = body.get("view") or {}, _user(body)
    if view.get("callback_id") != cardform.CALLBACK or not user:
        return NOTHING
    found = _card_view(view)
    if body.get("type") == "view_closed":
        return Closed(found)
    team = str((body.get("team") or {}).get("id", ""))
    inbound = Inbound(channel=CHANNEL, address=user, external_id=f"{team}:form:{found.id}", kind="other", at=now)
    return Submitted(inbound, found)


def _card_view(view: Body) -> CardView:
    return CardView(
        id=str(view.get("id", "")),
        hash=str(view.get("hash", "")),
        file=str(view.get("private_metadata") or ""),
        wish=cardform.wish_of((view.get("state") or {}).get("values") or {}),
    )


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
        return Form(_as_command(inbound, CARD), _trigger(body), reply)
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
