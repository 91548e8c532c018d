"""Photographs every screen into docs/screenshots: `python -m benchmarks.screenshots [--url URL] [--into
FOLDER]`.

The screens are those that the navigation lists, so a new screen is photographed without a change here.
Without --url it serves the dashboard itself, on the store that DAMPAK_STORE names.
"""

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser

from benchmarks.browser import chromium
from benchmarks.first_visit import settle
from benchmarks.servers import ROOT, Served, served

SIZE = {"width": 1366, "height": 768}
MAIN = "[data-testid=stMainBlockContainer]"
LINKS = "[data-testid=stSidebarNavLink], [data-testid=stTopNavLink]"


def screens(browser: Browser, url: str) -> list[str]:
    """Return the address of every screen that the navigation lists; `url` alone when it lists none."""
    with browser.new_page() as page:
        page.goto(url)
        page.wait_for_selector(MAIN, timeout=60_000)
        settle(page)
        listed = page.locator(LINKS).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return list(dict.fromkeys(urljoin(url, address) for address in listed)) or [url]


def photograph(browser: Browser, url: str, into: Path) -> Path:
    """Save the whole screen at `url` as a PNG named after its path, and return the file."""
    file = into / f"{urlsplit(url).path.strip('/') or 'index'}.png"
    with browser.new_page(viewport=SIZE, locale="id-ID", timezone_id="Asia/Jakarta") as page:
        page.goto(url)
        page.wait_for_selector(MAIN, timeout=60_000)
        settle(page)
        height = page.locator(MAIN).evaluate("element => Math.ceil(element.scrollHeight)")
        page.set_viewport_size({**SIZE, "height": min(4000, max(SIZE["height"], height))})
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
        for screen in screens(browser, f"{running.url}/"):
            print(photograph(browser, screen, asked.into))
    return 0


if __name__ == "__main__":
    sys.exit(main())
