"""The headers on every answer: what the page may load, who may frame it, what may be kept."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serving.visits import COOKIE, new_visit, visit_of

FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Streamlit writes styles from scripts, hence 'unsafe-inline' for them; scripts get neither inline nor eval.
# The socket's host is named because older browsers do not count it as 'self'.
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self' ws://{host} wss://{host}; object-src 'none'; frame-src 'none'; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
)
HOST = re.compile(r"(?:(?P<name>[\w.-]+?)\.?|\[(?P<address>[0-9a-fA-F:.]+)\])(?::\d+)?", re.ASCII)
KEPT_NOWHERE = ("/media/", "/_stcore/upload_file/")


def visit_cookie(visit: str, scope: Scope) -> tuple[bytes, bytes]:
    """Return the Set-Cookie header that names `visit` until the browser is closed.

    Lax, not Strict: a link in a message must not give a browser with open tabs a new name.
    """
    secure = "; Secure" if scope["scheme"] in ("https", "wss") else ""
    return b"set-cookie", f"{COOKIE}={visit}; Path=/; HttpOnly; SameSite=Lax{secure}".encode()


class AnswerHeaders:
    """Add the fixed headers and the content policy to every answer, and a visit's name to every page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        host = asked.get("host", "")
        # Before the host guard has spoken: nothing of a strange header may reach the policy.
        policy = POLICY.format(host=host if HOST.fullmatch(host) else "localhost")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(FIXED)
                headers["Content-Security-Policy"] = policy
                if scope["path"].startswith(KEPT_NOWHERE):
                    headers["Cache-Control"] = "no-store"
                is_page = headers.get("content-type", "").startswith("text/html")
                if is_page and visit_of(asked.get("cookie", "")) is None:
                    headers.raw.append(visit_cookie(new_visit(), scope))
            await send(message)

        await self.app(scope, receive, send_with_headers)
