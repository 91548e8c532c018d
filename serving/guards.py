"""Who may ask for what over HTTP: the host names we answer to, closed addresses, media and uploads."""

from collections.abc import Callable
from fnmatch import fnmatch

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serving.headers import HOST
from serving.visits import UploadAllowance, Visits, visit_of

# Nothing of the dashboard needs these. The agent interface drives pages without a browser; the metrics count
# sessions.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check", "/app/static")
MEDIA = "/media/"
UPLOAD = "/_stcore/upload_file/"


def is_known_host(host: str, known: tuple[str, ...]) -> bool:
    """Return whether a Host header names one of `known`; `*.example.org` covers subdomains."""
    named = HOST.fullmatch(host)
    name = (named["name"] or named["address"]).lower() if named else ""
    return bool(name) and any(fnmatch(name, pattern.lower()) for pattern in known)


class HostGuard:
    """Answer only to known host names: no page elsewhere reaches us under its own (DNS rebinding)."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or is_known_host(Headers(scope=scope).get("host", ""), self.hosts):
            await self.app(scope, receive, send)
        else:
            await refuse(scope, receive, send, 400, "This host name is not served. Name it in DAMPAK_HOSTS.")


class AddressGuard:
    """Close what nobody needs; give media and uploads only to the browser that was told their address."""

    def __init__(
        self, app: ASGIApp, visits: Visits, allowance: UploadAllowance, upload_limit: Callable[[], int]
    ) -> None:
        self.app = app
        self.visits = visits
        self.allowance = allowance
        self.upload_limit = upload_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif any(path == closed or path.startswith(f"{closed}/") for closed in CLOSED):
            await refuse(scope, receive, send, 404, "Not found")
        elif path.startswith((MEDIA, UPLOAD)):
            await self._private(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _private(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = visit_of(Headers(scope=scope).get("cookie", ""))
        if visit is None:
            await refuse(scope, receive, send, 401, "Open the dashboard first")
        elif not self.visits.may_fetch(visit, scope["path"]):
            await refuse(scope, receive, send, 404, "Not found")
        elif scope["method"] == "PUT":
            await self._upload(visit, scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _upload(self, visit: str, scope: Scope, receive: Receive, send: Send) -> None:
        limit = min(self.upload_limit(), self.allowance.left(visit))
        declared = Headers(scope=scope).get("content-length", "")
        if limit == 0:
            await refuse(scope, receive, send, 429, "Too many uploads; wait ten minutes")
        elif not declared.isdecimal():
            await refuse(scope, receive, send, 411, "Content-Length is required")
        elif int(declared) > limit:
            await refuse(scope, receive, send, 413, "File too large")
        else:
            # The server holds a body to its declared length, so the declaration can be counted before the
            # first byte: many uploads begun at once cannot pass the limit together.
            self.allowance.take(visit, int(declared))
            await self.app(scope, receive, send)


async def refuse(scope: Scope, receive: Receive, send: Send, status: int, reason: str) -> None:
    """Answer an HTTP request with `status` and one sentence; close a socket before it is accepted."""
    if scope["type"] == "websocket":
        message: Message = {"type": "websocket.close", "code": 1008, "reason": reason}
        await send(message)
    else:
        await PlainTextResponse(reason, status_code=status)(scope, receive, send)
