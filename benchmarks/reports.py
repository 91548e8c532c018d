"""How long all reports of a programme of 200 indicators take, form by form.

    python -m benchmarks.reports [--indicators 200] [--places 1] [--lang id]

Makes a store of its own: 200 indicators of all measures, 5 partners, one place each, women and men told apart, 8
quarters with targets (16,000 results, twice as many with --places 2) and 1,000 voices. Prints the seconds of asking for
the figures, of writing each form, and of all together; a bare workbook of its indicators and periods stands beside.
"""

import argparse
import tempfile
import time
from datetime import date
from pathlib import Path

import xlsxwriter

from benchmarks.ledger import lay_indicators, lay_results, lay_upload
from data import rollup
from data.store import Store
from metrics.engine import open_measured
from reports.asked import Asked
from reports.content import Content, content_of
from reports.forms import FORMS

DAY = date(2016, 12, 31)
INDICATORS, PARTNERS, QUARTERS = 200, 5, 8
_VOICES = """
    insert into feedback by name
    select 1 as upload_id, 'Suara' as sheet, number::integer + 2 as row_number,
        make_date(2016, 1, 1) + (number % 300)::integer as date,
        'Desa ' || lpad((number % 2)::varchar, 2, '0') as place,
        'IND-' || lpad((number % 200)::varchar, 3, '0') as indicator, 'Airnya sudah lancar, catatan ' || number as text
    from range(1000) as numbers (number)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--indicators", type=int, default=INDICATORS)
    parser.add_argument("--places", type=int, default=1, help="places of each partner")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder), asked.indicators, asked.places)
        took, content = _asking(store, asked.lang)
        print(f"asking for the figures {took:6.2f} s")
        whole = took
        for form in FORMS.values():
            start = time.perf_counter()
            form.write(content, Path(folder) / f"report.{form.suffix}")
            took = time.perf_counter() - start
            whole += took
            print(f"{form.key:22} {took:6.2f} s")
        print(f"all together           {whole:6.2f} s")
        print(f"a bare workbook of as many rows {_bare(content, Path(folder)):6.2f} s")
        store.close()


def _store(folder: Path, indicators: int, places: int) -> Store:
    store = open_measured(folder / "big.duckdb")
    with store.writing() as cursor:
        lay_upload(cursor, 1)
        lay_indicators(cursor, indicators, QUARTERS, programme="PROG", unit="orang")
        lay_results(cursor, 1, (0, QUARTERS), (0, PARTNERS), places, ("sex=f", "sex=m"))
        cursor.execute(_VOICES)
        rollup.rebuild(cursor, [row[0] for row in cursor.execute("select code from current_indicators").fetchall()])
    return store


def _asking(store: Store, language: str) -> tuple[float, Content]:
    start = time.perf_counter()
    content = content_of(store, Asked(DAY, language, programme="PROG"))
    return time.perf_counter() - start, content


def _bare(content: Content, folder: Path) -> float:
    start = time.perf_counter()
    with xlsxwriter.Workbook(folder / "bare.xlsx") as book:
        sheet = book.add_worksheet()
        rows = [row for code in content.periods for row in content.periods[code]]
        for at, row in enumerate((*content.rows, *rows)):
            sheet.write_row(at, 0, [value if isinstance(value, int | float | str) else None for value in row.values()])
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
