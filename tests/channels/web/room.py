"""A desk that keeps everything in memory and answers from a script: the other side of the web chat in these tests."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from bot.channels.web.desk import Line, Outcome, Part, Phone, Refusal, Scene, Taken, Visit
from bot.channels.web.hub import Hub
from bot.content.reading import read_yaml
from bot.errors import DatabaseUnreachableError
from bot.messages import Ask, Button, Inbound, Outbound, Place
from bot.voices.engine import Engine, program
from bot.voices.recording import record

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
CODE = "STAP-7K3M-9QXA"


@cache
def content_words() -> tuple[dict[str, str], dict[str, str]]:
    """The page texts and the button labels of the real content."""
    content: Any = read_yaml((ROOT / "bot/content/flows/words.yaml").read_text("utf-8"))
    return content["web"], content["buttons"]


class ScriptedDesk:
    """One person for each handle; each answer brings the next scene of `script.yaml`."""

    def __init__(self, hub: Hub, clock: Callable[[], datetime], media: Path) -> None:
        self.words, self.buttons = content_words()
        self.hub = hub
        self.clock = clock
        self.folder = media
        script: dict[str, Any] = yaml.safe_load((HERE / "script.yaml").read_text("utf-8"))
        self.scenes = [_bubbles(scene, script["place"]) for scene in script["scenes"]]
        self.transcript: str = script["transcript"]
        self.asides = {"explain": _bubbles(script["aside"], None), "pause": _bubbles(script["pause"], None)}
        self.logs: dict[str, list[Line]] = {}
        self.at_scene: dict[str, int] = {}
        self.inbounds: list[Inbound] = []
        self.sounds: dict[tuple[str, str], tuple[str, bytes]] = {}
        self.sessions: dict[str, str] = {}
        self.tries: dict[str, int] = {}
        self.away = False
        self.scene = Scene(at=0, of=0, note="", who="", running=False, stuck=False)
        self.told = 0
        self.outcome: Outcome = "done"
        self.slow = 0.0
        self.most_tries = 5
        self.engine: Engine | None = None
        self.heard: list[tuple[int, Part]] = []

    # The door -------------------------------------------------------------------------------------

    async def enter(self, code: str, visitor: str, at: datetime) -> tuple[Visit, str] | Refusal:
        self.tries[visitor] = self.tries.get(visitor, 0) + 1
        if self.tries[visitor] > self.most_tries:
            return "too-often"
        if code.strip().upper() != CODE:
            return "wrong"
        return self.visit_of("samira"), self.let_in("samira")

    def let_in(self, handle: str) -> str:
        """A new session for this handle."""
        token = f"token-{handle}-{len(self.sessions)}"
        self.sessions[token] = handle
        if handle not in self.logs:
            self.start(handle)
        return token

    def visit_of(self, handle: str) -> Visit:
        """Who this handle is."""
        return Visit(person=f"person-{handle}", handle=handle, name=handle.capitalize())

    async def visit(self, handle: str, token: str, at: datetime) -> Visit | None:
        return self.visit_of(handle) if self.sessions.get(token) == handle else None

    async def leave(self, visit: Visit, token: str) -> None:
        del self.sessions[token]

    # The talk -------------------------------------------------------------------------------------

    def start(self, handle: str) -> None:
        """Put the first scene in an empty log."""
        self.logs[handle] = []
        self.at_scene[handle] = 0
        self.add(handle, self.scenes[0])

    def add(self, handle: str, bubbles: tuple[Outbound, ...]) -> tuple[Line, ...]:
        """Write bubbles in a log."""
        log = self.logs[handle]
        added = [
            Line(n=len(log) + at, who="opstap", at=self.clock(), text=out.text, kind=out.kind, out=out)
            for at, out in enumerate(bubbles, 1)
        ]
        log.extend(added)
        return tuple(added)

    def tell(self, handle: str, bubbles: tuple[Outbound, ...]) -> None:
        """The coach says something of its own accord."""
        self.hub.publish(self.visit_of(handle).person, self.add(handle, bubbles))

    async def take(self, visit: Visit, inbound: Inbound) -> Taken:
        await asyncio.sleep(self.slow)
        if self.away:
            raise DatabaseUnreachableError(url="memory", why="it is away")
        if any(line.id == inbound.external_id for line in self.logs[visit.handle]):
            return Taken(outcome="repeat")
        self.inbounds.append(inbound)
        if self.outcome == "gone":
            return Taken(outcome="gone")
        echo = self._echo(visit.handle, inbound)
        lines = (echo, *self.add(visit.handle, self._answer(visit.handle, inbound)))
        self.hub.publish(visit.person, lines)
        return Taken(outcome=self.outcome, lines=lines)

    def _echo(self, handle: str, inbound: Inbound) -> Line:
        log = self.logs[handle]
        line = Line(
            n=len(log) + 1, who="me", at=inbound.at, text=inbound.text, kind=inbound.kind,
            data=inbound.data, media=inbound.media, id=inbound.external_id,
        )  # fmt: skip
        log.append(line)
        return line

    def _answer(self, handle: str, inbound: Inbound) -> tuple[Outbound, ...]:
        if inbound.kind == "command":
            return self.asides.get(inbound.data, self.asides["pause"])
        self.at_scene[handle] = min(self.at_scene[handle] + 1, len(self.scenes) - 1)
        return self.scenes[self.at_scene[handle]]

    async def lines(self, visit: Visit, after: int, limit: int) -> list[Line]:
        if self.away:
            raise DatabaseUnreachableError(url="memory", why="it is away")
        return [line for line in self.logs[visit.handle] if line.n > after][-limit:]

    # The rest -------------------------------------------------------------------------------------

    async def keep_media(self, visit: Visit, content_type: str, body: bytes, at: datetime) -> str:
        name = f"sound-{len(self.sounds)}"
        self.sounds[visit.person, name] = (content_type, body)
        return name

    async def media(self, visit: Visit, id: str) -> tuple[str, bytes] | None:
        return self.sounds.get((visit.person, id))

    @property
    def has_voice(self) -> bool:
        return self.engine is not None

    async def read_aloud(self, visit: Visit, n: int, part: Part) -> bytes | None:
        line = next((one for one in self.logs[visit.handle] if one.n == n and one.out), None)
        if line is None or line.out is None or self.engine is None:
            return None
        self.heard.append((n, part))
        labels = [button.label for button in line.out.ask.buttons] if line.out.ask else []
        text = line.text if part == "line" else ". ".join(labels)
        return await asyncio.to_thread(record, self.engine, program("ffmpeg", ""), text) if text else None

    async def export(self, visit: Visit) -> dict[str, object]:
        log = self.logs[visit.handle]
        lines = [
            {"side": "out" if line.out else "in", "at": line.at.isoformat(), "body": {"text": line.text}}
            for line in log
        ]
        return {
            "person": {"name": visit.name, "since": log[0].at.isoformat(), "gone": None},
            "answers": [{"key": "hulp", "value": {"value": "rust", "shown": "Een half uur rust", "step": "l3"}}],
            "lines": lines,
        }

    async def readable(self, visit: Visit) -> dict[str, object]:
        at = self.logs[visit.handle][0].at.isoformat()
        answers = [
            {"flow": "Uitgangspunten", "key": "Wat helpt jou?", "value": "Een half uur rust", "answered_at": at},
            {"value": "Ik ging naar buiten", "answered_at": at},
        ]
        return {**await self.export(visit), "person": {"name": visit.name, "since": at}, "answers": answers}

    def picture(self, id: str) -> tuple[Path, str] | None:
        return (self.folder / "plaat.png", "Samira op een bank in de tuin") if id == "plaat" else None

    def code(self, id: str) -> bytes | None:
        return None

    def film(self, id: str) -> tuple[Path, Path, str] | None:
        if id != "film":
            return None
        folder = self.folder
        return folder / "film.mp4", folder / "plaat.png", self.transcript

    def pile(self, out: Outbound) -> tuple[int, int] | None:
        return (2, 5) if out.step == "kaart" else None

    def icon(self, size: int) -> Path | None:
        return self.folder / "plaat.png" if size == 192 else None

    async def demo_phones(self) -> list[Phone]:
        people = {"samira": "Inpak, thuis met haar knie", "ruud": "Groen, thuis na een drukke tijd"}
        return [
            Phone(handle=handle, token=self.let_in(handle), title=handle.capitalize(), note=note, name=handle)
            for handle, note in people.items()
        ]

    def demo_scene(self) -> Scene:
        """The scene that a test set."""
        return self.scene

    async def demo_tell(self) -> None:
        """Notes that the story was asked for."""
        self.told += 1

    async def demo_reset(self) -> None:
        for handle in self.logs:
            self.start(handle)


def _bubbles(scene: list[dict[str, Any]], place: dict[str, Any] | None) -> tuple[Outbound, ...]:
    where = msgspec.convert(place, Place) if place else None
    return tuple(
        Outbound(**{**bubble, "ask": _ask(bubble["ask"]) if "ask" in bubble else None}, place=where) for bubble in scene
    )


def _ask(ask: dict[str, Any]) -> Ask:
    return Ask(**{**ask, "buttons": tuple(Button(*parts) for parts in ask["buttons"])})
