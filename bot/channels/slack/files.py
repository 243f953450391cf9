"""Pictures on their way: brought to a workspace once, and shown by their id after that, also after a restart."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import structlog
from PIL import Image

from bot.channels.slack.client import Api
from bot.channels.slack.desk import Desk
from bot.channels.slack.trouble import code_of, details

log = structlog.get_logger(__name__)

QUALITY = 88
UNREADY = frozenset({"slack_file_not_found", "file_not_found", "file_not_ready"})
"""How a message with a picture is refused that is not ready, or not there."""
SHAPES = frozenset({"invalid_blocks", "invalid_arguments"})
"""The same, when the details speak of the picture."""

Stamp = tuple[str, int]
T = TypeVar("T")


class Files:
    """The pictures of one workspace. `team` tells which, once the platform told that; until then no id is kept."""

    def __init__(self, api: Api, desk: Desk, team: Callable[[], str]) -> None:
        self._api = api
        self._desk = desk
        self._team = team
        self._ids: dict[str, str] | None = None
        self._early: dict[str, str] = {}
        self._names: dict[Stamp, str] = {}
        self._loading = asyncio.Lock()
        self._going_up: dict[str, asyncio.Lock] = {}

    async def find(self, kind: str, id: str, alt: str) -> str | None:
        """The id under which the platform has it; None when there is no such picture."""
        found = await self._desk.picture(kind, id)
        name = await self._name(found[0]) if found is not None else None
        if found is None or name is None:
            return None
        path, told = found
        ids = await self._known()
        async with self._going_up.setdefault(name, asyncio.Lock()):
            if name not in ids:
                content = await asyncio.to_thread(as_jpeg, path)
                ids[name] = await self.bring(content, f"{path.stem}.jpg", alt or told)
                if self._team():
                    await _quietly(self._desk.ids.keep(self._team(), name, ids[name]))
        return ids[name]

    async def lost(self, id: str) -> None:
        """The platform does not have this picture any more: the next time it goes up anew."""
        ids = await self._known()
        for name in [name for name, known in ids.items() if known == id]:
            del ids[name]
            await _quietly(self._desk.ids.forget(self._team(), name))

    async def bring(self, content: bytes, name: str, alt: str) -> str:
        """Brings something for the first time; gives its id, which is remembered by nobody."""
        asked = {"filename": name, "length": len(content), "alt_txt": alt[:1000]}
        place = await self._api.ask("files.getUploadURLExternal", asked)
        await self._api.upload(str(place["upload_url"]), content)
        id = str(place["file_id"])
        await self._api.call("files.completeUploadExternal", {"files": [{"id": id, "title": name}]})
        return id

    async def remove(self, id: str) -> None:
        """Takes away what is not shown any more."""
        await self._api.call("files.delete", {"file": id})

    async def _known(self) -> dict[str, str]:
        async with self._loading:
            if self._ids is None and self._team():
                self._ids = {**await self._desk.ids.load(self._team()), **self._early}
        return self._early if self._ids is None else self._ids

    async def _name(self, path: Path) -> str | None:
        """A name that changes with the content; a file that did not change is read once."""
        try:
            stamp = str(path), (await asyncio.to_thread(path.stat)).st_mtime_ns
        except FileNotFoundError:
            log.error("slack.file_missing", file=path.name)
            return None
        if stamp not in self._names:
            self._names[stamp] = await asyncio.to_thread(_named, path)
        return self._names[stamp]


def _named(path: Path) -> str:
    return f"{path.name[:80]}:{hashlib.sha256(path.read_bytes()).hexdigest()[:24]}"


def as_jpeg(path: Path) -> bytes:
    """The picture as the platform can show it; of a transparent one the ground becomes white."""
    with Image.open(path) as picture:
        whole = picture.convert("RGBA")
    ground = Image.new("RGB", whole.size, "white")
    ground.paste(whole, mask=whole.getchannel("A"))
    out = BytesIO()
    ground.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


async def _quietly(work: Awaitable[None]) -> None:
    """Only a saving of work: without it the picture goes up again after a restart."""
    try:
        await work
    except Exception as error:  # whatever the store says, the picture is there
        log.info("slack.id_not_kept", error=type(error).__name__)


def unready(error: Exception) -> bool:
    """Whether the platform refuses a picture that is not ready, or that it does not have (any more)."""
    code = code_of(error)
    return code in UNREADY or (code in SHAPES and "slack_file" in details(error))


async def patiently(
    work: Callable[[], Awaitable[T]],
    not_yet: Callable[[Exception], bool],
    sleep: Callable[[float], Awaitable[None]],
) -> T:
    """A picture can be shown only a moment after it was brought: tries a few times, and then lets the refusal out."""
    for wait in (0.5, 1.5, 3.0):
        try:
            return await work()
        except Exception as error:
            if not not_yet(error):
                raise
        await sleep(wait)
    return await work()
