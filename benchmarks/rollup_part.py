"""The roll-up after an upload of one partner's quarter, against rolling up the whole ledger anew.

    python -m benchmarks.rollup_part [--quarters 40]

200 indicators, 20 partners, 50 places and 40 quarters are 8 million results. Prints seconds and the ratio, one run.
"""

import argparse
import tempfile
import time
from pathlib import Path

from data import rollup
from data.rollup_part import refresh
from metrics.engine import open_measured

INDICATORS, PARTNERS, PLACES = 200, 20, 50
_DEFINE = """
    insert into indicators by name
    select 1 as upload_id, 'Indikator' as sheet, number::integer as row_number,
        'IND-' || lpad(number::varchar, 3, '0') as code, code as name, 'up' as direction,
        case number % 4 when 3 then 'ratio' else 'number' end as measure,
        ['sum', 'last', 'max', 'last'][number % 4 + 1] as over_time,
        ['sum', 'sum', 'max', 'ratio'][number % 4 + 1] as over_units, 1 as scale
    from range($indicators) as numbers (number)
"""
_TARGETS = """
    insert into targets by name
    select 1 as upload_id, 'Target' as sheet, 1 as row_number, code as indicator, of_year::varchar as period,
        'year' as period_kind, make_date(of_year, 1, 1) as period_start, make_date(of_year, 12, 31) as period_end,
        1000.0 as value
    from indicators cross join range(2015, 2015 + $quarters // 4) as years (of_year)
"""
_RESULTS = """
    insert into results by name
    select $upload::integer as upload_id, 'Realisasi' as sheet, 1 as row_number, code as indicator,
        (2015 + quarter // 4)::varchar || '-Q' || (quarter % 4 + 1)::varchar as period, 'quarter' as period_kind,
        make_date(2015 + quarter // 4, 3 * (quarter % 4) + 1, 1) as period_start,
        (period_start + interval 3 month - interval 1 day)::date as period_end,
        'MITRA-' || lpad(partner::varchar, 2, '0') as partner, 'Desa ' || lpad(place::varchar, 2, '0') as place,
        case when measure <> 'ratio' then (hash(code, quarter, partner, place) % 1000)::double end as value,
        case when measure = 'ratio' then (hash(code, quarter, partner, place) % 100)::double end as numerator,
        case when measure = 'ratio' then 100.0 end as denominator
    from indicators
    cross join range($first_quarter, $end_quarter) as quarters (quarter)
    cross join range($first_partner, $end_partner) as partners (partner)
    cross join range($places) as places (place)
"""
_UPLOAD = """
    insert into uploads select $upload, 'laporan.xlsx', $upload::varchar, 'xlsx', 1, now()::timestamp, null, false, 1
"""
_STORED = """
    insert into upload_events
    select coalesce(max(event_id), 0) + 1, $upload, 'stored', now()::timestamp, null, null from upload_events
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quarters", type=int, default=40, help="40 quarters are 8 million results")
    quarters = parser.parse_args().quarters
    with tempfile.TemporaryDirectory() as folder:
        store = open_measured(Path(folder) / "big.duckdb")
        with store.writing() as cursor:
            _upload(cursor, 1)
            cursor.execute(_DEFINE, {"indicators": INDICATORS})
            cursor.execute(_TARGETS, {"quarters": quarters})
            # all but the last quarter of the last partner, which comes as an upload of its own
            _results(cursor, 1, (0, quarters), (0, PARTNERS - 1))
            _results(cursor, 1, (0, quarters - 1), (PARTNERS - 1, PARTNERS))
        with store.writing() as cursor:
            codes = [row[0] for row in cursor.execute("select code from current_indicators order by code").fetchall()]
            start = time.perf_counter()
            rollup.rebuild(cursor, codes)
            whole = time.perf_counter() - start
        with store.writing() as cursor:
            _upload(cursor, 2)
            _results(cursor, 2, (quarters - 1, quarters), (PARTNERS - 1, PARTNERS))
            start = time.perf_counter()
            refresh(cursor, codes, 2)
            part = time.perf_counter() - start
            stored, added = (cursor.execute(text).fetchone()[0] for text in (
                "select count(*) from results", "select count(*) from results where upload_id = 2"))  # fmt: skip
        store.close()
    print(f"{stored:,} results; whole roll-up {whole:.1f} s; after an upload of {added:,} results {part:.2f} s; "
          f"1/{whole / part:.0f} of the whole")  # fmt: skip


def _upload(cursor, upload: int) -> None:
    cursor.execute(_UPLOAD, {"upload": upload})
    cursor.execute(_STORED, {"upload": upload})


def _results(cursor, upload: int, quarters: tuple[int, int], partners: tuple[int, int]) -> None:
    cursor.execute(_RESULTS, {
        "upload": upload, "first_quarter": quarters[0], "end_quarter": quarters[1],
        "first_partner": partners[0], "end_partner": partners[1], "places": PLACES})  # fmt: skip


if __name__ == "__main__":
    main()
