"""What may pass over a dashboard's socket, and how fast."""

import asyncio
import time
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serving.guards import refuse
from serving.headers import visit_cookie
from serving.visits import Visits, new_visit, visit_of


class Pace:
    """A bucket of `burst` messages that refills at `rate` a second."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._full = burst
        self._seen = clock()

    def wait(self) -> float:
        """Count one message and return how many seconds it should wait (0 while the bucket holds some)."""
        now = self._clock()
        self._full = min(self._burst, self._full + (now - self._seen) * self._rate) - 1
        self._seen = now
        return max(0.0, -self._full / self._rate)


class SocketGuard:
    """Drop messages that `is_allowed` refuses, slow a flood down, and note the addresses that each browser is
    told.

    A message that comes too fast waits and is not dropped: the last position of a slider must arrive.
    """

    def __init__(
        self,
        app: ASGIApp,
        visits: Visits,
        is_allowed: Callable[[bytes], bool],
        *,
        rate: float = 25,
        burst: float = 50,
        most_sockets: int = 500,
    ) -> None:
        self.app = app
        self.visits = visits
        self.is_allowed = is_allowed
        self.rate, self.burst, self.most_sockets = rate, burst, most_sockets
        self.open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
        elif self.open >= self.most_sockets:
            await refuse(scope, receive, send, 503, "Too many viewers at once")
        else:
            self.open += 1
            try:
                await self._guarded(scope, receive, send)
            finally:
                self.open -= 1

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        known = visit_of(Headers(scope=scope).get("cookie", ""))
        visit = known or new_visit()
        pace = Pace(self.rate, self.burst)

        async def receive_allowed() -> Message:
            while True:
                message = await receive()
                frame = message.get("bytes")
                if message["type"] != "websocket.receive" or frame is None:
                    return message
                await asyncio.sleep(pace.wait())
                if self.is_allowed(frame):
                    return message

        async def send_noted(message: Message) -> None:
            if message["type"] == "websocket.accept" and known is None:
                message = {**message, "headers": [*message.get("headers", ()), visit_cookie(visit, scope)]}
            elif message["type"] == "websocket.send":
                self.visits.tell(visit, message.get("bytes") or b"")
            await send(message)

        await self.app(scope, receive_allowed, send_noted)
