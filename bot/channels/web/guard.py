"""The guards at the door: who is this, did our own page send it, and is it not too much."""

import hashlib
import hmac
import re
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.desk import Visit
from bot.channels.web.house import House

COOKIE = "opstap"
LAST = "opstap-last"
"""Whose chat was open last on this phone; it opens nothing by itself."""
HANDLE = re.compile(r"[A-Za-z0-9_-]{1,64}")
FORM_MOST = 4096
"""Bytes of a form: a code and a token fit many times."""


def csrf_of(token: str) -> str:
    """The token that pages send along: only who holds the session can make it, and it does not give it away."""
    return hmac.new(token.encode(), b"opstap page", hashlib.sha256).hexdigest()


def path_of(handle: str) -> str:
    """Where the pages of this person live; the cookie goes nowhere else."""
    return f"/c/{handle}/"


def keep(response: Response, request: Request, *, handle: str, token: str, seconds: int) -> None:
    """Put the session in a cookie that scripts cannot read and other sites cannot use."""
    response.set_cookie(
        COOKIE, token, max_age=seconds, path=path_of(handle),
        httponly=True, samesite="strict", secure=request.url.scheme == "https",
    )  # fmt: skip


def remember(response: Response, request: Request, *, handle: str, seconds: int) -> None:
    """Put in a cookie for the front door who was here. Lax: a link in a mail leads to the front door as well."""
    response.set_cookie(
        LAST, handle, max_age=seconds, path="/", httponly=True, samesite="lax", secure=request.url.scheme == "https"
    )


def forget(response: Response) -> None:
    """Forget who was here."""
    response.delete_cookie(LAST, path="/", httponly=True, samesite="lax")


def been_here(request: Request) -> str | None:
    """Where the one who was here last has their chat, or None."""
    handle = request.cookies.get(LAST, "")
    return path_of(handle) if HANDLE.fullmatch(handle) else None


def is_ours(request: Request) -> bool:
    """Whether a form came from our own page, as far as this browser tells.

    Our pages send no referrer, so a browser says `null` for the origin of their forms; newer ones say
    `Sec-Fetch-Site`. A browser that tells neither is let through: the form itself carries the proof.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin", "null")
    return origin == "null" or urlsplit(origin).netloc == request.headers.get("host")


def is_ours_for_sure(request: Request, token: str) -> bool:
    """Whether a script of our own page sent this: its origin and its csrf header are both right."""
    origin = urlsplit(request.headers.get("origin", ""))
    proof = request.headers.get("x-opstap-csrf", "")
    at_home = bool(origin.netloc) and origin.netloc == request.headers.get("host")
    return at_home and hmac.compare_digest(proof.encode(), csrf_of(token).encode())


async def body_of(request: Request, most: int) -> bytes:
    """The body, refused with 413 as soon as it is known to be over `most` bytes."""
    announced = request.headers.get("content-length", "0")
    if not announced.isdigit() or int(announced) > most:
        raise HTTPException(413, "too_long")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413, "too_long")
    return bytes(body)


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a small form, each once."""
    raw = await body_of(request, FORM_MOST)
    fields = parse_qs(raw.decode("utf-8", "replace"), max_num_fields=8)
    return {name: values[0] for name, values in fields.items()}


Personal = Callable[[Request, Visit, str], Awaitable[Response]]
"""A handler that gets the visit and the session token as well."""


def personal(house: House, handler: Personal) -> Callable[[Request], Awaitable[Response]]:
    """Let only the person in whose session fits this address; 401 for everybody else."""

    async def endpoint(request: Request) -> Response:
        token = request.cookies.get(COOKIE, "")
        visit = await house.desk.visit(request.path_params["handle"], token, house.clock()) if token else None
        if visit is None:
            raise HTTPException(401, "session_over")
        return await handler(request, visit, token)

    return endpoint


def ours(handler: Personal) -> Personal:
    """Let only scripts of our own page in; 403 for everybody else."""

    async def guarded(request: Request, visit: Visit, token: str) -> Response:
        if not is_ours_for_sure(request, token):
            raise HTTPException(403, "not_sent")
        return await handler(request, visit, token)

    return guarded
