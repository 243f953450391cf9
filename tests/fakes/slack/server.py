"""The server: the Web API over real HTTP, uploads, answers to presses, and the sockets of Socket Mode."""

import asyncio
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Self

import yaml
from aiohttp import WSMsgType, web

from tests.fakes.slack.methods import FIELDS, FORM_ONLY, SCOPES, SPENDS
from tests.fakes.slack.office import Fields, Office
from tests.fakes.slack.post import Post
from tests.fakes.slack.refusals import RefusedError, busy
from tests.fakes.slack.workspace import Wire, Workspace
from tests.fakes.telegram.faults import Faults

BOT_TOKEN, APP_TOKEN = "xoxb-1-fake-bot-token", "xapp-1-A0-fake-app-token"
SECRET = "8f742231b10e8888abcd99fffeee85a5"
MANIFEST = Path(__file__).parents[3] / "deploy/slack-manifest.yaml"


@cache
def asked_rights() -> frozenset[str]:
    """What the app of our manifest asks for."""
    return frozenset(yaml.safe_load(MANIFEST.read_text("utf-8"))["oauth_config"]["scopes"]["bot"])


class FakeSlack:
    """`burst` messages may go to a channel at once, and one a second after that; `patience` scales the times between
    deliveries. `down` refuses everything with 503; `revoked` refuses both tokens; after `fall` it is gone until `rise`.
    `granted` and `app_granted` are the rights of the two tokens; not `installed`: the app was taken out.
    """

    def __init__(
        self, *, clock: Callable[[], float] = time.time, burst: int = 1000, patience: float = 0.002, port: int = 0
    ) -> None:
        self.clock = clock
        self.burst = burst
        self.faults = Faults()
        self.calls: list[tuple[str, Fields]] = []
        self.count: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.scopes: set[str] = set()
        self.granted = set(asked_rights())
        self.app_granted = {"connections:write"}
        self.installed = True
        self.workspace = Workspace(clock)
        self.office = Office(self.workspace, clock, lambda: self.url)
        self.post = Post(self.workspace, SECRET, clock, patience=patience)
        self.post.news = lambda: self.news.set()
        self.down = False
        self.revoked = False
        self.news = asyncio.Event()
        self.url = ""
        self._port = port
        self._spent: defaultdict[str, list[float]] = defaultdict(list)
        self._tickets: set[str] = set()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.rise()
        self.post.office = self.office
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.post.stop()
        await self._close()

    async def rise(self) -> None:
        """Takes requests, at the same address as before."""
        app = web.Application(client_max_size=60 * 2**20)
        app.router.add_post("/api/{method}", self._serve)
        app.router.add_post("/upload/{id}", self._upload)
        app.router.add_post("/respond/{id}", self._respond)
        app.router.add_get("/socket", self._socket)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port, backlog=1024, reuse_address=True).start()
        self._port = self._runner.addresses[0][1]
        self.post.base = self.url = f"http://127.0.0.1:{self._port}"

    async def fall(self) -> None:
        """Is gone: no connection is taken, and those that there are end."""
        await self.post.cut()
        await self._close()

    async def _close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def sent(self, method: str) -> list[Fields]:
        """The fields of each request for this method that was done."""
        return [fields for name, fields in self.calls if name == method]

    # The Web API

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            done = {"ok": True, **await self._done(request, method)}
            return web.json_response(done, headers={"X-OAuth-Scopes": ",".join(sorted(self._rights(method)))})
        except RefusedError as refused:
            self.refused[method] += 1
            return web.json_response(refused.body(), status=refused.status, headers=refused.headers)

    async def _done(self, request: web.Request, method: str) -> Wire:
        if self.down:
            raise RefusedError("service_unavailable", status=503)
        if method not in FIELDS:
            raise RefusedError("unknown_method")
        self._token(request, method)
        fields = await _fields(request, method)
        fault = self.faults.take(method, 0)
        if fault and fault.kind == "busy":
            raise busy(fault.seconds)
        if fault and fault.kind == "broken":
            raise RefusedError("internal_error", status=fault.code)
        self._spend(method, str(fields.get("channel", "")))
        result = self._result(method, fields)
        self.calls.append((method, fields))
        self.count[method] += 1
        if method in SCOPES:
            self.scopes.add(SCOPES[method])
        self.news.set()
        if fault and fault.kind == "lost":
            raise RefusedError("internal_error", status=504)
        if fault and fault.kind == "cut" and request.transport is not None:
            request.transport.abort()
        return result

    def _result(self, method: str, fields: Fields) -> Wire:
        office = self.office
        known: dict[str, Callable[[Fields], Wire]] = {
            "auth.test": office.auth_test, "chat.postMessage": office.post, "chat.update": office.update,
            "chat.postEphemeral": office.whisper, "views.publish": office.views.publish,
            "views.open": office.views.open, "views.update": office.views.update, "conversations.open": office.open,
            "conversations.history": office.history, "files.delete": office.remove,
            "files.getUploadURLExternal": office.place, "files.completeUploadExternal": office.complete,
            "users.info": office.info, "apps.connections.open": self._ticket,
        }  # fmt: skip
        return known[method](fields)

    def _token(self, request: web.Request, method: str) -> None:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not token:
            raise RefusedError("not_authed")
        if self.revoked:
            raise RefusedError("token_revoked")
        wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != wanted:
            raise RefusedError("not_allowed_token_type" if token in (APP_TOKEN, BOT_TOKEN) else "invalid_auth")
        if not self.installed:
            raise RefusedError("account_inactive")
        needed = "connections:write" if method == "apps.connections.open" else SCOPES.get(method, "")
        if needed and needed not in self._rights(method):
            raise RefusedError("missing_scope")

    def _rights(self, method: str) -> set[str]:
        """What the token of this method was given."""
        return self.app_granted if method == "apps.connections.open" else self.granted

    def _spend(self, method: str, channel: str) -> None:
        """More than the burst, and then more than one a second, is too many."""
        if method not in SPENDS:
            return
        now, level, before = self.clock(), 0.0, 0.0
        for at in self._spent[channel]:
            level = max(0.0, level - (at - before)) + 1
            before = at
        level = max(0.0, level - (now - before))
        if level + 1 > self.burst:
            raise busy(max(1, round(level + 1 - self.burst)))
        self._spent[channel] = [*self._spent[channel], now][-2 * self.burst :]

    def _ticket(self, _: Fields) -> Wire:
        ticket = f"ticket-{len(self.calls)}-{len(self._tickets)}"
        self._tickets.add(ticket)
        return {"url": f"{self.url.replace('http', 'ws')}/socket?ticket={ticket}"}

    # Beside the Web API

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        id, content = request.match_info["id"], await request.read()
        if id not in self.office.files or len(content) != len(self.office.files[id]):
            return web.Response(status=400, text="wrong length")
        self.office.files[id] = content
        return web.Response(text=f"OK - {len(content)}")

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        if self.down:
            return web.Response(status=503)
        try:
            fields = await request.json()
            self.office.reply(request.match_info["id"], fields)
        except RefusedError as refused:
            self.refused["response_url"] += 1
            return web.Response(status=refused.status if refused.status != 200 else 400, text=refused.code)
        self.calls.append(("response_url", fields))
        self.news.set()
        return web.json_response({"ok": True})

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if self.down or ticket not in self._tickets:
            return web.Response(status=408 if not self.down else 503)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A0"}})
        self.post.joined(socket)
        try:
            async for heard in socket:
                if heard.type == WSMsgType.TEXT:
                    self.post.acked(json.loads(heard.data))
        finally:
            self.post.left(socket)
        return socket


async def _fields(request: web.Request, method: str) -> Fields:
    if request.content_type == "application/json":
        if method in FORM_ONLY:
            raise RefusedError("invalid_arguments")
        try:
            given: Any = await request.json()
        except ValueError:
            raise RefusedError("invalid_json") from None
        fields = dict(given)
    else:
        fields = {key: str(one) for key, one in (await request.post()).items()}
    unknown = set(fields) - FIELDS[method]
    if unknown:
        raise RefusedError("invalid_arguments", told=(f"unknown field {min(unknown)}",))
    return fields
