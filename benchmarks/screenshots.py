"""Photographs every screen into docs/screenshots: `python -m benchmarks.screenshots [--url URL] [--into
FOLDER]`.

The screens are those that the navigation lists, so a new screen is photographed without a change here, and those
of `MORE`; each in both languages and in both sizes, in whole, but for the meeting screen, which is what fits a wall.
Without --url it serves the dashboard itself, on the store that DAMPAK_STORE names, else on the sample.
"""

import argparse
import sys
from contextlib import nullcontext
from itertools import product
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser

from benchmarks.browser import chromium
from benchmarks.first_visit import settle
from benchmarks.servers import ROOT, Served, served

SIZES = ((1366, 768), (1920, 1080))
LANGUAGES = ("id", "en")
# What no menu leads to: one indicator, and slides of the meeting screen.
MORE = {
    "indicator": "indicator?indicator=GIZI-01",
    "places-overlaps": "places?view=overlaps",
    "partners-health": "partners?part=health",
    "partners-balance": "partners?part=balance",
    "meeting-bars": "meeting?slide=2",
    "meeting-works": "meeting?slide=4",
    "meeting-decisions": "meeting?slide=11",
}
WALL = "meeting"
MAIN = "[data-testid=stMainBlockContainer]"
LINKS = "[data-testid=stSidebarNavLink], [data-testid=stTopNavLink]"


def screens(browser: Browser, url: str) -> list[str]:
    """Return the address of every screen that the navigation lists; `url` alone when it lists none."""
    with browser.new_page() as page:
        page.goto(url)
        page.wait_for_selector(f"{MAIN}, {LINKS}", timeout=60_000)
        settle(page)
        listed = page.locator(LINKS).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return list(dict.fromkeys(urljoin(url, address) for address in listed)) or [url]


def named(browser: Browser, url: str) -> dict[str, str]:
    """Return the addresses to photograph, by the names that their files get."""
    listed = {urlsplit(screen).path.strip("/") or "overview": screen for screen in screens(browser, url)}
    return listed | {name: urljoin(url, address) for name, address in MORE.items()}


def photograph(browser: Browser, url: str, file: Path, size: tuple[int, int], language: str) -> Path:
    """Save the screen at `url` as a PNG and return the file."""
    parts = urlsplit(url)
    viewport = {"width": size[0], "height": size[1]}
    with browser.new_page(viewport=viewport, locale="id-ID", timezone_id="Asia/Jakarta") as page:
        page.goto(f"{url}{'&' if parts.query else '?'}lang={language}")
        page.wait_for_selector(MAIN, timeout=60_000)
        settle(page)
        if WALL not in parts.path:
            height = page.locator(MAIN).evaluate("element => Math.ceil(element.scrollHeight)")
            page.set_viewport_size({**viewport, "height": min(4000, max(size[1], height))})
            settle(page)
        page.screenshot(path=file)
    return file


def main() -> int:
    """Read the command line and photograph."""
    parser = argparse.ArgumentParser(description="Photograph every screen.")
    parser.add_argument("--url", help="a dashboard that runs on this machine; without it one is started")
    parser.add_argument("--script", type=Path, default=ROOT / "dashboard.py", help="the script to start")
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "screenshots")
    asked = parser.parse_args()
    asked.into.mkdir(parents=True, exist_ok=True)
    server = nullcontext(Served(asked.url.rstrip("/"), 0)) if asked.url else served(asked.script)
    with server as running, chromium() as browser:
        found = named(browser, f"{running.url}/").items()
        for (name, url), (width, height), language in product(found, SIZES, LANGUAGES):
            file = asked.into / f"{name}-{language}-{width}x{height}.png"
            print(photograph(browser, url, file, (width, height), language))
    return 0


if __name__ == "__main__":
    sys.exit(main())
