"""How the platform brings what people do: by HTTP with a signature, or over a socket; again when nobody took it."""

import asyncio
import hashlib
import hmac
import itertools
import json
from collections import defaultdict
from collections.abc import Callable
from io import BytesIO
from typing import Any, Literal
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from msgspec import Struct

from tests.fakes.slack.office import Office
from tests.fakes.slack.workspace import Bubble, Member, Workspace

AGAIN = (0, 60, 300)
"""Seconds before the second, third and fourth delivery of an event; of a press or a command there is only one."""
ACK = 3.0
Kind = Literal["event", "interactive", "command"]
_TYPES: dict[Kind, str] = {"event": "events_api", "interactive": "interactive", "command": "slash_commands"}


class Delivered(Struct, kw_only=True):
    """One try: what was brought, and how it was answered (0: not at all)."""

    kind: Kind
    payload: dict[str, Any]
    status: int
    retry: int = 0
    body: str = ""


class Post:
    """`url` is where the app is reached by HTTP; without it everything goes over the sockets that are open.

    `copies`: each event comes so many times, each time under another id, as the platform is known to do.
    """

    def __init__(self, workspace: Workspace, secret: str, clock: Callable[[], float], *, patience: float) -> None:
        self.url = ""
        self.base = ""
        self.office: Office | None = None
        self.copies = 1
        self.news: Callable[[], None] = _nothing
        self.tries: list[Delivered] = []
        self._workspace = workspace
        self._secret = secret
        self._clock = clock
        self._patience = patience
        self._ids = itertools.count(1)
        self._queues: dict[str, asyncio.Queue[tuple[Kind, dict[str, Any]]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._retries: list[asyncio.Task[None]] = []
        self._sockets: list[web.WebSocketResponse] = []
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._session: aiohttp.ClientSession | None = None
        self.failed: defaultdict[Kind, int] = defaultdict(int)

    # What people do

    def event(self, member: Member, event: dict[str, Any]) -> None:
        """Something happened."""
        for _ in range(self.copies):
            body = {
                "token": "x", "team_id": self._workspace.team, "api_app_id": "A0", "type": "event_callback",
                "event": event, "event_id": f"Ev{next(self._ids):09d}", "event_time": int(self._clock()),
            }  # fmt: skip
            self._put(member, "event", body)

    def action(self, member: Member, bubble: Bubble | None, action: dict[str, Any], state: dict[str, Any]) -> None:
        """Something was pressed: in a message, or (without a bubble) on the home page."""
        body: dict[str, Any] = {
            "type": "block_actions", "user": {"id": member.id, "team_id": self._workspace.team}, "api_app_id": "A0",
            "token": "x", "team": {"id": self._workspace.team, "domain": "x"}, "trigger_id": self.trigger(member),
            "actions": [{**action, "action_ts": f"{self._clock():.0f}.{next(self._ids):06d}"}],
        }  # fmt: skip
        if bubble is None:
            body |= {"container": {"type": "view"}, "view": member.home}
        else:
            body |= {
                "container": {"type": "message", "message_ts": bubble.ts, "channel_id": bubble.channel},
                "channel": {"id": bubble.channel, "name": "directmessage"}, "state": {"values": state},
                "message": {"ts": bubble.ts, "text": bubble.text, "blocks": bubble.blocks, "type": "message"},
                "response_url": self.reply(member, bubble),
            }  # fmt: skip
        self._put(member, "interactive", body)

    def shortcut(self, member: Member, callback: str) -> None:
        """A shortcut from the menu of the platform."""
        body = {
            "type": "shortcut", "callback_id": callback, "user": {"id": member.id}, "token": "x",
            "team": {"id": self._workspace.team, "domain": "x"}, "trigger_id": self.trigger(member),
            "action_ts": f"{self._clock():.0f}.{next(self._ids):06d}",
        }  # fmt: skip
        self._put(member, "interactive", body)

    def filled(self, member: Member, view: dict[str, Any], action: dict[str, Any]) -> None:
        """Something on a form was chosen or typed, that the app wants to hear of."""
        self._put(member, "interactive", {
            "type": "block_actions", "user": {"id": member.id}, "api_app_id": "A0", "token": "x",
            "team": {"id": self._workspace.team, "domain": "x"}, "trigger_id": self.trigger(member), "view": view,
            "container": {"type": "view", "view_id": view["id"]}, "response_urls": [],
            "actions": [{**action, "action_ts": f"{self._clock():.0f}.{next(self._ids):06d}"}],
        })  # fmt: skip

    def form(self, member: Member, kind: Literal["view_submission", "view_closed"], view: dict[str, Any]) -> None:
        """A form was sent in, or closed."""
        body: dict[str, Any] = {
            "type": kind, "user": {"id": member.id}, "api_app_id": "A0", "token": "x", "view": view,
            "team": {"id": self._workspace.team, "domain": "x"},
        }  # fmt: skip
        if kind == "view_submission":
            body |= {"trigger_id": self.trigger(member), "response_urls": []}
        else:
            body["is_cleared"] = False
        self._put(member, "interactive", body)

    def command(self, member: Member, name: str, text: str, channel: str = "C0ELSEWHERE") -> None:
        """A slash command, given anywhere."""
        body = {
            "token": "x", "team_id": self._workspace.team, "channel_id": channel, "user_id": member.id, "command": name,
            "text": text, "response_url": self.reply(member, None), "trigger_id": self.trigger(member),
            "api_app_id": "A0",
        }  # fmt: skip
        self._put(member, "command", body)

    def trigger(self, member: Member) -> str:
        """A name that is good for three seconds, to open a form with."""
        assert self.office is not None, "the server was not started"
        id = f"{member.id}.{next(self._ids)}"
        self.office.views.triggers[id] = (self._clock(), False)
        return id

    def reply(self, member: Member, bubble: Bubble | None) -> str:
        """An address at which this can be answered."""
        assert self.office is not None, "the server was not started"
        id = f"R{next(self._ids)}"
        self.office.replies[id] = (self._clock(), 0, bubble, member.id)
        return f"{self.base}/respond/{id}"

    # Bringing it

    def again(self, one: Delivered) -> None:
        """The same once more, as it was."""
        member = next(iter(self._workspace.members.values()))
        self._put(member, one.kind, one.payload)

    def _put(self, member: Member, kind: Kind, payload: dict[str, Any]) -> None:
        if member.id not in self._queues:
            self._queues[member.id] = asyncio.Queue()
            self._begin(self._walk(self._queues[member.id]))
        self._queues[member.id].put_nowait((kind, payload))

    async def _walk(self, queue: asyncio.Queue[tuple[Kind, dict[str, Any]]]) -> None:
        """What one person does comes in order; what failed comes again beside it."""
        while True:
            kind, payload = await queue.get()
            done = await self._try(kind, payload, 0)
            if done and payload.get("type") == "view_submission":
                self._answered(payload)
            elif not done:
                if kind == "event":
                    self._retries.append(self._begin(self._retry(payload)))
                else:
                    self.failed[kind] += 1
            queue.task_done()

    def _answered(self, payload: dict[str, Any]) -> None:
        """What the app said to a form."""
        assert self.office is not None, "the server was not started"
        member = self._workspace.members[payload["user"]["id"]]
        self.office.views.answered(member, payload["view"], self.tries[-1].body)
        self.news()

    async def _retry(self, payload: dict[str, Any]) -> None:
        for retry, wait in enumerate(AGAIN, start=1):
            await asyncio.sleep(wait * self._patience)
            if await self._try("event", payload, retry):
                return
        self.failed["event"] += 1

    async def _try(self, kind: Kind, payload: dict[str, Any], retry: int) -> bool:
        one = Delivered(kind=kind, payload=payload, status=0, retry=retry)
        try:
            async with asyncio.timeout(ACK):
                await (self._by_http(one) if self.url else self._by_socket(one))
        except (aiohttp.ClientError, OSError, TimeoutError, RuntimeError):
            one.status = 0
        self.tries.append(one)
        return 200 <= one.status < 300

    async def _by_http(self, one: Delivered) -> None:
        body, kind = self.encode(one)
        headers = {"Content-Type": kind, **self.signed(body)}
        if one.retry:
            headers |= {"X-Slack-Retry-Num": str(one.retry), "X-Slack-Retry-Reason": "http_error"}
        await self.bring(one, body, headers)

    async def bring(self, one: Delivered, body: bytes, headers: dict[str, str]) -> None:
        """One request, with these headers and no others."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        async with self._session.post(self.url, data=BytesIO(body), headers=headers) as answer:
            one.status, one.body = answer.status, await answer.text()

    async def _by_socket(self, one: Delivered) -> None:
        if not self._sockets:
            return
        id = f"envelope-{next(self._ids)}"
        envelope: dict[str, Any] = {
            "envelope_id": id, "type": _TYPES[one.kind], "payload": one.payload,
            "accepts_response_payload": one.kind != "event",
        }  # fmt: skip
        if one.kind == "event":
            envelope |= {"retry_attempt": one.retry, "retry_reason": "timeout" if one.retry else ""}
        self._waiting[id] = asyncio.get_running_loop().create_future()
        await self._sockets[-1].send_str(json.dumps(envelope))
        try:
            answer = await self._waiting[id]
            one.body = json.dumps(answer["payload"]) if "payload" in answer else ""
        finally:
            del self._waiting[id]
        one.status = 200

    @staticmethod
    def encode(one: Delivered) -> tuple[bytes, str]:
        """The body as it goes over the wire, and its kind."""
        if one.kind == "event":
            return json.dumps(one.payload).encode(), "application/json"
        form = {"payload": json.dumps(one.payload)} if one.kind == "interactive" else one.payload
        return urlencode(form).encode(), "application/x-www-form-urlencoded"

    def signed(self, body: bytes, *, at: float | None = None, secret: str = "") -> dict[str, str]:
        """The headers that prove where it comes from."""
        when = str(int(self._clock() if at is None else at))
        base = b"v0:" + when.encode() + b":" + body
        digest = hmac.new((secret or self._secret).encode(), base, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": when, "X-Slack-Signature": f"v0={digest}"}

    # Sockets

    def joined(self, socket: web.WebSocketResponse) -> None:
        """The app connected."""
        self._sockets.append(socket)

    def left(self, socket: web.WebSocketResponse) -> None:
        """It is gone."""
        self._sockets.remove(socket)

    def acked(self, answer: dict[str, Any]) -> None:
        """The app took an envelope."""
        waiting = self._waiting.get(str(answer.get("envelope_id", "")))
        if waiting is not None and not waiting.done():
            waiting.set_result(answer)

    @property
    def connected(self) -> bool:
        """Whether the app is there."""
        return bool(self._sockets)

    async def cut(self) -> None:
        """All sockets are closed."""
        for one in list(self._sockets):
            await one.close()

    async def turn_over(self) -> None:
        """The app is asked to connect anew, as happens every hour or so."""
        for one in list(self._sockets):
            await one.send_json({"type": "disconnect", "reason": "refresh_requested"})

    async def stop(self) -> None:
        """Ends."""
        for one in list(self._tasks):
            one.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.cut()
        if self._session is not None:
            await self._session.close()

    async def tried(self) -> None:
        """Until everything that people did was brought, or tried as often as the platform does."""
        for queue in list(self._queues.values()):
            await queue.join()
        await asyncio.gather(*self._retries)

    def _begin(self, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _nothing() -> None:
    """Nobody waits for news."""
