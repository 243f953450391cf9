"""What a bot can do in a chat: send, change, take away, answer a press."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from tests.fakes.telegram import entities, keyboards
from tests.fakes.telegram.chats import Bubble, Chat, Chats, Wire
from tests.fakes.telegram.methods import DOWNLOAD, LARGEST, MEDIA
from tests.fakes.telegram.refusals import BLOCKED, NO_CHAT, TOO_OLD, RefusedError, bad
from tests.fakes.telegram.updates import PRESS

TWO_DAYS = 48 * 3600
TEXT, CAPTION, TOAST = 4096, 1024, 200

Fields = dict[str, Any]
Files = dict[str, bytes]


class Desk:
    """One bot among its chats. File ids are this bot's own: those of another mean nothing here."""

    def __init__(self, bot: Wire, chats: Chats, clock: Callable[[], float]) -> None:
        self.bot = bot
        self.chats = chats
        self._clock = clock
        self.files: Files = {}
        self.uploads = 0
        self.presses: dict[str, float] = {}
        self.answered: list[str] = []
        self.toasts: dict[str, str] = {}
        self.commands: dict[str, list[Wire]] = {}

    # Chats

    def chat(self, fields: Fields, *, may_be_blocked: bool = False) -> Chat:
        """The chat of a request; refuses one that is not there (any more)."""
        raw = str(fields.get("chat_id", ""))
        found = self.chats.all.get(int(raw)) if raw.lstrip("-").isdecimal() else None
        if found is None:
            raise NO_CHAT
        if found.moved_to:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusedError(400, words, migrate_to_chat_id=found.moved_to)
        if found.left:
            raise RefusedError(403, "Forbidden: bot was kicked from the group chat")
        if found.blocked and not may_be_blocked:
            raise BLOCKED
        return found

    def get_chat(self, fields: Fields) -> Wire:
        return self.chat(fields, may_be_blocked=True).wire

    def leave(self, fields: Fields) -> bool:
        chat = self.chat(fields)
        if chat.kind == "private":
            raise bad("chat member status can't be changed in private chats")
        chat.left = True
        return True

    # Sending

    def send(self, method: str, fields: Fields, files: Files) -> Wire:
        chat = self.chat(fields)
        body: Wire = {}
        if method == "sendMessage":
            body |= self._words(fields, "text", TEXT)
        else:
            body |= self._media(method, fields, files)
            body |= self._words(fields, "caption", CAPTION)
        markup = keyboards.read(fields.get("reply_markup"))
        if markup:
            body["reply_markup"] = markup
        return self._put(chat, method, body)

    def _put(self, chat: Chat, method: str, body: Wire) -> Wire:
        now = self._clock()
        id = self.chats.next_id()
        wire = {"message_id": id, "from": self.bot, "chat": chat.wire, "date": int(now), **body}
        chat.bubbles[id] = Bubble(id=id, chat=chat.id, mine=True, date=now, wire=wire, method=method)
        return wire

    def _words(self, fields: Fields, name: str, most: int) -> Wire:
        text, marks = entities.read(str(fields.get(name, "")), fields.get("parse_mode"))
        if not text and name == "text":
            raise bad("message text is empty")
        if entities.length(text) > most:
            raise bad("message is too long" if name == "text" else "message caption is too long")
        found: Wire = {name: text} if text else {}
        return {**found, "entities" if name == "text" else "caption_entities": marks} if marks else found

    def _media(self, method: str, fields: Fields, files: Files) -> Wire:
        name = MEDIA[method]
        if name in files:
            return {name: self._object(name, self._keep(name, files[name]))}
        given = fields.get(name)
        if not given:
            raise bad(f"there is no {name} in the request")
        if given not in self.files or not str(given).startswith(name):
            raise bad("wrong file identifier/HTTP URL specified")
        return {name: self._object(name, str(given))}

    def _keep(self, name: str, content: bytes) -> str:
        if not content:
            raise bad("file must be non-empty")
        if len(content) > LARGEST[name]:
            raise RefusedError(413, "Request Entity Too Large")
        self.uploads += 1
        salt = f"{self.bot['id']} {name}".encode()
        id = f"{name}-{hashlib.sha256(salt + content).hexdigest()[:24]}"
        self.files[id] = content
        return id

    def _object(self, name: str, id: str) -> Any:
        one = {"file_id": id, "file_unique_id": id[-10:], "file_size": len(self.files[id])}
        if name == "photo":
            small = {**one, "file_id": f"photo-small-{id[-8:]}", "width": 90, "height": 160}
            return [small, {**one, "width": 720, "height": 1280}]
        return {**one, "duration": 1} | ({"width": 720, "height": 1280} if name == "video" else {})

    # Changing

    def _mine(self, fields: Fields) -> Bubble:
        chat = self.chat(fields)
        found = chat.bubbles.get(int(fields.get("message_id", 0)))
        if found is None or found.deleted:
            raise bad("message to edit not found")
        if not found.mine:
            raise bad("message can't be edited")
        return found

    def edit_markup(self, fields: Fields) -> Wire:
        return self._edit(self._mine(fields), {}, fields)

    def edit_text(self, fields: Fields) -> Wire:
        bubble = self._mine(fields)
        if "text" not in bubble.wire:
            raise bad("there is no text in the message to edit")
        return self._edit(bubble, self._words(fields, "text", TEXT), fields)

    def _edit(self, bubble: Bubble, words: Wire, fields: Fields) -> Wire:
        changed = {key: one for key, one in bubble.wire.items() if key not in ("reply_markup", "edit_date")} | words
        markup = keyboards.read(fields.get("reply_markup"))
        if markup:
            changed["reply_markup"] = markup
        if changed == {key: one for key, one in bubble.wire.items() if key != "edit_date"}:
            raise bad("message is not modified: specified new message content and reply markup are exactly the same")
        bubble.wire = {**changed, "edit_date": int(self._clock())}
        bubble.edits += 1
        return bubble.wire

    def delete(self, fields: Fields) -> bool:
        chat = self.chat(fields)
        found = chat.bubbles.get(int(fields.get("message_id", 0)))
        if found is None or found.deleted:
            raise bad("message to delete not found")
        if self._clock() - found.date > TWO_DAYS:
            raise bad("message can't be deleted for everyone")
        found.deleted = True
        return True

    # Presses, files, commands

    def answer(self, fields: Fields) -> bool:
        id = str(fields.get("callback_query_id", ""))
        born = self.presses.get(id)
        if born is None or self._clock() - born > PRESS:
            raise TOO_OLD
        if entities.length(str(fields.get("text", ""))) > TOAST:
            raise bad("MESSAGE_TOO_LONG")
        self.answered.append(id)
        self.toasts[id] = str(fields.get("text", ""))
        return True

    def get_file(self, fields: Fields) -> Wire:
        id = str(fields.get("file_id", ""))
        if id not in self.files:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(self.files[id]) > DOWNLOAD:
            raise bad("file is too big")
        size = len(self.files[id])
        return {"file_id": id, "file_unique_id": id[-10:], "file_size": size, "file_path": f"files/{id}"}

    def set_commands(self, fields: Fields) -> bool:
        given = fields.get("commands", [])
        commands = json.loads(given) if isinstance(given, str) else given
        for one in commands:
            name, words = one.get("command", ""), one.get("description", "")
            if not (name.isascii() and name.replace("_", "").isalnum() and name == name.lower() and len(name) <= 32):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(words) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        if len(commands) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        self.commands[_scope(fields)] = commands
        return True

    def get_commands(self, fields: Fields) -> list[Wire]:
        return self.commands.get(_scope(fields), [])

    def delete_commands(self, fields: Fields) -> bool:
        self.commands.pop(_scope(fields), None)
        return True


def _scope(fields: Fields) -> str:
    """A name for the scope: default, all_private_chats, chat:ID."""
    given = fields.get("scope") or {"type": "default"}
    scope = json.loads(given) if isinstance(given, str) else given
    if scope["type"] not in ("default", "all_private_chats", "all_group_chats", "chat"):
        raise bad("unsupported scope")
    return f"chat:{scope['chat_id']}" if scope["type"] == "chat" else str(scope["type"])
