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

from benchmarks.browser import chromium
from benchmarks.coding_key import store_of
from benchmarks.filter_change import opened, pick_times
from benchmarks.servers import ROOT, served

_THEME = ".st-key-theme"


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
                url = f"{running.url.rstrip('/')}/voices?lang=id"
                page = opened(browser, url)
                start = time.perf_counter()
                opened(browser, url)
                again = 1000 * (time.perf_counter() - start)
                page.bring_to_front()
                medians[entries] = statistics.median(pick_times(page, page.locator(_THEME).first, options.rounds))
        print(f"{entries} entries: a view {again:.0f} ms, another theme {medians[entries]:.0f} ms")
    first, last = medians[options.entries[0]], medians[options.entries[-1]]
    print(f"with {options.entries[-1]} entries {last / first:.2f} x of what it takes with {options.entries[0]}")


if __name__ == "__main__":
    main()
