"""A person's own data: a page to read, and a file to keep."""

from pathlib import Path

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import guard
from bot.channels.web.desk import Visit
from bot.channels.web.house import House


class OwnData:
    """Shows a person everything that is kept about them."""

    def __init__(self, house: House) -> None:
        self._house = house

    def routes(self) -> list[Route]:
        """The readable copy and the file."""
        return [
            Route("/c/{handle}/gegevens", guard.personal(self._house, self.page), methods=["GET"]),
            Route("/c/{handle}/gegevens.json", guard.personal(self._house, self.file), methods=["GET"]),
        ]

    async def page(self, request: Request, visit: Visit, token: str) -> Response:
        """The copy to read; it prints well."""
        data = await self._house.desk.readable(visit)
        answers, talk = data.pop("answers", []), talk_of(data.pop("lines", []))
        base, now = guard.path_of(visit.handle), self._house.clock()
        return self._house.paper.page("data.html", data=data, answers=answers, talk=talk, base=base, now=now)

    async def file(self, request: Request, visit: Visit, token: str) -> Response:
        """The copy for a machine."""
        data = msgspec.to_builtins(await self._house.desk.export(visit), enc_hook=_plain)
        body = msgspec.json.format(msgspec.json.encode(data), indent=2)
        headers = {"Content-Disposition": 'attachment; filename="opstap.json"'}
        return Response(body, media_type="application/json", headers=headers)


def talk_of(lines: object) -> list[dict[str, object]]:
    """Who said what and when, out of the kept lines; the rest of a line is for the file, not for reading."""
    if not isinstance(lines, list):
        return []
    return [
        {
            "who": "opstap" if line.get("side") == "out" else "me",
            "by": _human(line.get("body")),
            "at": line["at"],
            "text": _said(line.get("body")),
        }
        for line in lines
    ]


def _said(body: object) -> str:
    if isinstance(body, dict):
        return str(body.get("text") or body.get("label") or "")
    return "" if body is None else str(body)


def _human(body: object) -> str:
    """The name of the human who said it, if one did."""
    return str(body.get("who") or "") if isinstance(body, dict) else ""


def _plain(value: object) -> str:
    """How a value that JSON does not know is written."""
    if isinstance(value, Path):
        return value.as_posix()
    raise TypeError(type(value).__name__)
