"""The demo tells its story: fictional people press and type on the real system, while the phones show it."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import msgspec
import structlog
from msgspec import Struct

from bot.content.models.demo import Act, Scene
from bot.errors import OpstapError, StoryStuckError
from bot.logs import where
from bot.messages import Inbound, Outbound
from bot.storage.database import Database
from bot.storage.lines import Line
from bot.storage.unit import Unit
from bot.turns import Turns

log = structlog.get_logger(__name__)

SEEN = 40
"""Lines of a conversation in which a button is looked for, the newest first."""
_outbound = msgspec.json.Decoder(Outbound)


class Now(Struct, frozen=True, kw_only=True):
    """Where the story is: scene `scene` of `scenes` (from 1), what the viewer reads, and on whose phone it happens."""

    scene: int = 0
    scenes: int = 0
    note: str = ""
    who: str = ""
    running: bool = False
    stuck: bool = False


class Story:
    """Plays the scenes once, from the beginning. `people` gives name -> (person id, web handle).

    `hurry` lets what is planned for a person come at once.
    """

    def __init__(
        self,
        scenes: Sequence[Scene],
        database: Database,
        turns: Turns,
        *,
        clock: Callable[[], datetime],
        hurry: Callable[[str], Awaitable[None]],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._scenes = scenes
        self._database = database
        self._turns = turns
        self._clock = clock
        self._hurry = hurry
        self._sleep = sleep
        self._task: asyncio.Task[None] | None = None
        self.now = Now(scenes=len(scenes))

    def begin(self, people: dict[str, tuple[str, str]]) -> None:
        """Starts to tell; a story that is being told goes on."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._told(people), name="story")

    async def stop(self) -> None:
        """Breaks it off."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self.now = Now(scenes=len(self._scenes))

    async def ended(self) -> None:
        """Waits until it was told."""
        if self._task is not None:
            await self._task

    async def _told(self, people: dict[str, tuple[str, str]]) -> None:
        try:
            await self.tell(people)
        except OpstapError as error:
            self.now = msgspec.structs.replace(self.now, running=False, stuck=True)
            log.error("story.stuck", scene=self.now.scene, error=str(error))
        except Exception as error:  # the boundary of the task: the demo goes on without its story
            self.now = msgspec.structs.replace(self.now, running=False, stuck=True)
            log.error("story.failed", scene=self.now.scene, error=type(error).__name__, where=where(error))

    async def tell(self, people: dict[str, tuple[str, str]]) -> None:
        """All scenes; raises StoryStuckError when a button is not there."""
        run = secrets.token_hex(4)
        count = 0
        for at, scene in enumerate(self._scenes, start=1):
            for act in scene.acts:
                self.now = Now(scene=at, scenes=len(self._scenes), note=scene.note, who=act.who, running=True)
                await self._sleep(act.wait)
                count += 1
                await self._do(act, people[act.who], f"story-{run}-{count}")
        self.now = msgspec.structs.replace(self.now, running=False)

    async def _do(self, act: Act, person: tuple[str, str], id: str) -> None:
        if act.later:
            await self._hurry(person[0])
            return
        data = await self._button(person[0], act) if act.press or act.first else ""
        inbound = Inbound(
            channel="web",
            address=person[1],
            external_id=f"{person[1]}:{id}",
            kind="press" if data else "text",
            at=self._clock(),
            text=act.say or "",
            data=data,
        )
        await self._turns.submit(inbound)

    async def _button(self, person: str, act: Act) -> str:
        """What the newest button with this label carries; ticks of a checklist are written as `1, 3`."""

        def read(unit: Unit) -> list[Line]:
            return unit.lines.before(person, SEEN)

        for line in sorted(await self._database.read(read), key=lambda one: -one.n):
            ask = _outbound.decode(line.body).ask if line.side == "out" and line.body else None
            if ask is None:
                continue
            if act.first:
                return ask.buttons[0].data
            if ask.shape == "checklist" and (act.press or "").replace(",", "").replace(" ", "").isdigit():
                ticks = ",".join(str(int(one) - 1) for one in (act.press or "").split(","))
                return f"{ask.seq}:={ticks}"
            found = next((one.data for one in ask.buttons if one.label == act.press), None)
            if found is not None:
                return found
        raise StoryStuckError(who=act.who, label=act.press or "")
