"""What it takes to judge which cells of few people nobody may see, against asking for the figures themselves.

    python -m benchmarks.small_groups [--results 100000]

Every indicator counts people, and one figure in a hundred is small. Printed: the cells that stand there, those that are
small, those that are hidden, the seconds, and the ratio to the seconds of the question for the same figures.
"""

import argparse
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.filter_change import fill
from metrics import small_groups
from metrics.engine import open_measured
from metrics.progress import figures

DAY = date(2026, 11, 22)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--results", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.duckdb"
        fill(path, options.results)
        store = open_measured(path)
        start = time.perf_counter()
        found = figures(store, DAY, ["partner", "place"], None)
        asked = time.perf_counter() - start
        small = int(((found["actual"] > 0) & (found["actual"] < small_groups.least_shown())).sum())
        start = time.perf_counter()
        hidden = sum(map(len, small_groups.hidden_of_each(store, DAY).values()))
        judged = time.perf_counter() - start
        print(f"{len(found)} cells, {small} of them small: {hidden} hidden, totals among them")
        print(f"judged in {judged:.1f} s, {judged / asked:.1f} x of asking for the figures")
        start = time.perf_counter()
        small_groups.hidden_of_each(store, DAY)
        print(f"judged again {time.perf_counter() - start:.1f} s")
        store.close()


if __name__ == "__main__":
    main()
