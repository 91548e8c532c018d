"""Viewers without a browser: `python -m benchmarks.sockets [--url ws://127.0.0.1:8501] --clients 10 --seconds
10`.

Each client speaks Streamlit's own socket language, asks for the page again as soon as it has come, and so
measures the server alone: reruns a second (the first view of each is not counted), how long one takes, and what it
costs the processor. `--viewers N` adds N first views at once: a meeting that scans the code on the wall. `--floor`
measures a page of the same elements from constants too, what the framework alone allows on this machine in this hour.
Without --url it serves the dashboard itself. Loopback only.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.filter_change import constants, fill
from benchmarks.servers import ROOT, Served, served

MOST_CLIENTS, MOST_SECONDS, MOST_VIEWERS = 100, 60, 200
PATIENCE = 60


@dataclass(frozen=True)
class Reruns:
    """What `clients` viewers measured in `seconds`: milliseconds of each rerun, CPU seconds of the server."""

    clients: int
    seconds: float
    milliseconds: list[float]
    cpu: float | None

    @property
    def per_second(self) -> float:
        """Reruns a second, all clients together."""
        return len(self.milliseconds) / self.seconds

    def __str__(self) -> str:
        line = f"{self.clients} clients: {self.per_second:.0f} reruns/s, {middle_and_tail(self.milliseconds)}"
        return line if self.cpu is None else f"{line}, {1000 * self.cpu / len(self.milliseconds):.1f} ms CPU each"


def middle_and_tail(milliseconds: list[float]) -> str:
    """Return the median and the 95th percentile in words."""
    ordered = sorted(milliseconds)
    tail = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"p50 {statistics.median(ordered):.0f} ms, p95 {tail:.0f} ms"


@asynccontextmanager
async def viewer(url: str) -> AsyncIterator[ClientConnection]:
    """Connect to the dashboard at the ws:// address `url` as a browser does, with the visit's cookie."""
    page = f"http://{urlsplit(url).netloc}/"
    cookie = await asyncio.to_thread(visit_cookie, page)
    socket = f"{url.rstrip('/')}/_stcore/stream"
    headers = {"Cookie": cookie} if cookie else {}
    async with connect(socket, subprotocols=["streamlit"], additional_headers=headers, max_size=None) as connection:
        yield connection


def visit_cookie(page: str) -> str:
    """Return the cookie that the page at `page` gives a new browser; "" when it gives none."""
    with urlopen(page, timeout=PATIENCE) as answer:
        return (answer.headers.get("Set-Cookie") or "").partition(";")[0]


async def rerun(connection: ClientConnection, page: str = "", query: str = "") -> list[ForwardMsg]:
    """Ask for a page and return every message up to the end of its script.

    Raises TimeoutError when the script does not end within `PATIENCE` seconds.
    """
    asked = BackMsg()
    asked.rerun_script.page_name = page
    asked.rerun_script.query_string = query
    await connection.send(asked.SerializeToString())
    received = []
    async with asyncio.timeout(PATIENCE):
        while True:
            message = ForwardMsg.FromString(await connection.recv())
            received.append(message)
            if message.WhichOneof("type") == "script_finished":
                return received


async def timed_reruns(url: str, page: str, start: asyncio.Barrier, seconds: float) -> list[float]:
    """Return the milliseconds of each rerun by one viewer, in `seconds` from when all viewers had their first view."""
    taken = []
    async with viewer(url) as connection:
        await rerun(connection, page)
        await start.wait()
        until = time.monotonic() + seconds
        while (began := time.monotonic()) < until:
            await rerun(connection, page)
            taken.append(1000 * (time.monotonic() - began))
    return taken


