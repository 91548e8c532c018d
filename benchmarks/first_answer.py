"""How long somebody who drops a workbook waits for the first answer on screen.

    python -m benchmarks.first_answer [--rows 80000] [--rounds 3]

Drops a workbook of results (2 MB) on Unggah Data of an empty store in Chromium, and takes the seconds until progress is
shown and until the page says what is in the file and offers to store it. Beside them what calamine alone takes to read
the same file, in the same run.
"""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser import chromium
from benchmarks.first_visit import settle
from benchmarks.load import by_calamine, write_workbook
from benchmarks.servers import ROOT, served

_DROP = "[data-testid=stFileUploaderDropzoneInput]"
_ANSWER = ".st-key-store button:enabled"
_PROGRESS = "[data-testid=stProgress], [data-testid=stSpinner], [data-testid=stFileUploaderFile], " + _ANSWER


def answered(browser: Browser, url: str, path: Path) -> tuple[float, float]:
    """Seconds from the drop until something moves, and until the page has its answer."""
    with browser.new_page(viewport={"width": 1366, "height": 768}) as page:
        page.goto(f"{url.rstrip('/')}/upload?lang=id")
        page.wait_for_selector(_DROP, state="attached", timeout=60_000)
        settle(page)
        start = time.perf_counter()
        page.locator(_DROP).set_input_files(path)
        page.wait_for_selector(_PROGRESS, timeout=60_000)
        moves = time.perf_counter() - start
        page.wait_for_selector(_ANSWER, timeout=120_000)
        return moves, time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=80_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        path = folder / "results.xlsx"
        write_workbook(path, options.rows)
        print(f"{options.rows} results, {path.stat().st_size / 1e6:.1f} MB")
        environment = {**os.environ, "DAMPAK_STORE": str(folder / "store.duckdb")}
        with served(ROOT / "dashboard.py", environment=environment) as running:
            answered(browser, running.url, path)  # a warm-up: imports, and a spare child ready
            taken = [(*answered(browser, running.url, path), by_calamine(path)) for _ in range(options.rounds)]
    for what, seconds in zip(("something moves", "the answer stands", "calamine alone"), zip(*taken, strict=True),
                             strict=True):  # fmt: skip
        print(f"{what:18} {statistics.median(seconds):5.2f} s  ({min(seconds):.2f} … {max(seconds):.2f})")


if __name__ == "__main__":
    main()
