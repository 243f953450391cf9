"""The server: requests over real HTTP, tokens, trouble on demand, long polls and webhooks."""

import asyncio
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

from aiohttp import web

from tests.fakes.telegram import hook
from tests.fakes.telegram.chats import Chat, Chats
from tests.fakes.telegram.faults import Faults
from tests.fakes.telegram.methods import FIELDS, MEDIA, SPENDS
from tests.fakes.telegram.refusals import RefusedError, bad, too_many
from tests.fakes.telegram.sending import Desk, Fields, Files
from tests.fakes.telegram.updates import DEFAULT_KINDS, Updates, wire

TOKEN = "123456789:AAFakeTokenOfTheOpstapBot_0123456789"
NAME = "opstap_proef_bot"
TOKEN_LIKE = re.compile(r"\d+:[A-Za-z0-9_-]+")
LARGEST_REQUEST = 60 * 2**20
_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Bot:
    """One token: its chats, its updates, its webhook."""

    def __init__(self, token: str, clock: Callable[[], float]) -> None:
        id = int(token.partition(":")[0])
        who = {"id": id, "is_bot": True, "first_name": "Opstap", "username": NAME}
        self.who = who
        self.chats = Chats()
        self.desk = Desk(who, self.chats, clock)
        self.updates = Updates(clock)
        self.joins_groups = True
        self.hook: hook.Hook | None = None
        self.postman: hook.Postman | None = None
        self.poll: asyncio.Future[None] | None = None
        self.spent: defaultdict[str, list[float]] = defaultdict(list)

    def hang_up(self) -> None:
        """Ends the poll that is open."""
        if self.poll is not None and not self.poll.done():
            self.poll.set_exception(RefusedError(502, "Bad Gateway"))


