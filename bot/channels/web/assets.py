"""Our own styles, scripts and drawings, read once and served under an address that changes with them."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Asset:
    """A file, plain and packed."""

    body: bytes
    packed: bytes
    content_type: str


class Assets:
    """The static folder. Its `version` is a hash of all of it, so that scripts can import each other by name."""

    def __init__(self, folder: Path) -> None:
        self._files = {
            file.relative_to(folder).as_posix(): _read(file)
            for file in sorted(folder.rglob("*"))
            if file.suffix in TYPES
        }
        digest = hashlib.sha256()
        for name, asset in self._files.items():
            digest.update(f"{name}\0{len(asset.body)}\0".encode() + asset.body)
        self.version = digest.hexdigest()[:12]

    def address(self, name: str) -> str:
        """Where a page finds this file; raises KeyError for a file that is not there."""
        if name not in self._files:
            raise KeyError(name)
        return f"/static/{self.version}/{name}"

    def scripts(self, folder: str) -> list[str]:
        """The addresses of all scripts in a folder, so that a page can fetch them all at once."""
        return [self.address(name) for name in self._files if name.startswith(folder) and name.endswith(".js")]

    async def serve(self, request: Request) -> Response:
        """A page from before an update asks for an old version: it gets today's file, unkept."""
        asset = self._files.get(request.path_params["name"])
        if asset is None:
            raise HTTPException(404, "page_not_found")
        fresh = request.path_params["version"] == self.version
        headers = {"Cache-Control": FOR_EVER if fresh else "no-store", "Vary": "Accept-Encoding"}
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(asset.packed, media_type=asset.content_type, headers=headers)
        return Response(asset.body, media_type=asset.content_type, headers=headers)


def _read(file: Path) -> Asset:
    body = file.read_bytes()
    return Asset(body=body, packed=gzip.compress(body, mtime=0), content_type=TYPES[file.suffix])
