"""The part of the platform's update that is read; every other field is passed over."""

from typing import Any

import msgspec
from msgspec import Struct

Raw = dict[str, Any]


class Chat(Struct, frozen=True):
    """Where something happened; `type` is private for a talk with one person."""

    id: int
    type: str = "private"


class Entity(Struct, frozen=True):
    """A mark in a text; only commands matter here. Counted in UTF-16 units."""

    type: str
    offset: int
    length: int


class Sound(Struct, frozen=True):
    """A spoken message."""

    file_id: str
    duration: int = 0
    mime_type: str = "audio/ogg"
    file_size: int = 0


class Sticker(Struct, frozen=True):
    """A sticker, and the sign that it stands for."""

    emoji: str = ""


class Keys(Struct, frozen=True):
    """The keyboard under a message, as it stood when something under it was pressed."""

    inline_keyboard: tuple[tuple[Raw, ...], ...] = ()


class Message(Struct, frozen=True, kw_only=True):
    """A message. `date` is 0 for one that is too old to be read."""

    message_id: int
    chat: Chat
    date: int = 0
    edit_date: int = 0
    text: str = ""
    caption: str = ""
    entities: tuple[Entity, ...] = ()
    reply_markup: Keys | None = None
    forward_origin: Raw | None = None
    migrate_to_chat_id: int = 0
    voice: Sound | None = None
    sticker: Sticker | None = None
    photo: list[Raw] | None = None
    video: Raw | None = None
    video_note: Raw | None = None
    animation: Raw | None = None
    audio: Raw | None = None
    document: Raw | None = None
    location: Raw | None = None
    venue: Raw | None = None
    contact: Raw | None = None
    poll: Raw | None = None
    dice: Raw | None = None
    story: Raw | None = None
    game: Raw | None = None
    checklist: Raw | None = None
    paid_media: Raw | None = None


class Query(Struct, frozen=True, kw_only=True):
    """A press on a button."""

    id: str
    data: str = ""
    message: Message | None = None


class Member(Struct, frozen=True):
    """How the bot stands in a chat."""

    status: str


class Membership(Struct, frozen=True, kw_only=True):
    """How the bot stood in a chat, and stands now."""

    chat: Chat
    new_chat_member: Member


class Update(Struct, frozen=True, kw_only=True):
    """One thing that happened."""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Query | None = None
    my_chat_member: Membership | None = None
    channel_post: Message | None = None


KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")
"""What the platform is asked to tell about."""

decode = msgspec.json.Decoder(Update).decode


def chat_of(update: Update) -> int:
    """The chat in whose order an update must be taken; 0 when it has none."""
    where = update.message or update.edited_message or update.my_chat_member or update.channel_post
    if where is None and update.callback_query is not None:
        where = update.callback_query.message
    return where.chat.id if where else 0
