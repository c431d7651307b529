"""What stands before the page: who may ask, what a browser may do with the answer, how much."""

from __future__ import annotations

import hmac
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ["127.0.0.1", "localhost"]
"""Names under which the page answers: another one is a page elsewhere that points here."""
MOST = 64 * 1024
"""Bytes of a request's body."""
TRIES, WITHIN = 10, 60.0
"""Sign-ins that may fail within so many seconds before all have to wait."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class Headers:
    """Sets `HEADERS` on every answer; files of the page itself may be kept by the browser."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if scope["path"].startswith("/static/"):
                    headers["Cache-Control"] = "no-cache"
            await send(message)

        await self.app(scope, receive, sending)


class Limits:
    """Refuses bodies beyond `MOST`, and requests that another site made the browser send."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if not same_origin(request):
            await PlainTextResponse("from another site", 403)(scope, receive, send)
            return
        body = b""
        async for part in _parts(receive):
            body += part
            if len(body) > MOST:
                await PlainTextResponse("too large", 413)(scope, receive, send)
                return
        await self.app(scope, _again(body, receive), send)


def same_origin(request: Request) -> bool:
    """Whether a request comes from the page itself, by what the browser says of it."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def token_fits(given: str | None, kept: str | None) -> bool:
    """Compare secrets without telling by the time it takes; an empty one never fits."""
    return bool(given and kept) and hmac.compare_digest(str(given).encode(), str(kept).encode())


class Tries:
    """Counts failed sign-ins, so that tokens cannot be guessed by the thousand."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: deque[float] = deque(maxlen=TRIES)

    def allowed(self) -> bool:
        full = len(self._failed) == TRIES
        return not full or self._clock() - self._failed[0] >= WITHIN

    def failed(self) -> None:
        self._failed.append(self._clock())


async def _parts(receive: Receive) -> AsyncIterator[bytes]:
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        more = message.get("more_body", False)
        yield message.get("body", b"")


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once more for the page behind; then whatever comes next."""
    told = False

    async def receiving() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receiving
