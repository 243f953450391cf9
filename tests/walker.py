"""People who walk through the chat over its own HTTP interface: for load, for faults, and to measure."""

import asyncio
import hashlib
import re
import time
from collections.abc import AsyncIterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from bot.content.models.library import Library
from bot.content.models.steps import ChecklistStep, SortStep, Step
from bot.messages import InboundKind
from tests.serving import Invitee
from tests.wire import Answer, Wire

FIXED = {"toestemming": 0, "begin": 0, "aanbod": 1}
"""Steps at which everybody presses the same button, so that everybody comes into the course."""
PATIENCE = 60.0
"""Seconds that a walker goes on trying when the server is away."""
FAR = 300
_BOOT = re.compile(rb'id="boot">(.*?)</script>', re.DOTALL)

Key = tuple[str, str]
Line = dict[str, Any]


class Did(Struct, frozen=True, kw_only=True):
    """Something that a walker did, and that the server acknowledged."""

    id: str
    kind: InboundKind
    value: str


class Walker:
    """One person. `told` is what they answered, `did` what was acknowledged, `waits` how long each answer took."""

    def __init__(self, library: Library, invitee: Invitee, *, host: str, port: int) -> None:
        self.invitee = invitee
        self.lines: dict[int, Line] = {}
        self.told: dict[Key, object] = {}
        self.did: list[Did] = []
        self.waits: list[float] = []
        self.wire = Wire(host, port)
        self.library = library
        self.host, self.port = host, port
        self._cookie = ""
        self._csrf = ""
        self._piles: dict[Key, dict[str, str]] = {}
        self._courses = {id for id, flow in library.flows.items() if flow.kind == "course"}
        self._menu = {step.id for step in library.flows["menu"].steps}

    # Coming in

    async def enter(self) -> None:
        """Uses the code, and opens the chat."""
        form = f"code={self.invitee.code}".encode()
        headers = "Content-Type: application/x-www-form-urlencoded\r\n"
        answer = await self._patiently("POST", "/in", headers, form)
        assert answer.status == 303, f"not let in: {answer.status}"
        assert answer.headers["location"] == self._path("")
        self._cookie = answer.headers["set-cookie"].partition(";")[0]
        await self.open()

    async def open(self) -> None:
        """Opens the page, as after a reload."""
        answer = await self._patiently("GET", self._path(""), f"Cookie: {self._cookie}\r\n")
        assert answer.status == 200, f"no page: {answer.status}"
        found = _BOOT.search(answer.body)
        assert found is not None, "a page without its first lines"
        boot = msgspec.json.decode(found[1])
        self._csrf = boot["csrf"]
        self._keep(boot["lines"])

    def comes_in_as(self, other: "Walker") -> None:
        """The same person on one more page."""
        self._cookie, self._csrf = other._cookie, other._csrf
        self.lines = dict(other.lines)

    # Walking

    async def walk(self) -> None:
        """Goes on until the first course is done and the menu is shown."""
        async for _ in self.steps():
            pass

    async def steps(self) -> AsyncIterator[int]:
        """The same, turn by turn."""
        for count in range(FAR):
            if self.done:
                return
            await self.answer()
            yield count
        raise AssertionError(f"{self.invitee.name} never came to the end; stands at {self.question['out']['step']}")

    @property
    def done(self) -> bool:
        """Whether the course is behind this person."""
        place = any(line["out"] and line["out"]["place"] for line in self.lines.values() if line["who"] == "opstap")
        return place and self.question["out"]["step"] in self._menu

    @property
    def question(self) -> Line:
        """The line with the open question."""
        return next(line for _, line in sorted(self.lines.items(), reverse=True) if line["out"] and line["out"]["ask"])

    async def answer(self) -> None:
        """Answers the open question, always the same for this person and this line."""
        did = self.choose()
        await self.say(did)

    async def say(self, did: Did) -> str:
        """Says it, with the same id again and again until the server has it; gives the outcome."""
        word = {"press": "data", "text": "text", "command": "command"}[did.kind]
        body = msgspec.json.encode({"id": did.id, "kind": did.kind, word: did.value})
        began = time.perf_counter()
        answer = await self.post("api/say", body)
        self.waits.append(time.perf_counter() - began)
        assert answer.status == 200, f"refused with {answer.status}: {answer.body[:200]!r}"
        said = msgspec.json.decode(answer.body)
        self.did.append(did)
        self._keep(said["lines"])
        if said["outcome"] == "repeat":
            self._keep(await self.read(max(self.lines)))
        return str(said["outcome"])

    async def post(self, path: str, body: bytes) -> Answer:
        """Sends something as the page does."""
        return await self._patiently("POST", self._path(path), self._headers(), body)

    async def read(self, after: int = 0, limit: int = 2000) -> list[Line]:
        """The lines as a page reads them."""
        path = self._path(f"api/lines?after={after}&limit={limit}")
        answer = await self._patiently("GET", path, f"Cookie: {self._cookie}\r\n")
        assert answer.status == 200
        lines: list[Line] = msgspec.json.decode(answer.body)["lines"]
        return lines

    def _path(self, rest: str) -> str:
        return f"/c/{self.invitee.handle}/{rest}"

    def _headers(self) -> str:
        return (
            f"Cookie: {self._cookie}\r\nOrigin: http://{self.host}:{self.port}\r\nX-Opstap-Csrf: {self._csrf}\r\n"
            "Content-Type: application/json\r\n"
        )

    async def _patiently(self, method: str, path: str, headers: str, body: bytes = b"") -> Answer:
        """As the page does: a broken connection or a server in trouble is tried again."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                answer = await self.wire.ask(method, path, headers, body)
                if answer.status < 500 or time.monotonic() > until:
                    return answer
            except ConnectionError:
                if time.monotonic() > until:
                    raise
            await asyncio.sleep(0.05)

    def _keep(self, lines: Sequence[Line]) -> None:
        for line in lines:
            before = self.lines.setdefault(line["n"], line)
            assert before["text"] == line["text"], f"line {line['n']} changed its words"

    # Choosing

    def choose(self) -> Did:
        """What this person does at the open question; what it means is added to `told`."""
        line = self.question
        ask, at = line["out"]["ask"], line["out"]["step"]
        chance = hashlib.sha256(f"{self.invitee.name} {at} {line['n']}".encode()).digest()
        id = hashlib.sha256(f"{self.invitee.handle} {line['n']}".encode()).hexdigest()[:32]
        found = self._step(line)
        if ask["shape"] == "checklist":
            return self._ticks(id, ask, found, chance)
        if ask["free"] and (at == "naam" or chance[0] < 180):
            text = f"{self.invitee.name} zegt iets bij {at} \U0001f600 é"
            self._tell(found, text)
            return Did(id=id, kind="text", value=text)
        pressed = FIXED.get(at, chance[1] % len(ask["buttons"]))
        button = ask["buttons"][pressed]
        if button["role"] != "skip":
            self._tell(found, self._meaning(found, button["label"], line))
        return Did(id=id, kind="press", value=button["data"])

    def _ticks(self, id: str, ask: Line, found: tuple[str, Step] | None, chance: bytes) -> Did:
        options = [one for one in ask["buttons"] if one["role"] == "option"]
        ticked = [at for at in range(len(options)) if chance[at] < 128]
        if found and isinstance(found[1], ChecklistStep) and ticked:
            self._tell(found, [found[1].items[at].value for at in ticked])
        return Did(id=id, kind="press", value=f"{ask['seq']}:={','.join(map(str, ticked))}")

    def _tell(self, found: tuple[str, Step] | None, value: object) -> None:
        key = getattr(found[1], "save", None) if found else None
        # What a flow asks anew each time is not kept once it has ended.
        fresh = found is not None and getattr(self.library.flows[found[0]], "fresh", False)
        if found and key and value is not None and not fresh:
            self.told[found[0], key] = value

    def _meaning(self, found: tuple[str, Step] | None, label: str, line: Line) -> object:
        """What is kept when this button is pressed."""
        if found is None:
            return None
        flow, step = found
        if isinstance(step, SortStep):
            piles = self._piles.setdefault((flow, step.id), {})
            card = next(one.value for one in step.cards if one.label == line["text"])
            piles[card] = next(one.value for one in step.piles if one.label == label)
            return piles
        return next((one.saved for one in getattr(step, "options", ()) if one.label == label), label)

    def _step(self, line: Line) -> tuple[str, Step] | None:
        """The step behind a question: the line tells its id, and its buttons tell which flow it is of."""
        out = line["out"]
        here = out["place"]["course"] if out["place"] else None
        found = [
            (flow, step)
            for (flow, id), step in self.library.graph.items()
            if id == out["step"] == step.id and (here is None or flow == here or flow not in self._courses)
        ]
        fitting = [one for one in found if _fits(one[1], out["ask"])]
        if len(fitting) > 1:
            fitting = [one for one in fitting if _says(one[1], line["text"])]
        return fitting[0] if len(fitting) == 1 else None


def _says(step: Step, shown: str) -> bool:
    """Whether this step could have said this: what stands in its own words around its names, in this order."""
    if isinstance(step, SortStep):
        return any(card.label == shown for card in step.cards)
    if not getattr(step, "text", ""):
        return False
    words = str(getattr(step, "text", "")).split()
    own = " ".join("\0" if "{" in word else word for word in words).split("\0")
    at = 0
    for part in own:
        at = " ".join(shown.split()).find(part.strip(), at)
        if at < 0:
            return False
    return True


def _fits(step: Step, ask: Line) -> bool:
    """Whether this step could have asked this."""
    shown = {one["label"] for one in ask["buttons"]}
    own = {one.label for name in ("options", "piles") for one in getattr(step, name, ())}
    own |= set(getattr(step, "ideas", ()))
    return own <= shown and bool(ask["free"]) == (step.kind in ("text", "date"))