async def many_reruns(url: str, page: str, clients: int, seconds: float, pid: int | None) -> Reruns:
    """Let `clients` viewers rerun `page` for `seconds` and return what they measured.

    What the first of them to come waits for is worked out before the clock starts: see `first_views`.
    """
    process = psutil.Process(pid) if pid else None
    start = asyncio.Barrier(clients + 1)
    viewers = [asyncio.create_task(timed_reruns(url, page, start, seconds)) for _ in range(clients)]
    async with asyncio.timeout(PATIENCE):
        await start.wait()
    began, before = time.monotonic(), cpu_seconds(process)
    measured = await asyncio.gather(*viewers)
    after = cpu_seconds(process)
    used = None if before is None or after is None else after - before
    return Reruns(clients, time.monotonic() - began, [one for client in measured for one in client], used)


def cpu_seconds(process: psutil.Process | None) -> float | None:
    """Return the CPU seconds that `process` and its children have used."""
    if process is None:
        return None
    return sum(sum(one.cpu_times()[:2]) for one in (process, *process.children(recursive=True)))


async def first_views(url: str, page: str, viewers: int) -> list[float]:
    """Return the milliseconds until each of `viewers`, all coming at once, had the page."""

    async def view() -> float:
        began = time.monotonic()
        async with viewer(url) as connection:
            await rerun(connection, page)
            return 1000 * (time.monotonic() - began)

    return await asyncio.gather(*(view() for _ in range(viewers)))


def pid_listening(port: int) -> int | None:
    """Return the process that listens on `port` of this machine, or None when it cannot be seen."""
    try:
        listening = (one for one in psutil.net_connections("tcp") if one.status == psutil.CONN_LISTEN)
        return next((one.pid for one in listening if one.laddr.port == port), None)
    except psutil.AccessDenied:
        return None


def whole(most: int):
    """Return an argparse type: a whole number from 1 to `most`."""

    def number(text: str) -> int:
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"must be 1 to {most}, got {text!r}")
        return int(text)

    return number


def main() -> int:
    """Read the command line, measure, and print one line for each measurement."""
    parser = argparse.ArgumentParser(description="Measure reruns over the socket, without a browser.")
    parser.add_argument("--url", help="ws:// address on this machine; without it a dashboard is started")
    parser.add_argument("--script", type=Path, default=ROOT / "dashboard.py", help="the script to start")
    parser.add_argument("--page", default="", help="the page's path, such as indikator")
    parser.add_argument("--clients", type=whole(MOST_CLIENTS), default=10)
    parser.add_argument("--seconds", type=whole(MOST_SECONDS), default=10)
    parser.add_argument("--floor", action="store_true", help="also a page of constants, and the ratio to it")
    parser.add_argument("--viewers", type=whole(MOST_VIEWERS), help="also so many first views at once")
    asked = parser.parse_args()
    if asked.url and urlsplit(asked.url).hostname not in ("localhost", "127.0.0.1", "::1"):
        parser.error("only this machine is measured")
    with nullcontext(running_at(asked.url)) if asked.url else served(asked.script) as server:
        url = server.url.replace("http", "ws", 1)
        own = asyncio.run(many_reruns(url, asked.page, asked.clients, asked.seconds, server.pid))
        print(own)
        if asked.viewers:
            views = asyncio.run(first_views(url, asked.page, asked.viewers))
            print(f"{asked.viewers} viewers at once:", middle_and_tail(views))
    if asked.floor:
        least = constant_reruns(asked.clients, asked.seconds)
        print("from constants,", least)
        print(f"{own.per_second / least.per_second:.2f} x of the page from constants")
    return 0


def constant_reruns(clients: int, seconds: float) -> Reruns:
    """Return what viewers measure of the page from constants, served as the dashboard is."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.duckdb"
        fill(store, 1000)
        environment = {"DAMPAK_CONSTANTS": str(constants(store, Path(folder)))}
        with served(ROOT / "benchmarks" / "constant_overview.py", environment=environment) as server:
            return asyncio.run(many_reruns(server.url.replace("http", "ws", 1), "", clients, seconds, server.pid))


def running_at(url: str) -> Served:
    """Return the server that already runs at `url`."""
    return Served(url.replace("ws", "http", 1).rstrip("/"), pid_listening(urlsplit(url).port or 80) or 0)


if __name__ == "__main__":
    sys.exit(main())
