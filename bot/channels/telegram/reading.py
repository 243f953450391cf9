"""Payload to meaning: what each kind of update is to the house."""

from datetime import UTC, datetime

from msgspec import Struct

from bot.channels.telegram.keyboard import DONE, beside, ticked
from bot.channels.telegram.payload import Membership, Message, Query, Sound, Update
from bot.messages import Inbound, InboundKind

CHANNEL = "telegram"
HERE = frozenset({"member", "administrator", "creator", "restricted"})
"""How the bot can stand in a chat in which it is."""


class Press(Struct, frozen=True, kw_only=True):
    """A button that was pressed, and the keyboard in which it stood (None when that is too old to be told)."""

    query: str
    chat: int
    message: int
    data: str
    rows: tuple[tuple[dict[str, str], ...], ...] | None


class Talk(Struct, frozen=True, kw_only=True):
    """Something that a person said or sent. `sound` must still be fetched."""

    inbound: Inbound
    sound: Sound | None = None


class Pressed(Struct, frozen=True, kw_only=True):
    """A button that answers a question was pressed; the press must be answered and its keyboard settled."""

    inbound: Inbound
    press: Press


class Tick(Struct, frozen=True):
    """A press that answers nothing: a line of a list was ticked, or not any more, or it is the channel's own button."""

    press: Press


class Start(Struct, frozen=True):
    """Someone opened the bot, with a code or without."""

    inbound: Inbound
    code: str


class Blocked(Struct, frozen=True):
    """A person wants nothing more from the bot."""

    address: str


class Elsewhere(Struct, frozen=True):
    """The bot is in a group or a channel, where it has nothing to say. `speak`: it may say so before it goes."""

    chat: int
    speak: bool


class Moved(Struct, frozen=True):
    """A chat has another number from now on."""

    old: int
    new: int


class Nothing(Struct, frozen=True):
    """Something that is nobody's business."""


Meaning = Talk | Pressed | Tick | Start | Blocked | Elsewhere | Moved | Nothing
NOTHING = Nothing()

SENT: dict[str, InboundKind] = {
    "photo": "photo",
    "animation": "video",
    "video": "video",
    "video_note": "video",
    "audio": "file",
    "document": "file",
    "location": "other",
    "venue": "other",
    "contact": "other",
    "poll": "other",
    "dice": "other",
    "story": "other",
    "game": "other",
    "checklist": "other",
    "paid_media": "other",
}
"""What a message can hold -> what it is to us. What is not in it (someone pinned a message) is no message."""


def read(update: Update, bot: int, now: datetime, name: str) -> Meaning:
    """What an update means. `bot` is our own id, so that the ids of two bots never clash; `name` our user name."""
    if update.callback_query is not None:
        return _press(update.callback_query, bot, now)
    if update.message is not None:
        return _message(update.message, bot, name)
    if update.edited_message is not None:
        return _edited(update.edited_message, bot)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    if update.channel_post is not None:
        return Elsewhere(update.channel_post.chat.id, speak=False)
    return NOTHING


def _message(message: Message, bot: int, name: str) -> Meaning:
    chat = message.chat
    if message.migrate_to_chat_id:
        return Moved(chat.id, message.migrate_to_chat_id)
    if chat.type != "private":
        return Elsewhere(chat.id, speak=chat.type != "channel")
    id = f"{bot}:{chat.id}:{message.message_id}"
    if message.text:
        return _text(message, id, name)
    if message.sticker is not None:
        return Talk(inbound=_inbound(message, id, "text", message.sticker.emoji or "\N{SLIGHTLY SMILING FACE}"))
    if message.voice is not None:
        return Talk(inbound=_inbound(message, id, "voice", message.caption), sound=message.voice)
    for field, kind in SENT.items():
        if getattr(message, field) is not None:
            return Talk(inbound=_inbound(message, id, kind, message.caption))
    return NOTHING


def _text(message: Message, id: str, name: str) -> Meaning:
    """A command may carry our name; /start may carry a code, unless someone else's message was passed on."""
    text = message.text
    first = message.entities[0] if message.entities else None
    if first is None or first.type != "bot_command" or first.offset != 0:
        return Talk(inbound=_inbound(message, id, "text", text))
    command, _, rest = text.partition(" ")
    word, _, whose = command.partition("@")
    if whose and whose.lower() != name.lower():
        return NOTHING
    text = f"{word} {rest}".strip()
    if word == "/start" and message.forward_origin is None:
        return Start(_inbound(message, id, "text", word), rest.strip())
    return Talk(inbound=_inbound(message, id, "text", text))


def _edited(message: Message, bot: int) -> Meaning:
    """Read once more for what is urgent, and answered no second time."""
    text = message.text or message.caption
    if message.chat.type != "private" or not text:
        return NOTHING
    id = f"{bot}:{message.chat.id}:{message.message_id}:{message.edit_date}"
    return Talk(inbound=_inbound(message, id, "edit", text))


def _press(query: Query, bot: int, now: datetime) -> Meaning:
    message = query.message
    if message is None or message.chat.type != "private":
        return NOTHING
    keys = message.reply_markup
    rows = keys.inline_keyboard if keys is not None else None
    press = Press(query=query.id, chat=message.chat.id, message=message.message_id, data=query.data, rows=rows)
    if beside(query.data):
        return Tick(press)
    data = query.data
    if data.endswith(DONE):
        data += ",".join(map(str, sorted(ticked(rows or ()))))
    inbound = Inbound(
        channel=CHANNEL,
        address=str(message.chat.id),
        external_id=f"{bot}:press:{query.id}",
        kind="press",
        at=now,
        data=data,
    )
    return Pressed(inbound=inbound, press=press)


def _membership(change: Membership) -> Meaning:
    status = change.new_chat_member.status
    if change.chat.type == "private":
        return Blocked(str(change.chat.id)) if status not in HERE else NOTHING
    return Elsewhere(change.chat.id, speak=change.chat.type != "channel") if status in HERE else NOTHING


def _inbound(message: Message, id: str, kind: InboundKind, text: str) -> Inbound:
    return Inbound(
        channel=CHANNEL,
        address=str(message.chat.id),
        external_id=id,
        kind=kind,
        at=datetime.fromtimestamp(message.edit_date or message.date, UTC),
        text=text,
    )
