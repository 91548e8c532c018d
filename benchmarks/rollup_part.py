"""The roll-up after an upload of one partner's quarter, against rolling up the whole ledger anew.

    python -m benchmarks.rollup_part [--quarters 40]

200 indicators, 20 partners, 50 places and 40 quarters are 8 million results. Prints seconds and the ratio, one run.
"""

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks.ledger import lay_indicators, lay_results, lay_upload
from data import rollup
from data.rollup_part import refresh
from metrics.engine import open_measured

INDICATORS, PARTNERS, PLACES = 200, 20, 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quarters", type=int, default=40, help="40 quarters are 8 million results")
    quarters = parser.parse_args().quarters
    with tempfile.TemporaryDirectory() as folder:
        store = open_measured(Path(folder) / "big.duckdb")
        with store.writing() as cursor:
            lay_upload(cursor, 1)
            lay_indicators(cursor, INDICATORS, quarters)
            # all but the last quarter of the last partner, which comes as an upload of its own
            lay_results(cursor, 1, (0, quarters), (0, PARTNERS - 1), PLACES)
            lay_results(cursor, 1, (0, quarters - 1), (PARTNERS - 1, PARTNERS), PLACES)
        with store.writing() as cursor:
            codes = [row[0] for row in cursor.execute("select code from current_indicators order by code").fetchall()]
            start = time.perf_counter()
            rollup.rebuild(cursor, codes)
            whole = time.perf_counter() - start
        with store.writing() as cursor:
            lay_upload(cursor, 2)
            lay_results(cursor, 2, (quarters - 1, quarters), (PARTNERS - 1, PARTNERS), PLACES)
            start = time.perf_counter()
            refresh(cursor, codes, 2)
            part = time.perf_counter() - start
            stored, added = (cursor.execute(text).fetchone()[0] for text in (
                "select count(*) from results", "select count(*) from results where upload_id = 2"))  # fmt: skip
        store.close()
    print(f"{stored:,} results; whole roll-up {whole:.1f} s; after an upload of {added:,} results {part:.2f} s; "
          f"1/{whole / part:.0f} of the whole")  # fmt: skip


if __name__ == "__main__":
    main()
