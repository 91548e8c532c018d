"""Suara Komunitas over many entries: a first view and a change of filter, against a store of few.

    python -m benchmarks.voices [--entries 400 12000] [--rounds 6]

For each number of entries: milliseconds in Chromium from the click on another theme until it stands,
medians; and the ratio of the largest store to the smallest, in one run.
"""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.browser import chromium
from benchmarks.coding_key import store_of
from benchmarks.filter_change import STANDS, pick_times
from benchmarks.servers import ROOT, served

_THEME = ".st-key-theme"


def first_view(page: Page, url: str) -> float:
    """Milliseconds until the page stands for somebody who opens it."""
    start = time.perf_counter()
    page.goto(f"{url.rstrip('/')}/voices?lang=id")
    page.wait_for_selector(".js-plotly-plot", timeout=120_000)
    page.wait_for_function(STANDS, timeout=120_000)
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, nargs="+", default=[400, 12_000])
    parser.add_argument("--rounds", type=int, default=6)
    options = parser.parse_args()
    medians = {}
    for entries in options.entries:
        with tempfile.TemporaryDirectory() as folder, chromium() as browser:
            environment = {**os.environ, "DAMPAK_STORE": str(store_of(Path(folder), entries))}
            with served(ROOT / "dashboard.py", environment=environment) as running:
                page = browser.new_page(viewport={"width": 1366, "height": 768})
                first_view(page, running.url)
                again = first_view(browser.new_page(viewport={"width": 1366, "height": 768}), running.url)
                medians[entries] = statistics.median(pick_times(page, page.locator(_THEME).first, options.rounds))
        print(f"{entries} entries: a view {again:.0f} ms, another theme {medians[entries]:.0f} ms")
    first, last = medians[options.entries[0]], medians[options.entries[-1]]
    print(f"with {options.entries[-1]} entries {last / first:.2f} x of what it takes with {options.entries[0]}")


if __name__ == "__main__":
    main()
