"""Where the processor time of a turn goes: the stages of one process, each with a watch around it."""

import json
import time
from collections.abc import Awaitable, Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy.engine.default import DefaultDialect

from bot.channels.telegram.client import Api
from bot.channels.telegram.listener import Listener
from bot.conversation import Conversation
from bot.keeping import Keeping
from bot.storage.inbox import Inbox
from bot.storage.outbox import Outbox
from bot.storage.people import People

STAGES: tuple[tuple[str, type, str], ...] = (
    ("parse", Listener, "read"),
    ("load", Inbox, "claim"),
    ("load", People, "by_addresses"),
    ("load", Keeping, "load"),
    ("engine", Conversation, "turn"),
    ("write", Keeping, "effects"),
    ("write", Keeping, "write"),
    ("commit", DefaultDialect, "do_commit"),
    ("claim and mark what is sent", Outbox, "claim_these"),
    ("claim and mark what is sent", Outbox, "mark_sent"),
)
"""The stage, and the method that is all of it or a part."""
SENDING = ("send", Api, "call")


class Stage(Struct):
    """Seconds on the processor and on the clock, and how often."""

    cpu: float = 0.0
    wall: float = 0.0
    calls: int = 0


class Watch:
    """What each stage took. Stages never lie within one another."""

    def __init__(self) -> None:
        self.stages: dict[str, Stage] = {}

    def start(self) -> None:
        """Puts the watches in place: before the house is made."""
        for stage, holder, name in STAGES:
            setattr(holder, name, self._watched(stage, getattr(holder, name)))
        stage, holder, name = SENDING
        setattr(holder, name, self._followed(stage, getattr(holder, name)))

    def save(self, path: Path) -> None:
        """Writes what was seen, with the processor time of the whole process as `all`."""
        told = {name: [one.cpu, one.wall, one.calls] for name, one in self.stages.items()}
        path.write_text(json.dumps({**told, "all": [time.process_time(), 0.0, 0]}), "utf-8")

    def _watched(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        seen = self.stages.setdefault(stage, Stage())

        def watched(*given: Any, **named: Any) -> Any:
            wall, cpu = time.perf_counter(), time.thread_time()
            try:
                return work(*given, **named)
            finally:
                seen.cpu += time.thread_time() - cpu
                seen.wall += time.perf_counter() - wall
                seen.calls += 1

        return watched

    def _followed(self, stage: str, work: Callable[..., Awaitable[Any]]) -> Callable[..., Any]:
        seen = self.stages.setdefault(stage, Stage())

        async def followed(*given: Any, **named: Any) -> Any:
            return await _Steps(seen, work(*given, **named))

        return followed


class _Steps:
    """Something that is awaited: only the time of its own steps counts, not what happens while it waits."""

    def __init__(self, seen: Stage, work: Awaitable[Any]) -> None:
        self._seen = seen
        self._work = work

    def __await__(self) -> Generator[Any, Any, Any]:
        steps, began = self._work.__await__(), time.perf_counter()
        step: Callable[[], Any] = partial(next, steps)
        try:
            while True:
                cpu = time.thread_time()
                try:
                    waits_for = step()
                except StopIteration as end:
                    return end.value
                finally:
                    self._seen.cpu += time.thread_time() - cpu
                try:
                    step = partial(steps.send, (yield waits_for))
                except BaseException as error:  # whatever it is, it is for who waits
                    step = partial(steps.throw, error)
        finally:
            self._seen.wall += time.perf_counter() - began
            self._seen.calls += 1
