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

from data import rollup
from data.store import Store
from metrics.engine import open_measured
from reports.asked import Asked
from reports.content import Content, content_of
from reports.forms import FORMS

DAY = date(2026, 12, 31)
_DEFINE = """
    insert into indicators by name
    select 1 as upload_id, 'Indikator' as sheet, number::integer as row_number,
        'IND-' || lpad(number::varchar, 3, '0') as code, 'Keluarga yang dilayani, bagian ' || number as name,
        'PROG' as programme, 'orang' as unit, case number % 5 when 4 then 'down' else 'up' end as direction,
        case number % 4 when 3 then 'ratio' else 'number' end as measure,
        ['sum', 'last', 'max', 'last'][number % 4 + 1] as over_time,
        ['sum', 'sum', 'max', 'ratio'][number % 4 + 1] as over_units, 1 as scale
    from range($indicators) as numbers (number)
"""
_TARGETS = """
    insert into targets by name
    select 1 as upload_id, 'Target' as sheet, 1 as row_number, code as indicator, of_year::varchar as period,
        'year' as period_kind, make_date(of_year, 1, 1) as period_start, make_date(of_year, 12, 31) as period_end,
        100000.0 as value
    from indicators cross join range(2025, 2027) as years (of_year)
"""
_RESULTS = """
    insert into results by name
    select 1 as upload_id, 'Realisasi' as sheet, row_number() over ()::integer as row_number, code as indicator,
        (2025 + quarter // 4)::varchar || '-Q' || (quarter % 4 + 1)::varchar as period, 'quarter' as period_kind,
        make_date(2025 + quarter // 4, 3 * (quarter % 4) + 1, 1) as period_start,
        (period_start + interval 3 month - interval 1 day)::date as period_end,
        'MITRA-' || partner as partner, 'Desa ' || lpad(place::varchar, 2, '0') as place,
        ['sex=f', 'sex=m'][part + 1] as "group",
        case when measure <> 'ratio' then (hash(code, quarter, partner, place, part) % 200)::double end as value,
        case when measure = 'ratio' then (hash(code, quarter, partner, place, part) % 100)::double end as numerator,
        case when measure = 'ratio' then 100.0 end as denominator
    from indicators cross join range(8) as quarters (quarter) cross join range(5) as partners (partner)
    cross join range($places) as places (place) cross join range(2) as parts (part)
"""
_VOICES = """
    insert into feedback by name
    select 1 as upload_id, 'Suara' as sheet, number::integer + 2 as row_number,
        make_date(2026, 1, 1) + (number % 300)::integer as date,
        'Desa ' || lpad((number % 2)::varchar, 2, '0') as place,
        'IND-' || lpad((number % 200)::varchar, 3, '0') as indicator, 'Airnya sudah lancar, catatan ' || number as text
    from range(1000) as numbers (number)
"""
_UPLOAD = "insert into uploads select 1, 'laporan.xlsx', '1', 'xlsx', 1, now()::timestamp, null, false, 1"
_STORED = "insert into upload_events values (1, 1, 'stored', now()::timestamp, null, null)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--indicators", type=int, default=200)
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
        cursor.execute(_UPLOAD)
        cursor.execute(_STORED)
        cursor.execute(_DEFINE, {"indicators": indicators})
        cursor.execute(_TARGETS)
        cursor.execute(_RESULTS, {"places": places})
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
