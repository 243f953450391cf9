"""What the app can do in the workspace: say, change, whisper, publish a page, bring a file."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image

from tests.fakes.slack import rules
from tests.fakes.slack.refusals import RefusedError
from tests.fakes.slack.views import Views
from tests.fakes.slack.workspace import Bubble, Member, Wire, Workspace

Fields = dict[str, Any]
SHOWN = frozenset({"JPEG", "PNG", "GIF"})
"""Kinds of picture that can stand in a message."""
ANSWERS, ANSWERS_FOR = 5, 30 * 60
"""How often and for how many seconds the address of a press or command can be used."""


class Office:
    """`unready`: so many more messages are refused with a picture that was just brought."""

    def __init__(self, workspace: Workspace, clock: Callable[[], float], base: Callable[[], str]) -> None:
        self.workspace = workspace
        self._clock = clock
        self._base = base
        self.files: dict[str, bytes] = {}
        self.whole: set[str] = set()
        self.unready = 0
        self.views = Views(workspace, clock, self.has)
        self.removed: list[str] = []
        self.replies: dict[str, tuple[float, int, Bubble | None, str]] = {}
        self.pings: list[str] = []

    # Methods

    def auth_test(self, fields: Fields) -> Wire:
        there = self.workspace
        return {"url": "https://x.slack.com/", "team": "X", "team_id": there.team, "user": "opstap",
                "user_id": there.bot_user, "bot_id": there.bot}  # fmt: skip

    def open(self, fields: Fields) -> Wire:
        member = self.workspace.members.get(str(fields.get("users", "")))
        if member is None:
            raise RefusedError("user_not_found")
        if member.deleted:
            raise RefusedError("user_disabled")
        return {"channel": {"id": member.im}, "no_op": True, "already_open": True}

    def post(self, fields: Fields) -> Wire:
        member = self._member(fields)
        self._check(fields)
        bubble = self._bubble(member, fields)
        member.bubbles[bubble.ts] = bubble
        return {"channel": member.im, "ts": bubble.ts, "message": {"text": bubble.text, "type": "message"}}

    def whisper(self, fields: Fields) -> Wire:
        member = self._member(fields)
        if fields.get("user") != member.id:
            raise RefusedError("user_not_in_channel")
        self._check(fields)
        bubble = self._bubble(member, fields, only=member.id)
        member.bubbles[bubble.ts] = bubble
        return {"message_ts": bubble.ts}

    def update(self, fields: Fields) -> Wire:
        member = self._member(fields)
        bubble = member.bubbles.get(str(fields.get("ts", "")))
        if bubble is None or bubble.only:
            raise RefusedError("message_not_found")
        if not bubble.mine:
            raise RefusedError("cant_update_message")
        self._check(fields)
        self._change(bubble, fields)
        return {"channel": member.im, "ts": bubble.ts, "text": bubble.text}

    def place(self, fields: Fields) -> Wire:
        if not str(fields.get("length", "")).isdecimal() or not fields.get("filename"):
            raise RefusedError("invalid_arguments")
        id = f"F{len(self.files) + len(self.removed):09d}"
        self.files[id] = b"\0" * int(fields["length"])
        return {"file_id": id, "upload_url": f"{self._base()}/upload/{id}"}

    def complete(self, fields: Fields) -> Wire:
        files = fields.get("files")
        listed = json.loads(files) if isinstance(files, str) else files
        for one in listed or []:
            if one.get("id") not in self.files or not self.files[one["id"]].strip(b"\0"):
                raise RefusedError("file_not_found")
            self.whole.add(one["id"])
        return {"files": [{"id": one["id"], "title": one.get("title", "")} for one in listed or []]}

    def remove(self, fields: Fields) -> Wire:
        id = str(fields.get("file", ""))
        if id not in self.files:
            raise RefusedError("file_not_found" if id not in self.removed else "file_deleted")
        self.take_away(id)
        return {}

    def take_away(self, id: str) -> None:
        """The file is gone, by the app or by somebody of the workspace."""
        self.removed.append(id)
        self.whole.discard(id)
        del self.files[id]

    def history(self, fields: Fields) -> Wire:
        member = self._member(fields)
        oldest, latest = str(fields.get("oldest", "0")), str(fields.get("latest", "9999999999"))
        limit = int(fields.get("limit", 100))
        if not 1 <= limit <= 999:
            raise RefusedError("invalid_limit")
        kept = [
            one for one in member.bubbles.values() if not one.only and float(oldest) < float(one.ts) < float(latest)
        ]
        kept.sort(key=lambda one: float(one.ts), reverse=True)
        at = int(str(fields.get("cursor") or "0").removeprefix("at-"))
        page, more = kept[at : at + limit], len(kept) > at + limit
        told: Wire = {"messages": [self._as_message(member, one) for one in page], "has_more": more}
        return {**told, "response_metadata": {"next_cursor": f"at-{at + limit}"}} if more else told

    def _as_message(self, member: Member, one: Bubble) -> Wire:
        base: Wire = {"type": "message", "text": one.text, "ts": one.ts, **one.more}
        if one.mine:
            return {**base, "user": self.workspace.bot_user, "bot_id": self.workspace.bot, "blocks": one.blocks}
        return {**base, "user": member.id}

    def info(self, fields: Fields) -> Wire:
        member = self.workspace.members.get(str(fields.get("user", "")))
        if member is None:
            raise RefusedError("user_not_found")
        return {"user": {"id": member.id, "deleted": member.deleted, "real_name": member.name}}

    # The address of a press or a command

    def reply(self, id: str, fields: Fields) -> None:
        began, used, bubble, user = self.replies.get(id, (0.0, ANSWERS, None, ""))
        if used >= ANSWERS or self._clock() - began > ANSWERS_FOR:
            raise RefusedError("used_url", status=404)
        unknown = set(fields) - {"text", "blocks", "replace_original", "delete_original", "response_type", "thread_ts"}
        if unknown:
            raise RefusedError("invalid_payload", status=400)
        self._check(fields)
        self.replies[id] = (began, used + 1, bubble, user)
        member = self.workspace.members[user]
        if fields.get("replace_original") and bubble is not None:
            self._change(bubble, fields)
            return
        only = user if fields.get("response_type", "ephemeral") == "ephemeral" else ""
        new = self._bubble(member, fields, only=only)
        member.bubbles[new.ts] = new

    # What all of them need

    def has(self, file: str) -> bool:
        """Whether a picture can be shown now."""
        if file not in self.whole:
            return False
        if self.unready:
            self.unready -= 1
            return False
        with Image.open(BytesIO(self.files[file])) as picture:
            return picture.format in SHOWN

    def _member(self, fields: Fields) -> Member:
        member = self.workspace.at(str(fields.get("channel", "")))
        if member is None:
            raise RefusedError("channel_not_found")
        if member.deleted:
            raise RefusedError("user_disabled")
        return member

    def _check(self, fields: Fields) -> None:
        rules.message(fields, self.has)
        if rules.PINGS.search(json.dumps([fields.get("text"), fields.get("blocks")])):
            self.pings.append(str(fields["text"]))

    def _bubble(self, member: Member, fields: Fields, only: str = "") -> Bubble:
        blocks = list(fields.get("blocks") or [])
        return Bubble(
            channel=member.im, ts=self.workspace.ts(), text=fields["text"], blocks=blocks, mine=True, only=only
        )  # fmt: skip

    def _change(self, bubble: Bubble, fields: Fields) -> None:
        bubble.text, bubble.blocks = fields["text"], list(fields.get("blocks") or [])
        bubble.edits += 1
