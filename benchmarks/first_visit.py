"""What a first visit costs a slow line: `python -m benchmarks.first_visit [--url URL] [--page PATH] [--most
BYTES]`.

Opens one page in a Chromium with an empty cache and adds up what came over the wire, headers and socket
included. Without --url it serves the dashboard itself. Fails when the page asks another host for anything,
breaks its own content policy, or moves more than --most bytes.
"""

import argparse
import sys
import time
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.browser import chromium
from benchmarks.servers import ROOT, Served, served

MOST_BYTES = 2_500_000
# The page carries what its script is doing; before it is connected there is no such mark at all.
STILL_AT_WORK = (
    "[data-testid=stStatusWidget], [data-testid=stSkeleton], body:not(:has([data-test-script-state])), "
    "[data-test-script-state]:not([data-test-script-state=notRunning])"
)


@dataclass
class Visit:
    """One first visit: bytes over the wire, the seconds until the page stood still, and what went wrong."""

    page: str
    files: dict[str, int] = field(default_factory=dict)
    socket: int = 0
    seconds: float = 0.0
    strangers: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    @property
    def wire(self) -> int:
        """Bytes received in all."""
        return sum(self.files.values()) + self.socket


def first_visit(browser: Browser, url: str, *, awaits: str = "[data-testid=stMainBlockContainer]") -> Visit:
    """Open `url` with an empty cache, wait until `awaits` shows and nothing moves; return what it took."""
    visit = Visit(url)
    with browser.new_context(viewport={"width": 1366, "height": 768}) as context:
        page = context.new_page()
        watch(page, visit)
        began = time.perf_counter()
        page.goto(url)
        page.wait_for_selector(awaits, timeout=30_000)
        settle(page)
        visit.seconds = time.perf_counter() - began
    return visit


def watch(page: Page, visit: Visit) -> None:
    """Count what `page` receives into `visit`; note requests to other hosts and breaches of the policy."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    urls: dict[str, str] = {}

    def sent(event: dict) -> None:
        urls[event["requestId"]] = event["request"]["url"]
        there = urlsplit(event["request"]["url"])
        if there.scheme in ("http", "https", "ws", "wss") and there.netloc != urlsplit(visit.page).netloc:
            visit.strangers.append(event["request"]["url"])

    def loaded(event: dict) -> None:
        name = urlsplit(urls.get(event["requestId"], "?")).path
        visit.files[name] = visit.files.get(name, 0) + int(event["encodedDataLength"])

    def frame(event: dict) -> None:
        # Binary payloads come as base64: three bytes for four letters.
        visit.socket += len(event["response"]["payloadData"]) * 3 // 4

    wire.on("Network.requestWillBeSent", sent)
    wire.on("Network.loadingFinished", loaded)
    wire.on("Network.webSocketFrameReceived", frame)
    page.on("console", lambda line: visit.violations.extend([line.text] * ("Content Security" in line.text)))


def settle(page: Page, quiet: float = 0.5, most: float = 20) -> None:
    """Wait until the script has run and the page has not changed for `quiet` seconds."""
    end = time.monotonic() + most
    before, since = "", time.monotonic()
    while time.monotonic() < end and time.monotonic() - since < quiet:
        running = page.locator(STILL_AT_WORK).count()
        now = f"{running} {page.locator('*').count()}"
        if running or now != before:
            before, since = now, time.monotonic()
        page.wait_for_timeout(50)


def report(visit: Visit, most: int) -> int:
    """Print one visit, the largest files first, and return 1 when it fails, else 0."""
    print(f"{visit.page}: {visit.wire:,} bytes, {len(visit.files)} files, {visit.seconds:.2f} s")
    for name, size in sorted(visit.files.items(), key=lambda file: -file[1])[:12]:
        print(f"  {size:>9,}  {name}")
    faults = [f"asked another host: {url}" for url in visit.strangers] + visit.violations
    if visit.wire > most:
        faults.append(f"more than {most:,} bytes")
    print(*(f"  FAULT {fault}" for fault in faults), sep="\n")
    return 1 if faults else 0


def main() -> int:
    """Read the command line, visit and report."""
    parser = argparse.ArgumentParser(description="Measure a first visit with an empty cache.")
    parser.add_argument("--url", help="a dashboard that runs on this machine; without it one is started")
    parser.add_argument("--script", type=Path, default=ROOT / "dashboard.py", help="the script to start")
    parser.add_argument("--page", default="", help="the page's path, such as indikator")
    parser.add_argument("--most", type=int, default=MOST_BYTES, help="bytes above which the visit fails")
    asked = parser.parse_args()
    if asked.url and urlsplit(asked.url).hostname not in ("localhost", "127.0.0.1", "::1"):
        parser.error("only this machine is measured")
    server = nullcontext(Served(asked.url.rstrip("/"), 0)) if asked.url else served(asked.script)
    with server as running, chromium() as browser:
        return report(first_visit(browser, f"{running.url}/{asked.page}"), asked.most)


if __name__ == "__main__":
    sys.exit(main())