class FakeTelegram:
    """`burst` messages may go to a chat at once, and one a second after that; `patience` scales webhook retries.

    `down` refuses every request with 502; `revoked` refuses the token; after `fall` it is gone until `rise`.
    """

    def __init__(
        self, *, clock: Callable[[], float] = time.time, burst: int = 1000, patience: float = 0.02, port: int = 0
    ) -> None:
        self.clock = clock
        self.burst = burst
        self.faults = Faults()
        self.calls: list[tuple[str, Fields]] = []
        self.count: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.bots: dict[str, Bot] = {TOKEN: Bot(TOKEN, clock)}
        self.revoked: set[str] = set()
        self.down = False
        self.most_polls = 0
        self._patience = patience
        self._port = port
        self._runner: web.AppRunner | None = None
        self._there = asyncio.Event()
        self.url = ""
        self.news = asyncio.Event()

    @property
    def bot(self) -> Bot:
        """The one that tests use."""
        return self.bots[TOKEN]

    async def __aenter__(self) -> Self:
        await self.rise()
        return self

    async def __aexit__(self, *_: object) -> None:
        for bot in self.bots.values():
            await self._unhook(bot)
        await self._close()

    async def rise(self) -> None:
        """Takes requests, at the same address as before, and delivers what it kept."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, backlog=1024)
        await site.start()
        assert self._runner.addresses, "no address was taken"
        self._port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._there.set()

    async def fall(self) -> None:
        """Cannot be reached and reaches nobody; people go on, and what they do is kept as long as it always is."""
        self._there.clear()
        for bot in self.bots.values():
            bot.hang_up()
        await self._close()

    async def _close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def sent(self, method: str) -> list[Fields]:
        """The fields of each request for this method that was done."""
        return [fields for name, fields in self.calls if name == method]

    # Requests

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            bot = self._bot(request)
            fields, files = await _fields(request)
            if self.down:
                raise RefusedError(502, "Bad Gateway")
            return await self._do(bot, request, method, fields, files)
        except RefusedError as refused:
            self.refused[method] += 1
            return web.json_response(refused.body(), status=refused.code)

    async def _do(
        self, bot: Bot, request: web.Request, method: str, fields: Fields, files: Files
    ) -> web.StreamResponse:
        found = next((name for name in FIELDS if name.lower() == method.lower()), None)
        if found is None:
            raise RefusedError(404, "Not Found")
        unknown = (set(fields) | set(files)) - FIELDS[found]
        if unknown:
            raise bad(f"unknown field {min(unknown)}")
        chat = str(fields.get("chat_id", "0"))
        fault = self.faults.take(found, int(chat) if chat.lstrip("-").isdecimal() else 0)
        if fault and fault.kind == "busy":
            raise too_many(fault.seconds)
        if fault and fault.kind == "choked":
            self.refused[found] += 1
            return web.Response(status=429, text="<html>Too Many Requests</html>", content_type="text/html")
        if fault and fault.kind == "broken":
            raise RefusedError(fault.code, "Internal Server Error")
        self._spend(bot, found, fields)
        result = await self._result(bot, found, fields, files)
        self.calls.append((found, fields))
        self.count[found] += 1
        self.news.set()
        if fault and fault.kind == "lost":
            raise RefusedError(504, "Gateway Timeout")
        if fault and fault.kind == "cut":
            if request.transport is not None:
                request.transport.abort()
            raise web.HTTPInternalServerError
        if fault and fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        return web.json_response({"ok": True, "result": result})

    def _bot(self, request: web.Request) -> Bot:
        token = request.match_info["token"]
        bot = self.bots.get(token)
        if not TOKEN_LIKE.fullmatch(token):
            raise RefusedError(404, "Not Found")
        if bot is None or token in self.revoked:
            raise RefusedError(401, "Unauthorized")
        return bot

    def _spend(self, bot: Bot, method: str, fields: Fields) -> None:
        """More than the burst, and then more than one a second, is too many."""
        if method not in SPENDS:
            return
        now, spent = self.clock(), bot.spent[str(fields.get("chat_id", ""))]
        level = 0.0
        for before, at in zip([*spent[:1], *spent], spent, strict=False):
            level = max(0.0, level - (at - before)) + 1
        level = max(0.0, level - (now - spent[-1])) if spent else 0.0
        if level + 1 > self.burst:
            raise too_many(max(1, round(level + 1 - self.burst)))
        spent.append(now)
        del spent[: -2 * self.burst]

    async def _result(self, bot: Bot, method: str, fields: Fields, files: Files) -> Any:
        desk = bot.desk
        if method in MEDIA or method == "sendMessage":
            return desk.send(method, fields, files)
        plain: dict[str, Callable[[Fields], Any]] = {
            "getMe": lambda _: _told_of(bot), "editMessageText": desk.edit_text,
            "editMessageReplyMarkup": desk.edit_markup, "answerCallbackQuery": desk.answer,
            "deleteMessage": desk.delete, "getFile": desk.get_file, "setMyCommands": desk.set_commands,
            "getMyCommands": desk.get_commands, "deleteMyCommands": desk.delete_commands,
            "getChat": desk.get_chat, "leaveChat": desk.leave,
            "getWebhookInfo": lambda _: hook.info(bot.hook, len(bot.updates.waiting()), bot.updates.kinds),
        }  # fmt: skip
        if method in plain:
            return plain[method](fields)
        if method == "setWebhook":
            return await self._set_hook(bot, fields)
        if method == "deleteWebhook":
            return await self._unhook(bot)
        return await self._get_updates(bot, fields)

    # Updates

    async def _get_updates(self, bot: Bot, fields: Fields) -> list[dict[str, Any]]:
        if bot.hook is not None:
            raise RefusedError(409, _HOOKED)
        if bot.poll is not None and not bot.poll.done():
            bot.poll.set_exception(RefusedError(409, _CONFLICT))
        _choose_kinds(bot, fields)
        if fields.get("offset") not in (None, ""):
            bot.updates.confirm(int(fields["offset"]))
        mine = bot.poll = asyncio.get_running_loop().create_future()
        waiting = asyncio.ensure_future(bot.updates.some(float(fields.get("timeout") or 0)))
        try:
            await asyncio.wait([waiting, mine], return_when=asyncio.FIRST_COMPLETED)
            if mine.done():
                mine.result()
        finally:
            waiting.cancel()
            with suppress(asyncio.CancelledError):
                await waiting
            if bot.poll is mine:
                bot.poll = None
        limit = min(max(int(fields.get("limit") or 100), 1), 100)
        return [wire(one) for one in bot.updates.waiting()[:limit]]

    async def _set_hook(self, bot: Bot, fields: Fields) -> bool:
        connections = int(fields.get("max_connections") or 40)
        if not 1 <= connections <= hook.MOST_CONNECTIONS:
            raise bad("invalid max_connections")
        await self._unhook(bot)
        _choose_kinds(bot, fields)
        if fields.get("url"):
            secret = str(fields.get("secret_token", ""))
            bot.hook = hook.Hook(url=str(fields["url"]), secret=secret, connections=connections, clock=self.clock)
            bot.postman = hook.Postman(
                bot.updates,
                bot.hook,
                patience=self._patience,
                there=self._there,
                reply=lambda said: self._called_back(bot, said),
            )
        return True

    def _called_back(self, bot: Bot, said: Fields) -> None:
        """A call that stood in the answer to a delivery; how it went is told to nobody."""
        method = str(said.pop("method", ""))
        unknown = set(said) - FIELDS.get(method, frozenset())
        assert not unknown, f"the platform does not know {unknown} of {method}"
        assert method == "answerCallbackQuery", f"{method} was not expected in an answer"
        with suppress(RefusedError):
            bot.desk.answer(said)
        self.calls.append((method, said))
        self.count[method] += 1
        self.news.set()

    async def _unhook(self, bot: Bot) -> bool:
        if bot.postman is not None:
            await bot.postman.stop()
        bot.hook = bot.postman = None
        return True

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            bot = self._bot(request)
            content = bot.desk.files.get(request.match_info["path"].removeprefix("files/"))
            if content is None:
                raise RefusedError(404, "Not Found")
        except RefusedError as refused:
            return web.json_response(refused.body(), status=refused.code)
        return web.Response(body=content)

    def add_chat(self, id: int, name: str, kind: str = "private") -> Chat:
        """Someone who opens the bot, or a group with it."""
        return self.bot.chats.add(Chat(id=id, name=name, kind=kind))


def _told_of(bot: Bot) -> dict[str, Any]:
    """What only getMe tells."""
    return {
        **bot.who, "can_join_groups": bot.joins_groups, "can_read_all_group_messages": False,
        "supports_inline_queries": False, "can_connect_to_business": False, "has_main_web_app": False,
    }  # fmt: skip


def _choose_kinds(bot: Bot, fields: Fields) -> None:
    given = fields.get("allowed_updates")
    if given:
        bot.updates.kinds = frozenset(json.loads(given) if isinstance(given, str) else given)
    elif given is not None:
        bot.updates.kinds = DEFAULT_KINDS


async def _fields(request: web.Request) -> tuple[Fields, Files]:
    """The fields and files of a request, in each of the ways in which a bot may send them."""
    fields: Fields = dict(request.query)
    files: Files = {}
    kind = request.content_type
    if kind == "application/json":
        try:
            given = await request.json()
        except ValueError:
            raise bad("can't parse request JSON object") from None
        fields |= given
    elif kind == "application/x-www-form-urlencoded":
        fields |= {key: str(one) for key, one in (await request.post()).items()}
    elif kind == "multipart/form-data":
        async for part in await request.multipart():
            assert not isinstance(part, (type(None),)), "a part"
            name = getattr(part, "name", None) or ""
            content = await part.read()  # type: ignore[union-attr]  # a nested multipart is never sent here
            if getattr(part, "filename", None):
                files[name] = bytes(content)
            else:
                fields[name] = bytes(content).decode()
    return fields, files
