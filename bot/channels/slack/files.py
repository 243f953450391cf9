"""Pictures on their way: brought to the platform once, and shown by their id after that."""

import asyncio
from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path

import structlog
from PIL import Image

from bot.channels.slack.client import Api
from bot.channels.slack.desk import Desk

log = structlog.get_logger(__name__)

QUALITY = 88
REMEMBERED = 2_000

Key = tuple[str, int]


class Files:
    """The ids of one process: after a restart a picture goes up once more, which costs less than a table."""

    def __init__(self, api: Api, desk: Desk) -> None:
        self._api = api
        self._desk = desk
        self._ids: dict[Key, str] = {}
        self._locks: dict[Key, asyncio.Lock] = {}

    async def find(self, kind: str, id: str, alt: str) -> str | None:
        """The id under which the platform has it; None when there is no such picture."""
        found = await self._desk.picture(kind, id)
        if found is None:
            return None
        path, told = found
        key = await asyncio.to_thread(_key, path)
        if key is None:
            return None
        async with self._locks.setdefault(key, asyncio.Lock()):
            if key not in self._ids:
                content = await asyncio.to_thread(as_jpeg, path)
                self._keep(key, await self.bring(content, f"{path.stem}.jpg", alt or told))
        return self._ids[key]

    def _keep(self, key: Key, id: str) -> None:
        if len(self._ids) > REMEMBERED:
            self._ids.clear()
            self._locks = {key: self._locks[key]}
        self._ids[key] = id

    async def bring(self, content: bytes, name: str, alt: str) -> str:
        """Brings something for the first time; gives its id, which is remembered by nobody."""
        asked = {"filename": name, "length": len(content), "alt_txt": alt[:1000]}
        place = await self._api.ask("files.getUploadURLExternal", asked)
        await self._api.upload(str(place["upload_url"]), content)
        id = str(place["file_id"])
        await self._api.call("files.completeUploadExternal", {"files": [{"id": id, "title": name}]})
        return id


def as_jpeg(path: Path) -> bytes:
    """The picture as the platform can show it; of a transparent one the ground becomes white."""
    with Image.open(path) as picture:
        whole = picture.convert("RGBA")
    ground = Image.new("RGB", whole.size, "white")
    ground.paste(whole, mask=whole.getchannel("A"))
    out = BytesIO()
    ground.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def _key(path: Path) -> Key | None:
    try:
        return str(path), path.stat().st_mtime_ns
    except FileNotFoundError:
        log.error("slack.file_missing", file=path.name)
        return None


async def patiently(
    work: Callable[[], Awaitable[dict[str, object]]],
    unready: Callable[[Exception], bool],
    sleep: Callable[[float], Awaitable[None]],
) -> dict[str, object]:
    """A picture can be shown only a moment after it was brought: tries a few times, and then lets the refusal out."""
    for wait in (0.5, 1.5, 3.0):
        try:
            return await work()
        except Exception as error:
            if not unready(error):
                raise
        await sleep(wait)
    return await work()
