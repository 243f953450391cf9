"""A phone with the web chat: over the chat's own HTTP interface, as its page uses it."""

import html
import re
import secrets
from typing import Any
from urllib.parse import quote

import msgspec

from tests.contract.phone import Found, Kind, Seen
from tests.wire import Answer, Wire

_BOOT = re.compile(rb'id="boot">(.*?)</script>', re.DOTALL)
_TROUBLE = re.compile(r'role="alert"[^>]*>([^<]*)<')
KINDS: dict[str, Kind] = {"picture": "picture", "card": "picture", "video": "film", "quote": "quote"}
Line = dict[str, Any]


class WebPhone:
    """One browser. `refusal` is what the door said to a code that it did not take."""

    def __init__(self, host: str, port: int) -> None:
        self._wire = Wire(host, port)
        self._origin = f"http://{host}:{port}"
        self._base = ""
        self._cookie = ""
        self._csrf = ""
        self._lines: dict[int, Line] = {}
        self.refusal = ""

    async def enters(self, code: str) -> None:
        """Types the code at the door, and opens the chat."""
        form = f"code={quote(code)}".encode()
        answer = await self._wire.ask("POST", "/in", "Content-Type: application/x-www-form-urlencoded\r\n", form)
        if answer.status != 303:
            found = _TROUBLE.search(answer.body.decode())
            assert found is not None, f"refused with {answer.status} and without a word"
            self.refusal = html.unescape(found[1])
            return
        self._base = answer.headers["location"]
        self._cookie = answer.headers["set-cookie"].partition(";")[0]
        page = await self._get(self._base)
        told = _BOOT.search(page.body)
        assert told is not None, "a page without its first lines"
        boot = msgspec.json.decode(told[1])
        self._csrf = boot["csrf"]
        self._keep(boot["lines"])

    @property
    def inside(self) -> bool:
        """Whether the door let this phone in."""
        return bool(self._base)

    async def types(self, text: str) -> None:
        """Types something in the line at the bottom."""
        await self._say(kind="text", text=text)

    def finds(self, label: str) -> Found:
        """The data of the newest button with these words."""
        for _, line in sorted(self._lines.items(), reverse=True):
            for button in _asked(line).get("buttons", ()):
                if button["label"] == label:
                    return button["data"]
        raise AssertionError(f"no button {label}")

    async def taps(self, found: Found) -> None:
        """Each press is a message of its own."""
        await self._say(kind="press", data=found)

    async def ticks(self, lines: tuple[str, ...], done: str) -> None:
        """The page ticks by itself, and sends the places of what was ticked."""
        ask = next(ask for _, line in sorted(self._lines.items(), reverse=True) if (ask := _asked(line)))
        labels = [one["label"] for one in ask["buttons"] if one["role"] == "option"]
        ticked = ",".join(str(labels.index(one)) for one in lines)
        assert done == ask["done"], f"the button says {ask['done']}"
        await self._say(kind="press", data=f"{ask['seq']}:={ticked}")

    async def shown(self) -> list[Seen]:
        """What stands in the chat, but for the person's own lines."""
        if not self.inside:
            return []
        answer = await self._get(f"{self._base}api/lines?after={max(self._lines, default=0)}&limit=2000")
        self._keep(msgspec.json.decode(answer.body)["lines"])
        return [self._seen(line) for _, line in sorted(self._lines.items()) if line["out"]]

    async def opens(self, seen: Seen) -> bytes:
        """Fetches it as the page does."""
        answer = await self._get(seen.file)
        assert answer.status == 200, f"{seen.file}: {answer.status}"
        return answer.body

    async def visits(self, path: str) -> Answer:
        """Opens any page of the house."""
        return await self._wire.ask("GET", path)

    async def closes(self) -> None:
        """Puts the phone away."""
        await self._wire.close()

    async def _get(self, path: str) -> Answer:
        return await self._ask("GET", path, f"Cookie: {self._cookie}\r\n")

    async def _ask(self, method: str, path: str, headers: str, body: bytes = b"") -> Answer:
        """Once more when a connection that stood idle was closed meanwhile, as the page does."""
        try:
            return await self._wire.ask(method, path, headers, body)
        except ConnectionError:
            return await self._wire.ask(method, path, headers, body)

    async def _say(self, **said: str) -> None:
        headers = (
            f"Cookie: {self._cookie}\r\nOrigin: {self._origin}\r\nX-Opstap-Csrf: {self._csrf}\r\n"
            "Content-Type: application/json\r\n"
        )
        body = msgspec.json.encode({"id": secrets.token_hex(16), **said})
        answer = await self._ask("POST", f"{self._base}api/say", headers, body)
        assert answer.status == 200, f"refused with {answer.status}: {answer.body[:200]!r}"
        self._keep(msgspec.json.decode(answer.body)["lines"])

    def _keep(self, lines: list[Line]) -> None:
        for line in lines:
            self._lines.setdefault(line["n"], line)

    def _seen(self, line: Line) -> Seen:
        out, ask = line["out"], _asked(line)
        ticks = ask.get("shape") == "checklist"
        options = [one["label"] for one in ask.get("buttons", ()) if ticks and one["role"] == "option"]
        others = [one["label"] for one in ask.get("buttons", ()) if not (ticks and one["role"] == "option")]
        return Seen(
            text=_text(out),
            kind=KINDS.get(out["kind"], "words"),
            labels=tuple(([ask["done"]] if ticks and ask["done"] else []) + others),
            lines=tuple(options),
            file=self._file(out),
        )

    def _file(self, out: Line) -> str:
        id = quote(out["media"] or "")
        where = {"picture": f"/picture/{id}", "video": f"/film/{id}.mp4", "card": f"{self._base}card/{id}"}
        return where.get(out["kind"], "")


def _asked(line: Line) -> Line:
    found: Line = (line["out"] or {}).get("ask") or {}
    return found


def _text(out: Line) -> str:
    """The words of a bubble: who says it stands above it, and the ends of a scale stand beside its numbers."""
    text = f"{out['who']}:\n{out['text']}" if out["who"] else str(out["text"])
    ask = out["ask"] or {}
    if ask.get("shape") == "scale" and ask["low"] and ask["high"]:
        text = f"{text}\n\n1 = {ask['low']}, 5 = {ask['high']}"
    return text
